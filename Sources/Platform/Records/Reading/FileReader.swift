internal import Kernel
internal import YAML

/// Reads one file into a layer: its sections, its operations, what it builds on.
struct FileReader {
    let registry: Registry
    /// How problems and places name it.
    let file: String

    /// A scenario's own file keys that are no part of its changes.
    private static let headers: Set<String> = ["builds-on", "state", "scenario"]

    func read(_ bytes: [UInt8], into layer: inout Layer) {
        do throws(YAMLRefusal) {
            guard let root = try YAMLReader().read(bytes), !root.isNothing else { return }
            read(root, into: &layer)
        } catch {
            for problem in error.problems {
                layer.note(FileProblem(file: file, line: problem.line, key: "", problem.message, mend: problem.mend))
            }
        }
    }

    func read(_ root: YAMLNode, into layer: inout Layer) {
        guard let pairs = root.pairs else {
            let mend = "Write keys such as organisations: with a list under each"
            layer.note(
                FileProblem(
                    file: file, line: root.line, key: "", "The file is not keys with lists under them", mend: mend))
            return
        }
        for pair in pairs {
            if layer.problems.isFull { return }
            section(pair, &layer)
            if !FileReader.headers.contains(pair.key) { layer.changes.append(pair) }
        }
    }

    private func section(_ pair: YAMLPair, _ layer: inout Layer) {
        let entries = EntryReader(file: file, registry: registry)
        if let what = GivenOperation.What(rawValue: pair.key) {
            for node in list(pair, &layer) where !layer.problems.isFull {
                if let operation = entries.operation(node, what, into: &layer) { layer.operations.append(operation) }
            }
        } else if let kind = registry.kind(plural: pair.key) {
            for node in list(pair, &layer) where !layer.problems.isFull {
                if let versions = entries.versions(node, of: kind, into: &layer) { layer.additions.append(versions) }
            }
        } else if pair.key == "builds-on" {
            buildsOn(pair, &layer)
        } else if pair.key == "state" || pair.key == "scenario", let kind = registry.kind(named: pair.key) {
            header(pair, kind, entries, &layer)
        } else {
            let singular = registry.kind(named: pair.key).map {
                Flaw(pair.key, "\(pair.key) is not a key of a file", mend: "Write \($0.plural)")
            }
            let isSuggesting = layer.problems.isSuggesting
            entries.note(
                singular ?? Nearest.unknown(pair.key, of: "file", known: keys, isSuggesting: isSuggesting), pair.line,
                &layer)
        }
    }

    private var keys: [String] {
        ["builds-on", "state", "scenario"] + registry.kinds.map(\.plural)
            + GivenOperation.What.allCases.map(\.rawValue)
    }

    private func list(_ pair: YAMLPair, _ layer: inout Layer) -> [YAMLNode] {
        if let items = pair.value.items { return items }
        if !pair.value.isNothing {
            let flaw = Flaw(pair.key, "\(pair.key) is not a list", mend: "Write each entry after a hyphen")
            EntryReader(file: file, registry: registry).note(flaw, pair.line, &layer)
        }
        return []
    }

    private func header(_ pair: YAMLPair, _ kind: Kind, _ entries: EntryReader, _ layer: inout Layer) {
        let held = kind.name == "state" ? layer.state : layer.scenario
        if let held, let place = held.record.place {
            let flaw = Flaw(
                pair.key, "There is already a \(kind.name), at \(place.file):\(place.line)", mend: "Keep one of them")
            entries.note(flaw, pair.line, &layer)
            return
        }
        guard let versions = entries.versions(pair.value, of: kind, into: &layer) else { return }
        if versions.count > 1 {
            entries.note(
                Flaw("then", "A \(kind.name) has no later versions", mend: "Take then away"), pair.line, &layer)
        }
        if kind.name == "state" { layer.state = versions[0] } else { layer.scenario = versions[0] }
    }

    private func buildsOn(_ pair: YAMLPair, _ layer: inout Layer) {
        let nodes = pair.value.items ?? [pair.value]
        for node in nodes {
            guard let path = node.text, !node.isNothing, !path.hasPrefix("/") else {
                let said = node.isNothing ? "Nothing" : node.text.map(\.shown) ?? "A list or a mapping"
                let flaw = Flaw(
                    "builds-on", "\(said) is not a path from this file's folder", mend: "Write a path such as ../2006")
                EntryReader(file: file, registry: registry).note(flaw, node.line, &layer)
                continue
            }
            layer.buildsOn.append((path, Place(file: file, line: node.line)))
        }
    }
}

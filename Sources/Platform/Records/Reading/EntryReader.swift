internal import Kernel
internal import YAML

/// Reads the entries of one file: mappings in, versions and operations out, every problem noted in the layer.
struct EntryReader {
    let file: String
    let registry: Registry

    // MARK: - Records

    /// The versions of one thing; nil when something is wrong with it, which is then noted.
    func versions(_ node: YAMLNode, of kind: Kind, into layer: inout Layer) -> [ReadVersion]? {
        guard let pairs = node.pairs else {
            note(
                Flaw(
                    kind.plural, "This \(kind.noun) is not written as keys and values",
                    mend: "Write - id: and its keys under it"), node.line, &layer)
            return nil
        }
        guard let first = version(pairs, of: kind, line: node.line, after: nil, id: nil, &layer) else { return nil }
        guard let later = pairs.first(where: { $0.key == CommonKey.then.rawValue }) else { return [first] }
        guard let entries = later.value.items, entries.count < Versions.countMax else {
            note(
                Flaw(
                    "then", "then is not a list of at most \(Versions.countMax) later versions",
                    mend: "Write each after a hyphen"), later.line, &layer)
            return nil
        }
        return following(first, entries, &layer)
    }

    private func following(_ first: ReadVersion, _ entries: [YAMLNode], _ layer: inout Layer) -> [ReadVersion]? {
        var versions = [first]
        for entry in entries {
            let earlier = versions[versions.count - 1]
            guard let pairs = entry.pairs else {
                note(
                    Flaw(
                        "then", "This version is not written as keys and values",
                        mend: "Write - from: and what changes under it"), entry.line, &layer)
                return nil
            }
            let id = first.record.id
            guard
                let next = version(
                    pairs, of: first.record.kind, line: entry.line, after: earlier.record, id: id, &layer)
            else { return nil }
            guard let joined = join(earlier, next, &layer) else { return nil }
            versions[versions.count - 1] = joined
            versions.append(next)
        }
        return versions
    }

    /// A version lasts until the next one starts, unless it says that it ended before.
    private func join(_ earlier: ReadVersion, _ next: ReadVersion, _ layer: inout Layer) -> ReadVersion? {
        guard let from = next.record.period.from else {
            layer.note(
                next.problem(
                    Flaw(
                        "from", "A later version of \(next.record.id) does not say from when",
                        mend: "Give from, as 2009-12-31")))
            return nil
        }
        let period = earlier.record.period
        if let start = period.from ?? period.attested, from <= start {
            layer.note(
                next.problem(
                    Flaw(
                        "from", "\(from) is not after \(start), when the version before starts",
                        mend: "Give a later day")))
            return nil
        }
        if let until = period.until, until > from {
            layer.note(
                earlier.problem(
                    Flaw(
                        "until", "\(until) is after \(from), when the next version starts",
                        mend: "Take until away, or give an earlier day")))
            return nil
        }
        let joined = Period(trusting: period.from, until: period.until ?? from, attested: period.attested)
        return ReadVersion(earlier.record.with(period: joined), lines: earlier.lines, lacksStart: earlier.lacksStart)
    }

    private func version(
        _ pairs: [YAMLPair], of kind: Kind, line: Int, after earlier: Record?, id: String?, _ layer: inout Layer
    ) -> ReadVersion? {
        var draft = RecordDraft(kind)
        var lines = [Int32](repeating: 0, count: draft.slots.count)
        var isWhole = true
        for pair in pairs {
            if layer.problems.isFull { return nil }
            if pair.key == CommonKey.then.rawValue, earlier == nil { continue }
            let isKnown = earlier == nil || (pair.key != CommonKey.id.rawValue && pair.key != CommonKey.then.rawValue)
            guard isKnown, let slot = kind.slot(of: pair.key) else {
                note(unknown(pair.key, of: kind, isLater: earlier != nil, layer), pair.line, &layer)
                isWhole = false
                continue
            }
            draft.give(pair.key, Given(pair.value))
            lines[slot] = Int32(pair.line)
        }
        let place = Place(file: file, line: line)
        do throws(Flaws) {
            let record = try kind.record(from: draft, after: earlier, id: id, place: place)
            let isUndated = (draft[.from] ?? .nothing) == .nothing && (draft[.asAt] ?? .nothing) == .nothing
            return isWhole ? ReadVersion(record, lines: lines, lacksStart: isUndated && earlier == nil) : nil
        } catch {
            for flaw in error.all {
                let slot = kind.slot(of: flaw.key).map { Int(lines[$0]) } ?? 0
                note(flaw, slot > 0 ? slot : line, &layer)
            }
            return nil
        }
    }

    private func unknown(_ key: String, of kind: Kind, isLater: Bool, _ layer: Layer) -> Flaw {
        Nearest.unknown(
            key, of: isLater ? "later version of \(kind.noun)" : kind.noun,
            known: kind.keys.filter {
                !isLater || ($0 != CommonKey.id.rawValue && $0 != CommonKey.then.rawValue)
            }, isSuggesting: layer.problems.isSuggesting)
    }

    // MARK: - Operations

    private static let keys: [GivenOperation.What: [String]] = [
        .change: ["id", "from", "set", "provenance", "source", "note"],
        .end: ["id", "until", "provenance", "source", "note"],
        .correct: ["id", "version", "set", "from", "until", "as-at", "because", "provenance", "source", "note"],
    ]

    func operation(_ node: YAMLNode, _ what: GivenOperation.What, into layer: inout Layer) -> GivenOperation? {
        guard let pairs = node.pairs else {
            note(
                Flaw(
                    what.rawValue, "This entry is not written as keys and values",
                    mend: "Write - id: and its keys under it"), node.line, &layer)
            return nil
        }
        let known = EntryReader.keys[what, default: []]
        for pair in pairs where !known.contains(pair.key) && !layer.problems.isFull {
            note(
                Nearest.unknown(
                    pair.key, of: "entry of \(what.rawValue)", known: known,
                    isSuggesting: layer.problems.isSuggesting), pair.line, &layer)
        }
        guard case .text(let id)? = pairs.first(where: { $0.key == "id" }).map({ Given($0.value) }) else {
            note(
                Flaw("id", "Nothing says what this is to be done to", mend: "Give the id of something that is there"),
                node.line, &layer)
            return nil
        }
        var operation = GivenOperation(what: what, id: id, place: Place(file: file, line: node.line))
        for pair in pairs {
            guard pair.key == "set" else {
                operation.own.append((pair.key, Given(pair.value), pair.line))
                continue
            }
            guard let set = pair.value.pairs else {
                note(
                    Flaw("set", "set is not written as keys and values", mend: "Write each field under it, indented"),
                    pair.line, &layer)
                return nil
            }
            operation.set = set.map { ($0.key, Given($0.value), $0.line) }
        }
        return operation
    }

    func note(_ flaw: Flaw, _ line: Int, _ layer: inout Layer) {
        layer.problems.note(problem(flaw, line))
    }

    private func problem(_ flaw: Flaw, _ line: Int) -> FileProblem {
        FileProblem(file: file, line: line, key: flaw.key, flaw.message, mend: flaw.mend)
    }
}

extension Given {
    /// What a file gives for a key.
    init(_ node: YAMLNode) {
        switch node.content {
        case .scalar(let text, _):
            self = node.isNothing ? .nothing : .text(text)
        case .mapping:
            self = .misshapen("a mapping")
        case .list(let items):
            var texts: [String] = []
            for item in items {
                guard let text = item.text, !item.isNothing else {
                    self = .misshapen("a list with something other than words in it")
                    return
                }
                texts.append(text)
            }
            self = .list(texts)
        }
    }
}

import Kernel
import Records
import YAML

/// Reads a `data.yaml`. Every problem is told at once, each with its line and what to do; nothing unknown is passed
/// over.
struct ManifestReader {
    private let file: String
    private(set) var problems: [FileProblem] = []

    /// - Throws: every problem there is.
    static func read(_ bytes: [UInt8], file: String) throws(FileProblems) -> DataManifest {
        var reader = ManifestReader(file: file)
        let root: YAMLNode?
        do { root = try YAMLReader().read(bytes) } catch {
            throw FileProblems(
                error.problems.map { FileProblem(file: file, line: $0.line, key: "", $0.message, mend: $0.mend) })
        }
        let manifest = reader.manifest(root ?? YAMLNode(.mapping([]), line: 1))
        guard reader.problems.isEmpty, let manifest else { throw FileProblems(reader.problems) }
        return manifest
    }

    private mutating func manifest(_ root: YAMLNode) -> DataManifest? {
        guard let pairs = root.pairs else {
            refuse(root.line, "", "The file is not keys and values", mend: "Write place: and tables: with their values")
            return nil
        }
        check(pairs, known: ["place", "records", "tables"])
        let place = text(pairs, "place", line: root.line)
        if let place, !IDText.isWellFormed(place) {
            refuse(
                root.line, "place", "\(place.prefix(80)) is not an identifier",
                mend: "Write the city's id, of a-z, 0-9 and -")
        }
        let records = list(pairs, "records").compactMap { $0.text.flatMap { fileName($0, "records", root.line) } }
        var tables: [DataManifest.Table] = []
        for node in list(pairs, "tables") {
            if let table = table(node) { tables.append(table) }
        }
        if tables.count > DataManifest.tablesMax {
            refuse(
                root.line, "tables", "There are more than \(DataManifest.tablesMax) tables",
                mend: "Put them in several folders")
        }
        return place.map { DataManifest(place: $0, recordFiles: records, tables: tables) }
    }

    private mutating func table(_ node: YAMLNode) -> DataManifest.Table? {
        guard let pairs = node.pairs else {
            refuse(
                node.line, "tables", "This table is not keys and values", mend: "Write - file: and its keys under it")
            return nil
        }
        let words = DataManifest.Shape.keys.keys.sorted().joined(separator: ", ")
        guard let holds = text(pairs, "holds", line: node.line) else { return nil }
        guard let keys = DataManifest.Shape.keys[holds] else {
            refuse(
                node.line, "holds", "\(holds.prefix(40)) is not something a file can hold here",
                mend: "Write one of \(words)")
            return nil
        }
        check(pairs, known: ["file", "holds", "title"] + keys)
        let file = text(pairs, "file", line: node.line).flatMap { fileName($0, "file", node.line) }
        let title = text(pairs, "title", line: node.line)
        guard let shape = shape(holds, pairs, node.line), let file, let title else { return nil }
        return DataManifest.Table(file: file, title: title, shape: shape, line: node.line)
    }

    private mutating func shape(_ holds: String, _ pairs: [YAMLPair], _ line: Int) -> DataManifest.Shape? {
        switch holds {
        case "boundaries": return text(pairs, "code", line: line).map { .boundaries(code: $0) }
        case "small-areas":
            let period = period(pairs, line)
            guard let area = text(pairs, "small-area", line: line), let ward = text(pairs, "ward", line: line),
                let period
            else { return nil }
            return .smallAreas(smallArea: area, ward: ward, period)
        case "population":
            let total = pairs.contains { $0.key == "total" } ? text(pairs, "total", line: line) : nil
            guard let area = text(pairs, "small-area", line: line), let day = day(pairs, "on", line) else { return nil }
            return .population(smallArea: area, total: total, on: day)
        default: return day(pairs, "as-at", line).map { .establishments(asAt: $0) }
        }
    }

    private mutating func period(_ pairs: [YAMLPair], _ line: Int) -> Period? {
        guard let from = day(pairs, "from", line) else { return nil }
        let isEnding = pairs.contains { $0.key == "until" }
        let until = isEnding ? day(pairs, "until", line) : nil
        if isEnding, until == nil { return nil }
        do { return try Period(from: from, until: until) } catch {
            refuse(line, "until", error.sentences.joined(separator: ". "), mend: "Give a later day")
            return nil
        }
    }
}

// MARK: - Pieces

extension ManifestReader {
    private mutating func refuse(_ line: Int, _ key: String, _ message: String, mend: String) {
        problems.append(FileProblem(file: file, line: max(1, line), key: key, message, mend: mend))
    }

    private mutating func check(_ pairs: [YAMLPair], known: [String]) {
        for pair in pairs where !known.contains(pair.key) {
            refuse(
                pair.line, pair.key, "\(pair.key.prefix(40)) is not a key here",
                mend: "It may have \(known.joined(separator: ", "))")
        }
    }

    private mutating func text(_ pairs: [YAMLPair], _ key: String, line: Int) -> String? {
        guard let pair = pairs.first(where: { $0.key == key }), !pair.value.isNothing else {
            refuse(line, key, "\(key) is missing", mend: "Give it")
            return nil
        }
        guard let text = pair.value.text, !text.isEmpty, text.count <= 200 else {
            refuse(pair.line, key, "This is not one line of at most 200 characters", mend: "Write one word or line")
            return nil
        }
        return text
    }

    private mutating func day(_ pairs: [YAMLPair], _ key: String, _ line: Int) -> Day? {
        guard let text = text(pairs, key, line: line) else { return nil }
        guard let day = Day(text) else {
            refuse(line, key, "\(text.prefix(40)) is not a day", mend: "Write it as 2009-12-31")
            return nil
        }
        return day
    }

    private mutating func list(_ pairs: [YAMLPair], _ key: String) -> [YAMLNode] {
        guard let pair = pairs.first(where: { $0.key == key }), !pair.value.isNothing else { return [] }
        guard let items = pair.value.items else {
            refuse(pair.line, key, "\(key) is not a list", mend: "Write each entry after a hyphen")
            return []
        }
        return items
    }

    /// A file of the same folder: the manifest of somebody else must not reach what lies beside it.
    private mutating func fileName(_ name: String, _ key: String, _ line: Int) -> String? {
        guard !name.contains("/"), !name.contains("\\"), !name.hasPrefix("."), !name.utf8.contains(where: { $0 < 0x20 })
        else {
            refuse(
                line, key, "\(name.prefix(80)) is not a file of this folder",
                mend: "Write the file's name, without a path")
            return nil
        }
        return name
    }
}

/// Every problem with what was asked to be read.
struct FileProblems: Error, Equatable {
    let problems: [FileProblem]

    init(_ problems: [FileProblem]) { self.problems = problems }
}

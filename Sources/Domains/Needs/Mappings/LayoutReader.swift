import Kernel
import Records
import Tables
import YAML

/// Reads the words of a mapping. Every problem is told at once, with its line; nothing unknown is passed over.
struct LayoutReader {
    private(set) var problems: [Problem] = []
    private var layout = Layout()

    static let keys = [
        "holds", "marks", "encoding", "sheet", "heading", "place", "time", "measure", "breakdown", "cells", "rules",
        "over-100",
        "measures", "rows", "where", "fields", "words", "constants", "area", "neighbours", "edition",
    ]
    static let cellsMax = 500, headingMax = 1_000

    /// - Throws: `Refusal.invalid` with every problem there is.
    static func read(_ text: String) throws(Refusal) -> Layout {
        var reader = LayoutReader()
        let root: YAMLNode?
        do { root = try YAMLReader().read(Array(text.utf8)) } catch {
            throw .invalid(error.problems.map { Problem("layout", "Line \($0.line): \($0.message). \($0.mend)") })
        }
        reader.take(root ?? YAMLNode(.mapping([]), line: 1))
        guard reader.problems.isEmpty else { throw .invalid(reader.problems) }
        return reader.layout
    }

    private mutating func take(_ root: YAMLNode) {
        guard let pairs = root.pairs else { return refuse(root.line, "The layout is not keys and values") }
        check(pairs, known: Self.keys)
        takeHead(pairs)
        if let node = root["place"] { takePlace(node) }
        if let node = root["time"] { takeTime(node) }
        if let node = root["measure"] { takeMeasure(node) }
        if let node = root["where"] { takeWhere(node) }
        for node in items(root, "cells") { takeCell(node) }
        for node in items(root, "rules") { takeRule(node) }
        for node in items(root, "measures") { takeDefinition(node) }
        layout.fieldColumns = texts(root, "fields")
        layout.fieldConstants = texts(root, "constants")
        for pair in root["words"]?.pairs ?? [] { layout.fieldWords[pair.key] = texts(pair.value) }
        layout.neighbours = items(root, "neighbours").compactMap(\.text)
        checkWhole(root)
    }

    private mutating func takeHead(_ pairs: [YAMLPair]) {
        for pair in pairs {
            guard let text = pair.value.text else { continue }
            switch pair.key {
            case "holds": layout.holds = choice(pair) ?? layout.holds
            case "encoding": layout.encoding = choice(pair) ?? layout.encoding
            case "sheet": layout.sheet = text
            case "heading": takeHeading(text, pair.line)
            case "over-100": layout.overHundred = choice(pair) ?? layout.overHundred
            case "breakdown": layout.breakdownColumn = text
            case "rows": layout.rowColumn = text
            case "area": layout.area = text
            case "edition": layout.edition = text
            case "marks":
                guard let marks = Marks.named(text) else {
                    let known = Marks.all.map(\.name).joined(separator: ", ")
                    refuse(pair.line, "\(text.prefix(40)) is no table of marks: it may be \(known)")
                    continue
                }
                layout.marks = marks
            default: break
            }
        }
    }

    private mutating func takeHeading(_ text: String, _ line: Int) {
        guard let heading = Int(text), (1...Self.headingMax).contains(heading) else {
            return refuse(line, "heading is the line that the heading stands on, from 1 to \(Self.headingMax)")
        }
        layout.headingLine = heading
    }

    private mutating func takePlace(_ node: YAMLNode) {
        check(node.pairs ?? [], known: ["codes", "names", "is", "level", "within"])
        layout.place.codes = items(node, "codes").compactMap(\.text)
        layout.place.names = items(node, "names").compactMap(\.text)
        layout.place.fixed = code(node, "is")
        layout.place.within = code(node, "within")
        if let pair = node.pairs?.first(where: { $0.key == "level" }) { layout.place.level = choice(pair) }
    }

    private mutating func takeTime(_ node: YAMLNode) {
        check(node.pairs ?? [], known: ["column", "is", "year", "months"])
        if let text = node["months"]?.text {
            if !["iso", "no"].contains(text) { refuse(node.line, "months may be iso, or no") }
            layout.time.readsMonths = text == "iso"
        }
        layout.time.column = node["column"]?.text
        layout.time.fixed = node["is"]?.text
        if let pair = node.pairs?.first(where: { $0.key == "year" }), pair.value.text != "of-measure" {
            layout.time.year = choice(pair)
        }
    }

    private mutating func takeWhere(_ node: YAMLNode) {
        guard let pairs = node.pairs, !pairs.isEmpty else {
            return refuse(node.line, "where: says of a column which of its words are read")
        }
        for pair in pairs {
            let words = pair.value.text.map { [$0] } ?? (pair.value.items ?? []).compactMap(\.text)
            if words.isEmpty { refuse(pair.line, "\(pair.key.prefix(40)): say which of its words are read") }
            layout.kept[pair.key] = Set(words)
        }
    }

    private mutating func takeMeasure(_ node: YAMLNode) {
        check(node.pairs ?? [], known: ["column", "prefix"])
        layout.measureColumn = node["column"]?.text
        layout.measurePrefix = node["prefix"]?.text ?? ""
    }

    private mutating func takeCell(_ node: YAMLNode) {
        check(
            node.pairs ?? [],
            known: ["column", "measure", "place", "month", "time", "breakdown", "numerator", "denominator"])
        guard let column = node["column"]?.text else { return refuse(node.line, "A cell needs its column") }
        var cell = Layout.Cell(column: column)
        cell.measure = node["measure"]?.text
        cell.place = code(node, "place")
        cell.time = node["time"]?.text
        cell.breakdown = node["breakdown"]?.text
        cell.numerator = node["numerator"]?.text
        cell.denominator = node["denominator"]?.text
        if let text = node["month"]?.text {
            cell.month = PeriodReader.month(text)
            if cell.month == nil { refuse(node.line, "\(text.prefix(40)) is no month") }
        }
        layout.cells.append(cell)
    }

    private mutating func takeRule(_ node: YAMLNode) {
        check(node.pairs ?? [], known: ["share", "part", "whole", "per", "decimals", "sum", "parts"])
        if let column = node["share"]?.text, let part = node["part"]?.text, let whole = node["whole"]?.text {
            let per = Int(node["per"]?.text ?? "100") ?? 100, decimals = Int(node["decimals"]?.text ?? "1") ?? 1
            layout.rules.append(.share(column: column, part: part, whole: whole, per: per, decimals: decimals))
        } else if let column = node["sum"]?.text {
            layout.rules.append(.sum(column: column, parts: items(node, "parts").compactMap(\.text)))
        } else {
            refuse(node.line, "A rule is a share with its part and whole, or a sum with its parts")
        }
    }

    private mutating func takeDefinition(_ node: YAMLNode) {
        guard let id = node["id"]?.text, IDText.isWellFormed(id) else {
            return refuse(node.line, "A measure needs its id, of a-z, 0-9 and -")
        }
        let fields = texts(node).filter { $0.key != "id" }
        // The day is the import's; any will do to ask whether the rest can be a measure.
        var draft = RecordDraft(Measure.kind, ["as-at": .text("2000-01-01")])
        for (key, text) in fields.sorted(by: { $0.key < $1.key }) { draft.give(key, .text(text)) }
        do throws(Flaws) { _ = try Measure.kind.record(from: draft, id: id) } catch {
            for flaw in error.all { refuse(node.line, "\(id): \(flaw.message). \(flaw.mend)") }
        }
        layout.definitions.append(.init(id: id, fields: fields))
    }

    private mutating func checkWhole(_ root: YAMLNode) {
        if layout.holds != .observations, !layout.kept.isEmpty {
            refuse(root.line, "where: is for files of figures only")
        }
        switch layout.holds {
        case .observations:
            if layout.cells.isEmpty { refuse(root.line, "cells: is missing: say which columns hold figures") }
            if layout.cells.count > Self.cellsMax { refuse(root.line, "There are more than \(Self.cellsMax) cells") }
            let isPlaced = layout.place.fixed != nil || !(layout.place.codes + layout.place.names).isEmpty
            for cell in layout.cells {
                if !isPlaced, cell.place == nil { refuse(root.line, "\(cell.column): say which place it is of") }
                if layout.measureColumn == nil, cell.measure == nil {
                    refuse(root.line, "\(cell.column): say which measure it is")
                }
                if layout.time.column == nil, layout.time.fixed == nil, cell.time == nil {
                    refuse(root.line, "\(cell.column): say which time it is of")
                }
            }
        case .measures:
            if layout.fieldColumns["code"] == nil || layout.fieldColumns["name"] == nil {
                refuse(root.line, "fields: must say in which columns code and name are")
            }
        case .neighbours:
            if layout.area == nil || layout.neighbours.isEmpty || layout.edition == nil {
                refuse(root.line, "area:, neighbours: and edition: are needed")
            }
        }
    }
}

// MARK: - Pieces

extension LayoutReader {
    private mutating func refuse(_ line: Int, _ words: String) {
        problems.append(Problem("layout", line > 0 ? "Line \(line): \(words)" : words))
    }

    private mutating func check(_ pairs: [YAMLPair], known: [String]) {
        for pair in pairs where !known.contains(pair.key) {
            refuse(
                pair.line, "\(pair.key.prefix(40)) is not a key here; it may be \(known.joined(separator: ", "))")
        }
    }

    private mutating func choice<Value: RawRepresentable & CaseIterable>(_ pair: YAMLPair) -> Value?
    where Value.RawValue == String {
        if let text = pair.value.text, let value = Value(rawValue: text) { return value }
        let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
        refuse(pair.line, "\(pair.key) may be \(known)")
        return nil
    }

    private mutating func code(_ node: YAMLNode, _ key: String) -> PlaceCode? {
        guard let text = node[key]?.text else { return nil }
        if let code = PlaceCode(checking: text) { return code }
        refuse(node.line, "\(text.prefix(40)) is not the code of a place")
        return nil
    }

    private func items(_ node: YAMLNode, _ key: String) -> [YAMLNode] { node[key]?.items ?? [] }
    private func texts(_ node: YAMLNode, _ key: String) -> [String: String] { node[key].map(texts) ?? [:] }

    private func texts(_ node: YAMLNode) -> [String: String] {
        Dictionary((node.pairs ?? []).compactMap { pair in pair.value.text.map { (pair.key, $0) } }) { $1 }
    }
}

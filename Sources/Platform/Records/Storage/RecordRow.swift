internal import Kernel
internal import Store

/// Makes records of the rows of one kind's table. Words that come again and again are kept once.
struct RecordRows {
    let kind: Kind
    private let fields: [Field]
    private var known: [String: String] = [:]
    private var cited: [String: [Citation]] = ["": []]

    init(_ kind: Kind) {
        self.kind = kind
        fields = kind.fields
    }

    /// Columns in the order of `Kind.columnList`.
    mutating func record(_ row: Row) -> Record {
        let period = Period(trusting: row.optionalDay(2), until: row.optionalDay(3), attested: row.optionalDay(4))
        var values: [Value] = []
        values.reserveCapacity(fields.count)
        var seals: [Int: [UInt8]] = [:]
        for position in fields.indices {
            guard fields[position].sealing != nil else { values.append(value(row, position)); continue }
            seals[position] = row.optionalBytes(position + Kind.commonColumns.count)
            values.append(seals[position] == nil ? .none : .withheld(.sealed))
        }
        return Record(
            kind, id: row.text(0), version: row.integer(1), period: period,
            provenance: Provenance(rawValue: row.text(5)) ?? .stated, sources: sources(row.text(6)),
            note: row.optionalText(7), values: values, place: nil, seals: seals)
    }

    private mutating func value(_ row: Row, _ position: Int) -> Value {
        let column = position + Kind.commonColumns.count
        switch fields[position].type {
        case .text, .prose: return row.optionalText(column).map(Value.text) ?? .none
        case .integer: return row.optionalInteger(column).map(Value.integer) ?? .none
        case .flag: return row.optionalFlag(column).map(Value.flag) ?? .none
        case .day: return row.optionalDay(column).map(Value.day) ?? .none
        case .choice, .reference:
            guard let text = row.optionalText(column) else { return .none }
            return .text(once(text))
        case .references, .choices:
            guard let text = row.optionalText(column) else { return .none }
            return .list(RecordRows.words(in: text).map { once($0) })
        }
    }

    private mutating func once(_ text: String) -> String {
        // Short texts take no memory of their own.
        guard text.utf8.count > 15 else { return text }
        if let held = known[text] { return held }
        known[text] = text
        return text
    }

    private mutating func sources(_ text: String) -> [Citation] {
        if let held = cited[text] { return held }
        let sources = text.split(separator: "\n").compactMap { Citation(reading: String($0)) }
        cited[text] = sources
        return sources
    }

    /// A list as its column holds it, `["one","two"]`: identifiers and words have no character that JSON would escape.
    static func text(of words: [String]) -> String { "[" + words.map { "\"\($0)\"" }.joined(separator: ",") + "]" }

    static func words(in text: String) -> [String] {
        text.split(separator: "\"").enumerated().compactMap { $0.offset % 2 == 1 ? String($0.element) : nil }
    }
}

extension Record {
    /// Everything its table holds of it, in the order of `Kind.columnList`.
    var bindings: [SQLBinding] {
        var bindings: [SQLBinding] = [
            .text(id), .integer(Int64(version)), period.from.bound, period.until.bound, period.attested.bound,
            .text(provenance.rawValue), .text(sources.map(\.description).joined(separator: "\n")), note.bound,
        ]
        for (position, field) in kind.fields.enumerated() {
            bindings.append(
                field.sealing == nil ? values[position].binding : seals[position].map(SQLBinding.bytes) ?? .null)
        }
        return bindings
    }
}

extension Value {
    var binding: SQLBinding {
        switch self {
        case .none, .withheld: .null
        case .text(let text): .text(text)
        case .integer(let number): .integer(Int64(number))
        case .flag(let flag): .flag(flag)
        case .day(let day): .day(day)
        case .list(let words): .text(RecordRows.text(of: words))
        }
    }
}

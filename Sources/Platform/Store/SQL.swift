/// A statement whose values are bound, never spliced.
///
///     "SELECT name FROM store_thing WHERE id = \(id)"             // binds
///     "SELECT * FROM \(raw: table)"                                  // only for names that come from code
///     "… WHERE id IN \(list: ids)"                                   // (?, ?, ?, ?)
///     "SELECT … \(sql: condition)"                                   // composes
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The statement with `?` where a value goes, as SQLite reads it. Holds no bound value.
    public private(set) var text: String
    var values: [Bound]
    /// Where in `text` the `?` stand: UTF-8 offsets, one for each value.
    private var places: [Int]

    /// A value, and what it would have been were it not null.
    struct Bound: Sendable {
        let value: SQLBinding
        let kind: SQLKind
    }

    public init(stringLiteral text: String) {
        (self.text, values, places) = (text, [], [])
    }

    public init(stringInterpolation pieces: Interpolation) { self = pieces.sql }

    /// Takes trusted text as SQL. Never for what comes from outside.
    public init(raw text: String) { self.init(stringLiteral: text) }

    public static func + (one: SQL, other: SQL) -> SQL {
        var both = one
        both.append(other)
        return both
    }

    public static func += (one: inout SQL, other: SQL) { one.append(other) }

    public mutating func append(_ other: SQL) {
        let shift = text.utf8.count
        text += other.text
        values += other.values
        places += other.places.map { $0 + shift }
    }

    /// The pieces with a separator between each two; empty when there are none.
    public static func joined(_ pieces: [SQL], by separator: SQL) -> SQL {
        var whole: SQL = ""
        for (index, piece) in pieces.enumerated() {
            if index > 0 { whole.append(separator) }
            whole.append(piece)
        }
        return whole
    }

    /// The statement with `$1`, `$2` … where a value goes, as PostgreSQL reads it.
    var numbered: String {
        var numbered = ""
        var rest = Substring(text)
        var taken = 0
        for (index, place) in places.enumerated() {
            let end = rest.utf8.index(rest.startIndex, offsetBy: place - taken)
            numbered += rest[..<end] + "$\(index + 1)"
            rest = rest[rest.utf8.index(after: end)...]
            taken = place + 1
        }
        return numbered + rest
    }

    /// Whether the statement itself says that its rows are few: `… LIMIT 100`, with no bracket after it.
    var endsInLimit: Bool {
        var rest = text.utf8[...]
        if let bracket = rest.lastIndex(of: UInt8(ascii: ")")) { rest = rest[bracket...] }
        while let letter = rest.firstIndex(of: UInt8(ascii: "L")) {
            rest = rest[letter...]
            if rest.starts(with: "LIMIT ".utf8) { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    fileprivate mutating func bind(_ value: SQLBinding, _ kind: SQLKind) {
        places.append(text.utf8.count)
        text += "?"
        values.append(Bound(value: value, kind: value.kind == .unknown ? kind : value.kind))
    }

    /// The last value is repeated until there are 1, 2, 4, 8 … of them, which changes nothing that `IN` says: so lists
    /// of any length make few texts, and each is kept prepared.
    fileprivate mutating func bind(list: [some SQLValue]) {
        var room = 1
        while room < list.count { room *= 2 }
        text += "("
        for index in 0..<(list.isEmpty ? 0 : room) {
            if index > 0 { text += ", " }
            let value = list[min(index, list.count - 1)]
            bind(value.bound, type(of: value).kind)
        }
        // `IN ()` is not SQL everywhere; nothing is in a list of one null.
        text += list.isEmpty ? "NULL)" : ")"
    }
}

extension SQL {
    /// What `"… \(value) …"` means when it is SQL.
    public struct Interpolation: StringInterpolationProtocol {
        fileprivate var sql: SQL = ""

        public init(literalCapacity: Int, interpolationCount: Int) {
            sql.text.reserveCapacity(literalCapacity + interpolationCount)
            sql.values.reserveCapacity(interpolationCount)
            sql.places.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ literal: String) { sql.text += literal }
        public mutating func appendInterpolation<Value: SQLValue>(_ value: Value) { sql.bind(value.bound, Value.kind) }
        public mutating func appendInterpolation<Value: SQLValue>(_ value: Value?) { sql.bind(value.bound, Value.kind) }
        public mutating func appendInterpolation(list: [some SQLValue]) { sql.bind(list: list) }
        public mutating func appendInterpolation(sql other: SQL) { sql.append(other) }
        public mutating func appendInterpolation(raw trusted: String) { sql.text += trusted }
    }
}

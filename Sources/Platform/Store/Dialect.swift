/// Makes a column's type mean the same on both engines.
///
/// Only the word after a column's name, in CREATE TABLE and ALTER TABLE … ADD, is touched:
///
/// | written | SQLite | PostgreSQL |
/// |---|---|---|
/// | `DATE` | refuses all but a real day, `2009-12-31` | `DATE` |
/// | `BOOLEAN` | refuses all but true and false | `BOOLEAN` |
/// | `TIMESTAMPTZ` | refuses all but `2009-12-31T23:59:59.000000Z` | `TIMESTAMPTZ` |
/// | `TEXT` | `TEXT` | `TEXT COLLATE "C"`: sorts by code point, as SQLite does |
/// | `INTEGER` | `INTEGER` | `BIGINT`: 64 bits, as on SQLite |
/// | `REAL` | `REAL` | `DOUBLE PRECISION`: 64 bits, as on SQLite |
/// | `BLOB` | `BLOB` | `BYTEA` |
enum Dialect {
    static func rewrite(_ script: String, for engine: Engine) -> String {
        var reader = DialectReader(engine)
        return SQLWords(script).map { reader.rewrite($0) }.joined()
    }

    /// What a type becomes; nil when it stays as it is.
    static func type(_ written: String, of column: String, on engine: Engine) -> String? {
        switch (engine, written) {
        case (.sqlite, "DATE"): "DATE CHECK (\(column) IS \(realDay(column)))"
        case (.sqlite, "BOOLEAN"): "BOOLEAN CHECK (\(column) IN (0, 1))"
        case (.sqlite, "TIMESTAMPTZ"): "TIMESTAMPTZ CHECK (\(column) IS NULL OR (\(isMoment(column))))"
        case (.postgres, "TEXT"): "TEXT COLLATE \"C\""
        case (.postgres, "INTEGER"): "BIGINT"
        case (.postgres, "REAL"): "DOUBLE PRECISION"
        case (.postgres, "BLOB"): "BYTEA"
        default: nil
        }
    }

    /// Without a modifier SQLite takes 30 February for a day.
    private static func realDay(_ text: String) -> String { "date(\(text), '+0 days')" }

    private static func isMoment(_ column: String) -> String {
        let two = "[0-9][0-9]", sixty = "[0-5][0-9]", day = "substr(\(column), 1, 10)"
        return "\(column) GLOB '\(two)\(two)-\(two)-\(two)T[0-2][0-9]:\(sixty):\(sixty).\(two)\(two)\(two)Z'"
            + " AND substr(\(column), 12, 2) < '24' AND \(day) IS \(realDay(day))"
    }
}

/// Walks the words of a script and knows when a column's type comes next.
struct DialectReader {
    private let engine: Engine
    /// The statement's words so far, upper-case, up to its first bracket.
    private var opening: [String] = []
    private var depth = 0
    private var isColumnNext = false
    private var column: String?

    init(_ engine: Engine) { self.engine = engine }

    mutating func rewrite(_ word: SQLWords.Word) -> String {
        switch word.kind {
        case .space: return word.text
        case .mark: mark(word.text)
        case .name: return name(word)
        }
        return word.text
    }

    private mutating func mark(_ text: String) {
        column = nil
        switch text {
        case "(":
            depth += 1
            if depth == 1 { isColumnNext = isCreatingTable }
        case ")": depth -= 1
        case ",":
            if depth == 1 { isColumnNext = isCreatingTable }
            if depth == 0 { opening.append(",") }
        case ";" where depth == 0: opening = []
        default: break
        }
    }

    private mutating func name(_ word: SQLWords.Word) -> String {
        let upper = word.text.uppercased()
        defer { if depth == 0 { opening.append(upper) } }
        if let named = column {
            column = nil
            return Dialect.type(upper, of: named, on: engine) ?? word.text
        }
        if isColumnNext || isAddingColumn(upper) {
            isColumnNext = false
            if !DialectReader.constraints.contains(upper) { column = word.text }
        }
        return word.text
    }

    private var isCreatingTable: Bool {
        opening.first == "CREATE" && opening.prefix(3).contains("TABLE") && !opening.contains("AS")
    }

    private func isAddingColumn(_ upper: String) -> Bool {
        guard depth == 0, opening.starts(with: ["ALTER", "TABLE"]), opening.count > 2, upper != "COLUMN" else {
            return false
        }
        return opening.last == "ADD" || opening.suffix(2) == ["ADD", "COLUMN"]
    }

    private static let constraints: Set<String> = [
        "PRIMARY", "FOREIGN", "UNIQUE", "CHECK", "CONSTRAINT", "EXCLUDE", "LIKE",
    ]
}

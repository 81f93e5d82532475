internal import Kernel

extension RecordStore {
    /// The table a kind of record needs, as a room's `Schema/*.sql` should make it: a column a field, with its limits.
    ///
    /// A test compares it with what the rooms ship; it is never run.
    public static func expectedTable(for kind: Kind) -> String {
        let columns = commonColumns + kind.fields.map { ($0.sqlColumn, $0.columnType) }
        let width = (columns.map(\.0.count).max() ?? 0) + 1
        let lines = columns.map { name, type in "    " + name.padded(to: width) + type + "," }
        let indexes = kind.fields.compactMap { field -> String? in
            guard case .reference = field.type else { return nil }
            return "CREATE INDEX \(kind.table)_\(field.column) ON \(kind.table) (\(field.sqlColumn));"
        }
        return """
            CREATE TABLE \(kind.table) (
            \(lines.joined(separator: "\n"))
                PRIMARY KEY (id, version),
                CHECK (until_day > from_day)
            );
            \((indexes + [""]).joined(separator: "\n"))
            """
    }

    private static let commonColumns = [
        ("id", "TEXT NOT NULL \(pointsAtSubject)"),
        ("version", "INTEGER NOT NULL CHECK (version BETWEEN 1 AND \(Versions.countMax))"),
        ("from_day", "DATE"),
        ("until_day", "DATE"),
        ("attested_day", "DATE"),
        ("provenance", "TEXT NOT NULL CHECK (provenance IN (\(quoted(Provenance.allCases.map(\.rawValue)))))"),
        ("sources", "TEXT NOT NULL"),
        ("note", "TEXT CHECK (length(note) BETWEEN 1 AND \(TextCheck.noteMax))"),
    ]

    static let pointsAtSubject = "REFERENCES records_subject (id) DEFERRABLE INITIALLY DEFERRED"

    static func quoted(_ words: [String]) -> String { words.map { "'\($0)'" }.joined(separator: ", ") }
}

extension Field {
    /// The column's type and checks. A list is a JSON array of words; of references, `records_link` says the same, with
    /// an index.
    fileprivate var columnType: String {
        let must = isRequired ? " NOT NULL" : ""
        if sealing != nil { return "BLOB\(must) CHECK (length(\(sqlColumn)) > 32)" }
        return switch type {
        case .text(let max), .prose(let max): "TEXT\(must) CHECK (length(\(sqlColumn)) BETWEEN 1 AND \(max))"
        case .integer(let range):
            "INTEGER\(must) CHECK (\(sqlColumn) BETWEEN \(range.lowerBound) AND \(range.upperBound))"
        case .flag: "BOOLEAN\(must)"
        case .day: "DATE\(must)"
        case .choice(let choices): "TEXT\(must) CHECK (\(sqlColumn) IN (\(RecordStore.quoted(choices.map(\.value)))))"
        case .reference: "TEXT\(must) \(RecordStore.pointsAtSubject)"
        case .references, .choices: "TEXT\(must) CHECK (\(sqlColumn) LIKE '[\"%\"]')"
        }
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}

/// A table as SQLite describes it: enough to copy its rows.
struct TableShape {
    /// What each engine's migrations are is the engine's own affair: not copied.
    static let migrations = "store_migration"

    let name: String
    let columns: [String]

    var quoted: String { TableShape.quote(name) }

    static func quote(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }

    /// Copies every row, each value as its column was declared.
    func copyRows(from source: Transaction, to target: Transaction) throws {
        let names = columns.map(TableShape.quote).joined(separator: ", ")
        try source.each("SELECT \(raw: names) FROM \(raw: quoted)") { row in
            let values: [SQL] = columns.indices.map { "\(row.binding($0))" }
            try target.send(
                "INSERT INTO \(raw: quoted) (\(raw: names)) VALUES (\(sql: SQL.joined(values, by: ", ")))")
        }
    }
}

extension Transaction {
    /// The tables of a SQLite file, those that others point at first.
    func tables() throws -> [TableShape] {
        let names = try rows(
            """
            SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            ORDER BY name
            """
        ).map { $0.text(0) }.filter { $0 != TableShape.migrations }
        var ordered: [String] = [], visited: Set<String> = []
        for name in names { try visit(name, &ordered, &visited) }
        return try ordered.map { name in
            TableShape(
                name: name, columns: try rows("PRAGMA table_info(\(raw: TableShape.quote(name)))").map { $0.text(1) })
        }
    }

    /// A circle is cut where it is met: the keys that make one are checked at the end.
    private func visit(_ name: String, _ ordered: inout [String], _ visited: inout Set<String>) throws {
        guard visited.insert(name).inserted else { return }
        let keys = try rows("PRAGMA foreign_key_list(\(raw: TableShape.quote(name)))")
        for target in Set(keys.map { $0.text(2) }).sorted() { try visit(target, &ordered, &visited) }
        ordered.append(name)
    }

    func count(of table: TableShape) throws -> Int {
        try one("SELECT count(*) FROM \(raw: table.quoted)")?.integer(0) ?? 0
    }
}

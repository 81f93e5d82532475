import Testing

@Suite("SQL touches only its owner's tables")
struct SQLTests {
    static let owners = Tree.rooms + Tree.services

    @Test("A room's or a service's tables begin with its own name, and nobody else names them", arguments: owners)
    func ownTables(owner: String) {
        let prefix = owner.lowercased() + "_"
        for file in Tree.sources + Tree.migrations where file.target == owner {
            for table in Table.all(in: file.text) where !table.name.hasPrefix(prefix) && !isAllowed(table, to: owner) {
                Issue.record("\(file) reaches for the table \(table.name): \(owner) may touch only \(prefix)*")
            }
        }
    }

    @Test(
        "Whoever joins the rooms asks them, not their tables", arguments: ["Workflows", "App", "Server", "thinkchild"])
    func noSQL(target: String) {
        for file in Tree.sources where file.target == target {
            for table in Table.all(in: file.text) where Self.owners.contains(where: table.isIn) {
                Issue.record("\(file) names the table \(table.name): ask the room or service that owns it")
            }
        }
    }

    /// Everything is about a subject of the records, so every table may point at that one. The store may look at the
    /// engines' own catalogues.
    private func isAllowed(_ table: Table, to owner: String) -> Bool {
        if table.verb == "REFERENCES", table.name == "records_subject" { return true }
        return owner == "Store" && ["sqlite_", "pg_", "information_schema"].contains { table.name.hasPrefix($0) }
    }

    @Test(
        "Tables are found where SQL names them",
        arguments: [
            ("SELECT a FROM places_area JOIN partners_post ON x", ["places_area", "partners_post"]),
            ("INSERT INTO ledger_fact (a) VALUES (1) ON CONFLICT DO UPDATE SET a = 1", ["ledger_fact"]),
            (
                "CREATE TABLE IF NOT EXISTS store_x (y TEXT REFERENCES records_subject (id))",
                ["store_x", "records_subject"]
            ),
            ("WITH latest AS (SELECT 1) SELECT * FROM latest", []),
            ("WITH RECURSIVE up(a, b) AS (SELECT 1) SELECT * FROM up", []),
            ("CREATE UNIQUE INDEX a ON places_area (b); DELETE FROM places_area", ["places_area", "places_area"]),
            ("a IS DISTINCT FROM b_c", []), ("/// reads from a_table", []),
            ("UPDATE partners_post SET a = 1", ["partners_post"]),
        ])
    func reading(text: String, tables: [String]) { #expect(Table.all(in: text).map(\.name) == tables) }
}

/// A table as a statement names it, and the word before it.
struct Table: Equatable {
    let verb: String
    let name: String

    func isIn(_ owner: String) -> Bool { name.hasPrefix(owner.lowercased() + "_") }

    /// Words that only these statements write in capitals, each followed by a table.
    private static let verbs: Set<Substring> = [
        "FROM", "JOIN", "INTO", "UPDATE", "REFERENCES", "TABLE", "EXISTS", "ON",
    ]

    static func all(in text: String) -> [Table] {
        let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
        let named = Set(commonTables(words))
        return words.indices.dropFirst().compactMap { place in
            let (verb, name) = (words[place - 1], words[place])
            guard verbs.contains(verb), name.contains("_"), name.first?.isLowercase == true, !named.contains(name)
            else { return nil }
            if verb == "FROM", place > 1, words[place - 2] == "DISTINCT" { return nil }
            // `ON` before a table makes an index; elsewhere it joins, and what follows is a column.
            if verb == "ON", !words[..<place].suffix(6).contains("INDEX") { return nil }
            return Table(verb: String(verb), name: String(name))
        }
    }

    /// Names that `WITH … AS (` gives to a query of its own.
    private static func commonTables(_ words: [Substring]) -> [Substring] {
        words.indices.dropFirst().filter { words[$0] == "AS" }.map { words[$0 - 1] }
            + words.indices.dropFirst().filter { ["WITH", "RECURSIVE"].contains(words[$0 - 1]) }.map { words[$0] }
    }
}

import Cast
import Foundation
import Store
import Testing

@Suite struct AddRowsTests {
    static let table = Schema(
        room: "rows",
        migrations: [
            Migration(
                "0001-things",
                Array(
                    "CREATE TABLE rows_thing (id INTEGER PRIMARY KEY, words TEXT, number INTEGER CHECK (number > -9))"
                        .utf8))
        ])
    static let columns: [RowColumn] = [.integer("id"), .text("words"), .integer("number")]

    private func store(_ engine: Engine) async throws -> Store {
        let store = try await freshStore(on: engine)
        try await store.migrate([Self.table])
        return store
    }

    /// Words that would end an array, a quotation or a value early, or stand for nothing.
    static let words: [String?] = [
        "plain", "", " ", nil, "NULL", "null", "{}", "a,b", "\"quoted\"", "back\\slash", "\\\"", "'", "line\nline",
        "\u{1F600} é e\u{301}", "?", "$1", "}", "{\"a\"",
    ]

    @Test("Rows come back as they were given, however many", arguments: Engine.allForTests)
    func given(engine: Engine) async throws {
        let store = try await store(engine)
        let rows: [[SQLBinding]] = (0..<12_001).map { index in
            [
                index.bound, Self.words[index % Self.words.count].bound,
                index % 7 == 0 ? .null : (Int.max - index).bound,
            ]
        }
        try await store.write { tx in
            try tx.add(to: "rows_thing", Self.columns, [])
            try tx.add(to: "rows_thing", Self.columns, rows)
        }
        let held = try await store.read { tx in
            try tx.rows("SELECT id, words, number FROM rows_thing ORDER BY id").map { row in
                [row.integer(0).bound, row.optionalText(1).bound, row.optionalInteger(2).bound]
            }
        }
        #expect(held == rows)
    }

    @Test("One row that may not be keeps out all", arguments: Engine.allForTests)
    func refused(engine: Engine) async throws {
        let store = try await store(engine)
        for wrong: [SQLBinding] in [[1.bound, .null, .null], [9.bound, .null, (-9).bound]] {
            await #expect(throws: StoreError.self) {
                try await store.write { tx in
                    try tx.add(to: "rows_thing", Self.columns, [[1.bound, .null, .null], wrong])
                }
            }
        }
        #expect(try await store.read { try $0.one("SELECT count(*) FROM rows_thing")?.integer(0) } == 0)
    }
}

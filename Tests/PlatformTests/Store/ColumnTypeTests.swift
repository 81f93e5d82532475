import Cast
import Kernel
import Store
import Testing

/// What a column takes, sorts by and matches is the same on each engine.
@Suite struct ColumnTypeTests {
    private func store(_ engine: Engine) async throws -> Store {
        let store = try await freshStore(on: engine)
        try await store.migrate([BindingTests.table])
        return store
    }

    @Test(
        "the schema refuses what is not of its type", arguments: Engine.allForTests,
        [
            "flag = \("yes")", "flag = \(2)", "day = \("31/12/2009")", "day = '2009-02-30'", "day = \("2009-2-3")",
            "at = \("yesterday")", "at = '2009-12-31T25:00:00.000000Z'", "at = '2009-02-30T00:00:00.000000Z'",
        ] as [SQL])
    func refuses(engine: Engine, change: SQL) async throws {
        let store = try await store(engine)
        // PostgreSQL refuses some as a value, some as an expression; either way by the schema.
        await #expect(throws: StoreError.self) {
            try await store.write { tx in
                try tx.run("INSERT INTO binding_thing (id) VALUES (1)")
                try tx.run("UPDATE binding_thing SET \(sql: change)")
            }
        }
    }

    @Test(
        "what is right is taken", arguments: Engine.allForTests,
        ["flag = TRUE", "day = '2009-12-31'", "at = '2009-12-31T23:59:59.000000Z'", "day = NULL"])
    func takes(engine: Engine, change: String) async throws {
        let store = try await store(engine)
        let changed = try await store.write { tx in
            try tx.run("INSERT INTO binding_thing (id) VALUES (1)")
            return try tx.run("UPDATE binding_thing SET \(raw: change)")
        }
        #expect(changed == 1)
    }

    @Test("text sorts by code point, and LIKE tells cases apart", arguments: Engine.allForTests)
    func textOrder(engine: Engine) async throws {
        let store = try await store(engine)
        try await store.write { tx in
            for (id, words) in ["b", "B", "a", "_", "é", "A b", "Ab"].enumerated() {
                try tx.run("INSERT INTO binding_thing (id, words) VALUES (\(id), \(words))")
            }
            let order = try tx.rows("SELECT words FROM binding_thing ORDER BY words").map { $0.text(0) }
            #expect(order == ["A b", "Ab", "B", "_", "a", "b", "é"])
            #expect(try tx.rows("SELECT id FROM binding_thing WHERE words LIKE \("b%")").count == 1)
        }
    }

    @Test(
        "rules have one name on both engines", arguments: Engine.allForTests,
        [
            ("INSERT INTO t VALUES (1, 1, 1), (1, 1, 1)", StoreError.Kind.duplicate),
            ("INSERT INTO t VALUES (1, 7, 1)", .dangling),
            ("INSERT INTO t VALUES (1, NULL, NULL)", .rule),
            ("INSERT INTO t VALUES (1, NULL, -1)", .rule),
            ("INSERT INTO nowhere VALUES (1)", .statement),
        ] as [(String, StoreError.Kind)])
    func kinds(engine: Engine, rule: (sql: String, kind: StoreError.Kind)) async throws {
        let store = try await freshStore(on: engine)
        let error = await #expect(throws: StoreError.self) {
            try await store.write { tx in
                try tx.run(
                    """
                    CREATE TABLE t (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES t (id),
                        size INTEGER NOT NULL CHECK (size > 0))
                    """
                )
                try tx.run("\(raw: rule.sql)")
            }
        }
        #expect(error?.kind == rule.kind)
        #expect(error?.statement == rule.sql)
    }

    @Test("an error never shows a bound value", arguments: Engine.allForTests)
    func secrets(engine: Engine) async throws {
        let store = try await store(engine)
        let error = await #expect(throws: StoreError.self) {
            try await store.write { tx in
                try tx.run("INSERT INTO binding_thing (id, words) VALUES (1, \("secret")), (1, \("secret"))")
            }
        }
        #expect(error?.description.contains("secret") == false)
        let other = await #expect(throws: StoreError.self) {
            try await store.write {
                _ = try $0.run("INSERT INTO binding_thing (id, day) VALUES (1, CAST(\("secret") AS DATE))")
            }
        }
        #expect(other?.description.contains("secret") == false)
    }
}

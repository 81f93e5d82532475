import Cast
import Kernel
import Store
import Testing

@Suite struct MigrateTests {
    private static let first = Migration(
        "0001-things", Array("CREATE TABLE migrate_thing (id INTEGER PRIMARY KEY);".utf8))
    private static let second = Migration(
        "0002-names", Array("ALTER TABLE migrate_thing ADD COLUMN name TEXT NOT NULL DEFAULT '';".utf8))
    private static func schema(_ migrations: Migration...) -> [Schema] {
        [Schema(room: "migrate", migrations: migrations)]
    }

    @Test(arguments: Engine.allForTests)
    func runsEachOnceInOrder(engine: Engine) async throws {
        let store = try await freshStore(on: engine)
        try await store.migrate(Self.schema(Self.first))
        try await store.write { _ = try $0.run("INSERT INTO migrate_thing (id) VALUES (1)") }
        for _ in 0..<2 { try await store.migrate(Self.schema(Self.first, Self.second)) }
        let names = try await store.read {
            try $0.rows("SELECT name, applied_at FROM store_migration ORDER BY name").map { $0.text(0) }
        }
        #expect(names == ["0001-things", "0002-names"])
        #expect(try await store.read { try $0.one("SELECT name FROM migrate_thing")?.text(0) } == "")
    }

    @Test("an edited migration, and a database from the future, are refused", arguments: Engine.allForTests)
    func refuses(engine: Engine) async throws {
        let store = try await freshStore(on: engine)
        try await store.migrate(Self.schema(Self.first, Self.second))
        let edited = Migration("0001-things", Array("CREATE TABLE migrate_thing (id BIGINT PRIMARY KEY);".utf8))
        for (schemas, words) in [
            (Self.schema(edited, Self.second), "0001-things is not what this database was made with"),
            (Self.schema(Self.first), "newer ThinkChild"),
            ([], "newer ThinkChild"),
            (Self.schema(Migration("0000-earlier", []), Self.first, Self.second), "a new migration goes last"),
        ] {
            let error = await #expect(throws: StoreError.self) { try await store.migrate(schemas) }
            #expect(error?.kind == .migration)
            #expect(error?.message.contains(words) == true)
        }
    }

    @Test("one that fails leaves nothing of itself, and all of those before it", arguments: Engine.allForTests)
    func fails(engine: Engine) async throws {
        let store = try await freshStore(on: engine)
        let broken = Migration(
            "0002-broken",
            Array("CREATE TABLE migrate_other (id INTEGER); CREATE TABLE migrate_thing (id INTEGER);".utf8))
        let error = await #expect(throws: StoreError.self) { try await store.migrate(Self.schema(Self.first, broken)) }
        #expect(error?.message.contains("migrate/0002-broken") == true)
        try await store.migrate(Self.schema(Self.first))
        await #expect(throws: StoreError.self) {
            try await store.read { _ = try $0.rows("SELECT * FROM migrate_other") }
        }
        try await store.migrate(Self.schema(Self.first, Self.second))
    }

    @Test("siblings: each engine runs its own", arguments: Engine.allForTests)
    func siblings(engine: Engine) async throws {
        let store = try await freshStore(on: engine)
        let both = Migration(
            "0001-which", sqlite: Array("CREATE TABLE migrate_which AS SELECT 'sqlite' AS name;".utf8),
            postgres: Array("CREATE TABLE migrate_which AS SELECT 'postgres' AS name;".utf8))
        try await store.migrate(Self.schema(both))
        #expect(try await store.read { try $0.one("SELECT name FROM migrate_which")?.text(0) } == engine.rawValue)
    }

    @Test("two processes that start at once", arguments: Engine.allForTests)
    func atOnce(engine: Engine) async throws {
        let location = try await freshLocation(on: engine)
        let stores = try (0..<4).map { _ in try Store.open(location, settings: .forTests) }
        try await withThrowingTaskGroup { group in
            for store in stores { group.addTask { try await store.migrate(Self.schema(Self.first, Self.second)) } }
            try await group.waitForAll()
        }
        #expect(try await stores[0].read { try $0.one("SELECT count(*) FROM store_migration")?.integer(0) } == 2)
    }

    @Test("a table may be made anew although others point at it; pointing at nothing is found")
    func rebuildsOnSQLite() async throws {
        let store = try await freshStore(on: .sqlite)
        let tables = Migration(
            "0001-a",
            Array(
                """
                CREATE TABLE migrate_a (id INTEGER PRIMARY KEY);
                CREATE TABLE migrate_b (a INTEGER NOT NULL REFERENCES migrate_a (id));
                INSERT INTO migrate_a VALUES (1); INSERT INTO migrate_b VALUES (1);
                """.utf8))
        let rebuild = "CREATE TABLE n (id INTEGER PRIMARY KEY, x TEXT); INSERT INTO n (id) SELECT id FROM migrate_a;"
        let swap = "DROP TABLE migrate_a; ALTER TABLE n RENAME TO migrate_a;"
        try await store.migrate(Self.schema(tables, Migration("0002-b", Array((rebuild + swap).utf8))))
        let loses = Migration("0003-c", Array("DELETE FROM migrate_a;".utf8))
        let error = await #expect(throws: StoreError.self) {
            try await store.migrate(Self.schema(tables, Migration("0002-b", Array((rebuild + swap).utf8)), loses))
        }
        #expect(error?.kind == .dangling)
        await #expect(throws: StoreError.self) {
            try await store.write { _ = try $0.run("INSERT INTO migrate_b VALUES (9)") }
        }
    }
}

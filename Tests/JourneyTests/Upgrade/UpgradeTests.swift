import App
import Cast
import Foundation
import Store
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// What happens to the tables when a version of the service starts: made once, and never by a version too old.
@Suite struct UpgradeTests {
    /// A location as a child process is given it: the whole URL, password and all.
    private func text(_ location: Location) -> String {
        switch location {
        case .memory: ":memory:"
        case .file(let path): path
        case .postgres(let url): url
        }
    }

    @Test("processes that start at once make the tables once, and each finds them whole", arguments: Engine.allForTests)
    func startAtOnce(engine: Engine) async throws {
        let location = try await freshLocation(on: engine), database = text(location)
        let meeting = FileManager.default.temporaryDirectory
            .appendingPathComponent("thinkchild-upgrade-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: meeting) }
        await withTaskGroup { group in
            for _ in 0..<3 {
                group.addTask {
                    await #expect(processExitsWith: .success) {
                        [database = database as String, meeting = meeting as String] in
                        try await UpgradeTests.start(on: database, with: 3, at: meeting)
                    }
                }
            }
        }
        let building = Building(), store = try await building.openStore(location, configuration: .keyed, at: Date())
        let done = try await store.read {
            try $0.rows("SELECT room || '/' || name FROM store_migration").map { $0.text(0) }
        }
        #expect(
            done.sorted()
                == building.schemas.flatMap { schema in
                    schema.migrations.map { schema.room + "/" + $0.name }
                }.sorted())
    }

    /// Runs in a process of its own: waits until all have come, then starts as the service does.
    static func start(on database: String, with others: Int, at meeting: String) async throws {
        let file = open(meeting, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        guard write(file, "+", 1) == 1 else { throw CocoaError(.fileWriteUnknown) }
        for _ in 0..<6_000 where (FileManager.default.contents(atPath: meeting)?.count ?? 0) < others { usleep(5_000) }
        let store = try await Building().openStore(Location(database), configuration: .keyed, at: Date())
        _ = try await store.read { try $0.one("SELECT count(*) FROM ledger_fact")?.integer(0) }
        store.close()
    }

    @Test(
        "a database that a newer version has changed is refused, in words, and left alone",
        arguments: Engine.allForTests)
    func newerDatabase(engine: Engine) async throws {
        let location = try await freshLocation(on: engine)
        let store = try await Building().openStore(location, configuration: .keyed, at: Date())
        try await store.write { tx in
            _ = try tx.run(
                """
                INSERT INTO store_migration (room, name, digest, applied_at)
                SELECT 'partners', '9999-from-a-later-version', 'x', applied_at FROM store_migration LIMIT 1
                """)
        }
        let before = try await store.read { try $0.one("SELECT count(*) FROM store_migration")?.integer(0) }
        let error = await #expect(throws: StoreError.self) {
            _ = try await Building().openStore(location, configuration: .keyed, at: Date())
        }
        #expect(error?.kind == .migration)
        let words = "made by a newer ThinkChild (it has partners/9999-from-a-later-version)"
        #expect(error?.description.contains(words) == true)
        #expect(try await store.read { try $0.one("SELECT count(*) FROM store_migration")?.integer(0) } == before)
    }
}

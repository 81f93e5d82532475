import Foundation
import Kernel
import Store

/// So many people saving at once, each waiting for their own answer, for so many seconds.
enum Writes {
    struct Outcome: Codable {
        let perSecond: Int
        let flushesPerWrite: Double
    }

    static func run(database: String, people: Int, seconds: Int) async throws -> Outcome {
        let store = try Store.open(try Location(database))
        defer { store.close() }
        let table = "CREATE TABLE IF NOT EXISTS bench_write (id TEXT NOT NULL PRIMARY KEY, said TEXT NOT NULL)"
        try await store.write { _ = try $0.run("\(raw: table)") }
        let before = store.counters.writes, flushesBefore = try await flushes(of: store), start = Clock.now()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for person in 0..<people {
                group.addTask { try await save(person, in: store, until: start + Double(seconds)) }
            }
            try await group.waitForAll()
        }
        let elapsed = Clock.now() - start, writes = store.counters.writes - before
        let flushes = try await flushes(of: store) - flushesBefore
        return Outcome(
            perSecond: Int(Double(writes) / elapsed),
            flushesPerWrite: (1_000 * Double(flushes) / Double(max(1, writes))).rounded() / 1_000)
    }

    private static func save(_ person: Int, in store: Store, until end: Double) async throws {
        while Clock.now() < end {
            let id = "\(person)-\(UUID().uuidString)"
            try await store.write { tx in
                _ = try tx.run("INSERT INTO bench_write (id, said) VALUES (\(id), \("something that was said"))")
            }
        }
    }

    /// On SQLite each commit is a flush. PostgreSQL groups them itself; each connection tells its count when asked to.
    private static func flushes(of store: Store) async throws -> Int {
        guard store.engine == .postgres else { return store.counters.commits }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<64 {
                group.addTask {
                    _ = try await store.read {
                        try $0.one("SELECT pg_stat_force_next_flush() IS NULL, pg_sleep(0.02)")?.flag(0)
                    }
                }
            }
            try await group.waitForAll()
        }
        try await Task.sleep(for: .milliseconds(200))
        return try await store.read { try $0.one("SELECT wal_sync FROM pg_stat_wal")?.integer(0) ?? 0 }
    }
}

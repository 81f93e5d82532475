import Foundation
import Kernel
import Store

/// So many people saving at once, each waiting for their own answer, for so many seconds.
enum Writes {
    static func run(database: String, people: Int, seconds: Int) async throws -> String {
        let store = try Store.open(try Location(database))
        let table = "CREATE TABLE bench_write (id TEXT NOT NULL PRIMARY KEY, said TEXT NOT NULL);"
        try await store.migrate([Schema(room: "bench", migrations: [Migration("0001-writes", Array(table.utf8))])])
        let before = store.counters, start = Clock.now()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for person in 0..<people {
                group.addTask {
                    var number = 0
                    while Clock.now() - start < Double(seconds) {
                        let id = "\(person)-\(number)-\(UUID().uuidString)"
                        _ = try await store.write { tx in
                            try tx.run(
                                "INSERT INTO bench_write (id, said) VALUES (\(id), \("something that was said"))")
                        }
                        number += 1
                    }
                }
            }
            try await group.waitForAll()
        }
        let after = store.counters, elapsed = Clock.now() - start
        let writes = after.writes - before.writes
        let flushes = Double(after.commits - before.commits) / Double(max(1, writes))
        store.close()
        return "| \(store.engine) | \(people) | \(Int(Double(writes) / elapsed)) | \(String(format: "%.3f", flushes)) |"
    }
}

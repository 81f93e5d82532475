import Cast
import Foundation
import Kernel
import Store
import Synchronization
import Testing

@Suite struct TransactionTests {
    static let table = Schema(
        room: "transaction",
        migrations: [Migration("0001-things", Array("CREATE TABLE transaction_thing (id INTEGER PRIMARY KEY);".utf8))])

    private func store(_ engine: Engine) async throws -> Store {
        let store = try await freshStore(on: engine)
        try await store.migrate([Self.table])
        return store
    }

    private func ids(_ store: Store) async throws -> [Int] {
        try await store.read { try $0.rows("SELECT id FROM transaction_thing ORDER BY id").map { $0.integer(0) } }
    }

    @Test("a refusal undoes what came before it", arguments: Engine.allForTests)
    func refusal(engine: Engine) async throws {
        let store = try await store(engine)
        await #expect(throws: Refusal.outOfOrder("no")) {
            try await store.write { tx in
                try tx.run("INSERT INTO transaction_thing VALUES (1)")
                throw Refusal.outOfOrder("no")
            }
        }
        #expect(try await ids(store) == [])
    }

    @Test("a failure that was caught still undoes everything", arguments: Engine.allForTests)
    func caughtFailure(engine: Engine) async throws {
        let store = try await store(engine)
        let error = await #expect(throws: StoreError.self) {
            try await store.write { tx in
                try tx.run("INSERT INTO transaction_thing VALUES (1)")
                _ = try? tx.run("INSERT INTO transaction_thing VALUES (1)")
                _ = try? tx.run("INSERT INTO transaction_thing VALUES (2)")
            }
        }
        #expect(error?.kind == .duplicate)
        #expect(try await ids(store) == [])
    }

    @Test("what was sent without waiting counts as much", arguments: Engine.allForTests)
    func sent(engine: Engine) async throws {
        let store = try await store(engine)
        try await store.write { tx in for id in 1...150 { try tx.send("INSERT INTO transaction_thing VALUES (\(id))") }
        }
        #expect(try await ids(store).count == 150)
        let error = await #expect(throws: StoreError.self) {
            try await store.write { tx in
                try tx.run("INSERT INTO transaction_thing VALUES (200)")
                try tx.send("INSERT INTO transaction_thing VALUES (1)")
            }
        }
        #expect(error?.kind == .duplicate)
        #expect(try await ids(store).count == 150)
    }

    @Test("rows changed", arguments: Engine.allForTests)
    func rowsChanged(engine: Engine) async throws {
        let store = try await store(engine)
        try await store.write { tx throws -> Void in
            #expect(try tx.run("INSERT INTO transaction_thing VALUES (1), (2), (3)") == 3)
            #expect(try tx.run("UPDATE transaction_thing SET id = id + 10 WHERE id > \(1)") == 2)
            #expect(try tx.run("DELETE FROM transaction_thing WHERE id = \(99)") == 0)
        }
    }

    @Test("a read cannot write", arguments: Engine.allForTests)
    func readOnly(engine: Engine) async throws {
        let store = try await store(engine)
        let error = await #expect(throws: StoreError.self) {
            try await store.read { _ = try $0.run("INSERT INTO transaction_thing VALUES (1)") }
        }
        #expect(error?.kind == .readOnly)
    }

    @Test("a database in memory does all of it on one connection")
    func memory() async throws {
        let store = try Store.open(.memory)
        try await store.migrate([Self.table])
        await withTaskGroup { group in
            for id in 1...50 {
                group.addTask {
                    try? await store.write { _ = try $0.run("INSERT INTO transaction_thing VALUES (\(id))") }
                }
                group.addTask { _ = try? await ids(store) }
            }
        }
        #expect(try await ids(store) == Array(1...50))
        let error = await #expect(throws: StoreError.self) {
            try await store.read { _ = try $0.run("DELETE FROM transaction_thing") }
        }
        #expect(error?.kind == .readOnly)
    }

    @Test(
        "a column that is not what it was read as fails the closure and names the column",
        arguments: Engine.allForTests,
        [
            ("SELECT 'x' AS words", "words"), ("SELECT NULL AS words", "words"), ("SELECT 1 AS other", "words"),
        ])
    func misread(engine: Engine, row: (sql: String, column: String)) async throws {
        let store = try await store(engine)
        let error = await #expect(throws: StoreError.self) {
            try await store.read { try $0.one("\(raw: row.sql)")?.integer("words") }
        }
        #expect(error?.kind == .misread)
        #expect(error?.message.contains(row.column) == true)
    }

    @Test("a read does not see what is not committed, and is not held up by it", arguments: Engine.allForTests)
    func uncommitted(engine: Engine) async throws {
        let store = try await store(engine)
        let written = Gate(), mayEnd = Gate()
        async let write: Void = store.write { tx in
            try tx.run("INSERT INTO transaction_thing VALUES (1)")
            written.open()
            mayEnd.wait()
        }
        let seen = try await store.read { tx in
            written.wait()
            return try tx.rows("SELECT id FROM transaction_thing").count
        }
        mayEnd.open()
        try await write
        #expect(seen == 0)
        #expect(try await ids(store) == [1])
    }

    /// Twice, since PostgreSQL only begins a transaction for a read that is known to ask for more than one thing.
    @Test("a read sees one moment, whatever is committed meanwhile", arguments: Engine.allForTests)
    func snapshot(engine: Engine) async throws {
        let store = try await store(engine)
        for round in 1...2 {
            let looked = Gate(), written = Gate()
            async let read = store.read { tx in
                let before = try tx.rows("SELECT id FROM transaction_thing").count
                looked.open()
                written.wait()
                return (before, try tx.rows("SELECT id FROM transaction_thing").count)
            }
            await looked.opened()
            try await store.write { _ = try $0.run("INSERT INTO transaction_thing VALUES (\(round))") }
            written.open()
            let (before, after) = try await read
            #expect(before == after)
            #expect(round == 1 || before == 1)
        }
    }

    @Test("streaming: nested statements, an early end, a thrown error", arguments: Engine.allForTests, [10, 5_000])
    func streams(engine: Engine, count: Int) async throws {
        let store = try await store(engine)
        try await store.write { tx in
            for id in 1...count { try tx.send("INSERT INTO transaction_thing VALUES (\(id))") }
            let all: SQL = "SELECT id FROM transaction_thing ORDER BY id"
            var sum = 0, nested = 0
            try tx.each(all) { row in
                sum += row.integer(0)
                if row.integer(0) % 1_000 == 3 {
                    // The same statement inside itself, and one that changes something.
                    try tx.each(all) { _ in nested += 1 }
                    try tx.run("UPDATE transaction_thing SET id = id WHERE id = \(row.integer(0))")
                }
            }
            #expect(sum == count * (count + 1) / 2)
            #expect(nested == count * ((count + 996) / 1_000))
            var seen = 0
            #expect(throws: Refusal.notFound) {
                try tx.each(all) { _ in
                    seen += 1
                    if seen == 5 { throw Refusal.notFound }
                }
            }
            #expect(seen == 5)
            #expect(try tx.one("SELECT count(*) FROM transaction_thing")?.integer(0) == count)
        }
    }

    @Test("work for after the commit is done once, and not for what was undone", arguments: Engine.allForTests)
    func afterCommit(engine: Engine) async throws {
        let store = try await store(engine)
        let done = Mutex<[String]>([])
        try await store.write { tx in
            tx.afterCommit { done.withLock { $0.append("kept") } }
            try tx.run("INSERT INTO transaction_thing VALUES (1)")
        }
        await #expect(throws: Refusal.notFound) {
            try await store.write { tx in
                tx.afterCommit { done.withLock { $0.append("undone") } }
                throw Refusal.notFound
            }
        }
        try await store.write { _ = try $0.run("INSERT INTO transaction_thing VALUES (2)") }
        store.close()
        #expect(done.withLock { $0 } == ["kept"])
        await #expect(throws: Refusal.unavailable("The database is closed")) { try await ids(store) }
    }

    @Test(
        "a chore asked for many times is never done twice at once, and always once after the last",
        arguments: Engine.allForTests)
    func chores(engine: Engine) async throws {
        let store = try await store(engine)
        let seen = Mutex<(running: Int, most: Int, last: Int)>((0, 0, 0))
        let chore = Chore("counting") { store in
            seen.withLock {
                $0.running += 1; $0.most = max($0.most, $0.running)
            }
            let count = try await ids(store).count
            seen.withLock {
                $0.running -= 1; $0.last = max($0.last, count)
            }
        }
        try await withThrowingTaskGroup { group in
            for id in 1...40 {
                group.addTask {
                    try await store.write { tx in
                        try tx.run("INSERT INTO transaction_thing VALUES (\(id))")
                        tx.afterCommit(chore)
                        tx.afterCommit(chore)
                    }
                }
            }
            try await group.waitForAll()
        }
        for _ in 0..<6_000 where seen.withLock({ $0.last }) < 40 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(seen.withLock { $0.last } == 40)
        #expect(seen.withLock { $0.most } == 1)
    }
}

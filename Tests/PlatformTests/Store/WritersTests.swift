import Cast
import Foundation
import Kernel
import Store
import Synchronization
import Testing

/// Many write at once.
@Suite struct WritersTests {
    static let tables = Schema(
        room: "writers",
        migrations: [
            Migration(
                "0001-things",
                Array(
                    """
                    CREATE TABLE writers_thing (id INTEGER PRIMARY KEY, count INTEGER NOT NULL DEFAULT 0);
                    CREATE TABLE writers_child (
                        id INTEGER PRIMARY KEY,
                        parent INTEGER NOT NULL REFERENCES writers_thing (id) DEFERRABLE INITIALLY DEFERRED
                    );
                    """.utf8))
        ])

    private func store(_ engine: Engine, _ settings: StoreSettings = .forTests) async throws -> Store {
        let store = try await freshStore(on: engine, settings: settings)
        try await store.migrate([Self.tables])
        return store
    }

    /// Holds the writer until `count` others wait, so that they share what comes next.
    private func together(_ store: Store, _ works: [@Sendable (Transaction) throws -> Void]) async -> [Result<
        Void, any Error
    >] {
        let held = Gate(), isHeld = Gate(), asked = Tally()
        let holder = Task {
            try await store.write { _ in
                isHeld.open()
                held.wait()
            }
        }
        await isHeld.opened()
        let outcomes = await withTaskGroup(of: (Int, Result<Void, any Error>).self) { group in
            for (index, work) in works.enumerated() {
                group.addTask {
                    asked.count.wrappingAdd(1, ordering: .relaxed)
                    do { return (index, .success(try await store.write(work))) } catch {
                        return (index, .failure(error))
                    }
                }
            }
            // A moment after the last of them has asked: what it asked is waiting by then.
            group.addTask {
                while asked.count.load(ordering: .relaxed) < works.count {
                    try? await Task.sleep(for: .milliseconds(20))
                }
                try? await Task.sleep(for: .milliseconds(300))
                held.open()
                return (-1, .success(()))
            }
            var outcomes = [Result<Void, any Error>](repeating: .success(()), count: works.count)
            for await (index, outcome) in group where index >= 0 { outcomes[index] = outcome }
            return outcomes
        }
        _ = try? await holder.value
        return outcomes
    }

    @Test("on SQLite those who wait together share a flush, and each hears of its own outcome")
    func group() async throws {
        let store = try await store(.sqlite)
        let before = store.counters
        let outcomes = await together(
            store,
            (1...40).map { id in
                { tx in
                    try tx.run("INSERT INTO writers_thing (id) VALUES (\(id))")
                    if id % 10 == 0 { throw Refusal.outOfOrder("\(id)") }
                    if id % 10 == 5 { try tx.run("INSERT INTO writers_thing (id) VALUES (\(id))") }
                }
            })
        for (index, outcome) in outcomes.enumerated() {
            switch ((index + 1) % 10, outcome) {
            case (0, .failure(let error)): #expect(error as? Refusal == .outOfOrder("\(index + 1)"))
            case (5, .failure(let error)): #expect((error as? StoreError)?.kind == .duplicate)
            case (0, .success), (5, .success): Issue.record("\(index + 1) was kept")
            case (_, .failure(let error)): Issue.record("\(index + 1): \(error)")
            case (_, .success): break
            }
        }
        let ids = try await store.read { try $0.rows("SELECT id FROM writers_thing ORDER BY id").map { $0.integer(0) } }
        #expect(ids == (1...40).filter { $0 % 5 != 0 })
        #expect(store.counters.writes - before.writes == 1 + 32)
        #expect(store.counters.commits - before.commits == 2)
        #expect(store.counters.groupSizeMax == 32)
    }

    @Test("a commit that fails is done again one by one, and only the culprit is refused")
    func culprit() async throws {
        let store = try await store(.sqlite)
        let outcomes = await together(
            store,
            (1...20).map { id in
                { tx in
                    try tx.run("INSERT INTO writers_thing (id) VALUES (\(id))")
                    // Number 7's parent never comes, which the database only says at the commit.
                    try tx.run("INSERT INTO writers_child (id, parent) VALUES (\(id), \(id == 7 ? 99 : id))")
                }
            })
        for (index, outcome) in outcomes.enumerated() {
            if case .failure(let error) = outcome {
                #expect(index + 1 == 7)
                #expect((error as? StoreError)?.kind == .dangling)
            } else {
                #expect(index + 1 != 7)
            }
        }
        #expect(try await store.read { try $0.one("SELECT count(*) FROM writers_child")?.integer(0) } == 19)
    }

    @Test("a deferred foreign key is refused at the commit", arguments: Engine.allForTests)
    func deferred(engine: Engine) async throws {
        let store = try await store(engine)
        let error = await #expect(throws: StoreError.self) {
            try await store.write { _ = try $0.run("INSERT INTO writers_child VALUES (1, 99)") }
        }
        #expect(error?.kind == .dangling)
        #expect(try await store.read { try $0.rows("SELECT 1 FROM writers_child").count } == 0)
    }

    @Test("nobody's addition is lost", arguments: Engine.allForTests)
    func additions(engine: Engine) async throws {
        let store = try await store(engine)
        try await store.write { _ = try $0.run("INSERT INTO writers_thing (id) VALUES (1)") }
        try await withThrowingTaskGroup { group in
            for _ in 0..<60 {
                group.addTask {
                    try await store.write { tx in
                        let count = try tx.one("SELECT count FROM writers_thing WHERE id = 1")?.integer(0) ?? 0
                        try tx.run("UPDATE writers_thing SET count = \(count + 1) WHERE id = 1")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await store.read { try $0.one("SELECT count FROM writers_thing")?.integer(0) } == 60)
    }

    @Test("what a write checked still holds when it is kept: two cannot both leave", arguments: Engine.allForTests)
    func writeSkew(engine: Engine) async throws {
        let store = try await store(engine)
        try await store.write { _ = try $0.run("INSERT INTO writers_thing (id, count) VALUES (1, 1), (2, 1)") }
        let bothLooked = Meeting(of: 2, for: engine == .postgres ? 60 : 0.5)
        func leave(_ id: Int) async throws {
            try await store.write { tx in
                let present = try tx.one("SELECT sum(count) FROM writers_thing")?.integer(0) ?? 0
                bothLooked.wait()
                guard present > 1 else { throw Refusal.outOfOrder("Somebody must stay") }
                try tx.run("UPDATE writers_thing SET count = 0 WHERE id = \(id)")
            }
        }
        async let one: Void = leave(1)
        async let other: Void = leave(2)
        var refusals = 0
        do { try await one } catch Refusal.outOfOrder { refusals += 1 }
        do { try await other } catch Refusal.outOfOrder { refusals += 1 }
        #expect(refusals == 1)
        #expect(try await store.read { try $0.one("SELECT sum(count) FROM writers_thing")?.integer(0) } == 1)
        if engine == .postgres { #expect(store.counters.retries >= 1) }
    }

    @Test("a reader is not held up by the writer, however many write", arguments: Engine.allForTests)
    func readersGoOn(engine: Engine) async throws {
        let store = try await store(engine)
        let held = Gate()
        async let write: Void = store.write { _ in held.wait() }
        let sum = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 1...50 {
                group.addTask { try await store.read { try $0.one("SELECT \(number) + 0")?.integer(0) ?? 0 } }
            }
            return try await group.reduce(0, +)
        }
        held.open()
        try await write
        #expect(sum == 1_275)
    }

    @Test("who waits too long for a turn is told, and nothing is lost for the rest", arguments: Engine.allForTests)
    func turns(engine: Engine) async throws {
        var settings = StoreSettings.forTests
        (settings.readers, settings.connections, settings.waitMax) = (1, 1, .seconds(2))
        let store = try await store(engine, settings)
        let held = Gate(), isHeld = Gate()
        async let holder: Void = store.read { _ in
            isHeld.open()
            held.wait()
        }
        await isHeld.opened()
        await #expect(
            throws: Refusal.unavailable("The database is busy. Nothing was changed; please try again in a moment")
        ) {
            try await store.read { _ = try $0.one("SELECT 1") }
        }
        held.open()
        try await holder
        #expect(try await store.read { try $0.one("SELECT 1")?.integer(0) } == 1)
        #expect(store.counters.busy == 1)
    }
}

/// How many have come.
private final class Tally: Sendable {
    let count = Atomic(0)
}

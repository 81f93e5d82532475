import Cast
import Dispatch
import Foundation
import Kernel
import Store
import Testing

/// Connections that die, servers that are not there. Skipped where there is no PostgreSQL to test with.
@Suite(.enabled(if: Engine.allForTests.contains(.postgres)))
struct PostgresFaultTests {
    private func store(_ location: Location? = nil, _ settings: StoreSettings = .forTests) async throws -> Store {
        let location = if let location { location } else { try await freshLocation(on: .postgres) }
        let store = try Store.open(location, settings: settings)
        try await store.migrate([WritersTests.tables])
        return store
    }

    /// A fresh store whose server is at the far end of a cable.
    private func cabled() async throws -> (Store, Cable) {
        guard case .postgres(let url) = try await freshLocation(on: .postgres), let parts = URLComponents(string: url)
        else {
            throw Refusal.notFound
        }
        let cable = try Cable(to: UInt16(parts.port ?? 5432))
        var through = parts
        (through.host, through.port) = ("127.0.0.1", Int(cable.port))
        var settings = StoreSettings.forTests
        settings.connections = 1
        return (try await store(.postgres(through.string ?? ""), settings), cable)
    }

    @Test("a connection that was ended is made anew, for reads and for writes")
    func terminated() async throws {
        var settings = StoreSettings.forTests
        settings.connections = 1
        let store = try await store(nil, settings)
        for round in 1...4 {
            let backend = try await store.read { try $0.one("SELECT pg_backend_pid()")?.integer(0) ?? 0 }
            let other = try await freshStore(on: .postgres)
            _ = try await other.read { try $0.one("SELECT pg_terminate_backend(\(backend)::int)")?.flag(0) }
            if round == 4 {
                // Nothing is asked before the commit.
                try await store.write { try $0.send("INSERT INTO writers_thing (id) VALUES (4)") }
            } else if round == 2 {
                #expect(try await store.read { try $0.one("SELECT 1")?.integer(0) } == 1)
            } else {
                try await store.write { _ = try $0.run("INSERT INTO writers_thing (id) VALUES (\(round))") }
            }
        }
        #expect(store.counters.reconnects == 4)
        #expect(try await store.read { try $0.one("SELECT count(*) FROM writers_thing")?.integer(0) } == 3)
    }

    @Test("a write whose connection dies before the commit is done again, whole")
    func lostBeforeCommit() async throws {
        let (store, cable) = try await cabled()
        cable.set(.whenAskedFor(Array("writers_thing (id, count)".utf8)))
        try await store.write { tx in
            try tx.run("INSERT INTO writers_thing (id) VALUES (1)")
            try tx.run("INSERT INTO writers_thing (id, count) VALUES (2, 2)")
        }
        #expect(store.counters.reconnects == 1)
        #expect(try await store.read { try $0.one("SELECT count(*) FROM writers_thing")?.integer(0) } == 2)
    }

    @Test("a write whose commit was not answered is not done again: it may have been saved, and is said to")
    func lostAtCommit() async throws {
        let (store, cable) = try await cabled()
        try await store.write { _ = try $0.run("INSERT INTO writers_thing (id) VALUES (1)") }
        cable.set(.whenAskedFor(Array("COMMIT".utf8)))
        let fresh = try Store.open(store.location, settings: .forTests)
        // A new connection has COMMIT still to prepare, so that the word goes over the line.
        let error = await #expect(throws: Refusal.self) {
            try await fresh.write { tx in
                try tx.run("INSERT INTO writers_thing (id) VALUES (2)")
            }
        }
        #expect(error?.sentences.first?.contains("may or may not have been saved") == true)
        // It was: the server had it.
        let second: SQL = "SELECT 1 FROM writers_thing WHERE id = 2"
        for _ in 0..<3_000 where try await store.read({ try $0.one(second) == nil }) {
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(try await fresh.read { try $0.one("SELECT count(*) FROM writers_thing")?.integer(0) } == 2)
    }

    @Test("a server that goes away refuses, and is found again when it is back")
    func away() async throws {
        let (store, cable) = try await cabled()
        cable.set(.atOnce)
        let error = await #expect(throws: Refusal.self) { try await store.read { _ = try $0.one("SELECT 1") } }
        guard case .unavailable? = error else { return #expect(Bool(false), "\(String(describing: error))") }
        await #expect(throws: Refusal.self) {
            try await store.write { _ = try $0.run("INSERT INTO writers_thing (id) VALUES (1)") }
        }
        cable.set(.never)
        try await store.write { _ = try $0.run("INSERT INTO writers_thing (id) VALUES (1)") }
        #expect(try await store.read { try $0.one("SELECT count(*) FROM writers_thing")?.integer(0) } == 1)
    }

    @Test("an address with nobody at it is refused at once, and shows no password")
    func nobody() throws {
        for url in [
            "postgres://u:hush@127.0.0.1:1/x", "postgres://u:hush@[x/y",
            "postgres://u:hush@127.0.0.1:1/x?nonsense=hush",
        ] {
            let error = #expect(throws: Refusal.self) { try Store.open(.postgres(url)) }
            guard case .unavailable(let why)? = error else { return #expect(Bool(false)) }
            #expect(!why.contains("hush"))
        }
    }

    @Test("a statement that takes too long is ended, and the connection goes on")
    func tooLong() async throws {
        var settings = StoreSettings.forTests
        settings.statementMax = .seconds(2)
        let store = try Store.open(try await store().location, settings: settings)
        let error = await #expect(throws: Refusal.self) {
            try await store.read { _ = try $0.one("SELECT pg_sleep(60)") }
        }
        #expect(error?.sentences.first?.contains("too long") == true)
        #expect(try await store.read { try $0.one("SELECT 1")?.integer(0) } == 1)
        #expect(store.counters.reconnects == 0)
    }

    @Test("a table that changes under a prepared statement is no failure")
    func changedTable() async throws {
        let store = try await store()
        let other = try Store.open(store.location, settings: .forTests)
        let all: SQL = "SELECT * FROM writers_thing"
        _ = try await store.read { try $0.rows(all).count }
        try await other.write { _ = try $0.run("ALTER TABLE writers_thing ADD COLUMN name TEXT") }
        #expect(try await store.read { try $0.one("SELECT count(*) FROM (\(sql: all)) x")?.integer(0) } == 0)
        _ = try await store.write { tx in try tx.run("INSERT INTO writers_thing (id, name) VALUES (1, 'x')") }
        #expect(try await store.read { try $0.rows(all).first?.columnNames } == ["id", "count", "name"])
    }
}

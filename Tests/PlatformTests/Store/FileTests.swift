import Cast
import Foundation
import Kernel
import Store
import Testing

/// SQLite in a file.
@Suite struct FileTests {
    @Test("what is acknowledged is flushed, and foreign keys are held")
    func pragmas() async throws {
        let store = try await freshStore(on: .sqlite)
        let found = try await store.write { tx in
            try ["synchronous", "foreign_keys", "journal_mode"].map { try tx.one("PRAGMA \(raw: $0)")?.binding(0) }
        }
        #expect(found == [.integer(2), .integer(1), .text("wal")])
    }

    @Test("nobody else on the machine may read it")
    func permissions() async throws {
        let store = try await freshStore(on: .sqlite)
        try await store.write { _ = try $0.run("CREATE TABLE t (id INTEGER)") }
        let path = store.location.description
        for suffix in ["", "-wal", "-shm"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path + suffix)
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(suffix)")
        }
    }

    @Test("a file opened again still checks what its columns take")
    func openedAgain() async throws {
        let location = try await freshLocation(on: .sqlite)
        let day = Day(number: 0), moment = Date(timeIntervalSince1970: 0)
        for round in 1...2 {
            let store = try Store.open(location, settings: .forTests)
            try await store.migrate([BindingTests.table])
            try await store.write { tx in
                _ = try tx.run("INSERT INTO binding_thing (id, day, at) VALUES (\(round), \(day), \(moment))")
            }
            await #expect(throws: StoreError.self) {
                try await store.write { _ = try $0.run("INSERT INTO binding_thing (id, day) VALUES (9, \("soon"))") }
            }
            store.close()
        }
    }

    @Test("once closed it is one file, which may be moved away at once, and another made in its place")
    func closed() async throws {
        let location = try await freshLocation(on: .sqlite), path = location.description
        for _ in 1...20 {
            let store = try Store.open(location, settings: .forTests)
            try await store.write { _ = try $0.run("CREATE TABLE t (id INTEGER)") }
            #expect(try await store.read { try $0.one("SELECT count(*) FROM t")?.integer(0) } == 0)
            store.close()
            for ending in ["-wal", "-shm"] { #expect(!FileManager.default.fileExists(atPath: path + ending)) }
            try FileManager.default.removeItem(atPath: path)
        }
    }

    @Test("a path that will not do is refused in words")
    func refusals() async throws {
        let error = #expect(throws: Refusal.self) { try Store.open(.file("/nowhere/at/all.sqlite")) }
        #expect(error?.sentences.first?.contains("/nowhere/at/all.sqlite") == true)
        let path = try await freshLocation(on: .sqlite).description
        try Data("This is not a database, whatever its name".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: Refusal.self) { try Store.open(.file(path)) }
    }

    @Test("two programs write to one file, in turn")
    func twoPrograms() async throws {
        let location = try await freshLocation(on: .sqlite)
        let stores = try (0..<2).map { _ in try Store.open(location, settings: .forTests) }
        try await stores[0].migrate([WritersTests.tables])
        try await withThrowingTaskGroup { group in
            for id in 0..<100 {
                group.addTask {
                    try await stores[id % 2].write { _ = try $0.run("INSERT INTO writers_thing (id) VALUES (\(id))") }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await stores[1].read { try $0.one("SELECT count(*) FROM writers_thing")?.integer(0) } == 100)
    }

    @Test("a write finds the file locked, and says so")
    func locked() async throws {
        let location = try await freshLocation(on: .sqlite)
        var settings = StoreSettings.forTests
        settings.waitMax = .milliseconds(200)
        let one = try Store.open(location, settings: .forTests)
        try await one.migrate([WritersTests.tables])
        let other = try Store.open(location, settings: settings)
        let held = Gate(), isHeld = Gate()
        async let holder: Void = one.write { _ in
            isHeld.open()
            held.wait()
        }
        await isHeld.opened()
        let error = await #expect(throws: Refusal.self) {
            try await other.write { _ = try $0.run("INSERT INTO writers_thing (id) VALUES (1)") }
        }
        #expect(error?.sentences.first?.contains("Another program") == true)
        held.open()
        try await holder
    }

    @Test("a full disk refuses, and leaves what was there")
    func fullDisk() async throws {
        let store = try await freshStore(on: .sqlite)
        try await store.migrate([BindingTests.table])
        try await store.write { tx in
            try tx.run("INSERT INTO binding_thing (id) VALUES (0)")
            try tx.run("PRAGMA max_page_count = 40")
        }
        let error = await #expect(throws: Refusal.self) {
            try await store.write { tx in
                for id in 1...2_000 {
                    try tx.run(
                        "INSERT INTO binding_thing (id, words) VALUES (\(id), \(String(repeating: "x", count: 500)))")
                }
            }
        }
        #expect(error?.sentences.first?.contains("full") == true)
        #expect(try await store.read { try $0.one("SELECT count(*) FROM binding_thing")?.integer(0) } == 1)
    }
}

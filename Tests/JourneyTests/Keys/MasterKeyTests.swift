import App
import Cast
import Foundation
import Kernel
import Sealing
import Settings
import Store
import Testing

@testable import Workflows

@Suite("The master key of an installation", .serialized)
struct MasterKeyTests {
    @Test("On SQLite one is made at the first start, for its owner alone, and what its loss means is said then")
    func firstRun() async throws {
        let house = try await KeyHouse(.sqlite)
        var said: [String] = []
        let first = try await house.open { said.append($0) }
        let account = try await house.person("priya", in: first), sealed = try await house.seal(for: account, in: first)
        first.close()
        let path = house.file("trust.sqlite.key")
        #expect(said.count == 1 && said[0].contains(path) && said[0].contains("can be read by nobody, ever"))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
        let again = try await house.open { said.append($0) }
        #expect(said.count == 1)
        #expect(try await house.opened(sealed, for: account, in: again) == .open(KeyHouse.secret))
        again.close()
        let fine = await KeyDoctor.lines(house.location, try house.settings())
        #expect(fine.map(\.state) == [.fine], "\(fine)")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        await #expect(throws: Refusal.self) { try await house.open() }
        #expect(await KeyDoctor.lines(house.location, try house.settings()).map(\.state) == [.wrong])
    }

    @Test(
        "PostgreSQL must be given one, the same on every machine",
        arguments: Engine.allForTests.filter { $0 == .postgres })
    func postgres(engine: Engine) async throws {
        let house = try await KeyHouse(engine)
        await #expect(throws: Refusal.self) { try await house.open(["THINKCHILD_MASTER_KEY": ""]) }
        let empty = try Store.open(house.location, settings: .forTests)
        #expect(try await empty.pending(house.building.schemas) == .new)
        empty.close()
        #expect(
            await KeyDoctor.lines(house.location, try house.settings(["THINKCHILD_MASTER_KEY": ""])).map(\.state) == [
                .wrong
            ])
        try await house.open().close()
        await #expect(throws: Refusal.self) { try await house.open(["THINKCHILD_MASTER_KEY": MasterKey.fresh().text]) }
    }

    @Test(
        "A missing or another key is refused at the start, found by the doctor, and nothing is written",
        arguments: Engine.allForTests)
    func missing(engine: Engine) async throws {
        let house = try await KeyHouse(engine), store = try await house.open()
        let account = try await house.person("priya", in: store), sealed = try await house.seal(for: account, in: store)
        let mark = try await store.read { try $0.keyStatus() }.inUse
        store.close()
        let other = ["THINKCHILD_MASTER_KEY": MasterKey.fresh().text]
        let refusal = await #expect(throws: Refusal.self) { try await house.open(other) }
        #expect(refusal?.sentences.joined().contains(mark) == true)
        let lines = await KeyDoctor.lines(house.location, try house.settings(other))
        #expect(lines.map(\.state) == [.wrong] && lines[0].mend.contains("start-anew"), "\(lines)")
        if engine == .sqlite {
            let path = house.file("trust.sqlite.key")
            try FileManager.default.moveItem(atPath: path, toPath: path + ".elsewhere")
            let gone = await #expect(throws: Refusal.self) { try await house.open() }
            #expect(gone?.sentences.joined().contains(mark) == true)
            // No other is made in its place.
            #expect(!FileManager.default.fileExists(atPath: path))
            try FileManager.default.moveItem(atPath: path + ".elsewhere", toPath: path)
        }
        let again = try await house.open()
        #expect(try await house.opened(sealed, for: account, in: again) == .open(KeyHouse.secret))
        again.close()
    }

    @Test("It is changed by its verb; the one before is refused from then on", arguments: Engine.allForTests)
    func changed(engine: Engine) async throws {
        let house = try await KeyHouse(engine), store = try await house.open()
        let account = try await house.person("priya", in: store), sealed = try await house.seal(for: account, in: store)
        store.close()
        let old: String
        if engine == .sqlite {
            old = try #require(try MasterKeyFile(house.file("trust.sqlite.key")).read()).text
        } else {
            old = MasterKey.forTests.text
        }
        try await house.run("keys", "new", house.file("new.key"))
        await #expect(throws: Refusal.self) { try await house.run("keys", "new", house.file("new.key")) }
        let both = ["THINKCHILD_MASTER_KEY_FILE": house.file("new.key"), "THINKCHILD_MASTER_KEY_OLD": old]
        let one = ["THINKCHILD_MASTER_KEY_FILE": house.file("new.key")]
        await #expect(throws: Refusal.self) { try await house.run("keys", "status", with: one) }
        #expect(await KeyDoctor.lines(house.location, try house.settings(both)).map(\.state) == [.warning])
        #expect(try await house.run("keys", "rotate-master", with: both).text.contains("1 were wrapped anew"))
        #expect(try await house.run("keys", "status", with: one).exitCode == 0)
        let after = try await house.open(one)
        #expect(try await house.opened(sealed, for: account, in: after) == .open(KeyHouse.secret))
        after.close()
        await #expect(throws: Refusal.self) { try await house.open(["THINKCHILD_MASTER_KEY": old]) }
        #expect(await KeyDoctor.lines(house.location, try house.settings(one)).map(\.state) == [.fine])
    }

    @Test(
        "A backup of before the loss is put back after it, with the keys of a later one", arguments: Engine.allForTests)
    func lostBetween(engine: Engine) async throws {
        let house = try await KeyHouse(engine), store = try await house.open()
        let account = try await house.person("priya", in: store), sealed = try await house.seal(for: account, in: store)
        store.close()
        try await house.run("backup", house.file("before.backup"))
        var more: [String: String] = [:]
        if engine == .sqlite {
            try FileManager.default.removeItem(atPath: house.file("trust.sqlite.key"))
        } else {
            more["THINKCHILD_MASTER_KEY"] = MasterKey.fresh().text
        }
        try await house.run("keys", "start-anew", "--because", "it burnt", "--yes", with: more)
        try await house.run("backup", house.file("after.backup"), with: more)
        let verb = try #require(house.building.verbs.first { $0.name == "restore" })
        let none = try await house.building.openStore(.memory, at: KeyHouse.noon)
        defer { none.close() }
        // What is put aside is named for the moment, and a test server may be used again.
        _ = try await verb.run(
            [house.file("before.backup"), "--yes"], caller: .keyboard,
            now: KeyHouse.noon.addingTimeInterval(.random(in: 1...9e8)),
            house: house.building.house(over: none, configuration: try house.settings(more)))
        let after = try await house.open(more)
        #expect(try await house.opened(sealed, for: account, in: after) == .lost)
        let fresh = try await house.seal(for: account, in: after)
        #expect(try await house.opened(fresh, for: account, in: after) == .open(KeyHouse.secret))
        after.close()
    }

    @Test(
        "Lost, it is given up by its verb and in no other way; the rest of the service goes on",
        arguments: Engine.allForTests)
    func lost(engine: Engine) async throws {
        let house = try await KeyHouse(engine), store = try await house.open()
        let account = try await house.person("priya", in: store), sealed = try await house.seal(for: account, in: store)
        store.close()
        var more: [String: String] = [:]
        if engine == .sqlite {
            try FileManager.default.removeItem(atPath: house.file("trust.sqlite.key"))
        } else {
            more["THINKCHILD_MASTER_KEY"] = MasterKey.fresh().text
        }
        await #expect(throws: Refusal.self) { try await house.open(more) }
        #expect(try await house.run("keys", "start-anew", "--because", "it burnt", with: more).exitCode == 1)
        await #expect(throws: Refusal.self) { try await house.run("keys", "start-anew", "--yes", with: more) }
        try await house.run("keys", "start-anew", "--because", "it burnt", "--yes", with: more)
        let after = try await house.open(more)
        #expect(try await house.opened(sealed, for: account, in: after) == .lost)
        let fresh = try await house.seal(for: account, in: after)
        #expect(try await house.opened(fresh, for: account, in: after) == .open(KeyHouse.secret))
        after.close()
        #expect(await KeyDoctor.lines(house.location, try house.settings(more)).map(\.state) == [.fine, .warning])
        await #expect(throws: Refusal.self) {
            try await house.run("keys", "start-anew", "--because", "again", "--yes", with: more)
        }
    }
}

import App
import Cast
import Doors
import Foundation
import Identity
import Kernel
import Ledger
import Store
import Testing

@testable import Sealing
@testable import Workflows

/// What is erased stays erased, whatever backup is put back.
@Suite("Erasure reaches the backups", .serialized)
struct ErasureDrillTests {
    @Test("A backup holds no key; put back with its key file, all opens", arguments: Engine.allForTests)
    func apart(engine: Engine) async throws {
        let drill = try await Drill(engine), house = drill.house
        let backup = try Data(contentsOf: URL(fileURLWithPath: house.file("old.backup")))
        let keys = try #require(try KeyFile(house.file(KeyFile.usualName)).read())
        #expect(keys.keys.count == 4, "two accounts, with which their letters are sealed too, and two for drafts")
        for key in keys.keys { #expect(backup.firstRange(of: key.wrapped) == nil) }
        let mode = try FileManager.default.attributesOfItem(atPath: house.file(KeyFile.usualName))[.posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o600)
        try await drill.restore()
        let store = try await house.open()
        #expect(try await house.opened(drill.priyas, for: drill.priya, in: store) == .open(KeyHouse.secret))
        store.close()
    }

    @Test(
        "Erased, then an older backup put back over it with an older key file: still erased",
        arguments: Engine.allForTests)
    func overItself(engine: Engine) async throws {
        let drill = try await Drill(engine)
        try FileManager.default.copyItem(
            atPath: drill.house.file(KeyFile.usualName), toPath: drill.house.file("older.keys"))
        try await drill.erase()
        try await drill.expectErased(isRestored: false)
        try await drill.restore("--keys", drill.house.file("older.keys"))
        try await drill.expectErased()
    }

    @Test(
        "Erased, the machine lost, an older backup put back with the key file of a later one: still erased",
        arguments: Engine.allForTests)
    func elsewhere(engine: Engine) async throws {
        let drill = try await Drill(engine), house = drill.house
        try await drill.erase()
        // The later backup is of another folder, and its key file takes the place of the one there.
        try await house.run("backup", house.file("new.backup"))
        let keys = try #require(try KeyFile(house.file(KeyFile.usualName)).read())
        #expect(keys.keys.allSatisfy { $0.subject != Account.sealedFor(drill.priya) })
        #expect(keys.erased.map(\.subject) == [Account.sealedFor(drill.priya), SealedFor("drafts", "priya")])
        try await lose(house)
        try await drill.restore()
        try await drill.expectErased()
    }

    /// Takes the database away, and leaves the master key.
    private func lose(_ house: KeyHouse) async throws {
        guard case .file(let path) = house.location else {
            let store = try Store.open(house.location, settings: .forTests)
            try await store.write { tx in
                let schema = try tx.one("SELECT current_schema()")?.text(0) ?? ""
                try tx.run("DROP SCHEMA \(raw: schema) CASCADE")
                try tx.run("CREATE SCHEMA \(raw: schema)")
            }
            store.close()
            return
        }
        for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) }
    }

    @Test("An erasure that was stopped after its commit is finished by asking again", arguments: Engine.allForTests)
    func finished(engine: Engine) async throws {
        let drill = try await Drill(engine), house = drill.house, path = house.file(KeyFile.usualName)
        let store = try await house.open()
        let identity = try #require(house.building.house(over: store, configuration: try house.settings()).identity)
        try await identity.erase(
            drill.priya, under: "a request under Article 17", by: .keyboard, at: KeyHouse.noon)
        store.close()
        let left = try #require(try KeyFile(path).read())
        #expect(left.keys.contains { $0.subject == Account.sealedFor(drill.priya) }, "it has not come so far")
        let output = try await house.run("erase", "account:priya", "--reason", "again", "--keys", path, "--yes")
        #expect(output.text.contains("erased on 31 March 2026 under: a request under Article 17 already"))
        #expect(output.remarks.contains { $0.contains("holds its keys no longer") }, "\(output.remarks)")
        let keys = try #require(try KeyFile(path).read())
        #expect(keys.keys.allSatisfy { $0.subject != Account.sealedFor(drill.priya) })
        // The same for what is no account.
        let again = try await house.run("erase", "drafts:priya", "--reason", "again", "--keys", path, "--yes")
        #expect(again.text.contains("already"))
        let refusal = await #expect(throws: Refusal.self) {
            try await house.run("erase", "account:priya@example.org", "--reason", "again", "--yes")
        }
        #expect(refusal?.sentences.last?.contains("account:PERSON") == true)
    }

    @Test("Who was disabled since stays so, and no letter of before is sent with a link", arguments: Engine.allForTests)
    func disabledSince(engine: Engine) async throws {
        let drill = try await Drill(engine), house = drill.house
        try await house.run("user", "disable", "owen", "--because", "left")
        let output = try await drill.restore()
        #expect(output.remarks.contains("disabled since it was taken, and stay so: owen"), "\(output.remarks)")
        #expect(output.remarks.contains { $0.hasPrefix("2 letters that waited in it") }, "\(output.remarks)")
        #expect(!output.remarks.contains { $0.contains("Look through the accounts") }, "\(output.remarks)")
        let store = try await house.open()
        let states = try await store.read { tx in
            try tx.rows("SELECT disabled_at FROM identity_account ORDER BY person").map { $0.optionalInstant(0) != nil }
        }
        #expect(states == [true, false])
        #expect(try await store.read { try $0.outbox() }.isEmpty)
        let facts = try await Ledger(store: store).history(of: "account", id: drill.owen.text)
        #expect(facts.contains { $0.name == "identity.disabled" })
        store.close()
        // Where there is nothing to ask, it says what is to be looked through.
        try await lose(house)
        let alone = try await drill.restore()
        #expect(alone.remarks.contains { $0.contains("there was no database to ask") }, "\(alone.remarks)")
    }

    @Test("A named key file is reached by the erasure itself")
    func named() async throws {
        let drill = try await Drill(.sqlite), path = drill.house.file(KeyFile.usualName)
        let output = try await drill.house.run(
            "erase", "account:priya", "--reason", "a request under Article 17", "--keys", path, "--yes")
        #expect(output.remarks.contains { $0.contains("holds its keys no longer") }, "\(output.remarks)")
        let keys = try #require(try KeyFile(path).read())
        #expect(keys.keys.allSatisfy { $0.subject != Account.sealedFor(drill.priya) })
        try await lose(drill.house)
        try await drill.restore()
        try await drill.expectErased()
    }

    @Test(
        "Without its keys a backup is put back only when that is asked for, and what is sealed is then lost",
        arguments: Engine.allForTests)
    func without(engine: Engine) async throws {
        let drill = try await Drill(engine), house = drill.house
        try FileManager.default.removeItem(atPath: house.file(KeyFile.usualName))
        let refusal = await #expect(throws: Refusal.self) { try await drill.restore() }
        #expect(refusal?.sentences.joined().contains("--without-keys") == true)
        try await drill.restore("--without-keys")
        let store = try await house.open()
        #expect(try await house.opened(drill.priyas, for: drill.priya, in: store) == .lost)
        #expect(try await Ledger(store: store).verify().isWhole)
        store.close()
    }

    @Test(
        "What was lost with its keys stays lost and is no error, and opens when the keys are found",
        arguments: Engine.allForTests)
    func found(engine: Engine) async throws {
        let drill = try await Drill(engine), house = drill.house, keys = house.file(KeyFile.usualName)
        try FileManager.default.moveItem(atPath: keys, toPath: house.file("mislaid.keys"))
        try await drill.restore("--without-keys")
        var store = try await house.open()
        // Another key, which must not be taken for the one that is gone.
        let fresh = try await house.seal(for: drill.priya, in: store)
        #expect(try await house.opened(drill.priyas, for: drill.priya, in: store) == .lost)
        #expect(try await house.opened(fresh, for: drill.priya, in: store) == .open(KeyHouse.secret))
        #expect(try await store.read { try $0.keyStatus() }.keys.values.reduce(0, +) == 1)
        store.close()
        try FileManager.default.moveItem(atPath: house.file("mislaid.keys"), toPath: keys)
        try await house.run("backup", house.file("new.backup"))
        for backup in ["old.backup", "new.backup"] {
            try await drill.restore(backup: backup)
            store = try await house.open()
            #expect(try await house.opened(drill.priyas, for: drill.priya, in: store) == .open(KeyHouse.secret))
            #expect(try await house.opened(fresh, for: drill.priya, in: store) == .open(KeyHouse.secret))
            store.close()
        }
    }

    @Test(
        "A rehearsal proves the keys: all must be there, and the master key must open them",
        arguments: Engine.allForTests)
    func rehearsed(engine: Engine) async throws {
        let house = try await KeyHouse(engine)
        let store = try await house.open(), priya = try await house.person("priya", in: store)
        _ = try await house.seal(for: priya, in: store)
        try await house.run("backup", house.file("early.backup"), "--keys", house.file("early.keys"))
        let owen = try await house.person("owen", in: store)
        _ = try await house.seal(for: owen, in: store)
        store.close()
        try await house.run("backup", house.file("late.backup"))
        func rehearse(_ more: String..., with settings: [String: String] = [:]) async throws -> VerbOutput {
            try await house.run(["restore", house.file("late.backup"), "--rehearse"] + more, with: settings)
        }
        #expect(try await rehearse().exitCode == 0)
        let refusal = await #expect(throws: Refusal.self) { try await rehearse("--keys", house.file("early.keys")) }
        #expect(
            refusal?.sentences.joined().contains("1 of its keys are not in") == true, "\(String(describing: refusal))")
        #expect(try await rehearse("--keys", house.file("early.keys"), "--without-keys").exitCode == 0)
        let other = try await rehearse(with: ["THINKCHILD_MASTER_KEY": MasterKey.fresh().text])
        #expect(other.exitCode == 1 && other.remarks.contains { $0.contains("2 of its keys were not seen to open") })
        // What was erased since is missing rightly.
        try await house.run(
            "erase", "account:owen", "--reason", "a request", "--keys", house.file(KeyFile.usualName), "--yes")
        #expect(try await rehearse().exitCode == 0)
    }

    @Test("Erasing names what restores kept, with the keys of its time", arguments: Engine.allForTests)
    func keptAside(engine: Engine) async throws {
        let drill = try await Drill(engine), house = drill.house
        let kept = try #require(try await drill.restore().text.split(separator: " ").last.map(String.init))
        let output = try await house.run("erase", "account:owen", "--reason", "a request", "--yes")
        #expect(output.remarks.contains { $0.contains(kept) && $0.contains("delete it") }, "\(output.remarks)")
        #expect(output.remarks.contains { $0.contains(".copy-") })
    }

    @Test("What was revoked since a backup is not revived by it", arguments: Engine.allForTests)
    func revoked(engine: Engine) async throws {
        let drill = try await Drill(engine), house = drill.house
        var store = try await house.open()
        var identity = try #require(house.building.house(over: store, configuration: try house.settings()).identity)
        let path = try await identity.invite(
            person: "priya", email: "priya@example.org", by: .keyboard, at: KeyHouse.noon, on: KeyHouse.day
        ).path
        let link = try #require(Secret(checking: String(path.split(separator: "/").last ?? "")))
        let session = try await identity.choosePassword(
            "kettle window orbit", with: link, from: Coming(address: nil, userAgent: nil), at: KeyHouse.noon,
            on: KeyHouse.day
        ).secret
        let token = try await identity.makeToken(
            named: "t", scopes: [.signIn], until: KeyHouse.day.adding(days: 9), of: [.signIn], for: drill.priya,
            at: KeyHouse.noon, on: KeyHouse.day)
        store.close()
        try await house.run("backup", house.file("old.backup"), "--overwrite")
        store = try await house.open()
        identity = try #require(house.building.house(over: store, configuration: try house.settings()).identity)
        #expect(
            try await identity.visitor(session: session, version: nil, at: KeyHouse.noon, on: KeyHouse.day).stage
                == .whole)
        try await identity.perform(
            .disable, on: drill.priya, because: "left", by: .keyboard, at: KeyHouse.noon, on: KeyHouse.day)
        store.close()
        let output = try await drill.restore()
        #expect(output.remarks.contains { $0.contains("disabled since it was taken, and stay so: priya") })
        // Priya's session and token, and the link of an invitation that Owen has.
        #expect(output.remarks.contains { $0.hasPrefix("3 sessions, tokens and links") }, "\(output.remarks)")
        store = try await house.open()
        defer { store.close() }
        identity = try #require(house.building.house(over: store, configuration: try house.settings()).identity)
        let visitor = try await identity.visitor(session: session, version: nil, at: KeyHouse.noon, on: KeyHouse.day)
        #expect(visitor.stage == .nobody)
        #expect(try await identity.visitor(token: token, at: KeyHouse.noon, on: KeyHouse.day) == nil)
        #expect(try await Ledger(store: store).verify().isWhole)
    }

    @Test("A key file that is damaged, or another database's, is neither used nor replaced")
    func strange() async throws {
        let drill = try await Drill(.sqlite), house = drill.house, path = house.file(KeyFile.usualName)
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        var dice = Dice(seed: 4)
        for _ in 0..<40 {
            var bytes = whole
            bytes[Int.random(in: bytes.indices, using: &dice)] ^= 1
            try bytes.write(to: URL(fileURLWithPath: path))
            await #expect(throws: Refusal.self) { try await drill.restore("--rehearse") }
            await #expect(throws: Refusal.self) { try await house.run("backup", house.file("x.backup")) }
            #expect(!FileManager.default.fileExists(atPath: house.file("x.backup")))
        }
        let other = try await Drill(.sqlite)
        await #expect(throws: Refusal.self) { try await drill.restore("--keys", other.house.file(KeyFile.usualName)) }
        await #expect(throws: Refusal.self) {
            try await house.run("backup", house.file("x.backup"), "--keys", other.house.file(KeyFile.usualName))
        }
    }

    @Test(
        "Nothing is erased without an authority, an answer, a subject, or the right to", arguments: Engine.allForTests)
    func refused(engine: Engine) async throws {
        let drill = try await Drill(engine), house = drill.house
        for words in [
            ["account:priya", "--yes"], ["account:nobody", "--reason", "x", "--yes"],
            ["child:x", "--reason", "x", "--yes"], ["priya", "--reason", "x", "--yes"],
        ] {
            let verb = try #require(house.building.verbs.first { $0.name == "erase" }), store = try await house.open()
            defer { store.close() }
            let place = house.building.house(over: store, configuration: try house.settings())
            await #expect(throws: Refusal.self) {
                try await verb.run(words, caller: .keyboard, now: KeyHouse.noon, house: place)
            }
            await #expect(throws: Refusal.self) {
                try await verb.run(
                    ["account:priya", "--reason", "x", "--yes"], caller: Caller(name: "clerk", roles: [.clerk]),
                    now: KeyHouse.noon, house: place)
            }
        }
        #expect(try await house.run("erase", "account:priya", "--reason", "x").exitCode == 1)
        let store = try await house.open()
        #expect(try await house.opened(drill.priyas, for: drill.priya, in: store) == .open(KeyHouse.secret))
        store.close()
    }
}

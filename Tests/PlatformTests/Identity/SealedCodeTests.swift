import Cast
import Foundation
import Kernel
import Ledger
import Sealing
import Store
import Testing

@testable import Identity

@Suite("The keys of one-time codes are sealed")
struct SealedCodeTests {
    private func withCode(_ world: IdentityWorld, _ person: String) async throws -> (Secret, OneTimeCode) {
        let signedIn = try await world.settle(person), code = OneTimeCode.fresh()
        let secret = try await world.identity.setUpCode(
            code, typed: code.code(at: IdentityWorld.noon), for: signedIn.secret, at: IdentityWorld.noon,
            on: IdentityWorld.day
        ).secret
        return (secret, code)
    }

    private func account(_ world: IdentityWorld, _ person: String) async throws -> Account {
        try #require(try await world.store.read { try $0.account(person: person) })
    }

    private func prove(_ world: IdentityWorld, _ code: OneTimeCode, after seconds: Double) async throws {
        let again = try await world.signIn(after: seconds), moment = IdentityWorld.noon.addingTimeInterval(seconds)
        _ = try await world.identity.prove(
            again.secret, by: code.code(at: moment), at: moment, on: IdentityWorld.day)
    }

    @Test("The table holds none of them, and they work", arguments: Engine.allForTests)
    func sealed(engine: Engine) async throws {
        let world = try await IdentityWorld(engine), (_, code) = try await withCode(world, "priya")
        let row = try await world.store.read {
            try $0.one("SELECT code_key, code_seal FROM identity_account")
                .map { ($0.optionalBytes(0), $0.optionalBytes(1)) }
        }
        let seal = try #require(row?.1)
        #expect(row?.0 == nil && Data(seal).firstRange(of: Data(code.key)) == nil)
        try await prove(world, code, after: 60)
    }

    @Test("A sealed key moved to another account does not open there", arguments: Engine.allForTests)
    func moved(engine: Engine) async throws {
        let world = try await IdentityWorld(engine), (_, code) = try await withCode(world, "owen")
        _ = try await withCode(world, "priya")
        try await world.store.write { tx in
            let owens = try tx.one("SELECT code_seal FROM identity_account WHERE person = 'owen'")?.bytes(0) ?? []
            try tx.run("UPDATE identity_account SET code_seal = \(owens) WHERE person = 'priya'")
        }
        await #expect(throws: StoreError.self) { try await prove(world, code, after: 60) }
    }

    @Test(
        "Those that an earlier version kept as they are are carried over once, and leave no trace",
        arguments: Engine.allForTests)
    func carriedOver(engine: Engine) async throws {
        let world = try await IdentityWorld(engine), (_, code) = try await withCode(world, "priya")
        _ = try await world.store.write { tx in
            try tx.run("UPDATE identity_account SET code_key = \(code.key), code_seal = \([UInt8]?.none)")
        }
        #expect(try await !world.store.mustScrub())
        #expect(try await Identity.sealCodes(in: world.store) == 1)
        #expect(try await Identity.sealCodes(in: world.store) == 0)
        #expect(try await !world.store.mustScrub())
        try await prove(world, code, after: 60)
        guard case .file(let path) = world.store.location else { return }
        for ending in ["", "-wal"] {
            let data = try Data(contentsOf: URL(fileURLWithPath: path + ending))
            #expect(data.firstRange(of: Data(code.key)) == nil, "still in the file\(ending)")
        }
    }

    @Test("An erased account is stopped for good, says so, and its code opens nothing", arguments: Engine.allForTests)
    func erased(engine: Engine) async throws {
        let world = try await IdentityWorld(engine), (secret, _) = try await withCode(world, "priya")
        let account = try await account(world, "priya"), identity = world.identity
        func erase(_ authority: String, by caller: Caller = .keyboard) async throws {
            try await identity.erase(account.id, under: authority, by: caller, at: IdentityWorld.noon)
        }
        await #expect(throws: Refusal.self) { try await erase("a request", by: Caller(name: "clerk", roles: [.clerk])) }
        await #expect(throws: Refusal.self) { try await erase("") }
        #expect(try await world.visitor(secret).account != nil)
        try await erase("a request under Article 17")
        #expect(try await world.visitor(secret).account == nil)
        await #expect(throws: Refusal.self) { try await world.signIn(after: 60) }
        let line = try await identity.account(
            account.id, by: .keyboard, at: IdentityWorld.noon, on: IdentityWorld.day)
        #expect(line.erasure?.authority == "a request under Article 17" && line.account.state == .disabled)
        await #expect(throws: Refusal.self) {
            try await identity.perform(
                .enable, on: account.id, because: "x", by: .keyboard, at: IdentityWorld.noon, on: IdentityWorld.day)
        }
        let held = try await self.account(world, "priya")
        #expect(try await world.store.read { try $0.code(of: held) } == nil)
        // Nothing is left of who it was but the person, whom the records hold.
        let left = try await world.store.read { tx in
            try tx.rows("SELECT email, email_folded, password, directory_id, code_seal, code_at FROM identity_account")
                .map { row in
                    [
                        row.text(0), row.text(1), row.optionalText(2), row.optionalText(3),
                        row.optionalBytes(4).map { "\($0)" }, row.optionalInstant(5).map { "\($0)" },
                    ]
                }
        }
        #expect(left == [["", "erased:\(account.id)", nil, nil, nil, nil]] && held.person == "priya")
        // The address is free again.
        _ = try await identity.invite(
            person: "owen", email: "priya@example.org", by: .keyboard, at: IdentityWorld.noon, on: IdentityWorld.day)
        #expect(try await world.facts(named: "sealing.erased") == 1)
        #expect(try await Ledger(store: world.store).verify().isWhole)
    }

    @Test("Whose account was erased may have another, in which nothing of the old is", arguments: Engine.allForTests)
    func invitedAgain(engine: Engine) async throws {
        let world = try await IdentityWorld(engine), (secret, code) = try await withCode(world, "priya")
        let old = try await account(world, "priya"), identity = world.identity
        try await identity.erase(old.id, under: "a request", by: .keyboard, at: IdentityWorld.noon)
        let invitation = try await identity.invite(
            person: "priya", email: "priya@example.org", by: .keyboard, at: IdentityWorld.noon, on: IdentityWorld.day)
        let new = try await account(world, "priya")
        #expect(new.id != old.id && invitation.account == new.id && new.state == .invited)
        #expect(!new.hasCode && !new.hasPassword && new.cameAt == nil && new.directoryID == nil)
        #expect(try await world.store.read { try $0.account(old.id) == nil && $0.code(of: new) == nil })
        #expect(try await world.visitor(secret).account == nil)
        await #expect(throws: Refusal.self) { try await world.signIn(after: 60) }
        // What was erased stays so: of that account, and of no other.
        let seen = try await world.store.read { tx in
            (try tx.erasure(of: old.sealedFor) != nil, try tx.erasure(of: new.sealedFor) != nil)
        }
        #expect(seen == (true, false))
        // The person's new one has a key of its own, and works.
        try await world.store.write { tx in
            let sealed = try tx.seal(OneTimeCode.fresh(), for: new)
            try tx.run(
                """
                UPDATE identity_account SET code_seal = \(sealed), code_at = \(IdentityWorld.noon)
                WHERE id = \(new.id.text)
                """)
        }
        let held = try await account(world, "priya")
        let again = try await world.store.read { try $0.code(of: held) }
        #expect(again != nil && again?.key != code.key)
        #expect(try await Ledger(store: world.store).verify().isWhole)
    }

    @Test(
        "A key that an older process beside this one sets up works, and is sealed soon", arguments: Engine.allForTests)
    func olderBeside(engine: Engine) async throws {
        let world = try await IdentityWorld(engine)
        _ = try await withCode(world, "priya")
        let other = OneTimeCode.fresh()
        try await world.store.write { tx in
            _ = try tx.run("UPDATE identity_account SET code_key = \(other.key)")
        }
        try await prove(world, other, after: 60)
        try await world.store.write { try world.identity.tidy(at: IdentityWorld.noon, in: $0) }
        let left = try await world.store.read {
            try $0.one("SELECT code_key FROM identity_account")?.optionalBytes(0)
        }
        #expect(left == nil)
        try await prove(world, other, after: 120)
    }

    @Test("After a backup was put back nobody is signed in, and no code of before works", arguments: Engine.allForTests)
    func restored(engine: Engine) async throws {
        let world = try await IdentityWorld(engine), (secret, code) = try await withCode(world, "priya")
        let minute = IdentityWorld.noon.addingTimeInterval(60), id = try await account(world, "priya").id
        _ = try await world.identity.makeToken(
            named: "t", scopes: [.ownAccount], until: IdentityWorld.day.adding(days: 9), of: [.ownAccount], for: id,
            at: IdentityWorld.noon, on: IdentityWorld.day)
        let count = try await world.store.write { try Identity.endAll(by: .keyboard, at: minute, in: $0) }
        #expect(count == 2)
        #expect(try await world.visitor(secret).stage == .nobody)
        #expect(try await world.identity.tokens(of: id).isEmpty)
        #expect(try await world.facts(named: "identity.all-ended") == 1)
        await #expect(throws: Identity.wrongCode) { try await prove(world, code, after: 60) }
        try await prove(world, code, after: 90)
        // Those who came twice since.
        #expect(try await world.store.write { try Identity.endAll(by: .keyboard, at: minute, in: $0) } == 2)
        #expect(try await world.store.write { try Identity.endAll(by: .keyboard, at: minute, in: $0) } == 0)
    }

    @Test("An account's new key takes its code over", arguments: Engine.allForTests)
    func renewed(engine: Engine) async throws {
        let world = try await IdentityWorld(engine), (_, code) = try await withCode(world, "priya")
        let id = try await account(world, "priya").id
        #expect(try await world.identity.renewKey(of: id, by: .keyboard, at: IdentityWorld.noon) == 2)
        let seal = try #require(try await account(world, "priya").codeSeal)
        #expect(try await world.store.read { $0.keyVersion(of: seal) } == 2)
        try await prove(world, code, after: 60)
    }

    @Test("A form kept for its sender is read by nobody but the holder of its secret", arguments: Engine.allForTests)
    func keptForm(engine: Engine) async throws {
        let world = try await IdentityWorld(engine), cookie = Secret.fresh().text
        _ = try await world.settle("priya")
        let id = try await account(world, "priya").id
        let secret = try #require(
            try await world.identity.keep(
                [KeptForm.Answer(name: "story", value: "a bruise like a crescent")], sentTo: "/x", cookie: cookie,
                session: nil, from: IdentityWorld.here, at: IdentityWorld.noon))
        let content = try await world.store.read { try $0.one("SELECT content FROM identity_pending")?.text(0) }
        #expect(content?.contains("bruise") == false && content?.contains("{") == false)
        let form = try await world.identity.keptForm(secret, cookie: cookie, for: id, at: IdentityWorld.noon)
        #expect(form?.answers.first?.value == "a bruise like a crescent")
        #expect(Secret.fresh().open(content ?? "") == nil)
    }
}

import Cast
import Foundation
import Jobs
import Kernel
import Ledger
import Store
import Testing

@testable import Identity

@Suite("Accounts")
struct AccountTests {
    @Test(
        "An invitation holds for its hours, works once, and the one before it no longer does",
        arguments: Engine.allForTests)
    func invitation(engine: Engine) async throws {
        let world = try await IdentityWorld(engine)
        let noon = IdentityWorld.noon, day = IdentityWorld.day
        func invite() async throws -> Secret {
            let invitation = try await world.identity.invite(
                person: "priya", email: "priya@example.org", by: .keyboard, at: noon, on: day)
            return try world.secret(in: invitation.path)
        }
        func choose(_ secret: Secret, _ password: String = IdentityWorld.password, after hours: Double = 0) async throws
        {
            _ = try await world.identity.choosePassword(
                password, with: secret, from: IdentityWorld.here, at: noon.addingTimeInterval(hours * 3_600), on: day)
        }
        let first = try await invite(), second = try await invite()
        await #expect(throws: Refusal.notFound) { try await choose(first) }
        await #expect(throws: Refusal.notFound) { try await choose(second, after: 72) }
        await #expect(throws: Refusal.notFound) { try await choose(.fresh()) }
        await #expect(throws: (any Error).self) { try await choose(second, "priya example 1") }
        try await choose(second)
        await #expect(throws: Refusal.notFound) { try await choose(second) }
        await #expect(throws: (any Error).self) { try await invite() }
        #expect(world.letters.count == 2)
    }

    @Test("An account is of a person who is held, and an address is one person's", arguments: Engine.allForTests)
    func people(engine: Engine) async throws {
        let world = try await IdentityWorld(engine)
        for (person, email) in [("nobody", "a@example.org"), ("owen", "no address"), ("owen", "Priya@Example.org")] {
            _ = try? await world.identity.invite(
                person: "priya", email: "priya@example.org", by: .keyboard, at: IdentityWorld.noon,
                on: IdentityWorld.day)
            await #expect(throws: (any Error).self, "\(person) \(email)") {
                try await world.identity.invite(
                    person: person, email: email, by: .keyboard, at: IdentityWorld.noon, on: IdentityWorld.day)
            }
        }
        await #expect(throws: Refusal.notFound) {
            try await world.identity.invite(
                person: "owen", email: "owen@example.org", by: .stranger, at: IdentityWorld.noon, on: IdentityWorld.day)
        }
    }

    @Test(
        "A forgotten password is asked for in the same words by all, and not too often", arguments: Engine.allForTests)
    func forgotten(engine: Engine) async throws {
        let world = try await IdentityWorld(engine)
        let before = try await world.settle("priya").secret
        let noon = IdentityWorld.noon, day = IdentityWorld.day, ledger = Ledger(store: world.store)
        try await ledger.seal()
        let mark = try await ledger.head().mark
        for email in ["priya@example.org", "nobody@example.org"] {
            // The same is written whether or not there is such an account, and nothing of what was typed can be read.
            try await world.identity.forgot(email: email, from: IdentityWorld.here, at: noon)
            let waiting = try await world.store.read { tx in
                try tx.rows("SELECT kind, payload FROM jobs_job").map { ($0.text(0), $0.text(1)) }
            }
            #expect(waiting.map(\.0) == ["identity.forgotten"] && waiting.allSatisfy { !$0.1.contains("example") })
            let links = try await world.store.read { try $0.one("SELECT count(*) FROM identity_ticket")?.integer(0) }
            #expect(links == (email == "priya@example.org" ? 0 : 1), "none is made before the job")
            let runner = JobRunner(world.store, kinds: [world.identity.forgottenKind], clock: { noon })
            #expect(try await runner.round() == 1)
            for _ in 0..<2 { try await world.forget(email) }
            await #expect(throws: Refusal.tooOften(seconds: 900)) { try await world.forget(email) }
        }
        #expect(try await ledger.head().mark == mark, "what marks every page tells nobody whether there is an account")
        let sent = world.letters.compactMap { letter -> String? in
            if case .reset(let path, _) = letter.matter { path } else { nil }
        }
        #expect(sent.count == 3)
        let secret = try world.secret(in: try #require(sent.last))
        _ = try await world.identity.choosePassword(
            "quite another phrase", with: secret, from: IdentityWorld.here, at: noon, on: day)
        #expect(try await world.visitor(before).stage == .nobody, "what was signed in before is not any more")
        #expect(try await world.signIn("priya@example.org", "quite another phrase").stage == .whole)
        #expect(world.letters.last?.matter == .passwordChanged)
    }

    @Test("A changed password ends the other sessions and needs the old one", arguments: Engine.allForTests)
    func change(engine: Engine) async throws {
        let world = try await IdentityWorld(engine)
        let other = try await world.settle("priya").secret, this = try await world.signIn().secret
        let id = try #require(try await world.visitor(this).account)
        func change(from old: String) async throws {
            try await world.identity.changePassword(
                of: id, from: old, to: "quite another phrase", keeping: this, at: IdentityWorld.noon,
                on: IdentityWorld.day)
        }
        await #expect(throws: (any Error).self) { try await change(from: "wrong wrong wrong") }
        try await change(from: IdentityWorld.password)
        #expect(try await world.visitor(this).stage == .whole)
        #expect(try await world.visitor(other).stage == .nobody)
    }

    @Test("No secret is kept as it was given out", arguments: Engine.allForTests)
    func atRest(engine: Engine) async throws {
        let world = try await IdentityWorld(engine)
        let secret = try await world.settle("priya").secret
        let id = try #require(try await world.visitor(secret).account)
        let token = try await world.identity.makeToken(
            named: "robot", scopes: [Action("a.b")], until: IdentityWorld.day.adding(days: 2), of: [Action("a.b")],
            for: id,
            at: IdentityWorld.noon, on: IdentityWorld.day)
        let digests = try await world.store.read { tx in
            try ["identity_session", "identity_token"].flatMap {
                try tx.rows("SELECT digest FROM \(raw: $0)").map { $0.bytes(0) }
            }
        }
        #expect(digests.allSatisfy { $0.count == 32 } && digests.count == 2)
        #expect(!digests.contains(Array(secret.text.utf8)) && digests.contains(secret.digest))
        let password = try await world.store.read { try $0.one("SELECT password FROM identity_account")?.text(0) ?? "" }
        #expect(password.hasPrefix("scrypt$") && !password.contains("kettle"))
        #expect(token.hasPrefix(AccessToken.prefix))
        #expect(try await Ledger(store: world.store).verify().isWhole)
    }
}

import Cast
import Foundation
import Kernel
import Store
import Testing

@testable import Identity

@Suite("Signing in")
struct SignInTests {
    @Test("Somebody invited chooses a password, signs in, and is who they are", arguments: Engine.allForTests)
    func whole(engine: Engine) async throws {
        let world = try await IdentityWorld(engine)
        world.appoint("priya", .clerk)
        let first = try await world.settle("priya")
        #expect(first.stage == .whole)
        let again = try await world.signIn("PRIYA@example.ORG")
        let visitor = try await world.visitor(again.secret)
        #expect(visitor.stage == .whole && visitor.caller.roles == [.clerk])
        #expect(visitor.caller.name == "Priya Example (priya)" && visitor.caller.person == "priya")
        #expect(again.secret != first.secret, "a session's secret is new at each sign-in")
        #expect(try await world.facts(named: "identity.signed-in") == 2)
    }

    @Test(
        "A wrong password, an unknown address and a disabled account are told the same", arguments: Engine.allForTests)
    func sameWords(engine: Engine) async throws {
        let world = try await IdentityWorld(engine)
        world.appoint("admin", .administrator)
        _ = try await world.settle("priya")
        let owen = try await world.settle("owen")
        let id = try #require(try await world.visitor(owen.secret).account)
        try await world.identity.perform(
            .disable, on: id, because: "left", by: .keyboard, at: IdentityWorld.noon, on: IdentityWorld.day)
        for (email, password) in [
            ("priya@example.org", "another long one"), ("nobody@example.org", IdentityWorld.password),
            ("owen@example.org", IdentityWorld.password), ("", ""), ("no address", "x"),
        ] {
            await #expect(throws: Identity.wrong) { try await world.signIn(email, password) }
        }
        #expect(try await world.visitor(owen.secret).stage == .nobody, "a disabled account's sessions have ended")
    }

    @Test("Too many wrong tries must wait, whether or not there is such an account", arguments: Engine.allForTests)
    func throttle(engine: Engine) async throws {
        let world = try await IdentityWorld(engine) { $0.triesByAccount = 3 }
        _ = try await world.settle("priya")
        for email in ["priya@example.org", "nobody@example.org"] {
            for _ in 0..<3 {
                await #expect(throws: Identity.wrong) { try await world.signIn(email, "wrong wrong wrong") }
            }
            await #expect(throws: Refusal.tooOften(seconds: 900)) { try await world.signIn(email) }
        }
        // The right password after the wait, and an unlocking before it.
        #expect(try await world.signIn(after: 901).stage == .whole)
        for _ in 0..<3 { _ = try? await world.signIn("priya@example.org", "wrong wrong wrong", after: 902) }
        let account = try await world.identity.account(called: "priya@example.org", by: .keyboard)
        try await world.identity.perform(
            .unlock, on: account.id, because: "asked", by: .keyboard, at: IdentityWorld.noon, on: IdentityWorld.day)
        #expect(try await world.signIn(after: 903).stage == .whole)
    }

    @Test("One address cannot try many accounts", arguments: Engine.allForTests)
    func byAddress(engine: Engine) async throws {
        let world = try await IdentityWorld(engine) { $0.triesByAddress = 4 }
        for number in 0..<4 {
            await #expect(throws: Identity.wrong) { try await world.signIn("n\(number)@example.org", "x") }
        }
        await #expect(throws: Refusal.tooOften(seconds: 900)) { try await world.signIn("n5@example.org", "x") }
        let elsewhere = Coming(address: "192.0.2.2", userAgent: nil)
        await #expect(throws: Identity.wrong) { try await world.signIn("n5@example.org", "x", from: elsewhere) }
    }

    @Test("A whole council may sign in from one address", arguments: Engine.allForTests)
    func oneAddress(engine: Engine) async throws {
        let world = try await IdentityWorld(engine) { $0.triesByAddress = 4 }
        _ = try await world.settle("priya")
        await #expect(throws: Identity.wrong) { try await world.signIn("priya@example.org", "x") }
        for _ in 0..<10 { _ = try await world.signIn() }
        for number in 0..<3 {
            await #expect(throws: Identity.wrong) { try await world.signIn("n\(number)@example.org", "x") }
        }
        // The one before those who got in counts on.
        await #expect(throws: Refusal.tooOften(seconds: 900)) { try await world.signIn() }
    }

    @Test("A password tried at the same moment by many counts each time", arguments: Engine.allForTests)
    func tryingAtOnce(engine: Engine) async throws {
        let world = try await IdentityWorld(engine) { $0.triesByAccount = 5 }
        _ = try await world.settle("priya")
        let wrong = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    do { _ = try await world.signIn("priya@example.org", "wrong wrong wrong"); return false } catch {
                        return error as? Refusal == Identity.wrong
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(wrong == 5)
    }

    @Test("A hash of another cost is made anew at sign-in", arguments: Engine.allForTests)
    func upgrade(engine: Engine) async throws {
        let world = try await IdentityWorld(engine)
        _ = try await world.settle("priya")
        var settings = world.identity.settings
        settings.cost = PasswordCost(logRounds: 5)
        let dearer = Identity(store: world.store, settings: settings) { _, _, _ in PersonStanding(name: "P", grants: [])
        }
        _ = try await dearer.signIn(
            email: "priya@example.org", password: IdentityWorld.password, from: IdentityWorld.here,
            at: IdentityWorld.noon, on: IdentityWorld.day)
        let kept = try await world.store.read { try $0.one("SELECT password FROM identity_account")?.text(0) ?? "" }
        #expect(PasswordHash(kept)?.cost == settings.cost)
        #expect(try await world.signIn().stage == .whole, "and still fits")
    }

    @Test("An appointment that ends takes its access with it that day", arguments: Engine.allForTests)
    func leaving(engine: Engine) async throws {
        let world = try await IdentityWorld(engine)
        world.appoint("priya", .clerk, until: IdentityWorld.day.adding(days: 1))
        let secret = try await world.settle("priya").secret
        #expect(try await world.visitor(secret, version: "1").caller.roles == [.clerk])
        #expect(try await world.visitor(secret, on: IdentityWorld.day.adding(days: 1), version: "1").caller.roles == [])
        // Ended by somebody at this moment: the records' state has changed, so nothing remembered holds.
        world.dismiss("priya")
        #expect(try await world.visitor(secret, version: "2").caller.roles == [])
    }

    @Test("A session ends when it is not used, and after its time whatever is done", arguments: Engine.allForTests)
    func limits(engine: Engine) async throws {
        let world = try await IdentityWorld(engine) { ($0.idleMinutes, $0.sessionHours) = (10, 1) }
        let idle = try await world.settle("priya").secret
        #expect(try await world.visitor(idle, after: 599).stage == .whole)
        #expect(try await world.visitor(idle, after: 599 + 601).stage == .nobody)
        let used = try await world.signIn().secret
        for minutes in stride(from: 5.0, to: 60, by: 5) {
            #expect(try await world.visitor(used, after: minutes * 60).stage == .whole)
        }
        #expect(try await world.visitor(used, after: 3_600).stage == .nobody)
    }

    @Test("What has lapsed is thrown away, and what counts still is kept", arguments: Engine.allForTests)
    func tidied(engine: Engine) async throws {
        let world = try await IdentityWorld(engine) { $0.sessionHours = 2 }
        let secret = try await world.settle("priya").secret
        _ = try? await world.signIn("priya@example.org", "wrong wrong wrong")
        try await world.forget("priya@example.org")
        func counts(after seconds: Double) async throws -> [Int] {
            try await world.store.write { [identity = world.identity] tx in
                try identity.tidy(at: IdentityWorld.noon.addingTimeInterval(seconds), in: tx)
                return try ["identity_try", "identity_session", "identity_ticket"].map { table in
                    try tx.one("SELECT count(*) FROM \(raw: table)")?.integer(0) ?? 0
                }
            }
        }
        // Tries of the account, of it from the address, from the address, and for letters.
        #expect(try await counts(after: 899) == [4, 1, 1])
        #expect(try await counts(after: 901) == [0, 1, 1])
        #expect(try await counts(after: 3_601) == [0, 1, 0])
        // Over, and known for a day, so that a form sent after it is kept for whoever it was.
        #expect(try await world.visitor(secret, after: 7_300).stage == .nobody)
        #expect(try await counts(after: 3_600 + 86_399) == [0, 1, 0])
        #expect(try await counts(after: 3_600 + 86_401) == [0, 0, 0])
    }

    @Test("A session is listed and ended by its owner alone", arguments: Engine.allForTests)
    func ownSessions(engine: Engine) async throws {
        let world = try await IdentityWorld(engine)
        let priya = try await world.settle("priya").secret, owen = try await world.settle("owen").secret
        let (hers, his) = (try await world.visitor(priya), try await world.visitor(owen))
        let (account, other) = (try #require(hers.account), try #require(his.account))
        let session = try #require(hers.session)
        let sessions = try await world.identity.sessions(of: account, at: IdentityWorld.noon)
        #expect(sessions.map(\.browser) == ["Firefox on Linux"])
        await #expect(throws: Refusal.notFound) {
            try await world.identity.endSession(session, of: other, at: IdentityWorld.noon, on: IdentityWorld.day)
        }
        try await world.identity.endSession(session, of: account, at: IdentityWorld.noon, on: IdentityWorld.day)
        #expect(try await world.visitor(priya).stage == .nobody)
        #expect(try await world.visitor(owen).stage == .whole)
    }
}

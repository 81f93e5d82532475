import Cast
import Foundation
import Kernel
import Store
import Testing

@testable import Identity

@Suite("A second proof, and tokens")
struct SecondProofTests {
    @Test(
        "A role that may see a restricted room needs a code; its session is nobody's until then",
        arguments: Engine.allForTests)
    func needed(engine: Engine) async throws {
        let world = try await IdentityWorld(engine)
        world.appoint("admin", .administrator)
        let signedIn = try await world.settle("admin")
        #expect(signedIn.stage == .needsSetUp)
        let before = try await world.visitor(signedIn.secret)
        #expect(before.caller == .stranger && before.stage == .needsSetUp)

        let code = OneTimeCode.fresh(), noon = IdentityWorld.noon, day = IdentityWorld.day
        await #expect(throws: Identity.wrongCode) {
            try await world.identity.setUpCode(code, typed: "000", for: signedIn.secret, at: noon, on: day)
        }
        let (secret, recovery) = try await world.identity.setUpCode(
            code, typed: code.code(at: noon), for: signedIn.secret, at: noon, on: day)
        #expect(recovery.count == 10)
        #expect(try await world.visitor(secret).caller.roles == [.administrator])
        #expect(
            try await world.visitor(signedIn.secret).stage == .nobody, "the secret before the proof is worth nothing")

        // The next time: a password, then the next code; the code that set it up has been used.
        let next = try await world.signIn("admin@example.org")
        #expect(next.stage == .needsCode)
        await #expect(throws: Identity.wrongCode) {
            try await world.identity.prove(next.secret, by: code.code(at: noon), at: noon, on: day)
        }
        let later = noon.addingTimeInterval(60)
        let proven = try await world.identity.prove(next.secret, by: code.code(at: later), at: later, on: day)
        #expect(try await world.visitor(proven.secret, after: 60).stage == .whole && proven.recoveryLeft == nil)

        // A recovery code, once.
        let lost = try await world.signIn("admin@example.org", after: 61)
        let recovered = try await world.identity.prove(lost.secret, by: recovery[3], at: later, on: day)
        #expect(recovered.recoveryLeft == 9)
        let again = try await world.signIn("admin@example.org", after: 62)
        await #expect(throws: Identity.wrongCode) {
            try await world.identity.prove(again.secret, by: recovery[3], at: later, on: day)
        }
    }

    @Test("Codes cannot be tried without end", arguments: Engine.allForTests)
    func throttled(engine: Engine) async throws {
        let world = try await IdentityWorld(engine)
        world.appoint("admin", .administrator)
        let noon = IdentityWorld.noon, day = IdentityWorld.day, code = OneTimeCode.fresh()
        _ = try await world.identity.setUpCode(
            code, typed: code.code(at: noon), for: try await world.settle("admin").secret, at: noon, on: day)
        let secret = try await world.signIn("admin@example.org").secret
        for _ in 0..<5 { _ = try? await world.identity.prove(secret, by: "000000x", at: noon, on: day) }
        await #expect(throws: Refusal.tooOften(seconds: 900)) {
            try await world.identity.prove(secret, by: code.code(at: noon.addingTimeInterval(60)), at: noon, on: day)
        }
    }

    @Test("A token may do what its owner may, within its scopes, until its day", arguments: Engine.allForTests)
    func tokens(engine: Engine) async throws {
        let world = try await IdentityWorld(engine)
        world.appoint("priya", .clerk)
        let (see, change) = (Action("room.see"), Action("room.change"))
        let policy = Policy([see: [.clerk], change: [.clerk]])
        let id = try #require(try await world.visitor(try await world.settle("priya").secret).account)
        let day = IdentityWorld.day, end = day.adding(days: 30), noon = IdentityWorld.noon
        let text = try await world.identity.makeToken(
            named: "Nightly export", scopes: [see], until: end, of: [see, change], for: id, at: noon, on: day)
        let caller = try #require(try await world.identity.visitor(token: text, at: noon, on: day)).caller
        #expect(caller.may(see, under: policy) && !caller.may(change, under: policy))
        #expect(try await world.identity.visitor(token: text, at: noon, on: end) == nil)
        #expect(try await world.identity.visitor(token: text + "x", at: noon, on: day) == nil)
        world.dismiss("priya")
        let dismissed = try #require(try await world.identity.visitor(token: text, at: noon, on: day)).caller
        #expect(!dismissed.may(see, under: policy), "what its owner may no longer do, it may not")
        let token = try #require(try await world.identity.tokens(of: id).first)
        #expect(token.name == "Nightly export" && token.usedOn == day)
        try await world.identity.endToken(token.id, of: id, at: noon, on: day)
        #expect(try await world.identity.visitor(token: text, at: noon, on: day) == nil)
    }

    @Test("A token for nothing, for more than there is, or without an end is refused", arguments: Engine.allForTests)
    func badTokens(engine: Engine) async throws {
        let world = try await IdentityWorld(engine)
        let id = try #require(try await world.visitor(try await world.settle("priya").secret).account)
        let day = IdentityWorld.day, see = Action("room.see")
        let wrong: [(String, Set<Action>, Day?)] = [
            ("", [see], day.adding(days: 1)), ("a", [], day.adding(days: 1)),
            ("a", [Action("else")], day.adding(days: 1)),
            ("a", [see], nil), ("a", [see], day), ("a", [see], day.adding(days: 367)),
        ]
        for (name, scopes, end) in wrong {
            await #expect(throws: (any Error).self) {
                try await world.identity.makeToken(
                    named: name, scopes: scopes, until: end, of: [see], for: id, at: IdentityWorld.noon, on: day)
            }
        }
    }

    @Test("A form kept over the end of a session goes back to its sender alone", arguments: Engine.allForTests)
    func keptForms(engine: Engine) async throws {
        let world = try await IdentityWorld(engine)
        let priya = try await world.settle("priya").secret, owen = try await world.settle("owen").secret
        let hers = try #require(try await world.visitor(priya).account),
            his = try #require(try await world.visitor(owen).account)
        let answers = [KeptForm.Answer(name: "name", value: "Siân’s board"), KeptForm.Answer(name: "name", value: "")]
        let kept = try #require(
            try await world.identity.keep(
                answers, sentTo: "/records/bodies/new?on=2010-04-01", cookie: "abc", session: priya,
                from: IdentityWorld.here, at: IdentityWorld.noon))
        func back(_ cookie: String?, _ account: ID<Account>, after minutes: Double = 0) async throws -> KeptForm? {
            try await world.identity.keptForm(
                kept, cookie: cookie, for: account, at: IdentityWorld.noon.addingTimeInterval(minutes * 60))
        }
        #expect(try await back("abc", hers)?.answers == answers)
        #expect(try await back("abc", his) == nil)
        #expect(try await back("other", hers) == nil)
        #expect(try await back(nil, hers) == nil)
        #expect(try await back("abc", hers, after: 61) == nil)
    }
}

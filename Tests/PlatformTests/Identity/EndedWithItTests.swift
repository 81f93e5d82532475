import Cast
import Foundation
import Kernel
import Store
import Testing

@testable import Identity

@Suite("What ends with a sign-in, a reset and the taking away of codes")
struct EndedWithItTests {
    private let noon = IdentityWorld.noon, day = IdentityWorld.day

    private func token(of id: ID<Account>, in world: IdentityWorld) async throws -> String {
        try await world.identity.makeToken(
            named: "t", scopes: [.ownAccount], until: day.adding(days: 9), of: [.ownAccount], for: id, at: noon, on: day
        )
    }

    @Test(
        "The session that a browser had ends when somebody signs in there, whosever it was",
        arguments: Engine.allForTests)
    func session(engine: Engine) async throws {
        let world = try await IdentityWorld(engine)
        let first = try await world.settle("priya").secret, elsewhere = try await world.signIn().secret
        let second = try await world.identity.signIn(
            email: "priya@example.org", password: IdentityWorld.password, replacing: first, from: IdentityWorld.here,
            at: noon, on: day
        ).secret
        #expect(try await world.visitor(first).stage == .nobody)
        #expect(try await world.visitor(elsewhere).stage == .whole)
        let invitation = try await world.identity.invite(
            person: "owen", email: "owen@example.org", by: .keyboard, at: noon, on: day)
        let owens = try await world.identity.choosePassword(
            IdentityWorld.password, with: try world.secret(in: invitation.path), replacing: second,
            from: IdentityWorld.here, at: noon, on: day
        ).secret
        #expect(try await world.visitor(second).stage == .nobody)
        #expect(try await world.visitor(owens).stage == .whole)
    }

    @Test("A reset password ends the tokens that were made before it", arguments: Engine.allForTests)
    func reset(engine: Engine) async throws {
        let world = try await IdentityWorld(engine)
        let id = try #require(try await world.visitor(try await world.settle("priya").secret).account)
        let text = try await token(of: id, in: world)
        #expect(try await world.identity.visitor(token: text, at: noon, on: day) != nil)
        let link = try await world.identity.reset(id, by: .keyboard, at: noon, on: day)
        #expect(try await world.identity.visitor(token: text, at: noon, on: day) != nil, "nobody has used the link yet")
        _ = try await world.identity.choosePassword(
            "quite another phrase", with: try world.secret(in: link.path), from: IdentityWorld.here, at: noon, on: day)
        #expect(try await world.identity.visitor(token: text, at: noon, on: day) == nil)
    }

    @Test("Codes that are taken away take the tokens with them", arguments: Engine.allForTests)
    func codes(engine: Engine) async throws {
        let world = try await IdentityWorld(engine), code = OneTimeCode.fresh()
        let secret = try await world.identity.setUpCode(
            code, typed: code.code(at: noon), for: try await world.settle("priya").secret, at: noon, on: day
        ).secret
        let id = try #require(try await world.visitor(secret).account), text = try await token(of: id, in: world)
        try await world.identity.perform(.forgetCodes, on: id, because: "lost", by: .keyboard, at: noon, on: day)
        #expect(try await world.identity.visitor(token: text, at: noon, on: day) == nil)
    }
}

import Cast
import Foundation
import Kernel
import Store
import Testing

@testable import Identity

@Suite("Coming from the council's directory")
struct DirectoryTests {
    private func trip(_ mark: Secret) -> DirectoryTrip {
        DirectoryTrip(begun: Data("begun".utf8), to: "/posts", kept: nil, mark: mark)
    }

    private func person(_ subject: String, _ email: String?, hasProvedTwice: Bool = false) -> DirectoryPerson {
        DirectoryPerson(
            issuer: "https://login.example", subject: subject, email: email, hasProvedTwice: hasProvedTwice)
    }

    private func comes(_ person: DirectoryPerson, _ world: IdentityWorld, replacing old: Secret? = nil) async throws
        -> SignedIn?
    {
        try await world.identity.signIn(
            person, replacing: old, from: IdentityWorld.here, at: IdentityWorld.noon, on: IdentityWorld.day)
    }

    @Test("Two answers to one setting out at the same moment: one counts", arguments: Engine.allForTests)
    func once(engine: Engine) async throws {
        let world = try await IdentityWorld(engine), mark = Secret.fresh(), noon = IdentityWorld.noon
        try await world.identity.setOut(trip(mark), state: "a state", from: IdentityWorld.here, at: noon)
        let back = try await withThrowingTaskGroup(of: DirectoryTrip?.self) { group in
            for _ in 0..<8 {
                group.addTask { try await world.identity.comeBack(state: "a state", mark: mark, at: noon) }
            }
            return try await group.reduce(into: [DirectoryTrip]()) { trips, trip in trip.map { trips.append($0) } }
        }
        #expect(back == [trip(mark)])
    }

    @Test("Setting out is counted by address, far above wrong passwords", arguments: Engine.allForTests)
    func throttled(engine: Engine) async throws {
        let world = try await IdentityWorld(engine) { $0.triesByAddress = 1 }
        let mark = Secret.fresh(), noon = IdentityWorld.noon
        for number in 0..<20 {
            try await world.identity.setOut(trip(mark), state: "\(number)", from: IdentityWorld.here, at: noon)
        }
        await #expect(throws: Refusal.tooOften(seconds: 900)) {
            try await world.identity.setOut(trip(mark), state: "one more", from: IdentityWorld.here, at: noon)
        }
        let elsewhere = Coming(address: "192.0.2.2", userAgent: nil)
        try await world.identity.setOut(trip(mark), state: "from elsewhere", from: elsewhere, at: noon)
    }

    @Test("What was begun and never ended is thrown away", arguments: Engine.allForTests)
    func tidied(engine: Engine) async throws {
        let world = try await IdentityWorld(engine), mark = Secret.fresh()
        try await world.identity.setOut(trip(mark), state: "old", from: IdentityWorld.here, at: IdentityWorld.noon)
        let later = IdentityWorld.noon.addingTimeInterval(601)
        try await world.identity.setOut(trip(mark), state: "new", from: IdentityWorld.here, at: later)
        let count = try await world.store.read { try $0.one("SELECT count(*) FROM identity_pending")?.integer(0) }
        #expect(count == 1)
        #expect(try await world.identity.comeBack(state: "old", mark: mark, at: later) == nil)
    }

    @Test("The session that the browser had ends, and so does an invitation's link", arguments: Engine.allForTests)
    func rotated(engine: Engine) async throws {
        let world = try await IdentityWorld(engine)
        let old = try await world.settle("priya").secret
        let again = try await world.identity.reset(
            try await world.identity.account(called: "priya", by: .keyboard).id, by: .keyboard,
            at: IdentityWorld.noon, on: IdentityWorld.day)
        let came = try #require(try await comes(person("p", "priya@example.org"), world, replacing: old))
        #expect(try await world.visitor(old) == .nobody)
        #expect(try await world.visitor(came.secret).stage == .whole)
        await #expect(throws: Refusal.notFound) {
            try await world.identity.invited(
                by: try world.secret(in: again.path), at: IdentityWorld.noon, on: IdentityWorld.day)
        }
    }

    @Test("A second proof given there is as good as one given here, and nothing less is", arguments: Engine.allForTests)
    func proofs(engine: Engine) async throws {
        let world = try await IdentityWorld(engine)
        world.appoint("admin", .administrator)
        _ = try await world.settle("admin")
        let once = try #require(try await comes(person("a", "admin@example.org"), world))
        #expect(once.stage == .needsSetUp)
        #expect(try await world.visitor(once.secret).caller == .stranger)
        let twice = try #require(try await comes(person("a", nil, hasProvedTwice: true), world))
        #expect(twice.stage == .whole)
        #expect(try await world.visitor(twice.secret).stage == .whole)
    }
}

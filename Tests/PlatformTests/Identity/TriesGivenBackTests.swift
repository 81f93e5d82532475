import Cast
import Foundation
import Kernel
import Store
import Testing

@testable import Identity

@Suite("Which tries count", .timeLimit(.minutes(2)))
struct TriesGivenBackTests {
    private static let busy = Refusal.unavailable("Too many people are signing in at this moment")

    /// So many tries are counted in all.
    private func tries(in world: IdentityWorld) async throws -> Int {
        try await world.store.read { try $0.one("SELECT COALESCE(sum(count), 0) FROM identity_try")?.integer(0) ?? 0 }
    }

    /// Does something while one password is tried and, where asked for, another waits, so that no more may.
    private func whileBusy(
        _ world: IdentityWorld, isFull: Bool, _ work: (_ letGo: () -> Void) async throws -> Void
    ) async throws {
        let pool = world.identity.passwords, gate = DispatchSemaphore(value: 0)
        let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
        let first = Task {
            try await pool.run {
                beginning.yield()
                gate.wait()
            }
        }
        var beginnings = begun.makeAsyncIterator()
        await beginnings.next()
        let second: Task<Void, any Error>? = isFull ? Task { try await pool.run { gate.wait() } } : nil
        while isFull, pool.waitingCount < 1 { await Task.yield() }
        try await work { gate.signal() }
        gate.signal()
        gate.signal()
        try await first.value
        try await second?.value
    }

    @Test(
        "One that a busy service never made does not, at sign-in or of one's own password",
        arguments: Engine.allForTests)
    func unmade(engine: Engine) async throws {
        let world = try await IdentityWorld(engine) { ($0.passwordsAtOnce, $0.passwordsWaitingMax) = (1, 1) }
        let secret = try await world.settle("priya").secret
        let id = try #require(try await world.visitor(secret).account)
        try await whileBusy(world, isFull: true) { _ in
            for _ in 0..<7 {
                await #expect(throws: Self.busy) { try await world.signIn() }
                await #expect(throws: Self.busy) { try await change(id, secret, to: "quite another phrase", in: world) }
            }
        }
        #expect(try await tries(in: world) == 0)
        #expect(try await world.signIn().stage == .whole)
    }

    @Test("One of somebody who has gone meanwhile does not", arguments: Engine.allForTests)
    func gone(engine: Engine) async throws {
        let world = try await IdentityWorld(engine) { ($0.passwordsAtOnce, $0.passwordsWaitingMax) = (1, 1) }
        _ = try await world.settle("priya")
        try await whileBusy(world, isFull: false) { letGo in
            let waiting = Task { try await world.signIn() }
            while world.identity.passwords.waitingCount < 1 { await Task.yield() }
            waiting.cancel()
            letGo()
            await #expect(throws: Self.busy) { _ = try await waiting.value }
        }
        #expect(try await tries(in: world) == 0)
    }

    private func change(
        _ id: ID<Account>, _ secret: Secret, from old: String = IdentityWorld.password, to new: String,
        in world: IdentityWorld
    ) async throws {
        try await world.identity.changePassword(
            of: id, from: old, to: new, keeping: secret, at: IdentityWorld.noon, on: IdentityWorld.day)
    }

    @Test("A new password that will not do is none, and a wrong old one is", arguments: Engine.allForTests)
    func ownPassword(engine: Engine) async throws {
        let world = try await IdentityWorld(engine) { $0.triesByAccount = 3 }
        let secret = try await world.settle("priya").secret
        let id = try #require(try await world.visitor(secret).account)
        for _ in 0..<5 { await #expect(throws: Refusal.self) { try await change(id, secret, to: "short", in: world) } }
        #expect(try await tries(in: world) == 0)
        for _ in 0..<3 {
            let refusal = await #expect(throws: Refusal.self) {
                try await change(id, secret, from: "wrong wrong wrong", to: "quite another phrase", in: world)
            }
            #expect(refusal?.sentences == ["This is not your present password"])
        }
        await #expect(throws: Refusal.tooOften(seconds: 900)) {
            try await change(id, secret, to: "quite another phrase", in: world)
        }
        try await world.identity.perform(
            .unlock, on: id, because: "asked", by: .keyboard, at: IdentityWorld.noon, on: IdentityWorld.day)
        try await change(id, secret, to: "quite another phrase", in: world)
    }

    private func place(_ number: Int) -> Coming { Coming(address: "192.0.2.\(number)", userAgent: nil) }

    @Test(
        "Who is wrong in one place keeps nobody out of another, until it is too much from all",
        arguments: Engine.allForTests)
    func places(engine: Engine) async throws {
        let world = try await IdentityWorld(engine) { ($0.triesByAccount, $0.triesByAccountAnywhere) = (3, 7) }
        _ = try await world.settle("priya")
        let email = "priya@example.org"
        func wrong(_ count: Int, from number: Int) async throws {
            for _ in 0..<count {
                await #expect(throws: Identity.wrong) {
                    try await world.signIn(email, "wrong wrong wrong", from: place(number))
                }
            }
        }
        try await wrong(3, from: 1)
        await #expect(throws: Refusal.tooOften(seconds: 900)) { try await world.signIn(email, from: place(1)) }
        #expect(try await world.signIn(email, from: place(2)).stage == .whole)
        // Whoever got in elsewhere frees the account, and not the place of the guesser.
        await #expect(throws: Refusal.tooOften(seconds: 900)) { try await world.signIn(email, from: place(1)) }
        for (count, number) in [(3, 3), (3, 4), (1, 5)] { try await wrong(count, from: number) }
        await #expect(throws: Refusal.tooOften(seconds: 900)) { try await world.signIn(email, from: place(6)) }
        let account = try await world.identity.account(called: email, by: .keyboard)
        func line() async throws -> AccountLine {
            try await world.identity.account(
                account.id, by: .keyboard, at: IdentityWorld.noon, on: IdentityWorld.day)
        }
        #expect(try await line().waitsUntil == IdentityWorld.noon.addingTimeInterval(900))
        try await world.identity.perform(
            .unlock, on: account.id, because: "asked", by: .keyboard, at: IdentityWorld.noon, on: IdentityWorld.day)
        #expect(try await line().waitsUntil == nil)
        for number in [1, 6] { #expect(try await world.signIn(email, from: place(number)).stage == .whole) }
    }
}

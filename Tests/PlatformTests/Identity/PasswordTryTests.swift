import Cast
import Foundation
import Kernel
import Store
import Testing

@testable import Identity

@Suite("Trying a password")
struct PasswordTryTests {
    private static let cheap = PasswordCost(logRounds: 3), today = PasswordCost(logRounds: 4)

    @Test(
        "A wrong password costs no less where there is an account whose hash is cheaper than today's",
        arguments: [
            // the hash's cost, whether the password fits; the costs that are worked for, whether it is hashed anew
            (today, false, [today], false), (today, true, [today], false), (cheap, false, [cheap, today], false),
            (cheap, true, [cheap], true),
        ])
    func costs(cost: PasswordCost, fits: Bool, worked: [PasswordCost], isAnew: Bool) throws {
        let hash = PasswordHash(never: cost), none = PasswordHash(never: Self.today)
        var tried: [PasswordCost] = []
        let (matches, better) = try PasswordTry(hash: hash, noPassword: none)("kettle") { one, _ in
            tried.append(one.cost)
            return fits && one == hash
        }
        #expect(tried == worked && matches == fits && (better?.cost == Self.today) == isAnew)
        let long = String(repeating: "x", count: 801)
        #expect(try PasswordTry(hash: hash, noPassword: none)(long) { _, _ in true }.matches == false)
    }

    /// Keeps the one thread busy on which passwords are tried, until it is let go.
    private func held(_ world: IdentityWorld, _ meanwhile: @Sendable () async throws -> Void) async throws {
        let gate = DispatchSemaphore(value: 0), pool = world.identity.passwords
        async let busy: Void = pool.run { gate.wait() }
        let coming: Task<Void, any Error> = Task {
            _ = try await world.signIn()
        }
        // It waits for its turn once it has read the account.
        while pool.waitingCount == 0 { try await Task.sleep(for: .milliseconds(2)) }
        try await meanwhile()
        gate.signal()
        try await busy
        try await coming.value
    }

    @Test(
        "A password that is changed while the one before it is tried lets nobody in, and stays",
        arguments: Engine.allForTests)
    func meanwhile(engine: Engine) async throws {
        let world = try await IdentityWorld(engine) { $0.passwordsAtOnce = 1 }
        _ = try await world.settle("priya")
        // Of another cost than today's, so that it would be hashed anew.
        let old = try PasswordHash(of: IdentityWorld.password, cost: Self.cheap).text
        let new = try PasswordHash(of: "quite another phrase", cost: Self.today).text
        @Sendable func put(_ hash: String) async throws {
            _ = try await world.store.write { tx in
                try tx.run("UPDATE identity_account SET password = \(hash)")
                try tx.run("DELETE FROM identity_session")
            }
        }
        try await put(old)
        await #expect(throws: Identity.wrong) { try await held(world) { try await put(new) } }
        let after = try await world.store.read { tx in
            (
                try tx.one("SELECT password FROM identity_account")?.text(0),
                try tx.one("SELECT count(*) FROM identity_session")?.integer(0)
            )
        }
        #expect(after.0 == new && after.1 == 0)
        #expect(try await world.signIn("priya@example.org", "quite another phrase").stage == .whole)
    }

    @Test("Nor does one of an account that is disabled meanwhile", arguments: Engine.allForTests)
    func disabled(engine: Engine) async throws {
        let world = try await IdentityWorld(engine) { $0.passwordsAtOnce = 1 }
        _ = try await world.settle("priya")
        let id = try await world.identity.account(called: "priya", by: .keyboard).id
        await #expect(throws: Identity.wrong) {
            try await held(world) {
                try await world.identity.perform(
                    .disable, on: id, because: "left", by: .keyboard, at: IdentityWorld.noon, on: IdentityWorld.day)
            }
        }
        #expect(try await world.identity.sessions(of: id, at: IdentityWorld.noon).isEmpty)
    }
}

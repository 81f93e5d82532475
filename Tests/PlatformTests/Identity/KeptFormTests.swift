import Cast
import Foundation
import Kernel
import Store
import Testing

@testable import Identity

@Suite("Forms kept over the end of a session")
struct KeptFormTests {
    private func keep(
        _ text: String = "x", session: Secret? = nil, from address: String? = "192.0.2.1", after seconds: Double = 0,
        in world: IdentityWorld
    ) async throws -> Secret? {
        try await world.identity.keep(
            [KeptForm.Answer(name: "a", value: text)], sentTo: "/x", cookie: "abc", session: session,
            from: Coming(address: address, userAgent: nil), at: IdentityWorld.noon.addingTimeInterval(seconds))
    }

    private func count(in world: IdentityWorld) async throws -> Int {
        try await world.store.read { try $0.one("SELECT count(*) FROM identity_pending")?.integer(0) ?? 0 }
    }

    @Test("One place may have so many kept, and another has its own", arguments: Engine.allForTests)
    func throttled(engine: Engine) async throws {
        let world = try await IdentityWorld(engine)
        for number in 0..<20 {
            #expect(try await keep(from: "2001:db8:0:1:0:0:0:\(number + 1)", in: world) != nil)
        }
        await #expect(throws: Refusal.tooOften(seconds: 900)) {
            try await keep(from: "2001:db8:0:1:9:9:9:9", in: world)
        }
        #expect(try await keep(from: "2001:db8:0:2:0:0:0:1", in: world) != nil)
        #expect(try await keep(from: "2001:db8:0:1:0:0:0:1", after: 901, in: world) != nil)
        #expect(try await count(in: world) == 22)
    }

    @Test("What a stranger sends is short, and somebody's whose session was known may be long")
    func size() async throws {
        let world = try await IdentityWorld(.sqlite), long = String(repeating: "x", count: 200_000)
        let priya = try await world.settle("priya").secret
        #expect(try await keep(long, in: world) == nil)
        #expect(try await keep(long, session: Secret.fresh(), in: world) == nil)
        // Over, and known still.
        #expect(try await keep(long, session: priya, after: 7_200, in: world) != nil)
        #expect(try await keep(String(repeating: "x", count: 2_000_001), session: priya, in: world) == nil)
    }

    @Test(
        "When many are kept a stranger's are kept no more, and those of people known are", arguments: Engine.allForTests
    )
    func full(engine: Engine) async throws {
        let world = try await IdentityWorld(engine), priya = try await world.settle("priya").secret
        for number in 0..<KeptForm.strangersMax {
            #expect(try await keep(from: "192.0.2.\(number / 20)", in: world) != nil)
        }
        #expect(try await keep(from: "198.51.100.1", in: world) == nil)
        #expect(try await keep(session: priya, in: world) != nil)
        // An hour later they are gone, and there is room.
        #expect(try await keep(from: "198.51.100.1", after: 3_601, in: world) != nil)
        #expect(try await count(in: world) == 1)
    }

    @Test(
        "One place is an address of IPv4, and a network of IPv6",
        arguments: [
            ("192.0.2.1", "192.0.2.1"), ("2001:db8:0:1:2:3:4:5", "2001:db8:0:1::/64"),
            ("0:0:0:0:0:0:0:1", "0:0:0:0::/64"), ("", ""), ("localhost", "localhost"),
        ])
    func network(address: String, place: String) { #expect(Throttle.network(address) == place) }

    @Test("Tries from one network of IPv6 are counted together", arguments: Engine.allForTests)
    func tries(engine: Engine) async throws {
        let world = try await IdentityWorld(engine) { $0.triesByAddress = 4 }
        func wrong(_ address: String) async throws {
            _ = try await world.signIn("nobody@example.org", "x", from: Coming(address: address, userAgent: nil))
        }
        for number in 1...4 {
            await #expect(throws: Identity.wrong) { try await wrong("2001:db8:0:1:0:0:0:\(number)") }
        }
        await #expect(throws: Refusal.tooOften(seconds: 900)) { try await wrong("2001:db8:0:1:a:b:c:d") }
        await #expect(throws: Identity.wrong) { try await wrong("2001:db8:0:3:0:0:0:1") }
    }

    @Test(
        "Whoever has a site of IPv6 has four times the tries of one network, and no more", arguments: Engine.allForTests
    )
    func site(engine: Engine) async throws {
        let world = try await IdentityWorld(engine) { $0.triesByAddress = 2 }
        func wrong(_ address: String) async throws {
            _ = try await world.signIn(
                "nobody-\(address)@example.org", "x", from: Coming(address: address, userAgent: nil))
        }
        for number in 1...8 {
            await #expect(throws: Identity.wrong) { try await wrong("2001:db8:7:\(number):0:0:0:1") }
        }
        await #expect(throws: Refusal.tooOften(seconds: 900)) { try await wrong("2001:db8:7:9:0:0:0:1") }
        await #expect(throws: Identity.wrong) { try await wrong("2001:db8:8:9:0:0:0:1") }
        await #expect(throws: Identity.wrong) { try await wrong("192.0.2.1") }
    }
}

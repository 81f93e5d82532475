import Cast
import Foundation
import Kernel
import Store
import Testing

@testable import Sealing

@Suite("Keys that are taken out of a copy")
struct TakenOutTests {
    @Test("What they sealed is lost and no error, and no other key has their version", arguments: Engine.allForTests)
    func versions(engine: Engine) async throws {
        let world = try await SealWorld(engine), store = world.store
        let sealed = try await world.seal(), wrapped = try #require(try await world.wrapped(SealWorld.alex))
        let copy = try #require(try await store.takeOutKeys())
        #expect(try copy.keys.count == 1 && world.count(of: wrapped) == 0)
        #expect(try await world.open(sealed) == .lost)
        #expect(try await store.read { try $0.keyCopy() }?.keys == [])
        let later = try await world.seal()
        #expect(later[1...4] != sealed[1...4])
        #expect(try await world.open(sealed) == .lost)
        #expect(try await world.open(later) == .open(SealWorld.secret))
        // The newer one first, whichever there are: neither takes the other's place.
        let newer = try #require(try await store.read { try $0.keyCopy() })
        #expect(try newer.over(copy).keys.count == 2)
        try await store.write { try $0.putBack(copy, at: SealWorld.noon) }
        for bytes in [sealed, later] { #expect(try await world.open(bytes) == .open(SealWorld.secret)) }
    }

    @Test(
        "They are told from those that were missing before, and from those that do not open",
        arguments: Engine.allForTests)
    func proof(engine: Engine) async throws {
        let world = try await SealWorld(engine), store = world.store, masters = MasterKeys(now: .forTests)
        for subject in [SealWorld.alex, SealWorld.sam] { _ = try await world.seal(for: subject) }
        func proof(_ masters: MasterKeys?) async throws -> [Int] {
            let proof = try await store.read { try $0.proveKeys(with: masters) }
            return [proof.missing, proof.unopened]
        }
        #expect(try await proof(masters) == [0, 0])
        #expect(try await proof(nil) == [0, 2])
        #expect(try await proof(MasterKeys(now: .fresh())) == [0, 2])
        let copy = try #require(try await store.takeOutKeys())
        #expect(try await proof(masters) == [2, 0])
        let alone = copy.without([Erasure(SealWorld.sam, at: SealWorld.noon, under: "x")])
        try await store.write { try $0.putBack(alone, at: SealWorld.noon) }
        #expect(try await proof(masters) == [1, 0])
        // Erased in the database too, it is not missing.
        #expect(try await store.write { try $0.repeatErasures(alone.erased, by: .keyboard, at: SealWorld.noon) } == 1)
        #expect(try await proof(masters) == [0, 0])
        _ = try await store.takeOutKeys()
        try await store.write { try $0.giveUpMissingKeys() }
        #expect(try await proof(masters) == [0, 0])
        // A backup of what was given up misses nothing.
        _ = try await world.seal()
        _ = try #require(try await store.takeOutKeys())
        #expect(try await proof(masters) == [1, 0])
    }
}

import Cast
import Foundation
import Kernel
import Ledger
import Store
import Testing

@testable import Sealing

@Suite("Keys are changed while the service goes on")
struct RotationTests {
    private let new = MasterKey.fresh()
    private var both: MasterKeys { MasterKeys(now: new, before: .forTests) }

    private func world(_ engine: Engine, subjects: Int) async throws -> (SealWorld, [[UInt8]]) {
        let world = try await SealWorld(engine)
        var sealed: [[UInt8]] = []
        for number in 0..<subjects { sealed.append(try await world.seal(for: SealedFor("child", "\(number)"))) }
        return (world, sealed)
    }

    private func expectAllOpen(_ sealed: [[UInt8]], in store: Store) async throws {
        for (number, bytes) in sealed.enumerated() {
            let opened = try await store.read {
                try $0.open(bytes, for: SealedFor("child", "\(number)"), at: SealWorld.story)
            }
            #expect(opened == .open(SealWorld.secret), "\(number)")
        }
    }

    @Test(
        "Stopped midway it goes on where it was; until it is done both master keys are needed, and then one",
        arguments: Engine.allForTests)
    func stopped(engine: Engine) async throws {
        let (world, sealed) = try await world(engine, subjects: 25)
        world.store.close()
        let dying = try await world.reopened(both)
        await #expect(throws: (any Error).self) {
            try await RotateMaster(to: both, batch: 10).perform(in: dying, by: .keyboard, at: SealWorld.noon) { _ in
                dying.close()
            }
        }
        for keys in [MasterKeys(now: new), MasterKeys(now: .forTests)] {
            await #expect(throws: Refusal.self) { try await world.reopened(keys) }
        }
        let store = try await world.reopened(both)
        #expect(try await store.read { try $0.keyStatus() }.keys == [new.mark: 10, MasterKey.forTests.mark: 15])
        try await expectAllOpen(sealed, in: store)
        #expect(try await RotateMaster(to: both, batch: 10).perform(in: store, by: .keyboard, at: SealWorld.noon) == 15)
        #expect(try await RotateMaster(to: both).perform(in: store, by: .keyboard, at: SealWorld.noon) == 0)
        #expect(try await store.read { try $0.keyStatus() }.keys == [new.mark: 25])
        store.close()
        await #expect(throws: Refusal.self) { try await world.reopened(MasterKeys(now: .forTests)) }
        let after = try await world.reopened(MasterKeys(now: new))
        try await expectAllOpen(sealed, in: after)
        #expect(try await Ledger(store: after).verify().isWhole)
        after.close()
    }

    @Test(
        "Stopped after any of its steps it is finished by the next: told once, and no old key left in the files",
        arguments: Engine.allForTests)
    func stoppedAfterEach(engine: Engine) async throws {
        for last in 1...3 {
            let (world, sealed) = try await world(engine, subjects: 25)
            let old = try #require(try await world.wrapped(SealedFor("child", "7")))
            world.store.close()
            let dying = try await world.reopened(both)
            await #expect(throws: (any Error).self) {
                try await RotateMaster(to: both, batch: 10).perform(in: dying, by: .keyboard, at: SealWorld.noon) {
                    done in
                    if done >= min(25, last * 10) { dying.close() }
                }
            }
            let store = try await world.reopened(both)
            #expect(try await store.mustScrub(), "after \(last)")
            let left = max(0, 25 - last * 10)
            for count in [left, 0] {
                let done = try await RotateMaster(to: both, batch: 10).perform(
                    in: store, by: .keyboard, at: SealWorld.noon)
                #expect(done == count, "after \(last)")
            }
            #expect(try await !store.mustScrub(), "after \(last)")
            let told = try await store.read { tx in
                try tx.one("SELECT count(*) FROM ledger_fact WHERE name = 'sealing.rotated'")?.integer(0)
            }
            #expect(told == 1, "after \(last)")
            try await expectAllOpen(sealed, in: store)
            store.close()
            #expect(try world.count(of: old) == 0, "after \(last)")
        }
    }

    @Test("While another process seals and opens, nothing is lost and nothing refused", arguments: Engine.allForTests)
    func serving(engine: Engine) async throws {
        let (world, sealed) = try await world(engine, subjects: 20)
        world.store.keep(both)
        let rotating = try await world.reopened(both), store = world.store
        async let rotated = RotateMaster(to: both, batch: 3).perform(in: rotating, by: .keyboard, at: SealWorld.noon)
        var more: [[UInt8]] = []
        for number in 0..<30 {
            more.append(
                try await store.write {
                    try $0.seal([1, 2], for: SealedFor("paper", "\(number)"), at: SealWorld.story)
                })
            try await expectAllOpen([sealed[0]], in: store)
        }
        _ = try await rotated
        _ = try await RotateMaster(to: both).perform(in: rotating, by: .keyboard, at: SealWorld.noon)
        rotating.close()
        let after = try await world.reopened(MasterKeys(now: new))
        defer { after.close() }
        try await expectAllOpen(sealed, in: after)
        for (number, bytes) in more.enumerated() {
            #expect(
                try await after.read { try $0.open(bytes, for: SealedFor("paper", "\(number)"), at: SealWorld.story) }
                    == .open([1, 2]))
        }
    }

    @Test(
        "A subject's new key seals from now on, and what was sealed before still opens", arguments: Engine.allForTests)
    func subject(engine: Engine) async throws {
        let (world, sealed) = try await world(engine, subjects: 1), child = SealedFor("child", "0")
        let version = try await world.store.write { try $0.renewKey(of: child, by: .keyboard, at: SealWorld.noon) }
        #expect(version == 2)
        let later = try await world.seal(for: child)
        #expect(later[4] == 2 && sealed[0][4] == 1)
        for bytes in [later, sealed[0]] { #expect(try await world.open(bytes, for: child) == .open(SealWorld.secret)) }
        await #expect(throws: Refusal.self) {
            try await world.store.write { try $0.renewKey(of: SealWorld.sam, by: .keyboard, at: SealWorld.noon) }
        }
        try await world.erase(child)
        for bytes in [later, sealed[0]] {
            guard case .erased = try await world.open(bytes, for: child) else {
                Issue.record("It opens after erasure")
                continue
            }
        }
    }

    @Test(
        "A key before that is missing while the one in use is here is given up too", arguments: Engine.allForTests)
    func lostBefore(engine: Engine) async throws {
        let (world, sealed) = try await world(engine, subjects: 2), alone = MasterKeys(now: new)
        // As an older backup leaves it when it is put back with keys of a later one.
        _ = try await world.store.write { [new] tx in
            try tx.run("UPDATE sealing_state SET master = \(new.mark)")
        }
        world.store.close()
        await #expect(throws: Refusal.self) { try await world.reopened(alone) }
        func giveUp() async throws {
            let store = try Store.open(world.location, settings: .forTests)
            defer { store.close() }
            try await store.write {
                try $0.giveUpMaster(for: alone, because: "the disk burnt", by: .keyboard, at: SealWorld.noon)
            }
        }
        try await giveUp()
        let store = try await world.reopened(alone)
        let opened = try await store.read {
            try $0.open(sealed[0], for: SealedFor("child", "0"), at: SealWorld.story)
        }
        #expect(opened == .lost)
        #expect(try await store.read { try $0.keyStatus() }.inUse == new.mark)
        store.close()
        await #expect(throws: Refusal.self) { try await giveUp() }
    }

    @Test(
        "Which master keys were given up goes with the keys, so that an older backup can be opened",
        arguments: Engine.allForTests)
    func lostGoesAlong(engine: Engine) async throws {
        let (world, _) = try await world(engine, subjects: 1), alone = MasterKeys(now: new)
        let early = try #require(try await world.store.read { try $0.keyCopy() })
        #expect(early.lost == [])
        try await world.store.write { [alone] in
            try $0.giveUpMaster(for: alone, because: "it burnt", by: .keyboard, at: SealWorld.noon)
        }
        let late = try #require(try await world.store.read { try $0.keyCopy() })
        #expect(try late.lost == [MasterKey.forTests.mark] && late.over(early).lost == late.lost)
        // The early backup, put back.
        try await world.store.write { tx in
            try tx.run("DELETE FROM sealing_lost")
            try tx.run("UPDATE sealing_state SET master = \(early.master)")
            try tx.putBack(late, at: SealWorld.noon)
        }
        world.store.close()
        try await world.reopened(alone).close()
    }

    @Test(
        "A lost master key is given up in so many words; found again, it opens what it sealed",
        arguments: Engine.allForTests)
    func lost(engine: Engine) async throws {
        let (world, sealed) = try await world(engine, subjects: 3)
        world.store.close()
        let alone = MasterKeys(now: new), child = SealedFor("child", "0")
        await #expect(throws: Refusal.self) { try await world.reopened(alone) }
        let giving = try Store.open(world.location, settings: .forTests)
        try await giving.write { [alone] in
            try $0.giveUpMaster(for: alone, because: "the disk it was on burnt", by: .keyboard, at: SealWorld.noon)
        }
        giving.close()
        let store = try await world.reopened(alone)
        #expect(try await store.read { try $0.open(sealed[0], for: child, at: SealWorld.story) } == .lost)
        // Life goes on: what is sealed now has a key of its own.
        let fresh = try await store.write { try $0.seal([9], for: child, at: SealWorld.story) }
        #expect(try await store.read { try $0.open(fresh, for: child, at: SealWorld.story) } == .open([9]))
        store.close()
        let found = try await world.reopened(both)
        #expect(try await RotateMaster(to: both).perform(in: found, by: .keyboard, at: SealWorld.noon) == 3)
        found.close()
        let after = try await world.reopened(alone)
        defer { after.close() }
        try await expectAllOpen(sealed, in: after)
        #expect(try await after.read { try $0.open(fresh, for: child, at: SealWorld.story) } == .open([9]))
    }
}

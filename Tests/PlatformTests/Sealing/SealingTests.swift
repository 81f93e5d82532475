import Cast
import Foundation
import Kernel
import Ledger
import Store
import Testing

@testable import Sealing

@Suite("What is sealed opens for its own subject, in its own place, with its own key")
struct SealingTests {
    @Test(
        "It opens as it was, never looks the same twice, and does not show what it hides", arguments: Engine.allForTests
    )
    func roundTrip(engine: Engine) async throws {
        let world = try await SealWorld(engine)
        for bytes in [[], [0], SealWorld.secret, [UInt8](repeating: 7, count: 100_000)] {
            let one = try await world.seal(bytes), other = try await world.seal(bytes)
            #expect(one != other)
            #expect(one.count == bytes.count + 33)
            #expect(try await world.open(one) == .open(bytes))
            #expect(try await world.open(other) == .open(bytes))
        }
        let sealed = try await world.seal()
        #expect(Data(sealed).firstRange(of: Data(SealWorld.secret)) == nil)
        // One key for one subject, another for another.
        _ = try await world.seal(for: SealWorld.sam)
        #expect(try await world.store.read { try $0.keyStatus() }.subjects == 2)
    }

    @Test("Moved to another place, another record or another subject, it does not open", arguments: Engine.allForTests)
    func moved(engine: Engine) async throws {
        let world = try await SealWorld(engine), sealed = try await world.seal()
        _ = try await world.seal(for: SealWorld.sam)
        let places = [
            SealedPlace("practice_contact", "story", of: "contact-2"),
            SealedPlace("practice_contact", "outcome", of: "contact-1"),
            SealedPlace("practice_referral", "story", of: "contact-1"),
            // The same letters, cut elsewhere.
            SealedPlace("practice_contacts", "tory", of: "contact-1"),
        ]
        for place in places {
            await #expect(throws: StoreError.self) { try await world.open(sealed, at: place) }
        }
        await #expect(throws: StoreError.self) { try await world.open(sealed, for: SealWorld.sam) }
    }

    @Test("With any bit flipped, or cut short, it does not open")
    func flipped() async throws {
        let world = try await SealWorld(.sqlite), sealed = try await world.seal()
        for position in sealed.indices {
            var bytes = sealed
            bytes[position] ^= 1 << UInt8(position % 8)
            // Another version of the key is one that is not there.
            if (1...4).contains(position) {
                #expect(try await world.open(bytes) == .lost, "byte \(position)")
            } else {
                let error = await #expect(throws: StoreError.self, "byte \(position)") { try await world.open(bytes) }
                #expect(error?.kind == .misread)
            }
        }
        for count in [0, 1, 5, 17, 32, sealed.count - 1] {
            await #expect(throws: StoreError.self) { try await world.open(Array(sealed.prefix(count))) }
        }
    }

    @Test("A wrapped key that was changed, or is another's, opens nothing", arguments: Engine.allForTests)
    func keys(engine: Engine) async throws {
        let world = try await SealWorld(engine), sealed = try await world.seal()
        _ = try await world.seal(for: SealWorld.sam)
        let (alex, sam) = (
            try #require(try await world.wrapped(SealWorld.alex)), try #require(try await world.wrapped(SealWorld.sam))
        )
        var flipped = alex
        flipped[20] ^= 1
        for wrapped in [sam, flipped, Array(alex.dropLast())] {
            _ = try await world.store.write { tx in
                try tx.run("UPDATE sealing_key SET wrapped = \(wrapped) WHERE id = 'alex'")
            }
            let error = await #expect(throws: StoreError.self) { try await world.open(sealed) }
            #expect(error?.kind == .misread)
        }
        _ = try await world.store.write { tx in try tx.run("UPDATE sealing_key SET wrapped = \(alex) WHERE id = 'alex'")
        }
        #expect(try await world.open(sealed) == .open(SealWorld.secret))
    }

    @Test(
        "A wrong master key is found out before anything is written, and the right one still opens all",
        arguments: Engine.allForTests)
    func wrongMaster(engine: Engine) async throws {
        let world = try await SealWorld(engine), sealed = try await world.seal()
        let before = try await world.store.read { try $0.keyCopy() }
        let wrong = MasterKey.fresh(), other = try Store.open(world.location, settings: .forTests)
        defer { other.close() }
        let refusal = await #expect(throws: Refusal.self) { try await other.unlock(with: MasterKeys(now: wrong)) }
        let sentence = refusal?.sentences.joined() ?? ""
        #expect(sentence.contains(wrong.mark) && sentence.contains(MasterKey.forTests.mark))
        #expect(!sentence.contains(wrong.text))
        // Nor is it taken into use by the way.
        await #expect(throws: Refusal.self) {
            try await other.write { try $0.seal([1], for: SealWorld.sam, at: SealWorld.story) }
        }
        await #expect(throws: Refusal.self) {
            try await other.read { try $0.open(sealed, for: SealWorld.alex, at: SealWorld.story) }
        }
        #expect(try await world.store.read { try $0.keyCopy() } == before)
        try await other.unlock(with: MasterKeys(now: .forTests))
        #expect(
            try await other.read { try $0.open(sealed, for: SealWorld.alex, at: SealWorld.story) }
                == .open(SealWorld.secret))
    }

    @Test("A mark gives nothing of its key away, and a key is 32 bytes")
    func marks() {
        let key = MasterKey.fresh()
        #expect(key.mark.count == 16 && MasterKey(text: key.text) == key && MasterKey(text: " \(key.text)\n") == key)
        #expect(MasterKey.fresh().mark != key.mark)
        for text in ["", "abc", String(key.text.dropLast(4)), key.text + "AAAA", "not base 64!"] {
            #expect(MasterKey(text: text) == nil, "\(text)")
        }
    }

    @Test(
        "What is erased is read by nobody, in no process, and nothing more is sealed for it; the chain holds",
        arguments: Engine.allForTests)
    func erased(engine: Engine) async throws {
        let world = try await SealWorld(engine), sealed = try await world.seal()
        let sams = try await world.seal(for: SealWorld.sam)
        let other = try await world.reopened(MasterKeys(now: .forTests))
        defer { other.close() }
        #expect(
            try await other.read { try $0.open(sealed, for: SealWorld.alex, at: SealWorld.story) }
                == .open(SealWorld.secret))
        let key = try #require(try await world.wrapped(SealWorld.alex))
        await #expect(throws: Refusal.self) {
            try await world.store.write { tx in
                try tx.erase(SealWorld.alex, called: "x", under: "", by: .keyboard, at: SealWorld.noon)
            }
        }
        await #expect(throws: Refusal.self) {
            try await world.store.write { tx in
                try tx.erase(
                    SealWorld.alex, called: "x", under: "y", by: Caller(name: "clerk", roles: [.clerk]),
                    at: SealWorld.noon)
            }
        }
        #expect(try await world.open(sealed) == .open(SealWorld.secret))
        try await world.erase(SealWorld.alex)
        #expect(try await world.store.scrubMarked())
        let erasure = Erasure(SealWorld.alex, at: SealWorld.noon, under: "the retention schedule")
        #expect(try await world.open(sealed) == .erased(erasure))
        #expect(
            try await other.read { try $0.open(sealed, for: SealWorld.alex, at: SealWorld.story) } == .erased(erasure))
        #expect(erasure.words == "erased on 31 March 2026 under: the retention schedule")
        #expect(try await world.open(sams, for: SealWorld.sam) == .open(SealWorld.secret))
        await #expect(throws: Refusal.self) { try await world.seal() }
        await #expect(throws: Refusal.self) { try await world.erase(SealWorld.alex) }
        #expect(try await Ledger(store: world.store).verify().isWhole)
        let entry = try #require(try await Ledger(store: world.store).history(of: "child", id: "alex").first)
        #expect(entry.name == "sealing.erased" && entry.purpose == "the retention schedule" && entry.record == nil)
        #expect(try world.count(of: key) == 0)
    }

    @Test("An erased key is in none of SQLite's pages, however its neighbours moved; the others are")
    func scrubbed() async throws {
        let world = try await SealWorld(.sqlite)
        for number in 0..<400 { _ = try await world.seal(for: SealedFor("child", "c\((number * 197) % 400)")) }
        let gone = SealedFor("child", "c211"), stays = SealedFor("child", "c210")
        let (key, other) = (try #require(try await world.wrapped(gone)), try #require(try await world.wrapped(stays)))
        #expect(try world.count(of: key) > 0)
        try await world.erase(gone)
        #expect(try await world.store.scrubMarked())
        #expect(try world.count(of: key) == 0)
        #expect(try world.count(of: other) > 0)
        #expect(try await world.store.read { try $0.keyStatus() }.subjects == 399)
    }
}

import Cast
import Foundation
import Kernel
import Ledger
import Store
import Testing

@testable import Files

@Suite("Files in the database")
struct KeepingTests {
    static let noon = Date(timeIntervalSince1970: 1_772_712_000)
    static let paper = Subject(kind: "paper", id: "p1", name: "Budget")
    static let other = Subject(kind: "paper", id: "p2", name: "Budget again")

    private func store(_ engine: Engine) async throws -> Store {
        let store = try await freshStore(on: engine)
        try await store.migrate([Ledger.schema, FileTable.schema])
        return store
    }

    private func file(_ bytes: [UInt8], _ name: String = "a.txt") async throws -> InspectedFile {
        try await Intake(bytesMax: 8_388_608).inspect(HeldBytes(bytes), named: name, field: "file")
    }

    private func bytes(of download: Download) async throws -> [UInt8] {
        var all: [UInt8] = [], largest = 0
        try await download.eachPiece { piece in
            all += piece
            largest = max(largest, piece.count)
        }
        #expect(largest <= HeldBytes.pieceBytes)
        return all
    }

    @Test(
        "What is kept comes back byte for byte, in pieces, once for everything that has it",
        arguments: Engine.allForTests)
    func keeping(engine: Engine) async throws {
        let store = try await store(engine)
        let bytes = (0..<600_000).map { UInt8(ascii: "a") + UInt8($0 % 23) }
        let file = try await file(bytes)
        for subject in [Self.paper, Self.other, Self.paper] {
            try await store.write { tx in try tx.keep(file, for: subject, at: Self.noon) }
        }
        let kept = try #require(try await store.read { tx in try tx.file(file.digest, of: Self.paper) })
        #expect(kept.length == 600_000 && kept.type == .text && kept.scannedAt == nil)
        let download = Download(kept, named: "Budget 2026", from: store)
        #expect(download.filename == "Budget 2026.txt")
        #expect(try await self.bytes(of: download) == bytes)
        #expect(try await store.read { try $0.one("SELECT count(*) FROM files_piece")?.integer(0) } == 3)
        #expect(try await VerifyFiles().perform(in: store) == VerifyFiles.Outcome(files: 1, removed: 0, flaws: []))
        // Another thing's file is not there for one that does not have it.
        let stranger = Subject(kind: "paper", id: "p3", name: "")
        #expect(try await store.read { tx in try tx.file(file.digest, of: stranger) } == nil)
    }

    @Test(
        "A file that was removed is gone from all that spoke of it, for good, and that it was is known",
        arguments: Engine.allForTests)
    func removing(engine: Engine) async throws {
        let store = try await store(engine), file = try await file(Array("hello".utf8)), digest = file.digest
        for subject in [Self.paper, Self.other] {
            try await store.write { tx in try tx.keep(file, for: subject, at: Self.noon) }
        }
        try await store.write { tx in try tx.remove(digest, because: "It named somebody", at: Self.noon) }
        #expect(try await store.read { tx in try tx.file(digest, of: Self.paper) } == nil)
        #expect(try await store.read { try $0.one("SELECT count(*) FROM files_piece")?.integer(0) } == 0)
        let removed = try #require(try await store.read { tx in try tx.removal(of: digest) })
        #expect(removed.because == "It named somebody" && removed.length == 5 && removed.at == Self.noon)
        #expect(try await VerifyFiles().perform(in: store) == VerifyFiles.Outcome(files: 0, removed: 1, flaws: []))
        await #expect(throws: Refusal.self) {
            try await store.write { tx in try tx.keep(file, for: Self.paper, at: Self.noon) }
        }
        await #expect(throws: Refusal.notFound) {
            try await store.write { tx in try tx.remove(digest, because: "Again", at: Self.noon) }
        }
    }

    @Test("A file is gone when the last that speaks of it lets go, and not before", arguments: Engine.allForTests)
    func releasing(engine: Engine) async throws {
        let store = try await store(engine), file = try await file(Array("hello".utf8))
        try await store.write { tx in
            try tx.keep(file, for: Self.paper, at: Self.noon)
            try tx.keep(file, for: Self.other, at: Self.noon)
        }
        try await store.write { tx in try tx.release(file.digest, for: Self.paper) }
        #expect(try await VerifyFiles().perform(in: store).files == 1)
        try await store.write { tx in try tx.release(file.digest, for: Self.other) }
        #expect(try await VerifyFiles().perform(in: store).files == 0)
        #expect(try await store.read { try $0.one("SELECT count(*) FROM files_piece")?.integer(0) } == 0)
    }

    @Test("Bytes and the fact that speaks of them are kept together or not at all", arguments: Engine.allForTests)
    func wholeOrNot(engine: Engine) async throws {
        let store = try await store(engine), file = try await file(Array("hello".utf8))
        struct Stop: Error {}
        await #expect(throws: Stop.self) {
            try await store.write { tx in
                try tx.keep(file, for: Self.paper, at: Self.noon)
                try tx.record(Fact("test.kept", about: Self.paper, "Kept."), by: .keyboard, at: Self.noon)
                throw Stop()
            }
        }
        #expect(try await VerifyFiles().perform(in: store).files == 0)
        #expect(try await Ledger(store: store).head().position == 0)
    }

    @Test("Many who keep one file at once keep it once", arguments: Engine.allForTests)
    func atOnce(engine: Engine) async throws {
        let store = try await store(engine), file = try await file([UInt8](repeating: 65, count: 300_000))
        try await withThrowingDiscardingTaskGroup { group in
            for number in 0..<12 {
                group.addTask {
                    try await store.write { tx in
                        try tx.keep(file, for: Subject(kind: "paper", id: "p\(number)", name: ""), at: Self.noon)
                    }
                }
            }
        }
        #expect(try await VerifyFiles().perform(in: store) == VerifyFiles.Outcome(files: 1, removed: 0, flaws: []))
        #expect(try await store.read { try $0.one("SELECT count(*) FROM files_use")?.integer(0) } == 12)
    }

    @Test(
        "Verifying finds bytes that are not their digest's, a piece that is gone, and a file that nothing speaks of",
        arguments: Engine.allForTests)
    func verifying(engine: Engine) async throws {
        for (harm, words) in [
            (
                "UPDATE files_piece SET bytes = (SELECT bytes FROM files_piece WHERE number = 1) WHERE number = 0",
                "not its own"
            ),
            ("DELETE FROM files_piece WHERE number = 1", "not its own"),
            ("UPDATE files_file SET length = 5", "should have 5"),
            ("DELETE FROM files_use", "nothing speaks of it"),
        ] {
            let store = try await store(engine)
            let file = try await file([UInt8](repeating: 65, count: 300_000))
            try await store.write { tx in try tx.keep(file, for: Self.paper, at: Self.noon) }
            try await store.write { tx in _ = try tx.run(SQL(raw: harm)) }
            let outcome = try await VerifyFiles().perform(in: store)
            #expect(outcome.flaws.count == 1 && outcome.flaws[0].sentence.contains(words), "\(outcome)")
        }
    }

    @Test("A database with no room left refuses the file, and keeps nothing of it")
    func noRoom() async throws {
        let store = try await store(.sqlite), file = try await file([UInt8](repeating: 65, count: 3_000_000))
        try await store.write { tx in
            let pages = try tx.one("PRAGMA page_count")?.integer(0) ?? 0
            _ = try tx.one("PRAGMA max_page_count = \(raw: "\(pages + 20)")")
        }
        await #expect(throws: (any Error).self) {
            try await store.write { tx in try tx.keep(file, for: Self.paper, at: Self.noon) }
        }
        #expect(try await VerifyFiles().perform(in: store).files == 0)
    }
}

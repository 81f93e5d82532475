import Cast
import Foundation
import Kernel
import Ledger
import Store

@testable import Sealing

/// A database with keys in it, and what is sealed with them.
struct SealWorld {
    static let noon = Date(timeIntervalSince1970: 1_774_958_400)
    static let alex = SealedFor("child", "alex"), sam = SealedFor("child", "sam")
    static let story = SealedPlace("practice_contact", "story", of: "contact-1")
    static let secret = Array("What nobody else may read".utf8)

    let location: Location
    let store: Store

    init(_ engine: Engine, _ keys: MasterKeys = MasterKeys(now: .forTests)) async throws {
        location = try await freshLocation(on: engine)
        store = try Store.open(location, settings: .forTests)
        try await store.migrate([Ledger.schema, Sealing.schema])
        try await store.unlock(with: keys)
    }

    /// The same database, opened by another process.
    func reopened(_ keys: MasterKeys) async throws -> Store {
        let other = try Store.open(location, settings: .forTests)
        try await other.unlock(with: keys)
        return other
    }

    func seal(_ bytes: [UInt8] = secret, for subject: SealedFor = alex, at place: SealedPlace = story) async throws
        -> [UInt8]
    {
        try await store.write { try $0.seal(bytes, for: subject, at: place) }
    }

    func open(_ sealed: [UInt8], for subject: SealedFor = alex, at place: SealedPlace = story) async throws -> Opened {
        try await store.read { try $0.open(sealed, for: subject, at: place) }
    }

    func erase(_ subject: SealedFor) async throws {
        try await store.write { tx in
            try tx.erase(
                subject, called: "\(subject)", under: "the retention schedule", by: .keyboard, at: Self.noon)
        }
    }

    /// How often bytes stand in the files of a SQLite database.
    func count(of bytes: [UInt8]) throws -> Int {
        guard case .file(let path) = location else { return 0 }
        return try ["", "-wal"].reduce(0) { sum, ending in
            guard FileManager.default.fileExists(atPath: path + ending) else { return sum }
            let data = try Data(contentsOf: URL(fileURLWithPath: path + ending))
            var count = 0, rest = data[...]
            while let range = rest.firstRange(of: Data(bytes)) {
                count += 1
                rest = rest[range.upperBound...]
            }
            return sum + count
        }
    }

    func wrapped(_ subject: SealedFor) async throws -> [UInt8]? {
        try await store.read { try $0.heldKey(of: subject, version: 1)?.wrapped }
    }
}

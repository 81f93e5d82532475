public import Foundation
import Kernel
import Ledger

/// What a backup says of itself: enough to tell later that it is whole, and what it can be put back into.
public struct BackupManifest: Codable, Sendable, Equatable {
    /// The ThinkChild that took it.
    public let version: String
    public let taken: Date
    /// What it was taken from: `sqlite` or `postgres`. It can be put back into either.
    public let engine: String
    /// Every migration that made its tables, as `room/name`.
    public let migrations: [String]
    public let facts: Int
    /// Where the ledger ends.
    public let position: Int
    public let chain: String
    /// How many keys were taken out into a file of their own; nil where there never was a master key.
    public let keysApart: Int?
    /// Of what follows the manifest, and its SHA-256.
    public let bytes: Int
    public let digest: String

    /// One line, as an operator reads it.
    public var sentence: String {
        let anchor =
            position == 0 ? "no fact" : "\(facts) facts, the last at position \(position) (\(chain.prefix(16))…)"
        return "taken \(taken.formatted(.iso8601)) by ThinkChild \(version) from \(engine): \(anchor), \(bytes) bytes"
    }

    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return try encoder.encode(self)
    }

    init(json: Data) throws {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        self = try decoder.decode(BackupManifest.self, from: json)
    }

    init(
        version: String, taken: Date, engine: String, migrations: [String], head: Head, keysApart: Int?, bytes: Int,
        digest: String
    ) {
        self.version = version
        self.taken = taken
        self.engine = engine
        self.migrations = migrations
        facts = head.position
        position = head.position
        chain = head.chain
        self.keysApart = keysApart
        self.bytes = bytes
        self.digest = digest
    }
}

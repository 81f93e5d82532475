public import Foundation
import Kernel
import Ledger
public import Store

/// Everything that a database holds, as one file, taken while the service goes on.
public struct TakeBackup: Sendable {
    let schemas: [Schema]
    let version: String

    /// - Parameters:
    ///   - schemas: What made the tables.
    ///   - version: Of this program, for the manifest.
    public init(schemas: [Schema], version: String) {
        self.schemas = schemas
        self.version = version
    }

    /// Takes one: what was committed before this was asked for is in it.
    /// - Returns: What it says of itself.
    /// - Throws: `.unavailable` when it cannot be written; nothing is then left under its name.
    public func callAsFunction(of store: Store, to path: String, at now: Date) async throws -> BackupManifest {
        // Of its own name, since two may be taken at once.
        let copy = path + ".copy-" + UUID().uuidString.prefix(8)
        defer { Self.remove(copy) }
        guard FileManager.default.createFile(atPath: copy, contents: nil, attributes: [.posixPermissions: 0o600])
        else {
            throw Refusal.unavailable("\(path) cannot be written: check that its folder exists and may be written")
        }
        try await store.copy(to: copy, schemas: schemas)
        let (facts, head, migrations) = try await describe(copy)
        try StoreFile.settle(copy)
        let (bytes, digest) = try BackupFile.measure(copy)
        let manifest = BackupManifest(
            version: version, taken: now, engine: store.engine.rawValue, migrations: migrations, facts: facts,
            head: head, bytes: bytes, digest: digest)
        try BackupFile.write(manifest, copy, to: path)
        return manifest
    }

    private func describe(_ path: String) async throws -> (facts: Int, head: Head, migrations: [String]) {
        let copy = try Store.open(.file(path))
        defer { copy.close() }
        let ledger = Ledger(store: copy)
        try await ledger.sealCopied()
        let head = try await ledger.head()
        return (head.position, head, try await copy.migrationsDone())
    }

    /// A database's file and what SQLite puts beside it.
    static func remove(_ path: String) {
        for ending in ["", "-wal", "-shm", "-journal"] {
            try? FileManager.default.removeItem(atPath: path + ending)
        }
    }
}

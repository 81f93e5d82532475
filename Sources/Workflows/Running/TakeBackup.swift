public import Foundation
import Kernel
import Ledger
import Sealing
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

    /// Takes one, and takes away what one that was killed left there. What was committed before this was asked for is
    /// in it, but for the keys of what is sealed. Those go
    /// to a file of their own, which is replaced by each backup: it opens all of them, and nothing that was erased.
    /// - Parameter keys: Where that file is; beside the backup when nil.
    /// - Returns: What it says of itself.
    /// - Throws: `.unavailable` when it cannot be written; nothing is then left under its name.
    public func callAsFunction(
        of store: Store, to path: String, keys: KeyFile? = nil, at now: Date
    ) async throws -> BackupManifest {
        for place in [path, keys?.path].compactMap(\.self) {
            LeftBehind.sweep(URL(fileURLWithPath: place).deletingLastPathComponent(), at: now)
        }
        // Of its own name, since two may be taken at once.
        let copy = path + ".copy-" + UUID().uuidString.prefix(8)
        defer { Self.remove(copy) }
        guard FileManager.default.createFile(atPath: copy, contents: nil, attributes: [.posixPermissions: 0o600])
        else {
            throw Refusal.unavailable("\(path) cannot be written: check that its folder exists and may be written")
        }
        try await store.copy(to: copy, schemas: schemas)
        let (head, migrations, taken) = try await describe(copy)
        try StoreFile.settle(copy)
        // Before the backup: one without its keys must never stand alone.
        if let taken { try (keys ?? .beside(path)).replace(with: taken) }
        let (bytes, digest) = try BackupFile.measure(copy)
        let manifest = BackupManifest(
            version: version, taken: now, engine: store.engine.rawValue, migrations: migrations, head: head,
            keysApart: taken?.keys.count, bytes: bytes, digest: digest)
        try BackupFile.write(manifest, copy, to: path)
        return manifest
    }

    private func describe(_ path: String) async throws -> (head: Head, migrations: [String], keys: KeyCopy?) {
        let copy = try Store.open(.file(path))
        defer { copy.close() }
        let ledger = Ledger(store: copy)
        let head = try await ledger.sealCopied()
        return (head, try await copy.migrationsDone(), try await copy.takeOutKeys())
    }

    /// A database's file and what SQLite puts beside it.
    static func remove(_ path: String) {
        for ending in ["", "-wal", "-shm", "-journal"] {
            try? FileManager.default.removeItem(atPath: path + ending)
        }
    }
}

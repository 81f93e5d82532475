public import Foundation
public import Kernel
import Ledger
public import Sealing
public import Store

/// Puts a backup in place of what a database holds, once everything in it has been proved.
public struct RestoreBackup: Sendable {
    /// What was done, or would be.
    public struct Outcome: Sendable {
        public let manifest: BackupManifest
        /// Where what was there before is kept; nil when nothing was there, or nothing was replaced.
        public let keptAs: String?
        /// What became of its keys, and of what was erased since.
        public let keys: JoinedKeys
    }

    /// What the name of a database goes on with where it is kept as it was before, and while it is put back.
    static let asideFile = ".before-", unfinished = ".restoring"
    /// What the name of a schema that is kept so begins with, on PostgreSQL.
    static let asideSchema = "thinkchild_before_"

    let schemas: [Schema]

    public init(schemas: [Schema]) { self.schemas = schemas }

    /// - Parameters:
    ///   - keys: Where the file of its keys is; beside the backup when nil.
    ///   - canGoWithout: Whether to go on where keys were taken out and there is no such file.
    ///   - masters: The master keys at hand, to see whether they open its keys; nil where there is none.
    ///   - now: Names what is kept of the database before.
    ///   - isRehearsal: Proves the backup and changes nothing.
    /// - Throws: `.invalid` for a backup that is damaged, or of a newer version; `.unavailable` while the service has
    ///   the database open. Nothing is then changed.
    public func callAsFunction(
        from path: String, into location: Location, keys: KeyFile? = nil, canGoWithout: Bool = false,
        masters: MasterKeys? = nil, by caller: Caller = .keyboard, at now: Date, isRehearsal: Bool = false
    ) async throws -> Outcome {
        let backup = try BackupFile(reading: path)
        if !isRehearsal { try await mustBeFree(location) }
        let copy = Self.workplace(for: location, rehearsing: isRehearsal)
        TakeBackup.remove(copy)
        defer { TakeBackup.remove(copy) }
        try backup.extract(to: copy)
        try await prove(copy, against: backup)
        let joined = try await JoinKeys(
            keys ?? .beside(path), canGoWithout: canGoWithout, masters: masters, by: caller, at: now)(
                into: copy, of: backup, over: location)
        if isRehearsal { return Outcome(manifest: backup.manifest, keptAs: nil, keys: joined) }
        let stamp = now.formatted(.iso8601).filter { $0.isLetter || $0.isNumber }
        switch location {
        case .memory: throw Refusal.invalid([Problem("database", "A database in memory cannot be restored")])
        case .file(let database):
            let aside = database + Self.asideFile + stamp
            let isThere = FileManager.default.fileExists(atPath: database)
            try StoreFile.replace(database, with: copy, keepingAs: aside)
            return Outcome(manifest: backup.manifest, keptAs: isThere ? aside : nil, keys: joined)
        case .postgres:
            let aside = Self.asideSchema + stamp.lowercased()
            let store = try Store.open(location, settings: .alone)
            defer { store.close() }
            let isMoved = try await store.replaceAll(from: copy, schemas: schemas, keepingAs: aside)
            return Outcome(
                manifest: backup.manifest, keptAs: isMoved ? "the schema \(aside)" : nil, keys: joined)
        }
    }

    /// Beside the database, since that is where it must end up; a rehearsal is nobody's database.
    private static func workplace(for location: Location, rehearsing: Bool) -> String {
        if case .file(let path) = location, !rehearsing { return path + unfinished }
        return FileManager.default.temporaryDirectory.appending(path: "thinkchild-\(UUID().uuidString).restoring").path
    }

    private func mustBeFree(_ location: Location) async throws {
        switch location {
        case .memory: break
        case .file(let path): try StoreFile.mustBeFree(path)
        case .postgres:
            let store = try Store.open(location, settings: .alone)
            defer { store.close() }
            try await store.mustBeAlone()
        }
    }

    /// The file is sound, its migrations are known, it is brought up to date, and its ledger fits from end to end.
    private func prove(_ path: String, against backup: BackupFile) async throws {
        let store = try Store.open(.file(path))
        do {
            let faults = try await store.faults()
            guard faults.isEmpty else { throw Self.refusal(of: backup, faults.joined(separator: "; ")) }
            let ledger = Ledger(store: store)
            try await migrate(store, backup)
            let head = try await ledger.head()
            guard head.position == backup.manifest.position, head.chain == backup.manifest.chain else {
                throw Self.refusal(of: backup, "its ledger does not end where its manifest says")
            }
            let verdict = try await ledger.verify()
            guard verdict.isWhole else {
                throw Self.refusal(of: backup, verdict.firstMisfit?.sentence ?? "its ledger does not fit")
            }
        } catch {
            store.close()
            throw error
        }
        store.close()
        try StoreFile.settle(path)
    }

    private func migrate(_ store: Store, _ backup: BackupFile) async throws {
        do { try await store.migrate(schemas) } catch let error as StoreError where error.kind == .migration {
            throw Self.refusal(of: backup, error.message)
        }
    }

    static func refusal(of backup: BackupFile, _ why: String) -> Refusal {
        .invalid([Problem("file", "\(backup.path) cannot be restored: \(why). Nothing was changed")])
    }
}

extension StoreSettings {
    /// One connection, so that whoever else is connected is somebody else.
    static var alone: StoreSettings {
        var settings = StoreSettings()
        settings.connections = 1
        return settings
    }
}

import Foundation
import Identity
import Kernel
import Ledger
import Sealing
import Store

/// What became of a backup's keys as it was put back.
public struct JoinedKeys: Sendable, Equatable {
    /// How many it has; nil where there never was a master key.
    public let keys: Int?
    /// The mark of the master key that the service will need.
    public let master: String?
    /// How many subjects were erased since the backup was taken, and stay so.
    public let erasedSince: Int
    /// That the database that is replaced could not be asked what was erased.
    public let couldNotAsk: Bool

    public var sentences: [String] {
        var sentences: [String] = []
        if let master { sentences.append("what is sealed in it needs the master key with the mark \(master)") }
        if erasedSince > 0 { sentences.append("\(erasedSince) erased since it was taken stay erased") }
        if couldNotAsk {
            sentences.append(
                "the database that was there could not be asked what was erased since: the key file alone says it")
        }
        return sentences
    }
}

/// Gives a backup its keys back, but for those of whatever was erased since it was taken.
struct JoinKeys {
    let file: KeyFile
    let canGoWithout: Bool
    let caller: Caller
    let now: Date

    init(_ file: KeyFile, canGoWithout: Bool, by caller: Caller, at now: Date) {
        (self.file, self.canGoWithout, self.caller, self.now) = (file, canGoWithout, caller, now)
    }

    /// - Parameters:
    ///   - path: The backup's database, up to date, and open nowhere.
    ///   - location: What it will take the place of: erasures made there are made here too.
    /// - Throws: `.invalid` where its keys are not to be found.
    func callAsFunction(into path: String, of backup: BackupFile, over location: Location) async throws -> JoinedKeys {
        let copy = try canGoWithout && !file.isThere ? nil : file.read()
        if copy == nil, (backup.manifest.keysApart ?? 0) > 0, !canGoWithout {
            throw RestoreBackup.refusal(
                of: backup,
                """
                its keys were kept apart, and there are none at \(file.path). Say with --keys where they are, or \
                --without-keys to do without what is sealed
                """)
        }
        let since = await erasures(in: location)
        let store = try Store.open(.file(path))
        defer { store.close() }
        let (caller, now) = (caller, now)
        let joined = try await store.write { tx in
            if let copy { try tx.putBack(copy.without(since ?? [])) }
            let count = try tx.repeatErasures((copy?.erased ?? []) + (since ?? []), by: caller, at: now)
            try Identity.stopErased(at: now, in: tx)
            let held = try tx.keyCopy()
            return JoinedKeys(
                keys: held?.keys.count, master: held?.master, erasedSince: count, couldNotAsk: since == nil)
        }
        store.close()
        try StoreFile.settle(path)
        return joined
    }

    /// What was erased in the database that is to be replaced; nil where it cannot be asked.
    private func erasures(in location: Location) async -> [Erasure]? {
        if case .file(let path) = location, !FileManager.default.fileExists(atPath: path) { return [] }
        if case .memory = location { return [] }
        do {
            let store = try Store.open(location, settings: .alone)
            defer { store.close() }
            return try await store.erasures()
        } catch {
            return nil
        }
    }
}

import Foundation
import Identity
import Kernel
import Ledger
import Mail
public import Sealing
import Store

/// What became of a backup's keys as it was put back.
public struct JoinedKeys: Sendable, Equatable {
    /// How many it has; nil where there never was a master key.
    public let keys: Int?
    /// The mark of the master key that the service will need.
    public let master: String?
    /// How many subjects were erased since the backup was taken, and stay so.
    public let erasedSince: Int
    /// Whether every key that should be there is, and opens.
    public let proof: KeyProof
    /// How many sessions, tokens and links were in it, and hold no longer.
    public let comingsEnded: Int
    /// How many letters waited in it with a link that holds no longer, and are not sent.
    public let lettersForgotten: Int
    /// The people whose accounts were disabled since the backup was taken, and stay so.
    public let disabledSince: [String]
    /// What is not known of the time since the backup was taken, since nothing could be asked; nil where it was.
    public let unasked: Unasked?

    /// Why the database that is replaced did not say what was done since.
    public enum Unasked: Sendable {
        /// There is none.
        case isNotThere
        case doesNotAnswer
    }

    /// Whether what is sealed in it was seen to open.
    public var isProved: Bool { proof.missing == 0 && proof.unopened == 0 }

    public var sentences: [String] {
        var sentences: [String] = []
        if proof.missing > 0 {
            sentences.append("\(proof.missing) of its keys are missing: what they seal can be read by nobody")
        }
        if proof.unopened > 0 {
            sentences.append(
                """
                \(proof.unopened) of its keys were not seen to open: that takes the master key with the mark \
                \(proof.needed.sorted().joined(separator: ", "))
                """)
        }
        if let master { sentences.append("what is sealed in it needs the master key with the mark \(master)") }
        if erasedSince > 0 { sentences.append("\(erasedSince) erased since it was taken stay erased") }
        if comingsEnded > 0 {
            sentences.append(
                "\(comingsEnded) sessions, tokens and links in it end with a restore: everybody signs in anew")
        }
        if !disabledSince.isEmpty {
            sentences.append("disabled since it was taken, and stay so: \(disabledSince.joined(separator: ", "))")
        }
        if lettersForgotten > 0 {
            sentences.append("\(lettersForgotten) letters that waited in it are not sent: the links in them end too")
        }
        switch unasked {
        case nil: break
        case .doesNotAnswer:
            sentences.append(
                """
                the database that was there could not be asked what was erased since, or who was disabled: the key \
                file alone says what was erased. Look through the accounts, and disable again who was disabled
                """)
        case .isNotThere:
            sentences.append(
                """
                there was no database to ask what was erased since it was taken, or who was disabled: the key file \
                alone says what was erased. Look through the accounts, and disable again who was disabled
                """)
        }
        return sentences
    }
}

/// Gives a backup its keys back, but for those of whatever was erased since it was taken.
struct JoinKeys {
    let file: KeyFile
    let canGoWithout: Bool
    /// The master keys at hand, to see whether they open what they should.
    let masters: MasterKeys?
    let caller: Caller
    let now: Date

    init(_ file: KeyFile, canGoWithout: Bool, masters: MasterKeys?, by caller: Caller, at now: Date) {
        (self.file, self.canGoWithout, self.masters) = (file, canGoWithout, masters)
        (self.caller, self.now) = (caller, now)
    }

    /// What the database that is to be replaced knows, and the backup does not.
    private struct Since {
        var unasked: Unasked?
        let erasures: [Erasure]
        /// The accounts that are disabled there, and whose they are.
        let disabled: [ID<Account>: String]
    }

    private typealias Unasked = JoinedKeys.Unasked

    /// - Parameters:
    ///   - path: The backup's database, up to date, and open nowhere.
    ///   - location: What it will take the place of: erasures made there are made here too.
    /// - Throws: `.invalid` where its keys are not to be found, or not all of them.
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
        let since = await since(location), erasures = since.erasures
        let store = try Store.open(.file(path))
        defer { store.close() }
        let (caller, now, masters, canGoWithout) = (caller, now, masters, canGoWithout)
        let joined = try await store.write { tx in
            if let copy { try tx.putBack(copy.without(erasures), at: now) }
            let count = try tx.repeatErasures((copy?.erased ?? []) + erasures, by: caller, at: now)
            try Identity.stopErased(forgetting: { try ForgetHolder.of($0, in: $1) }, at: now, in: tx)
            let ended = try Identity.endAll(by: caller, at: now, in: tx)
            let forgotten = try tx.forgetLapsingLetters()
            let disabled = try Identity.disableAgain(since.disabled, by: caller, at: now, in: tx)
            let held = try tx.keyCopy(), proof = try tx.proveKeys(with: masters)
            if proof.missing > 0, !canGoWithout {
                throw RestoreBackup.refusal(
                    of: backup,
                    """
                    \(proof.missing) of its keys are not in \(file.path). Say with --keys where they are, or \
                    --without-keys to do without what they seal
                    """)
            }
            try tx.giveUpMissingKeys()
            return JoinedKeys(
                keys: held?.keys.count, master: held?.master, erasedSince: count, proof: proof, comingsEnded: ended,
                lettersForgotten: forgotten, disabledSince: disabled, unasked: since.unasked)
        }
        store.close()
        try StoreFile.settle(path)
        return joined
    }

    /// What was done in the database that is to be replaced, as far as it can be asked.
    private func since(_ location: Location) async -> Since {
        let nothing = Since(unasked: .isNotThere, erasures: [], disabled: [:])
        if case .file(let path) = location, !FileManager.default.fileExists(atPath: path) { return nothing }
        if case .memory = location { return nothing }
        do {
            let store = try Store.open(location, settings: .alone)
            defer { store.close() }
            if try await store.migrationsDone().isEmpty { return nothing }
            return Since(
                erasures: try await store.erasures(), disabled: try await Identity.disabled(in: store))
        } catch {
            return Since(unasked: .doesNotAnswer, erasures: [], disabled: [:])
        }
    }
}

public import Foundation
public import Kernel
import Ledger
public import Store

/// Wraps every key anew by another master key, while the service goes on. Killed midway, it goes on where it was when
/// it is run again; until it has finished, the master key before is needed too.
public struct RotateMaster: Sendable {
    public static let batchMax = 500

    let keys: MasterKeys
    /// How many keys one transaction wraps.
    let batch: Int

    public init(to keys: MasterKeys, batch: Int = batchMax) { (self.keys, self.batch) = (keys, batch) }

    /// - Parameter progress: Told after each batch how many keys are done.
    /// - Returns: How many keys were wrapped anew.
    /// - Throws: `.unavailable` without the master key before.
    @discardableResult
    public func perform(
        in store: Store, by caller: Caller, at now: Date, progress: (@Sendable (Int) -> Void)? = nil
    ) async throws -> Int {
        let mark = keys.now.mark
        try await store.write { tx in
            try caller.must(.manageKeys, under: .sealing)
            try tx.takeBack(keys)
            let before = try tx.masterInUse()
            if before == mark { return }
            guard keys[before] != nil else { throw Refusal.lacksMaster(before) }
            try tx.run("UPDATE sealing_state SET master = \(mark)")
            try tx.leave(Unfinished.rotation)
            try tx.record(
                Fact(
                    "sealing.rotating", about: .masterKey(mark), "The master key is changed from \(before) to \(mark)"),
                by: caller, at: now)
        }
        var done = 0
        while case let count = try await store.write({ try wrapSome($0) }), count > 0 {
            done += count
            progress?(done)
        }
        try await store.write { tx in
            guard try tx.isUnfinished(Unfinished.rotation) else { return }
            try tx.finish(Unfinished.rotation)
            try tx.record(
                Fact(
                    "sealing.rotated", about: .masterKey(mark),
                    "Every key is wrapped by the master key \(mark), and none is left under another"),
                by: caller, at: now)
        }
        // Those wrapped by the key before are not to be found in the engine's files either.
        try await store.scrubMarked()
        return done
    }

    private func wrapSome(_ tx: Transaction) throws -> Int {
        let mark = keys.now.mark
        let some = try tx.rows(
            """
            SELECT kind, id, version, master, wrapped FROM sealing_key
            WHERE master <> \(mark) AND master NOT IN (SELECT master FROM sealing_lost) AND length(wrapped) > 0
            LIMIT \(batch)
            """
        ).map {
            HeldKey(SealedFor($0.text(0), $0.text(1)), version: $0.integer(2), master: $0.text(3), wrapped: $0.bytes(4))
        }
        for held in some {
            guard let master = keys[held.master] else { throw Refusal.lacksMaster(held.master) }
            let wrapped = try held.unwrapped(by: master).wrapped(for: held.subject, by: keys.now)
            try tx.run(
                """
                UPDATE sealing_key SET master = \(mark), wrapped = \(wrapped)
                WHERE kind = \(held.subject.kind) AND id = \(held.subject.id) AND version = \(held.version)
                """)
        }
        if !some.isEmpty {
            try tx.leave(Unfinished.rotation)
            try tx.mustScrub("sealing_key")
        }
        return some.count
    }
}

extension Transaction {
    /// Gives a subject another key, with which what is sealed from now on is sealed. What was sealed before stays
    /// readable by the ones before it.
    /// - Returns: The new key's version.
    public func renewKey(of subject: SealedFor, by caller: Caller, at now: Date) throws -> Int {
        try caller.must(.manageKeys, under: .sealing)
        guard let newest = try newestKeyVersion(of: subject) else {
            throw Refusal.invalid([Problem("subject", "Nothing is sealed for \(subject)")])
        }
        let key = try makeKey(of: subject, version: newest + 1)
        try record(
            Fact(
                "sealing.key-renewed", about: Subject(kind: subject.kind, id: subject.id, name: "\(subject)"),
                "\(subject) was given key \(key.version)"), by: caller, at: now)
        return key.version
    }

    /// Goes on with another master key where the one in use is lost. What was sealed under the lost one can be read by
    /// nobody, unless it is found again: given back as `keys.master-old`, it is taken up by `RotateMaster`.
    public func giveUpMaster(for keys: MasterKeys, because: String, by caller: Caller, at now: Date) throws {
        try caller.must(.manageKeys, under: .sealing)
        let needs = try keyNeeds(), inUse = try masterInUse()
        let missing = needs.wrapping.union([inUse]).filter { keys[$0] == nil }
        guard !missing.isEmpty else {
            throw Refusal.outOfOrder("The master key \(inUse) is here, and any other that is needed: nothing is lost")
        }
        // A key before may be lost while the one in use is here, where an older backup was put back.
        if missing.contains(inUse) { try run("UPDATE sealing_state SET master = \(keys.now.mark)") }
        let goesOn = try masterInUse()
        for lost in missing.sorted() {
            try run(
                "INSERT INTO sealing_lost (master, at) VALUES (\(lost), \(now)) ON CONFLICT (master) DO NOTHING")
            try record(
                Fact(
                    "sealing.lost", about: .masterKey(lost),
                    "The master key \(lost) was given up as lost; \(goesOn) is in use from now on",
                    purpose: because),
                by: caller, at: now)
        }
    }

    /// Expects again what was given up, now that its master key is here.
    fileprivate func takeBack(_ keys: MasterKeys) throws {
        for mark in [keys.now, keys.before].compactMap({ $0?.mark }) {
            try run("DELETE FROM sealing_lost WHERE master = \(mark)")
        }
    }
}

extension Subject {
    fileprivate static func masterKey(_ mark: String) -> Subject {
        Subject(kind: "master-key", id: mark, name: "Master key \(mark)")
    }
}

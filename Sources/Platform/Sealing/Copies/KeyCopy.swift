public import Foundation
public import Kernel
public import Store

/// The keys of a database, wrapped as it holds them, and every erasure: what is kept apart from its backups.
///
/// Keys are only ever added, and taken away by erasures alone, so that the youngest copy opens every backup there is
/// and no erased subject in any of them. The older copies are to be destroyed.
public struct KeyCopy: Codable, Sendable, Equatable {
    /// One wrapped key.
    public struct Key: Codable, Sendable, Equatable {
        let subject: SealedFor
        let version: Int
        let master: String
        let wrapped: Data
    }

    /// Which database they are of.
    public let database: String
    /// The mark of the master key in use.
    public let master: String
    public private(set) var keys: [Key]
    public private(set) var erased: [Erasure]
    /// The marks of master keys that were given up as lost; nil in a copy that an earlier version wrote.
    public private(set) var lost: [String]?

    /// This copy with what an older one of the same database holds besides, less whatever either says was erased.
    /// - Throws: `.outOfOrder` for a copy of another database's keys.
    public func over(_ older: KeyCopy) throws(Refusal) -> KeyCopy {
        guard older.database == database else {
            throw .outOfOrder("The key file there is of another database: name another place with --keys")
        }
        var both = self
        let known = Set(keys.map(\.name))
        both.keys += older.keys.filter { !known.contains($0.name) }
        both.lost = lost ?? older.lost
        return both.without(older.erased)
    }

    /// This copy without the keys of what was erased since.
    public func without(_ erasures: [Erasure]) -> KeyCopy {
        var rest = self
        let known = Set(erased.map(\.subject))
        rest.erased += erasures.filter { !known.contains($0.subject) }
        rest.erased.sort { ($0.subject.kind, $0.subject.id) < ($1.subject.kind, $1.subject.id) }
        let gone = Set(rest.erased.map(\.subject))
        rest.keys.removeAll { gone.contains($0.subject) }
        return rest
    }
}

extension KeyCopy.Key {
    fileprivate var name: String { "\(subject) \(version)" }
}

extension Transaction {
    /// Every key and erasure there is; nil in a database that never had a master key.
    public func keyCopy() throws -> KeyCopy? {
        guard let state = try one("SELECT database, master FROM sealing_state") else { return nil }
        let keys = try rows(
            """
            SELECT kind, id, version, master, wrapped FROM sealing_key WHERE length(wrapped) > 0
            ORDER BY kind, id, version
            """)
        return KeyCopy(
            database: state.text(0), master: state.text(1),
            keys: keys.map {
                KeyCopy.Key(
                    subject: SealedFor($0.text(0), $0.text(1)), version: $0.integer(2), master: $0.text(3),
                    wrapped: Data($0.bytes(4)))
            }, erased: try erasures(), lost: try keyNeeds().lost.sorted())
    }

    /// Puts keys back into a database that was copied without them, and with them which master keys nobody expects any
    /// more.
    /// - Throws: `.invalid` for the keys of another database.
    public func putBack(_ copy: KeyCopy, at now: Date) throws {
        let state = try one("SELECT database FROM sealing_state")?.text(0)
        guard state == nil || state == copy.database else {
            throw Refusal.invalid([Problem("keys", "The key file is of another database than the backup")])
        }
        if state == nil {
            try run(
                "INSERT INTO sealing_state (one, database, master) VALUES (1, \(copy.database), \(copy.master))")
        }
        for key in copy.keys where try heldKey(of: key.subject, version: key.version)?.isTakenOut ?? true {
            try run(
                """
                INSERT INTO sealing_key (kind, id, version, master, wrapped) VALUES (\(key.subject.kind),
                    \(key.subject.id), \(key.version), \(key.master), \(Array(key.wrapped)))
                ON CONFLICT (kind, id, version) DO UPDATE SET master = excluded.master, wrapped = excluded.wrapped
                """)
        }
        for mark in copy.lost ?? [] where mark != copy.master {
            try run(
                "INSERT INTO sealing_lost (master, at) VALUES (\(mark), \(now)) ON CONFLICT (master) DO NOTHING")
        }
        try run("UPDATE sealing_state SET master = \(copy.master)")
    }
}

extension Store {
    /// Takes every key out of a copy of a database, and leaves nothing of them in its file but which there were: their
    /// versions are not given out again, and whoever puts it back can tell what is missing.
    /// - Returns: What was taken out; nil where there never was a master key.
    public func takeOutKeys() async throws -> KeyCopy? {
        guard try await migrationsDone().contains("sealing/0001-keys") else { return nil }
        let copy = try await write { tx in
            let copy = try tx.keyCopy()
            // Those that were missing before are nobody's to look for: they are of no master key.
            try tx.run("UPDATE sealing_key SET master = '' WHERE length(wrapped) = 0")
            try tx.run("UPDATE sealing_key SET wrapped = \([UInt8]()) WHERE length(wrapped) > 0")
            return copy
        }
        try await rebuild()
        return copy
    }
}

extension Store {
    /// Every erasure there was; none in a database from before there were any.
    public func erasures() async throws -> [Erasure] {
        guard try await migrationsDone().contains("sealing/0001-keys") else { return [] }
        return try await read { try $0.erasures() }
    }
}

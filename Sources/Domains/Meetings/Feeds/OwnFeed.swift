import Foundation
import Identity
import Kernel
import Ledger
import Store

/// Somebody's own calendar, reached by an address that nobody can guess. Only the digest of what is secret in it is
/// kept, so that whoever reads the database cannot read calendars with it.
enum OwnFeed {
    /// Makes the address anew; the one before it leads nowhere any more.
    static func make(for caller: Caller, at now: Date, in tx: Transaction) throws -> Secret {
        guard let person = caller.person else { throw Refusal.notFound }
        let secret = Secret.fresh()
        try tx.run("DELETE FROM meetings_feed WHERE person = \(person)")
        try tx.run(
            "INSERT INTO meetings_feed (digest, person, made_at) VALUES (\(secret.digest), \(person), \(now))")
        try tell("meetings.feed-made", "\(caller.name) was given an address for their calendar", caller, now, tx)
        return secret
    }

    static func end(for caller: Caller, at now: Date, in tx: Transaction) throws {
        guard let person = caller.person else { throw Refusal.notFound }
        guard try tx.run("DELETE FROM meetings_feed WHERE person = \(person)") > 0 else { return }
        try tell("meetings.feed-ended", "\(caller.name) ended the address of their calendar", caller, now, tx)
    }

    /// When somebody's address was made; nil when they have none.
    static func made(for person: String, in tx: Transaction) throws -> Date? {
        try tx.one("SELECT made_at FROM meetings_feed WHERE person = \(person)")?.instant(0)
    }

    /// Whose calendar it is; nil for an address that is none.
    static func person(_ secret: Secret, in tx: Transaction) throws -> String? {
        try tx.one("SELECT person FROM meetings_feed WHERE digest = \(secret.digest)")?.text(0)
    }

    private static func tell(
        _ name: String, _ sentence: String, _ caller: Caller, _ now: Date, _ tx: Transaction
    ) throws {
        let subject = Subject(kind: "person", id: caller.person ?? "", name: caller.name)
        try tx.record(Fact(name, about: subject, sentence), by: caller, at: now)
    }
}

import Crypto
import Foundation
import Kernel
import Store

/// How often somebody may be wrong. Counted in the database, so that every process counts the same.
///
/// What is counted is the digest of what was typed, whether or not there is such an account, so that waiting tells
/// nobody which accounts exist.
struct Throttle {
    let key: String
    let triesMax: Int
    let minutes: Int

    static func account(_ email: String, _ settings: IdentitySettings) -> Throttle {
        Throttle(key: "account:" + mark(of: email), triesMax: settings.triesByAccount, minutes: settings.triesMinutes)
    }

    static func address(_ address: String, _ settings: IdentitySettings) -> Throttle {
        Throttle(
            key: "address:" + mark(of: network(address)), triesMax: settings.triesByAddress,
            minutes: settings.triesMinutes)
    }

    /// How often forms may be kept over the end of a session, for one account or one network.
    static func forms(_ whose: String, _ settings: IdentitySettings) -> Throttle {
        Throttle(key: "forms:" + mark(of: whose), triesMax: 20, minutes: settings.triesMinutes)
    }

    /// What counts as one place: an address of IPv4, and of IPv6 the 64 bits of the network, since whoever has one
    /// address of it has them all (RFC 4291 2.5.4). Eight groups, as the front door writes them.
    static func network(_ address: String) -> String {
        let groups = address.split(separator: ":", omittingEmptySubsequences: false)
        return groups.count == 8 ? groups.prefix(4).joined(separator: ":") + "::/64" : address
    }

    /// How often letters may be asked for, for one account.
    static func letters(_ email: String, _ settings: IdentitySettings) -> Throttle {
        Throttle(key: "letters:" + mark(of: email), triesMax: 3, minutes: settings.triesMinutes)
    }

    /// Nothing that could name a person stays in the table.
    static func mark(of text: String) -> String {
        Base64URL.text(of: Array(SHA256.hash(data: Array(text.utf8)).prefix(16)))
    }

    /// Takes one try, before it is known whether it succeeds: tries made at the same moment are all counted.
    ///
    /// - Throws: `.tooOften` when none is left.
    func take(at now: Date, in tx: Transaction) throws {
        let held = try tx.one("SELECT count, since FROM identity_try WHERE key = \(key)")
        let count = held?.integer(0) ?? 0, since = held?.instant(1) ?? now
        let ends = since.addingTimeInterval(Double(minutes) * 60)
        if held == nil || ends <= now {
            try tx.run(
                """
                INSERT INTO identity_try (key, count, since, last) VALUES (\(key), \(1), \(now), \(now))
                ON CONFLICT (key) DO UPDATE SET count = 1, since = excluded.since, last = excluded.last
                """)
            return
        }
        if count >= triesMax {
            throw Refusal.tooOften(seconds: max(1, Int(ends.timeIntervalSince(now).rounded(.up))))
        }
        try tx.run("UPDATE identity_try SET count = count + 1, last = \(now) WHERE key = \(key)")
    }

    /// Forgets the tries: one succeeded, or somebody who may has unlocked it.
    func forget(in tx: Transaction) throws { try tx.run("DELETE FROM identity_try WHERE key = \(key)") }

    /// Gives one try back: it was none of a guesser's. Others from the same address count on.
    func giveBack(in tx: Transaction) throws {
        try tx.run("UPDATE identity_try SET count = count - 1 WHERE key = \(key) AND count > 0")
    }

    /// Until when it must wait; nil when it need not.
    func waits(at now: Date, in tx: Transaction) throws -> Date? {
        guard let row = try tx.one("SELECT count, since FROM identity_try WHERE key = \(key)") else { return nil }
        let ends = row.instant(1).addingTimeInterval(Double(minutes) * 60)
        return row.integer(0) >= triesMax && ends > now ? ends : nil
    }
}

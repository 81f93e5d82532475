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

    /// Wrong tries for one account from one place: few.
    static func account(_ email: String, from address: String?, _ settings: IdentitySettings) -> Throttle {
        Throttle(
            key: account(email, settings).key + ":" + mark(of: network(address ?? "")),
            triesMax: settings.triesByAccount, minutes: settings.triesMinutes)
    }

    /// Wrong tries for one account from everywhere: more, so that nobody keeps another out from where they sit.
    static func account(_ email: String, _ settings: IdentitySettings) -> Throttle {
        Throttle(
            key: "account:" + mark(of: email), triesMax: settings.triesByAccountAnywhere,
            minutes: settings.triesMinutes)
    }

    /// Wrong codes for one account, or wrong passwords of somebody who is signed in to it: what only they can send.
    static func own(_ what: String, of account: String, _ settings: IdentitySettings) -> Throttle {
        Throttle(
            key: "account:" + mark(of: "\(what):" + account), triesMax: settings.triesByAccount,
            minutes: settings.triesMinutes)
    }

    /// Wrong tries from one place, and for IPv6 from the site around it: whoever is given 48 bits has 65,536 networks
    /// to come from (RFC 6177 2), and several households or offices may share them, so that a site has more tries.
    static func addresses(_ address: String, _ settings: IdentitySettings) -> [Throttle] {
        [(network(address), 1), (site(address), triesOfSite)].compactMap { place, times in
            place.map {
                Throttle(
                    key: "address:" + mark(of: $0), triesMax: settings.triesByAddress * times,
                    minutes: settings.triesMinutes)
            }
        }
    }

    /// For each try that one network has, how many a site has. Ours.
    static let triesOfSite = 4

    /// The 48 bits that a site is given, of an address of IPv6; nil for any other.
    static func site(_ address: String) -> String? {
        let groups = address.split(separator: ":", omittingEmptySubsequences: false)
        return groups.count == 8 ? groups.prefix(3).joined(separator: ":") + "::/48" : nil
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

    /// Forgets the tries that are counted by this and a place, too.
    func forgetEverywhere(in tx: Transaction) throws {
        let family = key + ":"
        try tx.run(
            """
            DELETE FROM identity_try
            WHERE key = \(key) OR substr(key, 1, CAST(\(family.count) AS INTEGER)) = \(family)
            """)
    }

    /// Gives one try back: it was none of a guesser's. Others from the same address count on.
    func giveBack(in tx: Transaction) throws {
        try tx.run("UPDATE identity_try SET count = count - 1 WHERE key = \(key) AND count > 0")
    }

    /// Until when an account must wait, wherever its holder is or at some place alone; nil when it need not.
    static func waits(for email: String, at now: Date, _ settings: IdentitySettings, in tx: Transaction) throws -> Date?
    {
        let everywhere = account(email, settings), family = everywhere.key + ":"
        return try tx.rows(
            """
            SELECT key, count, since FROM identity_try
            WHERE key = \(everywhere.key) OR substr(key, 1, CAST(\(family.count) AS INTEGER)) = \(family)
            """
        ).compactMap { row in
            let triesMax = row.text(0) == everywhere.key ? everywhere.triesMax : settings.triesByAccount
            let ends = row.instant(2).addingTimeInterval(Double(settings.triesMinutes) * 60)
            return row.integer(1) >= triesMax && ends > now ? ends : nil
        }.max()
    }
}

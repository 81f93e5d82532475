public import Foundation
public import Kernel
import Store

/// That somebody has signed in, in one browser, until it ends. Kept here; the browser holds a secret only.
public struct Session: Sendable, Equatable {
    public let id: ID<Session>
    public let account: ID<Account>
    public let way: Way
    /// In words: `Firefox on Linux`.
    public let browser: String
    public let madeAt: Date
    public let seenAt: Date
    public let endsAt: Date
    /// When a one-time code was given; nil where none has been.
    public let provenAt: Date?

    /// How somebody showed who they are.
    public enum Way: String, Sendable { case password, directory }

    static let columns: SQL = "s.id, s.account, s.way, s.browser, s.made_at, s.seen_at, s.ends_at, s.proven_at"

    init(_ row: Row) {
        id = ID(row.text(0))
        account = ID(row.text(1))
        way = Way(rawValue: row.text(2)) ?? .password
        browser = row.text(3)
        madeAt = row.instant(4)
        seenAt = row.instant(5)
        endsAt = row.instant(6)
        provenAt = row.optionalInstant(7)
    }

    static let columnCount = 8

    func isOver(at now: Date, _ settings: IdentitySettings) -> Bool {
        now >= endsAt || now >= seenAt.addingTimeInterval(Double(settings.idleMinutes) * 60)
    }
}

/// A browser's name and system, from what it says of itself: enough for a person to know it again, and no more is kept.
public enum BrowserWords {
    private static let browsers = [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let systems = [
        ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", "Mac"),
        ("CrOS", "Chromebook"), ("Linux", "Linux"),
    ]

    public static func of(_ userAgent: String?) -> String {
        guard let userAgent else { return "A browser" }
        let browser = browsers.first { userAgent.contains($0.0) }?.1 ?? "A browser"
        guard let system = systems.first(where: { userAgent.contains($0.0) })?.1 else { return browser }
        return "\(browser) on \(system)"
    }
}

extension Transaction {
    /// - Returns: the secret for the browser; nothing else leads to the session.
    func makeSession(
        of account: ID<Account>, way: Session.Way, browser: String, proven: Bool, at now: Date,
        _ settings: IdentitySettings
    ) throws -> Secret {
        let secret = Secret.fresh()
        var random = SystemRandomNumberGenerator()
        let id = IDText.fresh(at: now, from: &random),
            ends = now.addingTimeInterval(Double(settings.sessionHours) * 3_600)
        let provenAt: Date? = proven ? now : nil
        try run(
            """
            INSERT INTO identity_session (digest, id, account, way, browser, made_at, seen_at, ends_at, proven_at)
            VALUES (\(secret.digest), \(id), \(account.text), \(way.rawValue), \(browser), \(now), \(now), \(ends), \
            \(provenAt))
            """)
        return secret
    }

    func session(_ digest: [UInt8]) throws -> Session? {
        try one("SELECT \(sql: Session.columns) FROM identity_session s WHERE s.digest = \(digest)").map { Session($0) }
    }

    /// Those of an account that are not over, the one used last first.
    func sessions(of account: ID<Account>, at now: Date, _ settings: IdentitySettings) throws -> [Session] {
        try rows(
            """
            SELECT \(sql: Session.columns) FROM identity_session s WHERE s.account = \(account.text)
            ORDER BY s.seen_at DESC, s.id
            """
        ).map { Session($0) }.filter { !$0.isOver(at: now, settings) }
    }

    /// Ends the one that a browser had until now, if it had one. It is over and stays known for a day (`TidyIdentity`),
    /// so that a form that is still open in it is given back to nobody else.
    func endSession(_ old: Secret?) throws {
        if let old { try run("UPDATE identity_session SET ends_at = made_at WHERE digest = \(old.digest)") }
    }

    func endSessions(of account: ID<Account>, except digest: [UInt8]? = nil) throws {
        try run(
            """
            UPDATE identity_session SET ends_at = made_at
            WHERE account = \(account.text) AND digest <> \(digest ?? [])
            """)
    }
}

public import Foundation
public import Kernel
import Ledger
import Store

/// What a program shows in place of a person's session: it may do what its owner may, within its scopes, until its end.
public struct AccessToken: Sendable, Equatable {
    public let id: ID<AccessToken>
    public let name: String
    /// What it may be used for, of what its owner may do.
    public let scopes: Set<Action>
    public let madeAt: Date
    /// The first day on which it no longer works.
    public let endsOn: Day
    public let usedOn: Day?

    /// What a token's text begins with, so that one left lying about can be recognised.
    public static let prefix = "thinkchild_"
    static let nameLengthMax = 100
    static let countMax = 20

    static let columns: SQL = "t.id, t.name, t.scopes, t.made_at, t.ends_on, t.used_on"

    init(_ row: Row) {
        id = ID(row.text(0))
        name = row.text(1)
        scopes = Set(row.text(2).split(separator: " ").map { Action(String($0)) })
        madeAt = row.instant(3)
        endsOn = row.day(4)
        usedOn = row.optionalDay(5)
    }
}

extension Identity {
    /// - Parameter known: every action there is, of which the scopes must be some.
    /// - Returns: the token's text, which is shown this once.
    public func makeToken(
        named name: String, scopes: Set<Action>, until end: Day?, of known: Set<Action>, for id: ID<Account>,
        at now: Date,
        on day: Day
    ) async throws -> String {
        var problems: [Problem] = []
        if name.isEmpty || name.count > AccessToken.nameLengthMax {
            problems.append(
                Problem("name", "Enter what the token is for, in at most \(AccessToken.nameLengthMax) characters"))
        }
        if scopes.isEmpty || !scopes.isSubset(of: known) {
            problems.append(Problem("scopes", "Choose at least one thing that the token may be used for"))
        }
        let last = day.adding(days: settings.tokenDaysMax)
        if end.map({ $0 <= day || $0 > last }) ?? true {
            problems.append(Problem("until", "Enter the day on which it ends, after today and by \(last.long)"))
        }
        guard problems.isEmpty, let end else { throw Refusal.invalid(problems) }
        let secret = Secret.fresh()
        try await store.write { tx in
            guard let account = try tx.account(id), account.disabledAt == nil else { throw Refusal.notFound }
            let held = try tx.one("SELECT count(*) FROM identity_token WHERE account = \(id.text)")?.integer(0) ?? 0
            if held >= AccessToken.countMax {
                throw Refusal.outOfOrder("You have \(held) tokens, which is as many as one may have. End one first")
            }
            var random = SystemRandomNumberGenerator()
            let tokenID = IDText.fresh(at: now, from: &random)
            let words = scopes.map(\.name).sorted().joined(separator: " ")
            try tx.run(
                """
                INSERT INTO identity_token (digest, id, account, name, scopes, made_at, ends_on)
                VALUES (\(secret.digest), \(tokenID), \(id.text), \(name), \(words), \(now), \(end))
                """)
            let caller = try caller(for: account, on: day, in: tx), owner = personName(caller)
            try tx.record(
                Fact(
                    "identity.token-made", about: account.subject(owner),
                    "\(owner) made a token for \(words), until \(end)"),
                by: caller, at: now)
        }
        return AccessToken.prefix + secret.text
    }

    public func tokens(of id: ID<Account>) async throws -> [AccessToken] {
        try await store.read { tx in
            try tx.rows(
                """
                SELECT \(sql: AccessToken.columns) FROM identity_token t WHERE t.account = \(id.text) ORDER BY \
                t.made_at, t.id
                """
            ).map { AccessToken($0) }
        }
    }

    /// - Throws: `.notFound` for one that is not theirs.
    public func endToken(_ token: ID<AccessToken>, of id: ID<Account>, at now: Date, on day: Day) async throws {
        try await store.write { tx in
            guard let account = try tx.account(id),
                try tx.run("DELETE FROM identity_token WHERE id = \(token.text) AND account = \(id.text)") == 1
            else { throw Refusal.notFound }
            let caller = try caller(for: account, on: day, in: tx), owner = personName(caller)
            try tx.record(
                Fact("identity.token-ended", about: account.subject(owner), "\(owner) ended a token"), by: caller,
                at: now)
        }
    }

    /// Whoever a token stands for, on this day; nil for one that is none, is over, or whose owner may not sign in.
    public func visitor(token text: String, at now: Date, on day: Day) async throws -> Visitor? {
        guard text.hasPrefix(AccessToken.prefix),
            let secret = Secret(checking: String(text.dropFirst(AccessToken.prefix.count)))
        else { return nil }
        let digest = secret.digest
        let found = try await store.read { tx -> (Visitor, AccessToken)? in
            guard
                let row = try tx.one(
                    """
                    SELECT \(sql: AccessToken.columns), \(sql: Account.columns) FROM identity_token t
                    JOIN identity_account a ON a.id = t.account WHERE t.digest = \(digest)
                    """)
            else { return nil }
            let token = AccessToken(row), account = Account(row, from: 6)
            guard token.endsOn > day, account.disabledAt == nil, let standing = try standing(account.person, day, tx)
            else {
                return nil
            }
            let caller = Caller(
                person: account.person, name: standing.name, grants: standing.grants, scopes: token.scopes)
            let visitor = Visitor(
                caller: caller, stage: .whole, account: account.id, session: nil, personName: standing.name)
            return (visitor, token)
        }
        guard let (visitor, token) = found else { return nil }
        if token.usedOn != day {
            _ = try await store.write { tx in
                try tx.run("UPDATE identity_token SET used_on = \(day) WHERE digest = \(digest)")
            }
        }
        return visitor
    }
}

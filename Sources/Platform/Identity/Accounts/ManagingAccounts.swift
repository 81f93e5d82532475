public import Foundation
public import Kernel
public import Ledger
public import Sealing
public import Store

extension Action {
    /// To see, invite, disable and unlock accounts, and to explain anybody's access.
    public static let manageAccounts = Action("identity.manage")
    /// To sign in, and to answer an invitation: nobody can be signed in before that.
    public static let signIn = Action("identity.sign-in")
    /// To see and end one's own sessions and tokens, and to change one's own password.
    public static let ownAccount = Action("identity.own")
}

extension Policy {
    /// Whoever administers the service keeps the accounts. What one does with one's own account is asked of the
    /// session.
    public static let identity = Policy([
        .manageAccounts: [.administrator],
        .signIn: [.anyone],
        .ownAccount: [.anyone],
    ])
}

/// An account as the list shows it.
public struct AccountLine: Sendable {
    public let account: Account
    public let name: String
    public let grants: [Grant]
    /// Until when they must wait after too many wrong tries.
    public let waitsUntil: Date?
    /// Why what was sealed for it can be read by nobody; nil when it can.
    public let erasure: Erasure?

    /// The account as a restricted record, for the fact that somebody sees it.
    public var shown: Shown { Shown(account.subject(name), about: account.person) }
}

extension Identity {
    /// Every account, by name of address.
    public func accounts(by caller: Caller, at now: Date, on day: Day) async throws -> [AccountLine] {
        try await store.read { tx in
            try caller.must(.manageAccounts, under: .identity)
            return try tx.rows("SELECT \(sql: Account.columns) FROM identity_account a ORDER BY a.email_folded").map {
                try line(Account($0), at: now, on: day, in: tx)
            }
        }
    }

    /// One account.
    /// - Throws: `.notFound` when there is none.
    public func account(_ id: ID<Account>, by caller: Caller, at now: Date, on day: Day) async throws -> AccountLine {
        try await store.read { tx in
            try caller.must(.manageAccounts, under: .identity)
            guard let account = try tx.account(id) else { throw Refusal.notFound }
            return try line(account, at: now, on: day, in: tx)
        }
    }

    /// The account with this e-mail address, identifier, or person's identifier.
    public func account(called words: String, by caller: Caller) async throws -> Account {
        try await store.read { tx in
            try caller.must(.manageAccounts, under: .identity)
            if let email = Email(words), let found = try tx.account(email: email) { return found }
            if let found = try tx.account(ID<Account>(words)) ?? tx.account(person: words) { return found }
            throw Refusal.invalid([
                Problem("words", "There is no account of \(words). `thinkchild user list` lists them")
            ])
        }
    }

    /// One's own account.
    public func ownAccount(_ id: ID<Account>, at now: Date, on day: Day) async throws -> AccountLine {
        try await store.read { tx in
            guard let account = try tx.account(id) else { throw Refusal.notFound }
            return try line(account, at: now, on: day, in: tx)
        }
    }

    private func line(_ account: Account, at now: Date, on day: Day, in tx: Transaction) throws -> AccountLine {
        let standing = try standing(account.person, day, tx)
        let waits = try Throttle.waits(for: Self.throttled(account.email), at: now, settings, in: tx)
        return AccountLine(
            account: account, name: standing?.name ?? account.person, grants: standing?.grants ?? [],
            waitsUntil: waits, erasure: try tx.erasure(of: account.sealedFor))
    }

    /// Whether anybody can sign in yet.
    public func hasAccounts() async throws -> Bool {
        try await store.read { try $0.one("SELECT 1 FROM identity_account LIMIT 1") != nil }
    }

    /// What may be done to an account by whoever keeps them.
    public enum Deed: String, Sendable, CaseIterable {
        /// It can no longer sign in, and every session of it ends.
        case disable
        case enable
        /// Its wrong tries are forgotten.
        case unlock
        /// Its one-time codes are taken away, to be set up anew: for somebody who has lost both device and recovery
        /// codes.
        case forgetCodes = "forget-codes"
        /// It is no longer tied to one person of the directory: the next who comes with its address is.
        case forgetDirectory = "forget-directory"
    }

    /// - Throws: `.notFound`; `.outOfOrder` when there is nothing to do, or one would shut oneself out.
    public func perform(_ deed: Deed, on id: ID<Account>, because: String, by caller: Caller, at now: Date, on day: Day)
        async throws
    {
        try await store.write { tx in
            try caller.must(.manageAccounts, under: .identity)
            guard let account = try tx.account(id) else { throw Refusal.notFound }
            if account.person == caller.person, deed == .disable || deed == .forgetCodes {
                throw Refusal.outOfOrder("Ask another administrator to do this to your own account")
            }
            let name = try standing(account.person, day, tx)?.name ?? account.person
            let (fact, said) = try done(deed, to: account, at: now, in: tx)
            try tx.record(
                Fact(
                    "identity.\(fact)", about: account.subject(name), "The account of \(name) was \(said)",
                    purpose: because),
                by: caller, at: now)
        }
    }

    private func done(_ deed: Deed, to account: Account, at now: Date, in tx: Transaction) throws -> (String, String) {
        let id = account.id.text
        switch deed {
        case .disable:
            if account.disabledAt != nil { throw Refusal.outOfOrder("This account is disabled already") }
            try tx.run("UPDATE identity_account SET disabled_at = \(now) WHERE id = \(id)")
            try Ticket.useUp(account.id, in: tx)
            try tx.run("DELETE FROM identity_token WHERE account = \(id)")
            try tx.endSessions(of: account.id)
            return ("disabled", "disabled")
        case .enable:
            if account.disabledAt == nil { throw Refusal.outOfOrder("This account is not disabled") }
            if let erasure = try tx.erasure(of: account.sealedFor) {
                throw Refusal.outOfOrder("This account was \(erasure.words). It cannot be enabled again")
            }
            try tx.run("UPDATE identity_account SET disabled_at = \(Date?.none) WHERE id = \(id)")
            return ("enabled", "enabled again")
        case .unlock:
            try Throttle.account(Self.throttled(account.email), settings).forgetEverywhere(in: tx)
            for what in Self.ownTries { try Throttle.own(what, of: id, settings).forget(in: tx) }
            return ("unlocked", "unlocked after wrong tries")
        case .forgetCodes:
            if !account.hasCode { throw Refusal.outOfOrder("This account has no one-time codes") }
            try tx.run(
                """
                UPDATE identity_account SET code_seal = \([UInt8]?.none), code_at = \(Date?.none), code_step = 0
                WHERE id = \(id)
                """)
            try tx.run("DELETE FROM identity_recovery WHERE account = \(id)")
            // Whoever has the device may have made tokens with it.
            try tx.run("DELETE FROM identity_token WHERE account = \(id)")
            try tx.endSessions(of: account.id)
            return ("codes-forgotten", "freed of its one-time codes")
        case .forgetDirectory:
            if account.directoryID == nil {
                throw Refusal.outOfOrder("Nobody has come to this account from the directory")
            }
            try tx.run("UPDATE identity_account SET directory_id = \(String?.none) WHERE id = \(id)")
            try tx.endSessions(of: account.id)
            return ("directory-forgotten", "parted from the person of the council's directory")
        }
    }
}

extension Identity {
    /// A person's account as a restricted record; nil when they have none.
    public func shown(of person: String, named name: String, in tx: Transaction) throws -> Shown? {
        try tx.account(person: person).map { Shown($0.subject(name), about: person) }
    }

    /// How a person's account stands; nil when they have none.
    public func state(of person: String, in tx: Transaction) throws -> Account.State? {
        try tx.account(person: person)?.state
    }
}

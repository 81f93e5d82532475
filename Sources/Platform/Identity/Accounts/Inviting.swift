public import Foundation
public import Kernel
import Ledger
import Sealing
import Store

/// A link that was made for somebody, to be sent or handed over.
public struct Invitation: Sendable {
    public let account: ID<Account>
    /// On this service: `/invitation/…`, or where they sign in with the council's directory.
    public let path: String
    /// Whether the path holds a secret, and so ends and works once.
    public var isLink: Bool { path != "/sign-in" }
    public let endsAt: Date
}

extension Identity {
    /// Lets a person who is held in the records sign in, and sends them a link with which to choose a password. Asked
    /// again for one who never came, it makes a new link and takes the new address.
    ///
    /// - Throws: `.notFound` for no such person; `.invalid` for an address that will not do or is another's;
    ///   `.outOfOrder` for somebody who has signed in already.
    public func invite(person: String, email typed: String, by caller: Caller, at now: Date, on day: Day) async throws
        -> Invitation
    {
        guard let email = Email(typed) else {
            throw Refusal.invalid([Problem("email", "Enter an e-mail address, such as name@example.gov.uk")])
        }
        return try await store.write { tx in
            try caller.must(.manageAccounts, under: .identity)
            guard let standing = try standing(person, day, tx) else {
                throw Refusal.invalid([Problem("person", "Choose a person held in the records")])
            }
            if let other = try tx.account(email: email), other.person != person {
                throw Refusal.invalid([Problem("email", "Somebody else's account has this e-mail address")])
            }
            let id = try accountToInvite(person, email, at: now, in: tx)
            let ends = now.addingTimeInterval(Double(settings.invitationHours) * 3_600)
            // Somebody who may have no password comes from the directory, and needs no link with a secret in it.
            let choosesPassword = mayHavePassword(standing)
            let path =
                choosesPassword
                ? "/invitation/\(try Ticket.make(.invitation, for: id, until: ends, in: tx).text)" : "/sign-in"
            let subject = Subject(kind: "account", id: id.text, name: "Account of \(standing.name)")
            try tx.record(
                Fact("identity.invited", about: subject, "\(standing.name) was invited to sign in"), by: caller, at: now
            )
            try send(
                AccountLetter(
                    for: id, to: email.text, name: standing.name,
                    matter: choosesPassword
                        ? .invitation(path: path, hours: settings.invitationHours) : .directory(path: path),
                    at: now, endsAt: choosesPassword ? ends : nil),
                tx)
            return Invitation(account: id, path: path, endsAt: ends)
        }
    }

    private func accountToInvite(_ person: String, _ email: Email, at now: Date, in tx: Transaction) throws -> ID<
        Account
    > {
        guard let held = try tx.account(person: person, forgettingErased: true) else {
            var random = SystemRandomNumberGenerator()
            let id = ID<Account>(IDText.fresh(at: now, from: &random))
            try tx.run(
                """
                INSERT INTO identity_account (id, person, email, email_folded, made_at)
                VALUES (\(id.text), \(person), \(email.text), \(email.folded), \(now))
                """)
            return id
        }
        if held.state == .disabled {
            throw Refusal.outOfOrder("This person's account is disabled. Enable it instead")
        }
        guard held.state == .invited else {
            throw Refusal.outOfOrder("This person can sign in already. Send them a link for a new password instead")
        }
        try tx.run(
            """
            UPDATE identity_account SET email = \(email.text), email_folded = \(email.folded) WHERE id = \
            \(held.id.text)
            """
        )
        return held.id
    }

    /// Makes a link for a new password, for somebody who asked whoever keeps the accounts.
    public func reset(_ id: ID<Account>, by caller: Caller, at now: Date, on day: Day) async throws -> Invitation {
        try await store.write { tx in
            try caller.must(.manageAccounts, under: .identity)
            guard let account = try tx.account(id) else { throw Refusal.notFound }
            if account.disabledAt != nil { throw Refusal.outOfOrder("This account is disabled: enable it first") }
            if try !mayHavePassword(account, on: day, in: tx) { throw Self.directoryOnly }
            let name = try standing(account.person, day, tx)?.name ?? account.person
            try tx.record(
                Fact("identity.reset", about: account.subject(name), "\(name) was sent a link for a new password"),
                by: caller, at: now)
            return try sendReset(account, named: name, at: now, in: tx)
        }
    }

    func sendReset(_ account: Account, named name: String, at now: Date, in tx: Transaction) throws
        -> Invitation
    {
        let ends = now.addingTimeInterval(Double(settings.resetMinutes) * 60)
        let path = "/invitation/\(try Ticket.make(.reset, for: account.id, until: ends, in: tx).text)"
        try send(
            AccountLetter(
                for: account.id, to: account.email, name: name,
                matter: .reset(path: path, minutes: settings.resetMinutes), at: now,
                endsAt: ends), tx)
        return Invitation(account: account.id, path: path, endsAt: ends)
    }

    /// Whose link it is: their name and address, for the page that asks for a password.
    /// - Throws: `.notFound` for one that is used, over, or was never given.
    public func invited(by secret: Secret, at now: Date, on day: Day) async throws -> (name: String, email: String) {
        try await store.read { tx in
            guard let (account, _) = try Ticket.account(of: secret, at: now, in: tx),
                try mayHavePassword(account, on: day, in: tx)
            else { throw Refusal.notFound }
            return (try standing(account.person, day, tx)?.name ?? account.person, account.email)
        }
    }

    /// Takes the password that the holder of a link chose, ends every session there was, and signs them in. Where they
    /// had a password before, their tokens end too: somebody else may have made them.
    ///
    /// - Parameter old: the session that the browser had until now, which ends whosever it is.
    /// - Throws: `.invalid` for a password that will not do; `.notFound` for a link that no longer holds.
    public func choosePassword(
        _ password: String, with secret: Secret, replacing old: Secret? = nil, from coming: Coming, at now: Date,
        on day: Day
    ) async throws -> SignedIn {
        let (name, email) = try await invited(by: secret, at: now, on: day)
        try mustBeGood(password, name: name, email: email)
        let hash = try await hashed(password)
        return try await store.write { tx in
            guard let (account, purpose) = try Ticket.account(of: secret, at: now, in: tx),
                try mayHavePassword(account, on: day, in: tx)
            else { throw Refusal.notFound }
            try Ticket.useUp(account.id, in: tx)
            try tx.run("UPDATE identity_account SET password = \(hash.text) WHERE id = \(account.id.text)")
            try tx.endSessions(of: account.id)
            try tx.endSession(old)
            let tokens =
                purpose == .reset ? try tx.run("DELETE FROM identity_token WHERE account = \(account.id.text)") : 0
            try Throttle.account(Self.throttled(account.email), settings).forgetEverywhere(in: tx)
            let caller = try caller(for: account, on: day, in: tx)
            let ended = tokens == 0 ? "" : ", and the tokens made before were ended"
            try tx.record(
                Fact("identity.password-chosen", about: account.subject(name), "\(name) chose a password\(ended)"),
                by: caller, at: now)
            if purpose == .reset {
                try send(
                    AccountLetter(
                        for: account.id, to: account.email, name: name, matter: .passwordChanged, at: now), tx)
            }
            return try come(account, .password, coming, at: now, on: day, in: tx)
        }
    }

    /// Changes the password of somebody who is signed in and knows the old one. Other sessions of theirs end.
    ///
    /// - Throws: `.invalid` for a wrong old one, which counts as a try, or a new one that will not do, which does not.
    public func changePassword(
        of id: ID<Account>, from old: String, to new: String, keeping secret: Secret, at now: Date, on day: Day
    ) async throws {
        let (account, name) = try await store.read { tx in
            guard let account = try tx.account(id) else { throw Refusal.notFound }
            if try !mayHavePassword(account, on: day, in: tx) { throw Self.directoryOnly }
            return (account, try standing(account.person, day, tx)?.name ?? account.person)
        }
        try mustBeGood(new, name: name, email: account.email)
        let tries = Throttle.own(Self.passwordTries, of: id.text, settings)
        try await store.write { tx in try tries.take(at: now, in: tx) }
        try await givingBack([tries], unless: Self.wrongOld) {
            try await changePassword(of: account, named: name, from: old, to: new, keeping: secret, at: now, on: day)
        }
    }

    private static let wrongOld = Refusal.invalid([Problem("old", "This is not your present password")])

    private func changePassword(
        of account: Account, named name: String, from old: String, to new: String, keeping secret: Secret,
        at now: Date, on day: Day
    ) async throws {
        let held = account.password.flatMap { PasswordHash($0) } ?? noPassword, id = account.id
        guard try await passwords.run({ try held.matches(old) }) else { throw Self.wrongOld }
        let hash = try await hashed(new)
        try await store.write { tx in
            // One that was changed while this was found out is not the one that they knew.
            guard try tx.account(id, unchangedSince: account) != nil else {
                throw Refusal.changedMeanwhile("Your password was changed meanwhile, or your account disabled")
            }
            try tx.run("UPDATE identity_account SET password = \(hash.text) WHERE id = \(id.text)")
            try tx.endSessions(of: id, except: secret.digest)
            try Throttle.own(Self.passwordTries, of: id.text, settings).forget(in: tx)
            try Throttle.account(Self.throttled(account.email), settings).forgetEverywhere(in: tx)
            let caller = try caller(for: account, on: day, in: tx)
            try tx.record(
                Fact("identity.password-chosen", about: account.subject(name), "\(name) chose a new password"),
                by: caller,
                at: now)
            try send(
                AccountLetter(
                    for: account.id, to: account.email, name: name, matter: .passwordChanged, at: now), tx)
        }
    }

    private func mustBeGood(_ password: String, name: String, email: String) throws(Refusal) {
        let about =
            name.split(separator: " ").map(String.init) + [String(email.prefix { $0 != "@" }), settings.serviceName]
        if let problem = PasswordRules.problem(with: password, about: about) {
            throw .invalid([Problem("password", problem)])
        }
    }

    private func hashed(_ password: String) async throws -> PasswordHash {
        let cost = settings.cost
        return try await passwords.run { try PasswordHash(of: password, cost: cost) }
    }
}

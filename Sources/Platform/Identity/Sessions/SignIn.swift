public import Foundation
public import Kernel
import Ledger
import Store

/// What signing in came to: the secret for the browser's cookie, and what still has to be shown.
public struct SignedIn: Sendable {
    public let secret: Secret
    public let stage: Visitor.Stage
}

/// Where somebody comes from, for throttling and for their own list of sessions. No part of it is logged.
public struct Coming: Sendable {
    public let address: String?
    public let userAgent: String?

    public init(address: String?, userAgent: String?) {
        self.address = address
        self.userAgent = userAgent
    }

    var browser: String { BrowserWords.of(userAgent) }
}

extension Identity {
    /// Signs somebody in by what they know. Takes as long, and says the same, whether or not there is such an account.
    ///
    /// - Parameter old: the session that the browser had until now, which ends.
    /// - Throws: `.invalid` when they do not fit; `.tooOften` after too many tries; `.unavailable` when too many wait.
    public func signIn(
        email typed: String, password: String, replacing old: Secret? = nil, from coming: Coming, at now: Date,
        on day: Day
    ) async throws -> SignedIn {
        let email = Email(typed), taken = throttles(typed, coming)
        let account = try await store.write { tx -> Account? in
            try taken.forEach { try $0.take(at: now, in: tx) }
            return try email.flatMap { try tx.account(email: $0) }
        }
        return try await givingBack(taken, unless: Self.wrong) {
            try await signIn(account, typed, password, replacing: old, from: coming, at: now, on: day)
        }
    }

    private func signIn(
        _ account: Account?, _ typed: String, _ password: String, replacing old: Secret?, from coming: Coming,
        at now: Date, on day: Day
    ) async throws -> SignedIn {
        let held = account?.password.flatMap { PasswordHash($0) }
        let attempt = PasswordTry(hash: held ?? noPassword, noPassword: noPassword)
        let (matches, better) = try await passwords.run { try attempt(password) }
        guard matches, held != nil, let account, account.disabledAt == nil else { throw Self.wrong }
        return try await store.write { tx in
            // Read again: while the password was tried another may have been chosen.
            guard let account = try tx.account(account.id, unchangedSince: account) else { throw Self.wrong }
            // Said only to somebody who knows the password, and in the words for a wrong one.
            guard try mayHavePassword(account, on: day, in: tx) else { throw Self.wrong }
            if let better {
                try tx.run("UPDATE identity_account SET password = \(better.text) WHERE id = \(account.id.text)")
            }
            try Throttle.account(Self.throttled(typed), settings).forget(in: tx)
            try Throttle.account(Self.throttled(typed), from: coming.address, settings).forget(in: tx)
            for place in coming.address.map({ Throttle.addresses($0, settings) }) ?? [] { try place.giveBack(in: tx) }
            try tx.endSession(old)
            return try come(account, .password, coming, at: now, on: day, in: tx)
        }
    }

    /// Gives tries back that came to nothing, since the service was busy or whoever asked has gone: a guesser learns
    /// nothing by them, and nobody is kept out for having waited.
    /// - Parameter wrong: what a wrong guess is told, which counts.
    func givingBack<Value: Sendable>(
        _ taken: [Throttle], unless wrong: Refusal, _ work: () async throws -> Value
    ) async throws -> Value {
        do { return try await work() } catch {
            if error as? Refusal != wrong {
                let store = store
                // A task of its own: the one at hand may have been cancelled.
                await Task { _ = try? await store.write { tx in try taken.forEach { try $0.giveBack(in: tx) } } }.value
            }
            throw error
        }
    }

    /// Makes the session, and writes down that somebody came.
    /// - Parameter isProven: whether a second proof has been given already.
    func come(
        _ account: Account, _ way: Session.Way, isProven: Bool = false, _ coming: Coming, at now: Date, on day: Day,
        in tx: Transaction
    ) throws -> SignedIn {
        let caller = try caller(for: account, on: day, in: tx)
        let secret = try tx.makeSession(
            of: account.id, way: way, browser: coming.browser, proven: isProven, at: now, settings)
        try tx.run("UPDATE identity_account SET came_at = \(now) WHERE id = \(account.id.text)")
        let name = try standing(account.person, day, tx)?.name ?? account.person
        let how = way == .password ? "a password" : "the council's directory"
        try tx.record(
            Fact("identity.signed-in", about: account.subject(name), "\(name) signed in with \(how)"), by: caller,
            at: now)
        if isProven { return SignedIn(secret: secret, stage: .whole) }
        let mustProve = account.hasCode || caller.roles.contains { settings.rolesNeedingCode.contains($0) }
        return SignedIn(secret: secret, stage: mustProve ? (account.hasCode ? .needsCode : .needsSetUp) : .whole)
    }

    /// Ends a session of the account's own.
    /// - Throws: `.notFound` for one that is not theirs.
    public func endSession(_ id: ID<Session>, of account: ID<Account>, at now: Date, on day: Day) async throws {
        try await store.write { tx in
            guard let account = try tx.account(account) else { throw Refusal.notFound }
            let ended = try tx.run(
                """
                UPDATE identity_session SET ends_at = made_at
                WHERE id = \(id.text) AND account = \(account.id.text) AND ends_at > \(now)
                """)
            if ended == 0 { throw Refusal.notFound }
            let caller = try caller(for: account, on: day, in: tx)
            try tx.record(
                Fact("identity.signed-out", about: account.subject(personName(caller)), "A session was ended"),
                by: caller,
                at: now)
        }
    }

    public func sessions(of account: ID<Account>, at now: Date) async throws -> [Session] {
        try await store.read { [settings] tx in try tx.sessions(of: account, at: now, settings) }
    }

    private func throttles(_ typed: String, _ coming: Coming) -> [Throttle] {
        let email = Self.throttled(typed)
        return [Throttle.account(email, from: coming.address, settings), Throttle.account(email, settings)]
            + (coming.address.map { Throttle.addresses($0, settings) } ?? [])
    }

    /// What tries are counted by: the address as it is compared, or whatever was typed in its place.
    static func throttled(_ typed: String) -> String { Email(typed)?.folded ?? String(typed.lowercased().prefix(300)) }

    static let wrong = Refusal.invalid([
        Problem("email", "The e-mail address or the password is not right, or there is no such account")
    ])
}

/// The name within `Priya Shah (priya-shah)`.
func personName(_ caller: Caller) -> String {
    guard let person = caller.person else { return caller.name }
    return String(caller.name.dropLast(person.count + 3))
}

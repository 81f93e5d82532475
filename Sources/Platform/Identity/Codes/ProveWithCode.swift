public import Foundation
public import Kernel
import Ledger
import Store

extension Identity {
    /// Takes a one-time code, or a recovery code, after the password. The session's secret is changed: one seen before
    /// the code was given is worth nothing after it.
    ///
    /// - Returns: the new secret, and how many recovery codes are left when one was used.
    /// - Throws: `.invalid` for a wrong code; `.tooOften`; `.notFound` when the session is over.
    public func prove(_ secret: Secret, by typed: String, at now: Date, on day: Day) async throws
        -> (secret: Secret, recoveryLeft: Int?)
    {
        let account = try await store.write { tx -> Account in
            guard let session = try tx.session(secret.digest), !session.isOver(at: now, settings),
                let account = try tx.account(session.account), account.disabledAt == nil
            else { throw Refusal.notFound }
            try codeThrottle(account).take(at: now, in: tx)
            return account
        }
        return try await store.write { tx in
            // Read again: two codes sent at once must not both count.
            guard let account = try tx.account(account.id), account.codeSeal != nil else { throw Refusal.notFound }
            var left: Int?
            if let step = try tx.code(of: account)?.step(of: typed, at: now, after: account.codeStep) {
                try tx.run("UPDATE identity_account SET code_step = \(Int(step)) WHERE id = \(account.id.text)")
            } else if let digest = RecoveryCode.digest(typed),
                try tx.run("DELETE FROM identity_recovery WHERE digest = \(digest) AND account = \(account.id.text)")
                    == 1
            {
                left = try tx.one("SELECT count(*) FROM identity_recovery WHERE account = \(account.id.text)")?.integer(
                    0)
                let caller = try caller(for: account, on: day, in: tx)
                try tx.record(
                    Fact(
                        "identity.recovered", about: account.subject(personName(caller)),
                        "A recovery code was used in place of a one-time code"), by: caller, at: now)
            } else {
                throw Self.wrongCode
            }
            try codeThrottle(account).forget(in: tx)
            return (try renewed(secret, provenAt: now, in: tx), left)
        }
    }

    /// Gives the session another secret.
    private func renewed(_ secret: Secret, provenAt now: Date, in tx: Transaction) throws -> Secret {
        let fresh = Secret.fresh()
        let changed = try tx.run(
            "UPDATE identity_session SET digest = \(fresh.digest), proven_at = \(now) WHERE digest = \(secret.digest)")
        if changed != 1 { throw Refusal.notFound }
        return fresh
    }

    func codeThrottle(_ account: Account) -> Throttle { .own(Self.codeTries, of: account.id.text, settings) }

    /// What is counted by account alone, since only somebody who knows its password can try it.
    private static let codeTries = "code"
    static let passwordTries = "password", ownTries = [codeTries, passwordTries]

    static let wrongCode = Refusal.invalid([
        Problem("code", "The code is not right, or has been used. Wait for the next one, and enter that")
    ])

    /// Sets up one-time codes, once the person has shown that their app gives the right ones.
    ///
    /// - Returns: the session's new secret, and the recovery codes, which are shown this once.
    /// - Throws: `.invalid` for a wrong code; `.outOfOrder` when codes are set up already.
    public func setUpCode(_ code: OneTimeCode, typed: String, for secret: Secret, at now: Date, on day: Day)
        async throws
        -> (secret: Secret, recovery: [String])
    {
        let recovery = (0..<RecoveryCode.count).map { _ in RecoveryCode.fresh() }
        let fresh = try await store.write { tx -> Secret in
            guard let session = try tx.session(secret.digest), !session.isOver(at: now, settings),
                let account = try tx.account(session.account), account.disabledAt == nil
            else { throw Refusal.notFound }
            if account.hasCode { throw Refusal.outOfOrder("One-time codes are set up already") }
            try codeThrottle(account).take(at: now, in: tx)
            guard let step = code.step(of: typed, at: now, after: 0) else { throw Self.wrongCode }
            try tx.run(
                """
                UPDATE identity_account SET code_seal = \(try tx.seal(code, for: account)), code_at = \(now),
                    code_step = \(Int(step))
                WHERE id = \(account.id.text)
                """)
            try tx.run("DELETE FROM identity_recovery WHERE account = \(account.id.text)")
            for text in recovery {
                guard let digest = RecoveryCode.digest(text) else { continue }
                try tx.run("INSERT INTO identity_recovery (digest, account) VALUES (\(digest), \(account.id.text))")
            }
            let caller = try caller(for: account, on: day, in: tx), name = personName(caller)
            try tx.record(
                Fact("identity.code-set-up", about: account.subject(name), "\(name) set up one-time codes"), by: caller,
                at: now)
            try codeThrottle(account).forget(in: tx)
            try tx.endSessions(of: account.id, except: secret.digest)
            try send(AccountLetter(for: account.id, to: account.email, name: name, matter: .codeChanged, at: now), tx)
            return try renewed(secret, provenAt: now, in: tx)
        }
        return (fresh, recovery)
    }
}

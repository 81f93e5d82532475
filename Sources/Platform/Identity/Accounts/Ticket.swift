import Foundation
import Kernel
import Store

/// A link sent to somebody that lets them choose a password, once.
enum Ticket {
    enum Purpose: String { case invitation, reset }

    /// Takes the place of any link given before for the same purpose.
    static func make(_ purpose: Purpose, for account: ID<Account>, until ends: Date, in tx: Transaction) throws
        -> Secret
    {
        try tx.run("DELETE FROM identity_ticket WHERE account = \(account.text) AND purpose = \(purpose.rawValue)")
        let secret = Secret.fresh()
        try tx.run(
            """
            INSERT INTO identity_ticket (digest, account, purpose, ends_at)
            VALUES (\(secret.digest), \(account.text), \(purpose.rawValue), \(ends))
            """)
        return secret
    }

    /// Whose it is; nil for one that is used, over, or was never given. Reading does not use it up: mail scanners
    /// follow links.
    static func account(of secret: Secret, at now: Date, in tx: Transaction) throws -> (Account, Purpose)? {
        guard
            let row = try tx.one(
                """
                SELECT \(sql: Account.columns), t.purpose, t.ends_at FROM identity_ticket t
                JOIN identity_account a ON a.id = t.account WHERE t.digest = \(secret.digest)
                """), row.instant(12) > now
        else { return nil }
        let account = Account(row)
        guard account.disabledAt == nil, let purpose = Purpose(rawValue: row.text(11)) else { return nil }
        return (account, purpose)
    }

    static func useUp(_ account: ID<Account>, in tx: Transaction) throws {
        try tx.run("DELETE FROM identity_ticket WHERE account = \(account.text)")
    }
}

public import Foundation
public import Kernel
import Ledger
public import Store

// What was ended since a backup was taken must not come back with it.

extension Identity {
    /// Ends every session, token, link and form there is, in a database that was put back from before: nobody can tell
    /// which of them were ended since. One-time codes of before this moment are used up, too.
    /// - Returns: How many sessions, tokens and links there were.
    public static func endAll(by caller: Caller, at now: Date, in tx: Transaction) throws -> Int {
        try tx.run("DELETE FROM identity_pending")
        let count =
            try tx.run("DELETE FROM identity_session") + tx.run("DELETE FROM identity_token")
            + tx.run("DELETE FROM identity_ticket")
        let step = Int(OneTimeCode.step(at: now))
        try tx.run("UPDATE identity_account SET code_step = \(step) WHERE code_at IS NOT NULL AND code_step < \(step)")
        if count > 0 {
            try tx.record(
                Fact(
                    "identity.all-ended", about: Subject(kind: "backup", id: "restored", name: "Restored backup"),
                    "A backup was restored, and the \(count) sessions, tokens and links in it were ended"),
                by: caller, at: now)
        }
        return count
    }

    /// The accounts that are disabled, and whose they are. Asks an old or an empty database too.
    public static func disabled(in store: Store) async throws -> [ID<Account>: String] {
        guard try await store.migrationsDone().contains("identity/0001-identity") else { return [:] }
        let rows = try await store.read { tx in
            try tx.rows("SELECT id, person FROM identity_account WHERE disabled_at IS NOT NULL")
                .map { (ID<Account>($0.text(0)), $0.text(1)) }
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    /// Disables again those of some accounts that can be signed in to here, in a database that was put back from before
    /// they were disabled.
    /// - Returns: Whose they are, sorted.
    public static func disableAgain(
        _ accounts: [ID<Account>: String], by caller: Caller, at now: Date, in tx: Transaction
    ) throws -> [String] {
        let open = try accounts.keys.compactMap { try tx.account($0) }.filter { $0.disabledAt == nil }
            .sorted { $0.person < $1.person }
        for account in open {
            try tx.run("UPDATE identity_account SET disabled_at = \(now) WHERE id = \(account.id.text)")
            try tx.endComings(of: account.id)
            try tx.record(
                Fact(
                    "identity.disabled", about: account.subject(account.person),
                    "The account of \(account.person) was disabled since the restored backup was taken, and stays so"),
                by: caller, at: now)
        }
        return open.map(\.person)
    }
}

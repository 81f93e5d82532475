import Drafts
public import Identity
import Mail
public import Sealing
public import Store

/// Throws away what other services hold for somebody whose account is erased: letters that wait, and drafts.
public enum ForgetHolder {
    /// - Returns: whose keys are to be destroyed with the account's.
    public static func of(_ account: Account, in tx: Transaction) throws -> [SealedFor] {
        try tx.forgetLetters(for: Account.sealedFor(account.id), to: account.email)
        return [try Drafts.forget(account.person, in: tx)]
    }
}

public import Foundation
public import Kernel
import Ledger
import Sealing
import Store

extension Identity {
    /// Destroys the keys of what is sealed for an account, and of its holder's drafts and letters, blanks it, and stops
    /// it for good. What the ledger says of it stands.
    ///
    /// - Parameter authority: a retention rule, an order, a request: kept in the ledger, and shown.
    /// - Throws: `.notFound`; `.invalid` without an authority; `.outOfOrder` when it was erased, or is one's own.
    public func erase(
        _ id: ID<Account>, under authority: String, by caller: Caller, at now: Date
    ) async throws {
        try await store.write { tx in
            try caller.must(.erase, under: .sealing)
            guard let account = try tx.account(id) else { throw Refusal.notFound }
            if account.person == caller.person {
                throw Refusal.outOfOrder("Ask another administrator to do this to your own account")
            }
            try tx.erase(
                account.sealedFor, called: "Account \(id.text)", under: authority, by: caller, at: now)
            for subject in try forget(account, tx) where try tx.hasKeys(of: subject) && tx.erasure(of: subject) == nil {
                try tx.erase(subject, called: "\(subject)", under: authority, by: caller, at: now)
            }
            try tx.blank(account, at: now)
        }
    }

    /// Gives an account another key, and seals with it what it has.
    public func renewKey(of id: ID<Account>, by caller: Caller, at now: Date) async throws -> Int {
        try await store.write { tx in
            guard let account = try tx.account(id) else { throw Refusal.notFound }
            let code = try tx.code(of: account)
            let version = try tx.renewKey(of: account.sealedFor, by: caller, at: now)
            if let code {
                let sealed = try tx.seal(code, for: account)
                try tx.run("UPDATE identity_account SET code_seal = \(sealed) WHERE id = \(id.text)")
            }
            return version
        }
    }
}

extension Transaction {
    /// Stops an account for good, and leaves nothing in it but whose it was.
    func blank(_ account: Account, at now: Date) throws {
        // The address as it is compared must be some account's alone, and no address holds a colon.
        try run(
            """
            UPDATE identity_account SET disabled_at = \(account.disabledAt ?? now), email = '',
                email_folded = \("erased:" + account.id.text), password = NULL, directory_id = NULL, code_key = NULL,
                code_seal = NULL, code_at = NULL, code_step = 0
            WHERE id = \(account.id.text)
            """)
        try mustScrub("identity_account")
        try endComings(of: account.id)
    }

    /// The account of a person; where it was erased its blank row gives way, so that they may have another. Nothing of
    /// the old one comes back: the new one has another identifier, and so another key.
    func account(person: String, forgettingErased: Bool) throws -> Account? {
        guard let held = try account(person: person), forgettingErased, try erasure(of: held.sealedFor) != nil else {
            return try account(person: person)
        }
        try blank(held, at: held.disabledAt ?? held.madeAt)
        try run("DELETE FROM identity_account WHERE id = \(held.id.text)")
        return nil
    }

    /// Ends every way in that an account has.
    func endComings(of id: ID<Account>) throws {
        try Ticket.useUp(id, in: self)
        try run("DELETE FROM identity_token WHERE account = \(id.text)")
        try run("DELETE FROM identity_recovery WHERE account = \(id.text)")
        // Nothing of theirs is given back, so that nothing of their sessions need be known.
        try run("DELETE FROM identity_session WHERE account = \(id.text)")
    }
}

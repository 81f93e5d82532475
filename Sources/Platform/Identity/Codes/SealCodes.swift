public import Foundation
import Kernel
public import Sealing
public import Store

extension Account {
    /// Whose key what is sealed for an account is sealed with.
    public static func sealedFor(_ id: ID<Account>) -> SealedFor { SealedFor("account", id.text) }

    var sealedFor: SealedFor { Account.sealedFor(id) }
    fileprivate static func codePlace(_ id: ID<Account>) -> SealedPlace {
        SealedPlace("identity_account", "code_seal", of: id.text)
    }
}

extension Transaction {
    func seal(_ code: OneTimeCode, for account: Account) throws -> [UInt8] {
        try seal(code.key, for: account.sealedFor, at: Account.codePlace(account.id))
    }

    /// Nil where there is none, and where nobody can read it any more: a recovery code is then the only way.
    func code(of account: Account) throws -> OneTimeCode? {
        // While an older process still serves the same database it writes what it sets up as it is. What stands there
        // is younger than any seal, and is sealed soon.
        let unsealed = try one("SELECT code_key FROM identity_account WHERE id = \(account.id.text)")?.optionalBytes(0)
        if let unsealed, account.hasCode { return OneTimeCode(key: unsealed) }
        guard let sealed = account.codeSeal,
            case .open(let key) = try open(sealed, for: account.sealedFor, at: Account.codePlace(account.id))
        else { return nil }
        return OneTimeCode(key: key)
    }

    /// Seals a batch of keys that an earlier version kept as they are.
    /// - Returns: How many there were.
    func sealSomeCodes() throws -> Int {
        let some = try rows("SELECT id, code_key FROM identity_account WHERE code_key IS NOT NULL LIMIT 200")
            .map { (id: ID<Account>($0.text(0)), key: $0.bytes(1)) }
        for one in some {
            let subject = Account.sealedFor(one.id)
            // One that was erased stays so when a backup from before is put back.
            let sealed =
                try erasure(of: subject) == nil
                ? try seal(one.key, for: subject, at: Account.codePlace(one.id)) : nil
            try run(
                """
                UPDATE identity_account SET code_seal = \(sealed), code_key = \([UInt8]?.none)
                WHERE id = \(one.id.text)
                """)
        }
        if !some.isEmpty { try mustScrub("identity_account") }
        return some.count
    }
}

extension Identity {
    /// Seals the keys of one-time codes that a version before this kept as they are, and has the database's own files
    /// forget them. Does nothing where there are none.
    /// - Returns: How many there were.
    @discardableResult
    public static func sealCodes(in store: Store) async throws -> Int {
        let isAny = try await store.read {
            try $0.one("SELECT 1 FROM identity_account WHERE code_key IS NOT NULL LIMIT 1") != nil
        }
        guard isAny else { return 0 }
        var total = 0
        while case let count = try await store.write({ try $0.sealSomeCodes() }), count > 0 { total += count }
        // Where somebody reads just now it stays marked, and is done at the next start.
        try await store.scrubMarked()
        return total
    }

    /// Stops and blanks accounts that were erased, in a database that was put back from before.
    /// - Parameters:
    ///   - forget: Throws away what other services hold for their holders.
    ///   - now: When they are stopped.
    public static func stopErased(forgetting forget: Forget, at now: Date, in tx: Transaction) throws {
        for erasure in try tx.erasures() where erasure.subject.kind == "account" {
            guard let account = try tx.account(ID<Account>(erasure.subject.id)) else { continue }
            _ = try forget(account, tx)
            try tx.blank(account, at: now)
        }
    }
}

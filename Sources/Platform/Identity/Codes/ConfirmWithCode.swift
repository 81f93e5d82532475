public import Foundation
public import Kernel
public import Store

extension Identity {
    /// Takes a fresh one-time code from somebody who is signed in, before they do what must not be done at a browser
    /// that was left open. Recovery codes are for signing in, and are not taken.
    ///
    /// - Throws: `.invalid` for a wrong or used code; `.tooOften`; `.notFound` where there is no such account.
    public func confirm(_ typed: String, of id: ID<Account>, at now: Date) async throws {
        try await store.write { tx in
            guard let account = try tx.account(id), account.disabledAt == nil else { throw Refusal.notFound }
            try codeThrottle(account).take(at: now, in: tx)
        }
        try await store.write { tx in
            // Read again: two codes sent at once must not both count.
            guard let account = try tx.account(id), let code = try tx.code(of: account) else { throw Refusal.notFound }
            guard let step = code.step(of: typed, at: now, after: account.codeStep) else {
                throw Self.wrongCode
            }
            try tx.run("UPDATE identity_account SET code_step = \(Int(step)) WHERE id = \(id.text)")
            try codeThrottle(account).forget(in: tx)
        }
    }

    /// A person's account; nil when they have none.
    public func account(of person: String, in tx: Transaction) throws -> Account? { try tx.account(person: person) }
}

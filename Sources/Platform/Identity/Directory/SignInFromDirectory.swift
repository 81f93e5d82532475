public import Foundation
public import Kernel
import Ledger
import Store

/// Who came from the council's directory, as far as it counts here.
public struct DirectoryPerson: Sendable, Equatable {
    /// The directory's own name and its name for the person: together they are always the same person.
    public let id: String
    /// Nil unless it is sure that the address is theirs.
    public let email: String?
    /// Whether they gave a second proof there that counts here.
    public let hasProvedTwice: Bool

    public init(issuer: String, subject: String, email: String?, hasProvedTwice: Bool) {
        id = issuer + "|" + subject
        self.email = email
        self.hasProvedTwice = hasProvedTwice
    }
}

extension Identity {
    /// Signs in whoever the directory says came: the account that they came to before, or the first time the one with
    /// their address. Never makes an account, and never goes by a name.
    ///
    /// - Parameter old: the session that the browser had until now, which ends.
    /// - Returns: nil when there is no account that they may use. Why is for the ledger, and not for them.
    public func signIn(
        _ person: DirectoryPerson, replacing old: Secret?, from coming: Coming, at now: Date, on day: Day
    ) async throws -> SignedIn? {
        try await store.write { tx in
            guard let account = try account(of: person, at: now, on: day, in: tx) else { return nil }
            try tx.endSession(old)
            return try come(
                account, .directory, isProven: person.hasProvedTwice, coming, at: now, on: day, in: tx)
        }
    }

    private func account(of person: DirectoryPerson, at now: Date, on day: Day, in tx: Transaction) throws -> Account? {
        func tell(_ kind: String, _ account: Account, _ words: (String) -> String) throws {
            let caller = try caller(for: account, on: day, in: tx), name = personName(caller)
            try tx.record(Fact("identity.\(kind)", about: account.subject(name), words(name)), by: caller, at: now)
        }
        if let known = try tx.account(directoryID: person.id) {
            if known.disabledAt == nil { return known }
            try tell("refused", known) { "\($0) came from the council's directory, and the account is disabled" }
            return nil
        }
        guard let email = person.email.flatMap({ Email($0) }), let account = try tx.account(email: email) else {
            return nil
        }
        if account.disabledAt != nil {
            try tell("refused", account) { "\($0) came from the council's directory, and the account is disabled" }
            return nil
        }
        if account.directoryID != nil {
            try tell("refused", account) {
                "Somebody else in the council's directory came with the address of the account of \($0)"
            }
            return nil
        }
        try tx.run("UPDATE identity_account SET directory_id = \(person.id) WHERE id = \(account.id.text)")
        try Ticket.useUp(account.id, in: tx)
        try tell("linked", account) { "\($0) came from the council's directory, and was known by their address" }
        return account
    }
}

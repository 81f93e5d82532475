public import Foundation
public import Kernel
import Store

/// That a person held in the records may sign in. What they may then do follows from their posts and seats.
public struct Account: Sendable, Equatable {
    public let id: ID<Account>
    /// The person's identifier in the records.
    public let person: String
    public let email: String
    public let madeAt: Date
    /// When they last signed in.
    public let cameAt: Date?
    public let disabledAt: Date?
    /// Whether one-time codes are set up.
    public let hasCode: Bool
    public let hasPassword: Bool
    /// Who they are in the council's own directory, once they have come from there.
    public let directoryID: String?

    let password: String?
    /// The key of its one-time codes, sealed.
    let codeSeal: [UInt8]?
    let codeStep: Int64

    static let columns: SQL = """
        a.id, a.person, a.email, a.made_at, a.came_at, a.disabled_at, a.code_at, a.password, a.directory_id,
        a.code_seal, a.code_step
        """

    init(_ row: Row, from first: Int = 0) {
        id = ID(row.text(first))
        person = row.text(first + 1)
        email = row.text(first + 2)
        madeAt = row.instant(first + 3)
        cameAt = row.optionalInstant(first + 4)
        disabledAt = row.optionalInstant(first + 5)
        hasCode = row.optionalInstant(first + 6) != nil
        password = row.optionalText(first + 7)
        hasPassword = password != nil
        directoryID = row.optionalText(first + 8)
        codeSeal = row.optionalBytes(first + 9)
        codeStep = Int64(row.integer(first + 10))
    }

    /// How it stands, in a word for a list.
    public var state: State {
        if disabledAt != nil { return .disabled }
        return cameAt == nil && !hasPassword ? .invited : .active
    }

    public enum State: String, Sendable { case invited, active, disabled }

    /// As the ledger names it. The address is no part of it: facts are kept for ever.
    func subject(_ personName: String) -> Subject {
        Subject(kind: "account", id: id.text, name: "Account of \(personName)")
    }
}

extension Transaction {
    func account(_ id: ID<Account>) throws -> Account? { try account(where: "a.id = \(id.text)") }
    /// Nil where another password was chosen since the account was read, or it was disabled: to try a password takes
    /// long, and holds no transaction.
    func account(_ id: ID<Account>, unchangedSince read: Account) throws -> Account? {
        try account(id).flatMap { $0.disabledAt == nil && $0.password == read.password ? $0 : nil }
    }

    func account(email: Email) throws -> Account? { try account(where: "a.email_folded = \(email.folded)") }
    func account(person: String) throws -> Account? { try account(where: "a.person = \(person)") }
    func account(directoryID: String) throws -> Account? { try account(where: "a.directory_id = \(directoryID)") }

    func account(where condition: SQL) throws -> Account? {
        try one("SELECT \(sql: Account.columns) FROM identity_account a WHERE \(sql: condition)").map { Account($0) }
    }
}

public import Foundation
public import Kernel
import Store

/// A fact as it stands in the ledger.
public struct Entry: Sendable, Codable, Equatable {
    /// The order of writing; what `before:` takes.
    public let number: Int
    /// Where it stands in the chain; nil while it is not yet sealed.
    public let position: Int?
    public let id: String
    public let at: Date
    public let caller: String
    public let purpose: String
    public let name: String
    public let subject: Subject
    public let sentence: String
    /// The record after the change, as JSON; nil where the deed changed nothing of it.
    public let record: String?

    static let columns: SQL = """
        f.number, s.position, f.id, f.at, f.caller, f.purpose, f.name, f.subject_kind, f.subject_id, f.subject_name,
        f.sentence, f.record
        """

    init(_ row: Row) {
        number = row.integer(0)
        position = row.optionalInteger(1)
        id = row.text(2)
        at = row.instant(3)
        caller = row.text(4)
        purpose = row.text(5)
        name = row.text(6)
        subject = Subject(kind: row.text(7), id: row.text(8), name: row.text(9))
        sentence = row.text(10)
        record = row.optionalText(11)
    }
}

/// A page of the ledger, the youngest first.
public struct Entries: Sendable, Codable, Equatable {
    public let entries: [Entry]
    /// What to pass as `before:` for the next older page; nil when there is none.
    public let before: Int?
}

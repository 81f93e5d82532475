public import Foundation
import Kernel

/// Whose key something is sealed with: one account, one child.
public struct SealedFor: Hashable, Sendable, Codable, CustomStringConvertible {
    /// As the ledger names it: `account`.
    public let kind: String
    public let id: String

    public init(_ kind: String, _ id: String) { (self.kind, self.id) = (kind, id) }

    /// `account:01HZX3`
    public var description: String { "\(kind):\(id)" }

    /// Reads `KIND:ID`; nil for anything else.
    public init?(_ text: String) {
        let halves = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard halves.count == 2 else { return nil }
        self.init(halves[0], halves[1])
    }
}

/// Where something sealed stands. What is sealed for one place cannot be opened in another.
public struct SealedPlace: Hashable, Sendable {
    let table: String
    let field: String
    let row: String

    /// - Parameters:
    ///   - table: The table, or the kind of record or paper.
    ///   - row: Which one of them.
    public init(_ table: String, _ field: String, of row: String) {
        (self.table, self.field, self.row) = (table, field, row)
    }
}

/// That what was sealed for somebody can be read by nobody any more, and why.
public struct Erasure: Sendable, Equatable, Codable {
    public let subject: SealedFor
    public let at: Date
    /// Under which authority: a retention rule, a court's order, a request under a named article.
    public let authority: String

    /// What its fact is called.
    public static let factName = "sealing.erased"

    public init(_ subject: SealedFor, at: Date, under authority: String) {
        (self.subject, self.at, self.authority) = (subject, at, authority)
    }

    /// `erased on 3 May 2026 under the retention schedule`
    public var words: String { "erased on \(Day(inEnglandAt: at).long) under: \(authority)" }
}

/// What opening gave.
public enum Opened: Sendable, Equatable {
    case open([UInt8])
    case erased(Erasure)
    /// Its key is gone and nobody erased it: the master key was lost, or a backup was restored without its keys.
    case lost
}

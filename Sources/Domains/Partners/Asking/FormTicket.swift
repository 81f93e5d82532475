public import Foundation
import Kernel
public import Records
public import Store

/// A mark that a form carries, from which the identifier of what it makes is made: a form that is sent twice, because
/// the line is poor or a button was pressed twice, makes one thing.
public struct FormTicket: Sendable, Equatable {
    public let text: String

    public static let field = "ticket"

    /// A new one, for a page that is shown.
    public init(at now: Date) {
        var random = SystemRandomNumberGenerator()
        text = IDText.fresh(at: now, from: &random)
    }

    /// What came back; nil when it is none of ours.
    public init?(_ typed: String?) {
        guard let typed, typed.utf8.count == 32, IDText.isWellFormed(typed) else { return nil }
        text = typed
    }

    public func id(of kind: Kind) -> String { "\(kind.name)-\(text)" }

    /// Whether what the form makes is there already, saying the same.
    ///
    /// - Throws: `.changedMeanwhile` when it is there and says something else: the form was gone back to and changed.
    public func isSpent(on kind: Kind, saying fields: [String: Given], in tx: Transaction, _ hand: Hand) throws -> Bool
    {
        guard let held = try hand.shelf(tx).versions(of: id(of: kind)).first else { return false }
        guard fields.allSatisfy({ held.says($0.key, $0.value) }) else {
            throw Refusal.changedMeanwhile(
                "This form was saved before, saying something else. Open what it made to change it, or a new form")
        }
        return true
    }
}

public import Foundation
public import Kernel
import Store

/// A restricted record that is shown to somebody, and whom it is about.
public struct Shown: Hashable, Sendable {
    public let subject: Subject
    /// The person's identifier, where it is about one whose name is held.
    public let person: String?

    public init(_ subject: Subject, about person: String? = nil) {
        self.subject = subject
        self.person = person
    }
}

/// Which way somebody came in who was shown something.
public enum WayIn: String, Sendable, CaseIterable {
    case page, api, terminal
    /// It left in a file.
    case export

    var words: String {
        switch self {
        case .page: "was seen on a page"
        case .api: "was read by a program"
        case .terminal: "was seen at the terminal"
        case .export: "was taken out in a file"
        }
    }
}

/// That somebody is shown restricted records: all that a fact of it says.
public struct Looking: Sendable {
    public let shown: [Shown]
    public let door: WayIn
    /// What it took to see them.
    public let action: Action
    /// Why whoever looks may: their post or seat, or the reason they gave.
    public let why: String

    public init(at shown: [Shown], through door: WayIn, by action: Action, because why: String) {
        self.shown = shown
        self.door = door
        self.action = action
        self.why = why
    }
}

/// That somebody looked at something, as the ledger holds it.
public struct Look: Sendable, Equatable {
    /// The fact's identifier; what `before:` takes.
    public let fact: String
    public let at: Date
    /// As the ledger names whoever looked.
    public let caller: String
    public let why: String
    public let subject: Subject
    public let door: WayIn
    public let sentence: String

    init(_ row: Row) {
        fact = row.text(0)
        at = row.instant(1)
        caller = row.text(2)
        why = row.text(3)
        subject = Subject(kind: row.text(4), id: row.text(5), name: row.text(6))
        door = WayIn(rawValue: row.text(7)) ?? .page
        sentence = row.text(8)
    }
}

/// A page of looks, the youngest first.
public struct Looks: Sendable, Equatable {
    public let looks: [Look]
    /// What to pass as `before:` for the next older page; nil when there is none.
    public let before: String?
}

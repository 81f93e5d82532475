public import Kernel
public import Records

/// What the holder of a post is to do by a day, whoever asked for it, and what shows that it was done.
public protocol AssignedAction: Noun {
    var record: Record { get }
}

extension AssignedAction {
    public var owner: ID<Post>? { record.id("owner") }
    public var due: Day? { record.day("due") }
    public var done: Day? { record.day("done") }
    public var state: String { record.text("state") ?? "open" }
    public var isOpen: Bool { state == "open" }

    /// Whether it should have been done before a day and was not; nil where nobody said by when.
    public func isOverdue(on day: Day) -> Bool? { isOpen ? due.map { $0 < day } : false }

    public static var states: [Choice] {
        [Choice("open", "Open"), Choice("done", "Done"), Choice("dropped", "Dropped")]
    }

    /// The fields of whose it is, by when, and how it went.
    public static var assignment: [Field] {
        [
            Field("owner", "Owner", .reference(["post"]), "Whose holder is to do it."),
            Field("due", "Due", .day, "By which day."),
            Field("state", "State", .choice(states), "Open (taken when empty), done or dropped."),
            Field("done", "Done on", .day, "The day it was done."),
            Field("evidence", "Evidence", .prose(max: 2_000), "What shows that it was done, or why it was dropped."),
        ]
    }

    public static var doneWithEvidence: Invariant {
        Invariant(of: kind.name, rule: "\(kind.title): done with evidence, or dropped for a reason") { record, _ in
            let action = Self(record)
            var problems: [Problem] = []
            if !action.isOpen, record.text("evidence") == nil {
                problems.append(Problem("evidence", "Say what shows that it was done, or why it was dropped"))
            }
            if action.state == "done", action.done == nil {
                problems.append(Problem("done", "Enter the day it was done"))
            }
            if action.isOpen, action.done != nil {
                problems.append(Problem("state", "It has a day on which it was done, and is said to be open"))
            }
            return problems
        }
    }
}

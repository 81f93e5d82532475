public import Arrangements
public import Kernel
import Partners
public import Records

/// What somebody is to do because a body said so, by when, and what shows that it was done.
public struct MeetingAction: Noun {
    public let id: ID<MeetingAction>
    public let name: String
    public let body: ID<Body>
    public let owner: ID<Post>?
    public let due: Day?
    public let done: Day?
    public let state: String
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        body = record.id("body") ?? ID("")
        owner = record.id("owner")
        due = record.day("due")
        done = record.day("done")
        state = record.text("state") ?? "open"
        self.record = record
    }

    public var isOpen: Bool { state == "open" }

    /// Whether it should have been done before a day and was not; nil where nobody said by when.
    public func isOverdue(on day: Day) -> Bool? { isOpen ? due.map { $0 < day } : false }

    public static let states = [Choice("open", "Open"), Choice("done", "Done"), Choice("dropped", "Dropped")]

    public static let kind = Kind(
        "meeting-action", plural: "meeting-actions", room: "meetings", title: "Action",
        about: "What somebody is to do because a body said so, and by when.",
        fields: [
            Field("name", "Action", .text(max: 300), required: true, "What is to be done."),
            Field("body", "Body", .reference(["body"]), required: true, "Which body asked for it."),
            Field("meeting", "Meeting", .reference(["meeting"]), "At which meeting."),
            Field("item", "Agenda item", .reference(["agenda-item"]), "Under which item."),
            Field("resolution", "Decision", .reference(["resolution"]), "Because of which decision."),
            Field("owner", "Owner", .reference(["post"]), "Whose holder is to do it."),
            Field("due", "Due", .day, "By which day."),
            Field("state", "State", .choice(states), "Open (taken when empty), done or dropped."),
            Field("done", "Done on", .day, "The day it was done."),
            Field("evidence", "Evidence", .prose(max: 2_000), "What shows that it was done, or why it was dropped."),
            Field("escalated", "Escalated on", .day, "The day it was taken higher because it was overdue."),
            Field("escalated-to", "Escalated to", .reference(["body", "post"]), "Where it was taken."),
            Field("reminded", "Last reminded", .day, "The day a letter about it last went out."),
        ])
}

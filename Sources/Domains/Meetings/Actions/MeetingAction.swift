public import Arrangements
public import Kernel
public import Partners
public import Records

/// What somebody is to do because a body said so, by when, and what shows that it was done.
public struct MeetingAction: AssignedAction {
    public let id: ID<MeetingAction>
    public let name: String
    public let body: ID<Body>
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        body = record.id("body") ?? ID("")
        self.record = record
    }

    public static let kind = Kind(
        "meeting-action", plural: "meeting-actions", room: "meetings", title: "Action",
        about: "What somebody is to do because a body said so, and by when.",
        fields: [
            Field("name", "Action", .text(max: 300), required: true, "What is to be done."),
            Field("body", "Body", .reference(["body"]), required: true, "Which body asked for it."),
            Field("meeting", "Meeting", .reference(["meeting"]), "At which meeting."),
            Field("item", "Agenda item", .reference(["agenda-item"]), "Under which item."),
            Field("resolution", "Decision", .reference(["resolution"]), "Because of which decision."),
        ] + assignment + [
            Field("escalated", "Escalated on", .day, "The day it was taken higher because it was overdue."),
            Field("escalated-to", "Escalated to", .reference(["body", "post"]), "Where it was taken."),
            Field("reminded", "Last reminded", .day, "The day a letter about it last went out."),
        ])
}

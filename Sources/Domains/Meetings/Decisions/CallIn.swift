public import Kernel
public import Records

/// That a decision was called in before it could be carried out, and what became of it.
public struct CallIn: Noun {
    public let id: ID<CallIn>
    public let resolution: ID<Resolution>
    public let on: Day
    public let outcome: String?
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        resolution = record.id("resolution") ?? ID("")
        on = record.day("on") ?? Day(number: 0)
        outcome = record.text("outcome")
        self.record = record
    }

    public static let outcomes = [
        Choice("released", "Released: may be carried out"), Choice("referred-back", "Referred back to who decided"),
        Choice("referred-on", "Referred to full council"),
    ]

    public static let kind = Kind(
        "call-in", plural: "call-ins", room: "meetings", title: "Call-in",
        about: "That a decision was called in, by whom, why, and what became of it.",
        fields: [
            Field("resolution", "Decision", .reference(["resolution"]), required: true, "Which decision."),
            Field("on", "Called in on", .day, required: true, "The day."),
            Field("time", "At", .text(max: 5), "When that day, such as 16:45."),
            Field(
                "by", "Called in by", .prose(max: 1_000), required: true,
                "Who signed: seats or posts, and their groups."),
            Field("reason", "Reason", .prose(max: 2_000), required: true, "Why."),
            Field("heard-at", "Heard at", .reference(["meeting"]), "The meeting that heard it."),
            Field("outcome", "Outcome", .choice(outcomes), "What that meeting did; empty while it is not heard."),
            Field("outcome-note", "What was recommended", .prose(max: 2_000), "To whoever decided."),
        ],
        naming: { record, name in "Call-in of " + (record.text("resolution").flatMap(name) ?? "a decision") })
}

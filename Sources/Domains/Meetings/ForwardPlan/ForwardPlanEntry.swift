public import Kernel
public import Records

/// A key decision that is coming, with what the public must be told of it beforehand.
public struct ForwardPlanEntry: Noun {
    public let id: ID<ForwardPlanEntry>
    public let name: String
    public let due: Day
    public let published: Day?
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        due = record.day("due") ?? Day(number: 0)
        published = record.day("published")
        self.record = record
    }

    /// Whether an exception from notice was agreed that holds for a decision on a day: in special urgency; or in
    /// general, once it has been published for the clear days of its law (GOV-24).
    func standsForNotice(of decision: Day) -> Bool {
        guard let exception = record.text("exception"), record.text("withdrawn") == nil else { return false }
        guard exception == "general" else { return true }
        guard let on = record.day("exception-on"), let last = try? MeetingLaw.publishBy(decision) else { return false }
        return on <= last
    }

    /// Why a decision is a key decision (GOV-20).
    public static let reasons = [
        Choice("money", "Spending or saving that is significant for the service"),
        Choice("wards", "Significant effects on communities in two or more wards"),
    ]
    public static let exceptions = [
        Choice("general", "General exception: notice was impracticable"), Choice("urgent", "Special urgency"),
    ]

    public static let kind = Kind(
        "forward-plan-entry", plural: "forward-plan-entries", room: "meetings", title: "Forward plan entry",
        about: "A key decision that is coming, and what the public is told of it beforehand.",
        fields: [
            Field("name", "Matter", .text(max: 300), required: true, "What is to be decided."),
            Field("decided-by", "Decided by", .reference(["body", "post"]), required: true, "Who is to decide."),
            Field("due", "Due", .day, required: true, "The day of the decision, or the first of the month."),
            Field("key-because", "Why it is key", .choices(reasons), required: true, "By which test (GOV-20)."),
            Field("value", "Value in pounds", .integer(0...2_000_000_000), "Spent or saved in a year."),
            Field("wards", "Wards affected", .references(["area"], max: 100), "The wards it affects."),
            Field("consultees", "Who is consulted", .prose(max: 1_000), "And how."),
            Field("representations", "How to make representations", .prose(max: 500), "To whom, and by when."),
            Field("documents", "Documents", .prose(max: 2_000), "What will be considered."),
            Field("published", "Published on", .day, "The day notice of it was given."),
            Field("exception", "Exception", .choice(exceptions), "Where the notice could not be given (GOV-24)."),
            Field("exception-reason", "Why", .prose(max: 1_000), "Why it was impracticable, or why it cannot wait."),
            Field(
                "exception-agreed-by", "Agreed by", .reference(["post", "seat"]),
                "The scrutiny chair told, or who agreed."),
            Field(
                "exception-on", "Published exception on", .day,
                "The day the scrutiny chair was told and it was published."),
            Field("resolution", "Decision", .reference(["resolution"]), "What was decided in the end."),
            Field("withdrawn", "Withdrawn because", .prose(max: 1_000), "Why it was taken off the plan."),
        ])
}

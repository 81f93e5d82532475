public import Arrangements
public import Kernel
public import Records

/// That a body agreed a plan on a day: who agreed what when.
public struct PlanAgreement: Noun {
    public let id: ID<PlanAgreement>
    public let plan: ID<TrustPlan>
    public let body: ID<Body>
    public let on: Day
    public let what: String
    /// A decision of a meeting, where there is one.
    public let decision: String?
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        plan = record.id("plan") ?? ID("")
        body = record.id("body") ?? ID("")
        on = record.day("on") ?? Day(number: 0)
        what = record.text("what") ?? "plan"
        decision = record.text("decision")
        self.record = record
    }

    public static let whats = [
        Choice("plan", "The plan"), Choice("draft", "The draft, to be consulted on"),
        Choice("recommended", "That another body agree it"), Choice("supported", "Its support of the plan"),
    ]

    public static let kind = Kind(
        "plan-agreement", plural: "plan-agreements", room: "plan", title: "Agreement to a plan",
        about: "That a body agreed a plan, or a draft of it, on a day.",
        fields: [
            Field("plan", "Plan", .reference(["plan"]), required: true, "Which edition."),
            Field("body", "Body", .reference(["body"]), required: true, "Which body agreed."),
            Field("on", "On", .day, required: true, "The day."),
            Field("what", "What it agreed", .choice(whats), required: true, "The plan itself, or less than that."),
            Field("decision", "Decision", .reference(["resolution", "decision"]), "Of a meeting, where there is one."),
            Field("wording", "Wording", .prose(max: 4_000), "What was said, and on which conditions."),
        ],
        naming: { record, name in
            let body = record.text("body").flatMap(name) ?? "A body"
            return "\(body): \(record.text("plan").flatMap(name) ?? "a plan")"
        })
}

/// A look at how far a plan has come: by which body, when, and what follows.
public struct PlanReview: Noun {
    public let id: ID<PlanReview>
    public let plan: ID<TrustPlan>
    public let on: Day
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        plan = record.id("plan") ?? ID("")
        on = record.day("on") ?? Day(number: 0)
        self.record = record
    }

    public static let kinds = [
        Choice("monitoring", "Monitoring: how far it is acted on"), Choice("review", "Review of the plan itself"),
    ]
    public static let outcomes = [
        Choice("goes-on", "It goes on as it is"), Choice("revise", "It is to be revised"),
        Choice("close", "It is to be closed"),
    ]

    public static let kind = Kind(
        "plan-review", plural: "plan-reviews", room: "plan", title: "Review of a plan",
        about: "A look at how far a plan is acted on, or at the plan itself.",
        fields: [
            Field("plan", "Plan", .reference(["plan"]), required: true, "Which edition."),
            Field("on", "On", .day, required: true, "The day."),
            Field("sort", "Sort", .choice(kinds), required: true, "Monitoring, or review."),
            Field("body", "Body", .reference(["body"]), "Which body looked at it."),
            Field("decision", "Decision", .reference(["resolution", "decision"]), "Of a meeting, where there is one."),
            Field("found", "What was found", .prose(max: 8_000), required: true, "In a summary."),
            Field("outcome", "What follows", .choice(outcomes), "For a review."),
            Field("report-published", "Report published on", .day, "The day a report of it was open to all."),
        ],
        naming: { record, name in
            let sort = record.text("sort") == "review" ? "Review" : "Monitoring"
            return "\(sort): \(record.text("plan").flatMap(name) ?? "a plan")"
        })
}

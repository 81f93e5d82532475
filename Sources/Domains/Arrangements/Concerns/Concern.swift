public import Kernel
public import Records

/// Something that somebody said is wrong or should be done, whether or not it is so, until the record says what was
/// done.
public struct Concern: Noun {
    public let id: ID<Concern>
    public let name: String
    public let about: String
    public let topic: String
    public let saidBy: String
    public let isProposal: Bool
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        about = record.text("about") ?? ""
        topic = record.text("topic") ?? "other"
        saidBy = record.text("said-by") ?? ""
        isProposal = record.provenance == .proposed
        self.record = record
    }

    /// Each topic has a check of its own, so that a finding's code says what it is about.
    public static let topics = [
        Choice("support-capacity", "Capacity for business and commissioning support"),
        Choice("leadership-team", "Working of the leadership team"),
        Choice("member-engagement", "Engagement of elected members"),
        Choice("performance-management", "Performance management"),
        Choice("voluntary-sector", "Engagement of the voluntary sector"),
        Choice("board-membership", "Size and seniority of a board"),
        Choice("chair-accountability", "Accountability of a chair"),
        Choice("attendance-of-chair", "Attendance of one body's chair at another"),
        Choice("locality-groups", "Number and overlap of locality groups"),
        Choice("recruitment", "Recruitment to a post"),
        Choice("reach", "Reach of strategy to the ground"),
        Choice("portfolios", "Executive portfolios and scrutiny"),
        Choice("shared-leadership", "Leadership shared between chairs"),
        Choice("commissioning-role", "A board's part in commissioning"),
        Choice("priority", "Priority given to a body"),
        Choice("locality-balance", "Balance of city-wide and local delivery"),
        Choice("workload", "Workload crowding out a function"),
        Choice("capacity", "Capacity of a body"),
        Choice("crowded-governance", "Crowded governance"),
        Choice("thresholds", "Thresholds for help"),
        Choice("provision", "Provision of a service"),
        Choice("integration", "Integration of services"),
        Choice("resources", "Resources and their allocation"),
        Choice("young-people", "What young people say"),
        Choice("transition", "Transition to adulthood"),
        Choice("risk-factor", "Risk factor of declining performance"),
        Choice("other", "Another matter"),
    ]

    public static let kind = Kind(
        "concern", plural: "concerns", room: "arrangements", title: "Concern",
        about:
            """
            Something somebody said is wrong (provenance: concern) or should be done (provenance: proposed). \
            Open until an answer says what was done.
            """,
        fields: [
            Field("name", "Concern", .text(max: 300), required: true, "In one sentence, in our own words."),
            Field(
                "about", "About",
                .reference([
                    "body", "post", "organisation", "function", "area", "setting", "programme", "project",
                    "establishment",
                ]), required: true, "What it is about."),
            Field("topic", "Topic", .choice(topics), required: true, "What sort of thing it is."),
            Field(
                "said-by", "Said by", .text(max: 200), required: true,
                "Who said so: the review, members, a group of professionals."),
            Field(
                "mend", "What would mend it", .text(max: 500),
                "What the source says should be done, in our own words."),
        ])
}

/// What was done about a concern.
public struct Answer: Noun {
    public let id: ID<Answer>
    public let concern: ID<Concern>
    public let outcome: String
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        concern = record.id("concern") ?? ID("")
        outcome = record.text("outcome") ?? "done"
        self.record = record
    }

    public static let outcomes = [
        Choice("done", "Done: the concern is met"),
        Choice("under-way", "Under way: the concern stands"),
        Choice("not-known", "Something was done; whether it meets the concern is not known"),
        Choice("not-accepted", "Considered and not accepted, with the reason"),
    ]

    public static let kind = Kind(
        "answer", plural: "answers", room: "arrangements", title: "Answer to a concern",
        about: "What was done about a concern, from the day it was done.",
        fields: [
            Field("concern", "Concern", .reference(["concern"]), required: true, "Which concern it answers."),
            Field("done", "What was done", .prose(max: 2_000), required: true, "In a sentence or two."),
            Field("outcome", "Outcome", .choice(outcomes), required: true, "Whether it meets the concern."),
        ],
        naming: { record, name in "Answer to: " + (record.text("concern").flatMap(name) ?? "a concern") })
}

/// Something a body decided on a day, as a paper records it.
public struct Decision: Noun {
    public let id: ID<Decision>
    public let name: String
    public let body: ID<Body>?
    public let on: Day?

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        body = record.id("body")
        on = record.day("on")
    }

    public static let kind = Kind(
        "decision", plural: "decisions", room: "arrangements", title: "Decision",
        about: "Something a body decided, as a paper records it.",
        fields: [
            Field("name", "Decision", .text(max: 300), required: true, "In one sentence, in our own words."),
            Field("body", "Body", .reference(["body"]), required: true, "Who decided."),
            Field("on", "On", .day, "The day; empty when the source gives only the month."),
            Field("minute", "Minute", .text(max: 40), "The number of the minute, where it is known."),
            Field(
                "about", "About", .references(["body", "post", "organisation", "function", "programme"], max: 20),
                "What it is about."),
            Field(
                "approves", "Approves", .choice(Body.statutory),
                "The statutory body whose setting up it approves, if it does; that is not yet a body."),
        ])
}

/// A local number that a rule uses in place of its default.
public struct Threshold: Noun {
    public let id: ID<Threshold>
    public let name: String
    public let value: Int

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("rule") ?? ""
        value = record.integer("value") ?? 0
    }

    public static let rules = [
        Choice("attendance-percent", "Lowest acceptable attendance, in per cent"),
        Choice("absence-months", "Longest acceptable absence, in months"),
        Choice("reporting-cycle-months", "Longest time between reports on a core function, in months"),
        Choice("trust-board-duty-ends", "Day on which the duty to have a Children's Trust Board ends, as yyyymmdd"),
    ]

    public static let kind = Kind(
        "threshold", plural: "thresholds", room: "arrangements", title: "Local threshold",
        about: "A number agreed locally that a rule uses in place of its default.",
        fields: [
            Field("rule", "Rule", .choice(rules), required: true, "Which number."),
            Field("value", "Value", .integer(0...99_999_999), required: true, "In the unit the rule says."),
            Field("agreed-by", "Agreed by", .reference(["body"]), "Who agreed it."),
        ],
        naming: { record, _ in rules.label(of: record.text("rule") ?? "") })
}

/// That the facts held were gathered up to a day: later days carry them forward.
public struct StateOfKnowledge: Noun {
    public let id: ID<StateOfKnowledge>
    public let name: String
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        self.record = record
    }

    public static let kind = Kind(
        "state", plural: "states", room: "arrangements", title: "State",
        about: "A day for which the arrangements were described, and the last day its sources speak of.",
        fields: [
            Field("name", "Name", .name, required: true, "Such as: as the review met it."),
            Field("on", "As it stood on", .day, required: true, "The day described."),
            Field(
                "carried-from", "Carried forward from", .day, "The last day the sources speak of, when it is earlier."),
        ])
}

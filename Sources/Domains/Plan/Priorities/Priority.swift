public import Arrangements
public import Kernel
public import Partners
public import Records

/// What a plan puts first, for the city or for an area: who answers for it, and which body watches over it.
public struct Priority: Noun {
    public let id: ID<Priority>
    public let name: String
    public let plan: ID<TrustPlan>
    public let outcome: ID<Outcome>?
    public let number: Int
    public let accountable: ID<Post>?
    public let overseer: ID<Body>?
    /// The city's priority that an area's own one takes up.
    public let picksUp: ID<Priority>?
    public let continues: ID<Priority>?
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        plan = record.id("plan") ?? ID("")
        outcome = record.id("outcome")
        number = record.integer("number") ?? 0
        accountable = record.id("accountable")
        overseer = record.id("overseen-by")
        picksUp = record.id("picks-up")
        continues = record.id("continues")
        self.record = record
    }

    public static let kind = Kind(
        "priority", plural: "priorities", room: "plan", title: "Priority",
        about: "What a plan puts first, with the post that answers for it and the body that watches over it.",
        fields: [
            Field("name", "Priority", .text(max: 300), required: true, "In one line."),
            Field("plan", "Plan", .reference(["plan"]), required: true, "In which edition."),
            Field("outcome", "Outcome", .reference(["outcome"]), "The outcome it serves."),
            Field("number", "Number", .integer(1...1_000), "Its place in the plan."),
            Field("about", "About it", .prose(max: 4_000), "What is meant by it."),
            Field("young-words", "For young people", .prose(max: 600), "The same in everyday words."),
            Field("accountable", "Accountable post", .reference(["post"]), "Whose holder answers for it."),
            Field("overseen-by", "Overseeing body", .reference(["body"]), "The body that watches over it."),
            Field("decision", "Decision", .reference(["resolution", "decision"]), "The decision that set it."),
            Field(
                "picks-up", "Picks up", .reference(["priority"]),
                "For an area's priority: the city's one that it takes up."),
            Field("continues", "Continues", .reference(["priority"]), "The same priority of the edition before."),
        ])
}

/// A need behind a priority: what is known, where from, and the measure that shows it, if there is one.
public struct PlanNeed: Noun {
    public let id: ID<PlanNeed>
    public let name: String
    public let priority: ID<Priority>
    /// The code of a measure; nil where words alone show the need.
    public let measure: String?
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        priority = record.id("priority") ?? ID("")
        measure = record.text("measure")
        self.record = record
    }

    public static let kind = Kind(
        "plan-need", plural: "plan-needs", room: "plan", title: "Need behind a priority",
        about: "What is known of children's needs, for which a priority was set.",
        fields: [
            Field("name", "Need", .text(max: 300), required: true, "In one line."),
            Field("priority", "Priority", .reference(["priority"]), required: true, "Which priority answers it."),
            Field("evidence", "Evidence", .prose(max: 4_000), "What shows it, and where that is written."),
            Field("measure", "Measure", .text(max: 60), "The code of the measure that shows it."),
        ])
}

/// What success in a priority would look like, and the measure that would show it.
public struct SuccessMeasure: Noun {
    public let id: ID<SuccessMeasure>
    public let name: String
    public let priority: ID<Priority>
    public let measure: String?
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        priority = record.id("priority") ?? ID("")
        measure = record.text("measure")
        self.record = record
    }

    public static let kind = Kind(
        "success-measure", plural: "success-measures", room: "plan", title: "Measure of success",
        about: "What success in a priority would look like.",
        fields: [
            Field("name", "Measure of success", .text(max: 300), required: true, "What would be seen."),
            Field("priority", "Priority", .reference(["priority"]), required: true, "Of which priority."),
            Field("measure", "Measure", .text(max: 60), "The code of the measure that would show it."),
            Field("aim", "Aim", .text(max: 200), "How far, in words or figures."),
            Field("by", "By", .day, "By when."),
        ])
}

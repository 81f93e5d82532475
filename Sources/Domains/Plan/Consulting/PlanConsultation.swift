public import Kernel
public import Records

/// One asking of some people about a plan: who, when, how many, what they said, and what came of it.
public struct PlanConsultation: Noun {
    public let id: ID<PlanConsultation>
    public let plan: ID<TrustPlan>
    /// Words of `Consultee.choices`.
    public let consultees: [String]
    public let count: Int?
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        plan = record.id("plan") ?? ID("")
        consultees = record.list("consultees")
        count = record.integer("count")
        self.record = record
    }

    /// `about 8,000`; nil where nobody said how many.
    public var countWords: String? {
        count.map { number in
            let word = record.text("count-is").map { Self.comparators.label(of: $0).lowercased() + " " } ?? ""
            return (word == "exactly " ? "" : word) + Consultee.grouped(number)
        }
    }

    static let comparators = [
        Choice("exactly", "Exactly"), Choice("about", "About"), Choice("over", "More than"),
        Choice("under", "Fewer than"),
    ]

    public static let kind = Kind(
        "plan-consultation", plural: "plan-consultations", room: "plan", title: "Consultation on a plan",
        about: "Who was asked about a plan, when, how many answered, and what changed because of it.",
        fields: [
            Field("plan", "Plan", .reference(["plan"]), required: true, "On which edition."),
            Field("name", "What", .name, required: true, "What people would call it."),
            Field(
                "consultees", "Who", .choices(Consultee.choices), required: true, "Which of those who must be asked."),
            Field("with", "Who exactly", .prose(max: 2_000), "Which people or organisations."),
            Field("how", "How", .prose(max: 2_000), "By which means."),
            Field("invited", "Invited on", .day, "The day they were asked."),
            Field("responded", "Answered by", .day, "The day of the last answer."),
            Field("count", "How many", .integer(0...100_000_000), "How many people took part."),
            Field("count-is", "The number is", .choice(comparators), "Exact when empty."),
            Field("said", "What they said", .prose(max: 8_000), "In a summary."),
            Field("changed", "What changed", .prose(max: 4_000), "In the plan, because of it."),
        ])
}

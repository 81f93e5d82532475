public import Kernel
public import Records

/// What a plan wants children's lives to be like: one of the five outcomes of the law, or one of its own.
public struct Outcome: Noun {
    public let id: ID<Outcome>
    public let name: String
    public let plan: ID<TrustPlan>
    public let number: Int
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        plan = record.id("plan") ?? ID("")
        number = record.integer("number") ?? 0
        self.record = record
    }

    /// The five aspects of well-being of section 10(2) of the Children Act 2004, by their usual names.
    public static let five = [
        Choice("healthy", "Be healthy"), Choice("safe", "Stay safe"), Choice("enjoy", "Enjoy and achieve"),
        Choice("contribute", "Make a positive contribution"), Choice("economic", "Achieve economic well-being"),
    ]

    public static let kind = Kind(
        "outcome", plural: "outcomes", room: "plan", title: "Outcome",
        about: "What a plan wants the lives of children and young people to be like.",
        fields: [
            Field("name", "Outcome", .name, required: true, "In a few words."),
            Field("plan", "Plan", .reference(["plan"]), required: true, "In which edition."),
            Field("number", "Number", .integer(1...1_000), "Its place in the plan."),
            Field("five", "Of the five outcomes", .choices(five), "Which outcomes of the law it stands for, if any."),
            Field("about", "About it", .prose(max: 4_000), "What it means."),
            Field("young-words", "For young people", .prose(max: 600), "The same in everyday words."),
            Field("continues", "Continues", .reference(["outcome"]), "The same outcome of the edition before."),
        ])
}

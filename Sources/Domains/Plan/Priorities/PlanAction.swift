public import Kernel
public import Partners
public import Records

/// What somebody is to do for a priority, by when, and what shows that it was done.
public struct PlanAction: AssignedAction {
    public let id: ID<PlanAction>
    public let name: String
    public let priority: ID<Priority>
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        priority = record.id("priority") ?? ID("")
        self.record = record
    }

    public static let kind = Kind(
        "plan-action", plural: "plan-actions", room: "plan", title: "Action of a plan",
        about: "What somebody is to do for a priority, and by when.",
        fields: [
            Field("name", "Action", .text(max: 300), required: true, "What is to be done."),
            Field("priority", "Priority", .reference(["priority"]), required: true, "For which priority."),
        ] + assignment + [
            Field("decision", "Decision", .reference(["resolution", "decision"]), "Because of which decision.")
        ])
}

/// Money or people that a plan counts on.
public struct PlanResource: Noun {
    public let id: ID<PlanResource>
    public let name: String
    public let plan: ID<TrustPlan>
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        plan = record.id("plan") ?? ID("")
        self.record = record
    }

    public static let kind = Kind(
        "plan-resource", plural: "plan-resources", room: "plan", title: "Resource of a plan",
        about: "Money or people that a plan counts on.",
        fields: [
            Field("name", "Resource", .name, required: true, "What it is."),
            Field("plan", "Plan", .reference(["plan"]), required: true, "In which edition."),
            Field("priority", "Priority", .reference(["priority"]), "The priority it is for; all when empty."),
            Field("organisation", "From", .reference(["organisation"]), "Whose it is."),
            Field("pounds", "Pounds a year", .integer(0...2_000_000_000), "In whole pounds, where it is money."),
            Field("pooled", "Pooled", .flag, "Whether partners put it together."),
            Field("about", "About it", .prose(max: 2_000), "For which years, and on which conditions."),
        ])
}

public import Arrangements
public import Kernel
public import Places
public import Records

/// One edition of a plan for children and young people: the city's own, or an area's delivery plan under it.
public struct TrustPlan: Noun {
    public let id: ID<TrustPlan>
    public let name: String
    public let type: String
    public let owner: String
    public let area: ID<Area>?
    public let starts: Day?
    /// The last day of its period.
    public let ends: Day?
    public let under: ID<TrustPlan>?
    public let revises: ID<TrustPlan>?
    public let edition: Int
    public let state: String
    public let agreed: Day?
    public let agreedBy: ID<Body>?
    public let published: Day?
    public let reviewDue: Day?
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        type = record.text("type") ?? "cypp"
        owner = record.text("owner") ?? ""
        area = record.id("area")
        starts = record.day("starts")
        ends = record.day("ends")
        under = record.id("under")
        revises = record.id("revises")
        edition = record.integer("edition") ?? 1
        state = record.text("state") ?? "draft"
        agreed = record.day("agreed")
        agreedBy = record.id("agreed-by")
        published = record.day("published")
        reviewDue = record.day("review-due")
        self.record = record
    }

    /// Whether it is an area's delivery plan, not the city's own plan.
    public var isLocal: Bool { type == "area-delivery" }
    /// Whether everybody may read it on a day. What is drafted, consulted on or agreed is not out yet.
    public func isPublic(on day: Day) -> Bool {
        ["published", "superseded", "closed"].contains(state) && published.map { $0 <= day } ?? false
    }
    /// Whether it is the plan in use: published, and not yet taken over by another edition or closed.
    public func isInUse(on day: Day) -> Bool { state == "published" && isPublic(on: day) }
    /// Whether its words are settled: they were agreed, and only a new edition says otherwise.
    public var isSettled: Bool { !["draft", "consultation"].contains(state) }

    public static let types = [
        Choice("cypp", "Children and young people's plan"), Choice("area-delivery", "Area delivery plan"),
    ]
    public static let states = [
        Choice("draft", "Being drafted"), Choice("consultation", "Being consulted on"), Choice("agreed", "Agreed"),
        Choice("published", "Published"), Choice("superseded", "Taken over by a later edition"),
        Choice("closed", "Closed"),
    ]

    public static let kind = Kind(
        "plan", plural: "plans", room: "plan", title: "Plan",
        about: "One edition of the plan for children and young people, or of an area's delivery plan under it.",
        fields: [
            Field("name", "Title", .name, required: true, "As its cover has it."),
            Field("type", "Type", .choice(types), required: true, "The city's own plan, or an area's delivery plan."),
            Field("owner", "Owner", .reference(["organisation", "body"]), "Who prepares and publishes it."),
            Field("area", "Place", .reference(["area"]), "The place it is for; the whole city when empty."),
            Field("starts", "Starts", .day, "The first day of its period."),
            Field("ends", "Ends", .day, "The last day of its period."),
            Field("under", "Under", .reference(["plan"]), "For an area's delivery plan: the city's plan."),
            Field("edition", "Edition", .integer(1...1_000), "1 for the first (taken when empty)."),
            Field("revises", "Revises", .reference(["plan"]), "The edition it takes over from."),
            Field("vision", "Vision", .prose(max: 2_000), "What it wants for children and young people."),
            Field("plain-words", "In plain English", .prose(max: 4_000), "For the public: a few short paragraphs."),
            Field(
                "young-words", "For young people", .prose(max: 2_000), "Short sentences and everyday words, to you."),
            Field("state", "State", .choice(states), "How far it has come; drafted when empty. Commands set it."),
            Field("consulted-from", "Consultation opened", .day, "The day people were first asked."),
            Field("consulted-until", "Consultation closed", .day, "The last day for answers."),
            Field("agreed", "Agreed on", .day, "The day the body entitled to agreed it."),
            Field("agreed-by", "Agreed by", .reference(["body"]), "Which body agreed it."),
            Field("published", "Published on", .day, "The day everybody could read it."),
            Field(
                "published-month-only", "Only the month is known", .flag,
                "Whether the day it was published is only known to the month, of which it gives the last day."),
            Field("review-due", "Review due", .day, "The day by which it is to be looked at again."),
            Field("closed", "Closed on", .day, "The day it ended with nothing in its place."),
            Field("closed-because", "Closed because", .prose(max: 1_000), "Why."),
        ])
}

/// A part of a plan that no other record holds: how partners will work together, what there is to spend.
public struct PlanSection: Noun {
    public let id: ID<PlanSection>
    public let plan: ID<TrustPlan>
    public let part: String
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        plan = record.id("plan") ?? ID("")
        part = record.text("part") ?? ""
        self.record = record
    }

    public static let kind = Kind(
        "plan-section", plural: "plan-sections", room: "plan", title: "Part of a plan",
        about: "What a plan says on something that the law of its day asked for.",
        fields: [
            Field("plan", "Plan", .reference(["plan"]), required: true, "Which edition."),
            Field("part", "Part", .choice(PlanPart.choices), required: true, "What it is about."),
            Field("text", "Text", .prose(max: 20_000), required: true, "What the plan says, or where it says it."),
        ],
        naming: { record, name in
            let part = PlanPart.choices.label(of: record.text("part") ?? "")
            return "\(part): \(record.text("plan").flatMap(name) ?? "a plan")"
        })
}

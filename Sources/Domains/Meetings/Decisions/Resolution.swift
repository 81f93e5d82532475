public import Arrangements
public import Kernel
public import Records

/// What a body, or somebody on its behalf, decided: its words, its reasons, what was rejected, and what it means for
/// children.
public struct Resolution: Noun {
    public let id: ID<Resolution>
    public let name: String
    public let body: ID<Body>
    public let meeting: ID<Meeting>?
    public let item: ID<AgendaItem>?
    public let on: Day
    public let outcome: String
    public let made: String
    public let published: Day?
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        body = record.id("body") ?? ID("")
        meeting = record.id("meeting")
        item = record.id("item")
        on = record.day("on") ?? Day(number: 0)
        outcome = record.text("outcome") ?? ""
        made = record.text("made") ?? "meeting"
        published = record.day("published")
        self.record = record
    }

    /// Whether something was settled. Putting off and being unable to decide settle nothing.
    public var isDecided: Bool { !["not-decided", "deferred"].contains(outcome) }
    public var time: ClockTime? { record.text("at").flatMap { ClockTime($0) } }
    public var isOpenToCallIn: Bool { record.text("call-in") == "open" }
    var impact: String { record.text("impact") ?? "" }

    public static let outcomes = [
        Choice("agreed", "Agreed"), Choice("amended", "Agreed as amended"), Choice("rejected", "Rejected"),
        Choice("noted", "Noted"), Choice("recommended", "Recommended to another body"),
        Choice("deferred", "Put off"), Choice("not-decided", "Not decided"),
    ]
    public static let ways = [
        Choice("meeting", "At a meeting"), Choice("urgent", "Urgently, between meetings"),
        Choice("delegated", "Under delegated powers"),
    ]
    public static let callIns = [
        Choice("open", "May be called in"), Choice("urgent", "May not: it is urgent"),
        Choice("not-executive", "May not: not an executive function, or excepted"),
    ]
    public static let impacts = [
        Choice("affects", "Children or young people are affected"),
        Choice("none", "No child or young person is affected"),
        Choice("not-recorded", "The source does not say"),
    ]

    public static let kind = Kind(
        "resolution", plural: "resolutions", room: "meetings", title: "Decision of a meeting",
        about: "What a body decided, or somebody decided for it. What it means for children is part of it.",
        fields: Resolution.whatWasDecided + Resolution.howItWasDecided + Resolution.whatItMeans + Resolution.whatFollows
    )

    private static let whatWasDecided = [
        Field("name", "Decision", .text(max: 300), required: true, "In one sentence, as those at the table read it."),
        Field("body", "Body", .reference(["body"]), required: true, "Which body's decision it is."),
        Field("meeting", "Meeting", .reference(["meeting"]), "At which meeting; empty for one made between meetings."),
        Field("item", "Agenda item", .reference(["agenda-item"]), "Under which item."),
        Field("on", "On", .day, required: true, "The day."),
        Field("outcome", "Outcome", .choice(outcomes), required: true, "What came of it."),
        Field("wording", "Wording", .prose(max: 10_000), required: true, "What was resolved, in full."),
        Field("reasons", "Reasons", .prose(max: 4_000), "Why (GOV-25)."),
        Field("rejected", "Options rejected", .prose(max: 4_000), "What else was considered, and why not (GOV-25)."),
        Field(
            "public-wording", "Wording for the public", .prose(max: 4_000),
            "What the public reads, where the decision is not open."),
        Field(
            "access", "Access", .choice(AgendaItem.accesses),
            "Open (taken when empty), exempt or confidential. What comes of a closed item is closed without it."),
        Field(
            "exempt-under", "Exempt under", .choice(AgendaItem.descriptions),
            "The description of Schedule 12A that covers it."),
        Field("exempt-because", "Why it is not open", .prose(max: 1_000), "Shown to all (GOV-08)."),
    ]

    private static let howItWasDecided = [
        Field("made", "How it was made", .choice(ways), "At a meeting when empty."),
        Field("decided-by", "Decided by", .reference(["post"]), "Whose holder decided, between meetings."),
        Field("consulted", "Who was consulted", .prose(max: 2_000), "Before a decision between meetings."),
        Field("why-between", "Why it could not wait", .prose(max: 1_000), "For an urgent decision between meetings."),
        Field(
            "reported-to", "Reported to", .reference(["meeting"]),
            "The meeting that a decision between meetings was reported to."),
        Field("at", "At", .text(max: 5), "When it was taken, such as 19:10: who was there then counts."),
        Field("quorum", "Quorum", .integer(0...1_000), "How many members the terms then asked for."),
        Field("present", "Members present", .integer(0...1_000), "How many there were at that moment."),
        Field("for", "For", .integer(0...1_000), "Votes for, where there was a vote."),
        Field("against", "Against", .integer(0...1_000), "Votes against."),
        Field("abstained", "Abstained", .integer(0...1_000), "Who did not vote either way."),
        Field("casting", "Casting vote", .flag, "Whether the chair's second vote is among them."),
        Field("voted-for", "Voted for", .references(["seat"], max: 200), "Where votes were recorded."),
        Field("voted-against", "Voted against", .references(["seat"], max: 200), "Where votes were recorded."),
        Field(
            "did-not-vote", "Abstained by name", .references(["seat"], max: 200), "Where votes were recorded."),
        Field("dissent", "Dissent", .prose(max: 1_000), "Whose dissent was recorded, and on what."),
    ]

    private static let whatItMeans = [
        Field(
            "impact", "Children", .choice(impacts), required: true,
            "Whether children or young people are affected (REP-04)."),
        Field("impact-who", "Who is affected", .prose(max: 2_000), "Which children and young people."),
        Field(
            "impact-how", "How", .prose(max: 2_000), "What it does for them or to them; why nobody is, where nobody is."
        ),
        Field("impact-said", "What young people said", .prose(max: 2_000), "Or why they were not asked."),
        Field(
            "impact-changed", "What changed because of it", .prose(max: 2_000),
            "In the decision, because children were thought of."),
        Field("gap", "Narrowing the gap", .choice(Report.gaps), "Whether it narrows or widens a gap (REP-05)."),
        Field("gap-note", "For whom, and how we know", .prose(max: 2_000), "Which group or area, and the evidence."),
    ]

    private static let whatFollows = [
        Field("minute", "Minute", .integer(1...9_999), "The number of its minute."),
        Field("key", "Key decision", .flag, "Whether it is one (GOV-20)."),
        Field("call-in", "Call-in", .choice(callIns), "Whether it may be called in."),
        Field(
            "no-call-in-because", "Why it may not be called in", .prose(max: 1_000),
            "Required of an urgent one (GOV-28)."),
        Field("published", "Published on", .day, "The day it was published: call-in is counted from it (GOV-27)."),
        Field(
            "published-noted", "Told of on", .day,
            "The day this service was told that it was published: call-in is counted from it, if later."),
        Field(
            "call-in-until", "Call-in until", .day,
            "The last day for a call-in, by the rule in force when it was published."),
        Field("implemented", "Carried out on", .day, "The day it was begun to be carried out."),
        Field("sent-to", "Sent to", .reference(["body"]), "The body it recommends something to."),
        Field("replaces", "Made again after", .reference(["resolution"]), "The decision that was referred back."),
    ]
}

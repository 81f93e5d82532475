public import Kernel
public import Partners
public import Records

/// A figure as a source gives it: exactly, or only as more or less than something.
public enum Comparator: String, Sendable, CaseIterable {
    case exactly, under, over, nearly, about

    public static let choices = [
        Choice("exactly", "Exactly"), Choice("under", "Under"), Choice("over", "Over"),
        Choice("nearly", "Nearly"), Choice("about", "About"),
    ]

    public var word: String { self == .exactly ? "" : rawValue + " " }
}

/// How many members a body was found to have on a day.
public struct Size: Noun {
    public let id: ID<Size>
    public let body: ID<Body>
    public let members: Int
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        body = record.id("body") ?? ID("")
        members = record.integer("members") ?? 0
        self.record = record
    }

    public static let kind = Kind(
        "size", plural: "sizes", room: "arrangements", title: "Size of a body",
        about: "How many members a body was found to have, from the day it was counted until it is counted again.",
        fields: [
            Field("body", "Body", .reference(["body"]), required: true, "Which body."),
            Field("members", "Members", .integer(0...10_000), required: true, "How many on the list."),
            Field(
                "counted-from", "Counted from", .text(max: 200),
                "What was counted, such as the membership list of a year."),
        ],
        naming: { record, name in "Size of " + (record.text("body").flatMap(name) ?? "a body") })
}

/// How well a body was attended, as a source gives it: a share of its members, at one meeting or as a rule.
public struct Attendance: Noun {
    public let id: ID<Attendance>
    public let body: ID<Body>
    public let percent: Int
    public let comparator: Comparator
    public let measure: String
    public let trend: String?
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        body = record.id("body") ?? ID("")
        percent = record.integer("percent") ?? 0
        comparator = record.text("comparator").flatMap(Comparator.init(rawValue:)) ?? .exactly
        measure = record.text("measure") ?? "meeting"
        trend = record.text("trend")
        self.record = record
    }

    public static let measures = [
        Choice("regular", "Share of members who attend regularly"),
        Choice("meeting", "Share of members at one meeting or in one month"),
    ]
    public static let trends = [
        Choice("better", "Getting better"), Choice("steady", "Steady"), Choice("worse", "Getting worse"),
    ]

    public static let kind = Kind(
        "attendance", plural: "attendance", room: "arrangements", title: "Attendance",
        about: "How well a body was attended, as a source gives it. Never turned into people.",
        fields: [
            Field("body", "Body", .reference(["body"]), required: true, "Which body."),
            Field("measure", "Measure", .choice(measures), required: true, "What the figure is a share of."),
            Field("percent", "Per cent", .integer(0...100), required: true, "The figure, in per cent."),
            Field(
                "comparator", "Comparator", .choice(Comparator.choices),
                "Exactly (taken when empty), under, over, nearly or about the figure."),
            Field("meeting", "Meeting", .day, "The day of the meeting, or the first of its month."),
            Field("trend", "Trend", .choice(trends), "What the source says of its direction."),
        ],
        naming: { record, name in "Attendance at " + (record.text("body").flatMap(name) ?? "a body") })
}

/// For how long an organisation has not come to a body it should come to.
public struct Absence: Noun {
    public let id: ID<Absence>
    public let body: ID<Body>
    public let organisation: ID<Organisation>
    public let months: Int
    public let comparator: Comparator
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        body = record.id("body") ?? ID("")
        organisation = record.id("organisation") ?? ID("")
        months = record.integer("months") ?? 0
        comparator = record.text("comparator").flatMap(Comparator.init(rawValue:)) ?? .exactly
        self.record = record
    }

    public static let kind = Kind(
        "absence", plural: "absences", room: "arrangements", title: "Absence",
        about: "For how long an organisation has not come to a body, as a source gives it.",
        fields: [
            Field("body", "Body", .reference(["body"]), required: true, "Which body."),
            Field("organisation", "Organisation", .reference(["organisation"]), required: true, "Who has not come."),
            Field("months", "Months", .integer(1...600), required: true, "For how long, in months."),
            Field(
                "comparator", "Comparator", .choice(Comparator.choices),
                "Exactly (taken when empty), under, over, nearly or about the figure."),
        ],
        naming: { record, name in
            """
            \(record.text("organisation").flatMap(name) ?? "An organisation") at \
            \(record.text("body").flatMap(name) ?? "a body")
            """
        })
}

/// How many reports a body has had about one of its functions, up to a day.
public struct ReportCount: Noun {
    public let id: ID<ReportCount>
    public let body: ID<Body>
    public let function: ID<Function>
    public let number: Int
    public let since: Day?
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        body = record.id("body") ?? ID("")
        function = record.id("function") ?? ID("")
        number = record.integer("number") ?? 0
        since = record.day("since")
        self.record = record
    }

    public static let kind = Kind(
        "report-count", plural: "report-counts", room: "arrangements", title: "Reports received",
        about: "How many reports a body has had about one of its functions.",
        fields: [
            Field("body", "Body", .reference(["body"]), required: true, "Which body."),
            Field("function", "Function", .reference(["function"]), required: true, "About what."),
            Field("number", "Reports", .integer(0...10_000), required: true, "How many it has received."),
            Field(
                "since", "Since", .day, "The day from which they were counted; since the body was set up when empty."),
        ],
        naming: { record, name in
            """
            Reports to \(record.text("body").flatMap(name) ?? "a body") on \
            \(record.text("function").flatMap(name) ?? "a function")
            """
        })
}

/// What an inspector or assessor found.
public struct Judgement: Noun {
    public let id: ID<Judgement>
    public let function: ID<Function>
    public let published: Day?
    public let verdict: String
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        function = record.id("function") ?? ID("")
        published = record.day("published")
        verdict = record.text("verdict") ?? "not-known"
        self.record = record
    }

    public static let verdicts = [
        Choice("favourable", "Favourable"), Choice("mixed", "Mixed"), Choice("adverse", "Adverse"),
        Choice("not-known", "Awaited or not known"),
    ]

    public static let kind = Kind(
        "judgement", plural: "judgements", room: "arrangements", title: "Judgement",
        about: "What an inspector or assessor found. An adverse one stands until a later one on the same function.",
        fields: [
            Field("name", "Name", .name, required: true, "The inspection or assessment."),
            Field("function", "Function", .reference(["function"]), required: true, "What was judged."),
            Field("by", "By", .reference(["organisation"]), "Who judged."),
            Field("published", "Published", .day, "The day it was published, where it is known."),
            Field("verdict", "Verdict", .choice(verdicts), required: true, "Which way it went."),
            Field("finding", "What it found", .prose(max: 1_000), "In our own words."),
        ])
}

/// A piece of improvement work, and the programme that gathers such work.
public struct Project: Noun {
    public let id: ID<Project>
    public let name: String
    public let programme: ID<Programme>?
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        programme = record.id("programme")
        self.record = record
    }

    public static let kind = Kind(
        "project", plural: "projects", room: "arrangements", title: "Improvement project",
        about: "A piece of improvement work.",
        fields: [
            Field("name", "Name", .name, required: true, "What it is called."),
            Field("programme", "Programme", .reference(["programme"]), "The programme it belongs to."),
            Field(
                "programme-standing", "Is it in a programme?", .choice(Standing.choices),
                "Said to be lacking when a source says that no programme gathers it."),
            Field("function", "Function", .reference(["function"]), "What it improves."),
            Field("owner", "Owner", .reference(["post"]), "The post that answers for it."),
            Field(
                "stands-for", "Stands for", .integer(1...10_000),
                "How many projects, when only their number is known."),
        ])
}

/// What gathers improvement projects: a plan, resources and somebody who answers for the whole.
public struct Programme: Noun {
    public let id: ID<Programme>
    public let name: String

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
    }

    public static let kind = Kind(
        "programme", plural: "programmes", room: "arrangements", title: "Programme",
        about: "What gathers improvement projects under one plan.",
        fields: [
            Field("name", "Name", .name, required: true, "What it is called."),
            Field("owner", "Owner", .reference(["post"]), "The post that answers for it."),
            Field("overseen-by", "Overseen by", .reference(["body"]), "The body that oversees it."),
        ])
}

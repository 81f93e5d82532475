public import Kernel
public import Partners
public import Places
public import Records

/// A board, a partnership, a team, a committee or a group: people who sit together to do something for children.
public struct Body: Noun {
    public let id: ID<Body>
    public let name: String
    public let short: String?
    public let type: String
    public let office: String?
    public let host: ID<Organisation>?
    public let area: ID<Area>?
    /// How many there are, when the record stands for a set known only by its number.
    public let standsFor: Int
    /// Whether it belongs to the children's trust's own arrangements, not to one partner or to the council at large.
    public let isOfTrust: Bool
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        short = record.text("short")
        type = record.text("type") ?? ""
        office = record.text("statutory")
        host = record.id("host")
        area = record.id("area")
        standsFor = record.integer("stands-for") ?? 1
        isOfTrust = record.flag("of-trust") ?? false
        self.record = record
    }

    public static let types = [
        Choice("partnership", "Partnership"), Choice("board", "Board"), Choice("statutory-board", "Statutory board"),
        Choice("commissioning-group", "Commissioning group"), Choice("leadership-team", "Leadership team"),
        Choice("unit", "Unit"), Choice("area-partnership", "Area partnership"),
        Choice("cluster-partnership", "Cluster partnership"),
        Choice("locality-group", "Locality group"), Choice("full-council", "Full council"),
        Choice("executive", "Executive"), Choice("committee", "Committee"),
        Choice("scrutiny", "Scrutiny board"), Choice("company-board", "Company board"),
        Choice("councillors-group", "Group of councillors"), Choice("support-function", "Support function"),
        Choice("sub-group", "Sub-group"),
    ]

    /// Those of the council itself.
    public static let typesOfCouncils: Set = ["full-council", "executive", "committee", "scrutiny"]

    public static let statutory = [
        Choice("childrens-trust-board", "Children's Trust Board (section 12A)"),
        Choice("local-safeguarding-children-board", "Local Safeguarding Children Board (section 13)"),
        Choice("safeguarding-partners", "Safeguarding partners' arrangements (section 16E)"),
        Choice("executive", "The council's executive"),
        Choice("overview-and-scrutiny", "Overview and scrutiny committee"),
    ]

    public static let levels = [
        Choice("city", "City"), Choice("area", "Area or wedge"), Choice("cluster", "Cluster of schools"),
        Choice("neighbourhood", "Neighbourhood"),
    ]

    public static let kind = Kind(
        "body", plural: "bodies", room: "arrangements", title: "Body",
        about: "A board, partnership, team, committee or group.",
        fields: [
            Field("name", "Name", .name, required: true, "Its full name."),
            Field("short", "Short name", .text(max: 40), alsoName: true, "Its initials, or what people call it."),
            Field("type", "Type", .choice(types), required: true, "What sort of body it is."),
            Field(
                "statutory", "Statutory body", .choice(statutory), "The body the law requires that it is, if it is one."
            ),
            Field("host", "Host", .reference(["organisation"]), "The organisation it belongs to or is supported by."),
            Field("part-of", "Sub-group of", .reference(["body"]), "The body it is a sub-group of."),
            Field("area", "Area", .reference(["area"]), "The area it works for."),
            Field("level", "Level", .choice(levels), "Where it works: the city, an area, a cluster, a neighbourhood."),
            Field(
                "stands-for", "Stands for", .integer(1...10_000), "How many there are, when only their number is known."
            ),
            Field(
                "of-trust", "Part of the trust's arrangements", .flag,
                "Whether it is one of the children's trust's own bodies."),
            Field("appointed-chair-by", "Chair appointed by", .reference(["organisation"]), "Who appoints its chair."),
            Field(
                "chair-consulted", "Partners consulted on the chair", .flag,
                "Whether the partners were consulted on the appointment."),
        ])
}

/// A body's terms of reference, as agreed on a day. A later version is a change from the day it takes effect.
public struct Terms: Noun {
    public let id: ID<Terms>
    public let body: ID<Body>
    public let memberLimit: Int?
    public let quorum: Int?
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        body = record.id("body") ?? ID("")
        memberLimit = record.integer("member-limit")
        quorum = record.integer("quorum")
        self.record = record
    }

    /// Whether the terms say something well enough; no answer means that nobody has said.
    static let said = [
        Choice("said", "They say it"), Choice("insufficient", "They do not say it sufficiently"),
        Choice("unclear", "Said to be unclear"), Choice("missing", "They do not say it"),
    ]

    public static let kind = Kind(
        "terms", plural: "terms-of-reference", room: "arrangements", title: "Terms of reference",
        about: "What a body is for, how it works and how it is judged. One at a time for a body.",
        fields: [
            Field("body", "Body", .reference(["body"]), required: true, "Whose terms they are."),
            Field("agreed", "Agreed on", .day, "The day they were agreed."),
            Field("agreed-by", "Agreed by", .reference(["body", "organisation"]), "Who agreed them."),
            Field("purpose", "Purpose", .prose(max: 2_000), "What it is for, in a sentence or two."),
            Field("purpose-said", "Is the purpose said?", .choice(said), "Whether its purpose is stated."),
            Field("functions-said", "Are the functions said?", .choice(said), "Whether its functions are stated."),
            Field("how", "How it works", .prose(max: 2_000), "How it carries out its functions."),
            Field(
                "how-said", "Is it said how?", .choice(said),
                "Whether the terms say how it carries out its functions."),
            Field("measures", "Measures of success", .prose(max: 2_000), "How its success is measured."),
            Field(
                "measures-said", "Are measures of success said?", .choice(said),
                "Whether the terms say how success is measured."),
            Field("member-limit", "Members", .integer(1...1_000), "How many members the terms provide for."),
            Field(
                "quorum", "Quorum", .integer(1...1_000),
                "How many members must be present for a decision; attendees and advisers never count."),
            Field(
                "escalates-to", "Escalates to", .reference(["body", "post"]), "Where it takes what it cannot settle."),
            Field("review-by", "Review by", .day, "The day by which the terms are to be looked at again."),
        ],
        naming: { record, name in "Terms of reference of " + (record.text("body").flatMap(name) ?? "a body") })
}

/// Where a body reports, or where it is said that this is lacking or unclear.
public struct ReportingLine: Noun {
    public let id: ID<ReportingLine>
    public let from: String
    public let to: String?
    public let type: String
    public let standing: Standing
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        from = record.text("from-body") ?? ""
        to = record.text("to")
        type = record.text("type") ?? "reports"
        standing = record.text("standing").flatMap(Standing.init(rawValue:)) ?? .holds
        self.record = record
    }

    public static let types = [
        Choice("reports", "Reports to"), Choice("accountable", "Is accountable to"),
        Choice("advises", "Advises"), Choice("scrutinised", "Is scrutinised by"),
    ]

    public static let kind = Kind(
        "reporting-line", plural: "reporting-lines", room: "arrangements", title: "Reporting line",
        about: "Where a body, or the chair of one, reports and answers.",
        fields: [
            Field(
                "from-body", "From", .reference(["body", "post"]), required: true,
                "The body, or the chair's post, that reports."),
            Field(
                "to", "To", .reference(["body", "post"]),
                "The body or the post it reports to; empty when nobody can say."),
            Field("type", "Type", .choice(types), "In what way; reports when empty."),
            Field(
                "standing", "Standing", .choice(Standing.choices),
                "Whether it holds (taken when empty), or is said to be lacking or unclear."),
        ],
        naming: { record, name in
            """
            \(record.text("from-body").flatMap(name) ?? "a body") to \
            \(record.text("to").flatMap(name) ?? "nobody named")
            """
        })
}

/// What a body is there to do, about which function, and where.
public struct Remit: Noun {
    public let id: ID<Remit>
    public let body: ID<Body>
    public let function: ID<Function>
    public let role: String
    public let isCore: Bool
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        body = record.id("body") ?? ID("")
        function = record.id("function") ?? ID("")
        role = record.text("role") ?? ""
        isCore = record.flag("core") ?? false
        self.record = record
    }

    public static let roles = [
        Choice("decides", "Decides"), Choice("develops-policy", "Develops policy and strategy"),
        Choice("commissions", "Commissions"), Choice("oversees", "Oversees and monitors"),
        Choice("challenges", "Advocates and challenges"), Choice("manages", "Manages"),
        Choice("co-ordinates", "Co-ordinates"), Choice("scrutinises", "Scrutinises"), Choice("supports", "Supports"),
    ]

    public static let kind = Kind(
        "remit", plural: "remits", room: "arrangements", title: "Remit",
        about: "What a body is there to do about a function, and where.",
        fields: [
            Field("body", "Body", .reference(["body"]), required: true, "Which body."),
            Field("function", "Function", .reference(["function"]), required: true, "About what."),
            Field("role", "Role", .choice(roles), required: true, "To do what."),
            Field("core", "Core function", .flag, "Whether it is one of its core functions."),
            Field("area", "Area", .reference(["area"]), "Where, when not everywhere the body works."),
        ],
        naming: { record, name in
            "\(record.text("body").flatMap(name) ?? "a body"): \(record.text("function").flatMap(name) ?? "a function")"
        })
}

public import Kernel
public import Records

/// A council, a health body, a police force, a school, a charity, a company: anything with posts or seats.
public struct Organisation: Noun {
    public let id: ID<Organisation>
    public let name: String
    public let short: String?
    public let sector: String
    public let type: String
    public let owner: ID<Organisation>?
    /// Category of relevant partner under section 10 of the Children Act 2004, as its letters stand there.
    public let cooperation: [String]
    /// Category of Board partner under section 13.
    public let boardPartner: [String]
    /// Kinds of body bound by section 11.
    public let safeguardingDuty: [String]

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        short = record.text("short")
        sector = record.text("sector") ?? ""
        type = record.text("type") ?? ""
        owner = record.id("owner")
        cooperation = record.list("relevant-partner")
        boardPartner = record.list("board-partner")
        safeguardingDuty = record.list("safeguarding-duty")
    }

    public static let sectors = [
        Choice("local-authority", "Local authority"), Choice("health", "Health"), Choice("education", "Education"),
        Choice("police", "Police"), Choice("probation", "Probation"), Choice("youth-justice", "Youth justice"),
        Choice("employment-skills", "Employment and skills"), Choice("voluntary", "Voluntary and community"),
        Choice("faith", "Faith"), Choice("independent", "Independent providers"), Choice("business", "Business"),
        Choice("government", "Central government"), Choice("inspection", "Inspection and audit"),
        Choice("community", "Children, families and the community"), Choice("cross-sector", "Several sectors"),
    ]

    public static let types = [
        Choice("council", "Council"), Choice("company", "Company"), Choice("primary-care-trust", "Primary care trust"),
        Choice("strategic-health-authority", "Strategic health authority"), Choice("nhs-trust", "NHS trust"),
        Choice("police-authority", "Police authority"), Choice("police-force", "Police force"),
        Choice("probation-board", "Probation board"), Choice("youth-offending-team", "Youth offending team"),
        Choice("connexions", "Connexions provider"),
        Choice("learning-and-skills-council", "Learning and skills council"),
        Choice("jobcentre", "Jobcentre Plus"), Choice("schools", "Schools"), Choice("college", "College"),
        Choice("cafcass", "Cafcass"), Choice("custody", "Secure training centre or prison"),
        Choice("charity", "Charity or community group"), Choice("faith-group", "Faith group"),
        Choice("government-department", "Department or government office"),
        Choice("inspectorate", "Inspectorate or auditor"),
        Choice("service", "Service of the council"), Choice("programme", "National programme"),
        Choice("other", "Other"),
    ]

    public static let kind = Kind(
        "organisation", plural: "organisations", room: "partners", title: "Organisation",
        about:
            """
            Anything with posts or seats. The three statutory lists are kept apart: they overlap and are not the \
            same.
            """,
        fields: [
            Field("name", "Name", .name, required: true, "Its full name."),
            Field("short", "Short name", .text(max: 40), alsoName: true, "What people call it, or its initials."),
            Field(
                "sector", "Sector", .choice(sectors), required: true,
                "Whom it counts with when a body is asked whether a sector is represented."),
            Field("type", "Type", .choice(types), required: true, "What sort of organisation it is."),
            Field(
                "owner", "Owned by", .reference(["organisation"]),
                "The organisation that wholly owns it, or that it is a service of."),
            Field(
                "stands-for", "Stands for", .integer(1...100_000),
                "How many it stands for, when it is a set known only by its number."),
            Field(
                "relevant-partner", "Relevant partner (section 10)", .choices(StatutoryLists.relevantPartners),
                "Its categories in section 10(4) of the Children Act 2004."),
            Field(
                "safeguarding-duty", "Safeguarding duty (section 11)", .choices(StatutoryLists.safeguardingDuty),
                "Its descriptions in section 11(1)."),
            Field(
                "board-partner", "Board partner (section 13)", .choices(StatutoryLists.boardPartners),
                "Its categories in section 13(3)."),
        ])
}

public import Kernel
public import Records

/// A job or an office, whoever holds it: the Director, a chief officer, the Lead Member, a board's independent chair.
public struct Post: Noun {
    public let id: ID<Post>
    public let name: String
    public let organisation: ID<Organisation>
    /// The statutory office it is, if it is one: `director-of-childrens-services`, `lead-member`, `lscb-chair`.
    public let office: String?
    public let grade: String?
    public let place: String?
    /// What whoever holds it may do in this service.
    public let access: Set<Role>

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        organisation = record.id("organisation") ?? ID("")
        access = Access.roles(of: record)
        office = record.text("office")
        grade = record.text("grade")
        place = record.text("area")
    }

    public static let offices = [
        Choice("director-of-childrens-services", "Director of Children's Services (section 18)"),
        Choice("lead-member", "Lead Member for Children's Services (section 19)"),
        Choice("lscb-chair", "Chair of the Local Safeguarding Children Board"),
        Choice("chief-executive", "Head of paid service (chief executive of the council)"),
    ]

    /// Seniority, highest first: who can speak for, commit and hold to account their organisation (LSCB-12).
    public static let grades = [
        Choice("elected", "Elected member"), Choice("chief-executive", "Chief executive"),
        Choice("director", "Director"),
        Choice("chair", "Independent chair"), Choice("deputy-director", "Deputy director"),
        Choice("chief-officer", "Chief officer"),
        Choice("head", "Head of service"), Choice("manager", "Manager"), Choice("practitioner", "Practitioner"),
    ]

    public static let kind = Kind(
        "post", plural: "posts", room: "partners", title: "Post",
        about: "A job or an office, whoever holds it.",
        fields: [
            Field("name", "Title", .name, required: true, "As the organisation writes it."),
            Field("organisation", "Organisation", .reference(["organisation"]), required: true, "Whose post it is."),
            Field("office", "Statutory office", .choice(offices), "The statutory office it is, if it is one."),
            Field("grade", "Seniority", .choice(grades), "How senior it is."),
            Field("area", "Area", .reference(["area"]), "The area it serves, when it serves one."),
            Field(
                "independent", "Independent", .flag,
                "Whether its holder must be independent of the organisations concerned."),
            Field(
                "access", "Access", .choices(Access.choices),
                "What its holder may do in this service. Only an administrator may say."),
        ])
}

/// How many posts of one title there are and how many are filled, where only the numbers are known.
public struct Establishment: Noun {
    public let id: ID<Establishment>
    public let name: String
    public let organisation: ID<Organisation>
    public let posts: Int
    public let filled: Int?

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        organisation = record.id("organisation") ?? ID("")
        posts = record.integer("posts") ?? 0
        filled = record.integer("filled")
    }

    public static let kind = Kind(
        "establishment", plural: "establishments", room: "partners", title: "Establishment",
        about: "How many posts of one title there are and how many are filled, where only the numbers are known.",
        fields: [
            Field("name", "Title of the posts", .name, required: true, "As the organisation writes it."),
            Field(
                "organisation", "Organisation", .reference(["organisation"]), required: true, "Whose posts they are."),
            Field("unit", "Team", .reference(["body"]), "The team they belong to."),
            Field("posts", "Posts", .integer(1...100_000), required: true, "How many there are."),
            Field("filled", "Filled", .integer(0...100_000), "How many have somebody in them; empty when nobody says."),
        ])
}

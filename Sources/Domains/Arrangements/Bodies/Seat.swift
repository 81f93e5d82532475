public import Kernel
public import Partners
public import Records

/// A place at a body's table, and whom it is for. An attendee is not a member.
public struct Seat: Noun {
    public let id: ID<Seat>
    public let body: ID<Body>
    public let role: String
    public let organisation: ID<Organisation>?
    public let post: ID<Post>?
    public let sector: String?
    public let represents: [ID<Organisation>]
    public let number: Int
    public let standing: String
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        body = record.id("body") ?? ID("")
        role = record.text("role") ?? ""
        organisation = record.id("organisation")
        post = record.id("post")
        sector = record.text("sector")
        represents = record.ids("represents")
        number = record.integer("number") ?? 1
        standing = record.text("standing") ?? "filled"
        self.record = record
    }

    /// Members count towards size, quorum and attendance; attendees, advisers and observers do not.
    public var isMember: Bool { ["chair", "deputy-chair", "member"].contains(role) }

    public static let roles = [
        Choice("chair", "Chair"), Choice("deputy-chair", "Deputy chair"), Choice("member", "Member"),
        Choice("attendee", "Formal attendee"), Choice("adviser", "Adviser"), Choice("observer", "Observer"),
    ]

    public static let kind = Kind(
        "seat", plural: "seats", room: "arrangements", title: "Seat",
        about: "A place at a body's table: for an organisation, a post or a sector. Who is in it may be any of them.",
        fields: [
            Field("body", "Body", .reference(["body"]), required: true, "At which table."),
            Field("role", "Role", .choice(roles), required: true, "As what."),
            Field("organisation", "Organisation", .reference(["organisation"]), "The organisation it is for."),
            Field("post", "Post", .reference(["post"]), "The post whose holder sits there."),
            Field("person", "Person", .reference(["person"]), "Who sits there, where a name is held."),
            Field(
                "sector", "Sector", .choice(Organisation.sectors),
                "The sector it is for, when no organisation is named."),
            Field(
                "represents", "Represents", .references(["organisation"], max: 50),
                "Every organisation its holder speaks for; one holder may speak for several."),
            Field("title", "Title", .name, "What the seat is called, when it has a name of its own."),
            Field("seniority", "Seniority", .choice(Post.grades), "How senior its holder must be, or is."),
            Field(
                "number", "Number", .integer(1...1_000),
                "How many such seats, when they differ only by number; one when empty."),
            Field(
                "standing", "Standing",
                .choice([
                    Choice("filled", "Filled"), Choice("vacant", "Vacant"),
                    Choice("lacking", "Said to be lacking: not represented"),
                ]), "Filled (taken when empty), vacant, or said to be lacking."),
            Field(
                "independent", "Independent", .flag,
                "Whether its holder is independent of the organisations at the table."),
            Field("lay", "Lay member", .flag, "Whether its holder represents the local community."),
            Field(
                "area", "Area", .reference(["area"]),
                "The area its holder comes from, when the seats are one for each area."),
            Field(
                "consulted", "Consulted on", .day, "The day the relevant partners were consulted on adding it (CTB-03)."
            ),
        ],
        naming: { record, name in
            let who =
                record.text("title")
                ?? (record.text("post") ?? record.text("person") ?? record.text("organisation")).flatMap(name)
                ?? record.text("sector").map { Organisation.sectors.label(of: $0) } ?? "a seat"
            let role = roles.label(of: record.text("role") ?? "member")
            return "\(role) of \(record.text("body").flatMap(name) ?? "a body"): \(who)"
        })
}

public import Kernel
public import Records

/// Something that is done for children, and that somebody must answer for: education, early years, safeguarding.
public struct Function: Noun {
    public let id: ID<Function>
    public let name: String
    /// The sector that a body with this function should hear from, as an organisation's sector.
    public let sector: String?
    public let isProvided: Bool
    public let part: ID<Function>?

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        sector = record.text("sector")
        isProvided = record.flag("provider-service") ?? false
        part = record.id("part-of")
    }

    public static let kind = Kind(
        "function", plural: "functions", room: "partners", title: "Function",
        about: "Something done for children that somebody must answer for.",
        fields: [
            Field("name", "Name", .name, required: true, "In a word or two."),
            Field("part-of", "Part of", .reference(["function"]), "The wider function it is part of."),
            Field(
                "sector", "Sector", .choice(Organisation.sectors),
                "The sector a body with this function should hear from."),
            Field(
                "provider-service", "Provider service", .flag,
                "Whether it is an operational service, run by somebody."),
            Field(
                "provided-by", "Provided by", .reference(["organisation"]), "The organisation whose staff provide it."),
        ])
}

/// That a post answers for a function, or runs it.
public struct Responsibility: Noun {
    public let id: ID<Responsibility>
    public let post: ID<Post>
    public let function: ID<Function>
    /// `accountable`: answers for it in the end. `runs`: is in charge of the service day to day. `leads`: champions it.
    public let level: String
    public let standing: Standing
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        post = record.id("post") ?? ID("")
        function = record.id("function") ?? ID("")
        level = record.text("level") ?? ""
        standing = Standing(of: record)
        self.record = record
    }

    public static let levels = [
        Choice("accountable", "Accountable: answers for it in the end"),
        Choice("runs", "Runs: in charge of the service day to day"),
        Choice("leads", "Leads: champions it and gives it direction"),
    ]

    public static let kind = Kind(
        "responsibility", plural: "responsibilities", room: "partners", title: "Responsibility",
        about: "That a post answers for a function, runs it, or leads it.",
        fields: [
            Field("post", "Post", .reference(["post"]), required: true, "Which post."),
            Field("function", "Function", .reference(["function"]), required: true, "For what."),
            Field("level", "Level", .choice(levels), required: true, "In what way."),
            Field(
                "standing", "Standing", .choice(Standing.choices),
                "Whether it holds (taken when empty), or is said to be lacking or unclear."),
        ],
        naming: { record, name in
            "\(record.text("post").flatMap(name) ?? "a post"): \(record.text("function").flatMap(name) ?? "a function")"
        })
}

/// What the law requires an authority to have a post for.
public struct Duty: Noun {
    public let id: ID<Duty>
    public let name: String
    public let post: ID<Post>?

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        post = record.id("post")
    }

    public static let kind = Kind(
        "duty", plural: "duties", room: "partners", title: "Statutory duty",
        about: "What the law requires of a post or an organisation.",
        fields: [
            Field("name", "Name", .name, required: true, "In a few words."),
            Field(
                "law", "Law", .text(max: 200), required: true, "The provision, such as Children Act 2004 section 18."),
            Field("post", "Post", .reference(["post"]), "The post that holds it."),
            Field("organisation", "Organisation", .reference(["organisation"]), "The organisation that owes it."),
            Field("function", "Function", .reference(["function"]), "What it is about."),
        ])
}

/// That one post may exercise another's functions. Concurrent: both may, and the first still answers (GOV-32).
public struct Delegation: Noun {
    public let id: ID<Delegation>
    public let from: ID<Post>
    public let to: ID<Post>
    public let function: ID<Function>?
    public let isConcurrent: Bool
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        from = record.id("from-post") ?? ID("")
        to = record.id("to-post") ?? ID("")
        function = record.id("function")
        isConcurrent = record.text("type") == "concurrent"
        self.record = record
    }

    public static let kind = Kind(
        "delegation", plural: "delegations", room: "partners", title: "Delegation",
        about: "That one post may exercise another's functions, alone or as well.",
        fields: [
            Field("from-post", "From", .reference(["post"]), required: true, "Whose functions they are."),
            Field("to-post", "To", .reference(["post"]), required: true, "Who may exercise them."),
            Field("function", "Function", .reference(["function"]), "Which; all of them when empty."),
            Field(
                "type", "Type",
                .choice([
                    Choice("exclusive", "Exclusive"),
                    Choice("concurrent", "Concurrent: both may, and the first still answers"),
                ]), required: true, "Exclusive or concurrent."),
            Field("limit", "Limit", .text(max: 200), "Up to what, in words: a sum, a kind of decision."),
            Field("scheme", "Scheme", .text(max: 200), "The scheme or sub-scheme it is written in."),
        ],
        naming: { record, name in
            """
            \(record.text("from-post").flatMap(name) ?? "a post") to \
            \(record.text("to-post").flatMap(name) ?? "a post")
            """
        })
}

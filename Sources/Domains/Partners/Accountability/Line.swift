public import Kernel
public import Records

/// Whether a line between two things is there, is said not to be, or is said to be unclear.
public enum Standing: String, Sendable, CaseIterable {
    case holds, lacking, unclear

    public static let choices = [
        Choice("holds", "It holds"), Choice("lacking", "Said to be lacking"), Choice("unclear", "Said to be unclear"),
    ]

    init(of record: Record) { self = record.text("standing").flatMap(Standing.init(rawValue:)) ?? .holds }
}

/// Who answers to whom. Line management and accountability are different lines (DCS-03).
public struct Line: Noun {
    public let id: ID<Line>
    public let post: ID<Post>
    public let to: ID<Post>
    public let type: String
    public let standing: Standing
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        post = record.id("post") ?? ID("")
        to = record.id("to") ?? ID("")
        type = record.text("type") ?? "management"
        standing = Standing(of: record)
        self.record = record
    }

    public static let types = [Choice("management", "Line management"), Choice("accountability", "Accountability")]

    public static let kind = Kind(
        "line", plural: "lines", room: "partners", title: "Line between posts",
        about: "Who manages whom, or who answers to whom: two different lines.",
        fields: [
            Field("post", "Post", .reference(["post"]), required: true, "The post below."),
            Field("to", "Answers to", .reference(["post"]), required: true, "The post above."),
            Field("type", "Type", .choice(types), required: true, "Line management, or accountability."),
            Field(
                "standing", "Standing", .choice(Standing.choices),
                "Whether it holds (taken when empty), or is said to be lacking or unclear."),
        ],
        naming: { record, name in
            "\(record.text("post").flatMap(name) ?? "a post") to \(record.text("to").flatMap(name) ?? "a post")"
        })
}

/// Who acts for whom. `possible` is one of several who might; `designated` is the one named.
public struct Deputy: Noun {
    public let id: ID<Deputy>
    public let post: ID<Post>
    public let deputy: ID<Post>
    public let covers: String
    public let isDesignated: Bool
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        post = record.id("post") ?? ID("")
        deputy = record.id("deputy") ?? ID("")
        covers = record.text("covers") ?? "all"
        isDesignated = record.text("designation") == "designated"
        self.record = record
    }

    public static let coverage = [
        Choice("all", "Everything"), Choice("statutory", "The statutory duties"), Choice("part", "Part of the work"),
    ]

    public static let kind = Kind(
        "deputy", plural: "deputies", room: "partners", title: "Deputy",
        about: "Who acts for a post when its holder is away.",
        fields: [
            Field("post", "Post", .reference(["post"]), required: true, "Whose holder is away."),
            Field("deputy", "Deputy", .reference(["post"]), required: true, "The post that acts."),
            Field("covers", "Covers", .choice(coverage), "What the deputy acts in; everything when empty."),
            Field(
                "designation", "Designation",
                .choice([
                    Choice("designated", "Designated: the one who acts"),
                    Choice("possible", "Possible: one of several who might"),
                ]), required: true, "Whether it is settled that this is the one."),
            Field("scheme", "Scheme", .text(max: 200), "Where the designation is written."),
        ],
        naming: { record, name in
            "\(record.text("deputy").flatMap(name) ?? "a post") for \(record.text("post").flatMap(name) ?? "a post")"
        })
}

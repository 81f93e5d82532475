public import Kernel
public import Records

/// A document put to a meeting about an item of its agenda. Its bytes are kept by their digest; a new version of the
/// document is a new version of the record.
public struct Paper: Noun {
    public let id: ID<Paper>
    public let item: ID<AgendaItem>
    public let title: String
    public let place: Int
    /// SHA-256 of its bytes.
    public let digest: String
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        item = record.id("item") ?? ID("")
        title = record.text("title") ?? record.id
        place = record.integer("place") ?? 1
        digest = record.text("digest") ?? ""
        self.record = record
    }

    public var isApproved: Bool { record.text("approved-by") != nil }
    public var sentBy: String { record.text("sent-by") ?? "" }
    /// The number of the supplement it came in; nil for what came with the agenda.
    public var supplement: Int? { record.integer("supplement") }

    /// The day a new version was sent after the agenda was out; nil while it is the first that the public could read.
    public var replaced: Day? { record.day("replaced") }
    /// Why it was not open for its clear days; nil where it was, or nobody has said.
    public var lateBecause: String? { record.text("late-because") }

    public static let sorts = [
        Choice("report", "Report"), Choice("appendix", "Appendix"), Choice("plan", "Plan or drawing"),
        Choice("background", "Background paper"), Choice("other", "Other"),
    ]

    public static let kind = Kind(
        "paper", plural: "papers", room: "meetings", title: "Paper",
        about: "A document put to a meeting about an item of its agenda. Nobody approves a paper that they sent.",
        fields: [
            Field("item", "Agenda item", .reference(["agenda-item"]), required: true, "About which item."),
            Field("title", "Title", .text(max: 300), required: true, "As it stands on the agenda."),
            Field("sort", "Sort", .choice(sorts), "Report (taken when empty), appendix, plan, background or other."),
            Field("place", "Place", .integer(1...200), required: true, "Where it stands among the papers of the item."),
            Field(
                "digest", "Digest", .text(max: 64), required: true, "SHA-256 of its bytes, which are kept beside it."),
            Field("file", "File name", .text(max: 200), required: true, "As it was sent."),
            Field("bytes", "Bytes", .integer(1...2_000_000_000), required: true, "How large it is."),
            Field(
                "access", "Access", .choice(AgendaItem.accesses),
                "Open, exempt or confidential; as the item, when empty."
            ),
            Field(
                "public-version", "Public version", .reference(["paper"]),
                "The paper that the public reads in place of this one: another file, with what is exempt taken out."),
            Field("added", "Open since", .day, "The day it was open to all who may read it."),
            Field(
                "supplement", "Supplement", .integer(1...100),
                "The number of the supplement it came in, after the agenda was published."),
            Field("sent-by", "Sent by", .text(max: 200), required: true, "The account that sent this version."),
            Field("approved-by", "Approved by", .text(max: 200), "The account that approved this version."),
            Field("approved", "Approved on", .day, "The day of it."),
            Field(
                "replaced", "Replaced on", .day, "The day a new version was sent after the agenda was published."),
            Field(
                "late-because", "Why it is late", .prose(max: 1_000),
                "Why it was not open for its clear days (GOV-01). Shown to all who may read it."),
        ],
        naming: { record, name in "\(record.text("title") ?? record.id)" })
}

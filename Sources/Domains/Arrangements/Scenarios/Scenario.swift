public import Kernel
public import Records

/// A change laid over a state: what if. Its changes are kept beside it, never in the history.
public struct Scenario: Noun {
    public let id: ID<Scenario>
    public let name: String
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        self.record = record
    }

    public static let views = [
        Choice("recommended", "Recommended"), Choice("open", "Left open"), Choice("not-recommended", "Not recommended"),
    ]

    public static let kind = Kind(
        "scenario", plural: "scenarios", room: "arrangements", title: "Scenario",
        about: "What if: a set of changes laid over the arrangements as they stood.",
        fields: [
            Field("name", "Name", .name, required: true, "What it is called."),
            Field("summary", "Summary", .prose(max: 2_000), "What it changes, in a sentence or two."),
            Field(
                "on", "Takes effect on", .day, "The day from which its changes count, when they give none of their own."
            ),
            Field("view", "The source's view", .choice(views), "What the source thinks of it."),
            Field("view-reason", "Its reason", .prose(max: 2_000), "Why, in our own words."),
            Field("risk", "Risk", .text(max: 300), "How the source puts the risk."),
            Field(
                "changes", "Changes", .prose(max: 200_000),
                "What it adds, changes and ends, as in docs/format/arrangements.md."),
            Field("people", "People affected", .text(max: 300), "How many, or which, where the source says."),
        ])
}

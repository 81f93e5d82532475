public import Kernel
public import Records

/// What is put to a meeting about an item, under the headings of the papers.
public struct Report: Noun {
    public let id: ID<Report>
    public let item: ID<AgendaItem>
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        item = record.id("item") ?? ID("")
        self.record = record
    }

    /// One of three, as on the front of the report of 2006 (GOV-26).
    public static let functions = [
        Choice("council", "Council function"), Choice("call-in", "Delegated executive function, open to call-in"),
        Choice("no-call-in", "Delegated executive function, not open to call-in"),
    ]
    public static let gaps = [
        Choice("narrows", "Narrows a gap"), Choice("no-difference", "Makes no difference to gaps"),
        Choice("widens", "Widens a gap"),
    ]

    public static let kind = Kind(
        "report", plural: "reports", room: "meetings", title: "Report",
        about: "What is put to a meeting about an item of its agenda.",
        fields: [
            Field("item", "Agenda item", .reference(["agenda-item"]), required: true, "About which item."),
            Field("author", "Author", .reference(["post"]), "Who wrote it."),
            Field("purpose", "Purpose", .prose(max: 4_000), required: true, "What the report is for."),
            Field("background", "Background", .prose(max: 20_000), "What went before."),
            Field("issues", "Main issues", .prose(max: 50_000), "What there is to consider."),
            Field("equality", "Equality", .prose(max: 4_000), "What it means for equality, and on what evidence."),
            Field(
                "gap", "Narrowing the gap", .choice(gaps), "Whether it narrows or widens a gap in outcomes (REP-05)."),
            Field(
                "gap-note", "For whom, and how we know", .prose(max: 2_000), "Which group or area, and the evidence."),
            Field("wards", "Wards affected", .references(["area"], max: 100), "The wards or areas it affects."),
            Field(
                "function", "Whose function", .choice(functions),
                "The route it takes, and whether it may be called in (GOV-26)."),
            Field("no-call-in-because", "Why it may not be called in", .prose(max: 1_000), "Set out in the report."),
            Field("resources", "Legal and resource implications", .prose(max: 10_000), "Money, people, law, risk."),
            Field("children", "What it means for children", .prose(max: 4_000), "Who is affected, and how."),
            Field(
                "recommendations", "Recommendations", .prose(max: 4_000), required: true,
                "What the meeting is asked to do."),
            Field(
                "background-papers", "Background papers", .prose(max: 2_000),
                "What it relies on to a material extent (GOV-09)."),
            Field("opened", "Open since", .day, "The day it was open, where that is after the agenda was published."),
            Field("changed", "Changed on", .day, "The day it was last changed after the agenda was published."),
            Field(
                "late-because", "Why it is late", .prose(max: 1_000),
                "Why it was not open for its clear days (GOV-01). Shown to all."),
        ],
        naming: { record, name in "Report: " + (record.text("item").flatMap(name) ?? "an item") })
}

public import Kernel
public import Records

/// One matter that a meeting is to deal with, and what for: to decide, to note, to challenge.
public struct AgendaItem: Noun {
    public let id: ID<AgendaItem>
    public let meeting: ID<Meeting>
    public let number: Int
    public let title: String
    public let route: String
    /// `open`, `exempt` or `confidential`.
    public let access: String
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        meeting = record.id("meeting") ?? ID("")
        number = record.integer("number") ?? 0
        title = record.text("title") ?? record.id
        route = record.text("route") ?? "note"
        access = record.text("access") ?? "open"
        self.record = record
    }

    public var isOpen: Bool { access == "open" }
    public var isLate: Bool { record.flag("late") ?? false }
    /// The line that stands on the public agenda: the title, or that of an item which is not open.
    public var publicTitle: String { isOpen ? title : record.text("public-title") ?? "An item that is not open" }

    /// That it was put otherwise after the agenda was published; empty where it was not.
    var changedWords: String {
        record.day("reworded").map { "Changed on \($0.long), after the agenda was published." } ?? ""
    }

    public static let purposes = [
        Choice("decision", "For decision"), Choice("note", "To note"), Choice("challenge", "To challenge"),
        Choice("procedure", "Procedure"),
    ]
    public static let accesses = [
        Choice("open", "Open"), Choice("exempt", "Exempt: may be kept from the public"),
        Choice("confidential", "Confidential: must be kept from the public"),
    ]
    /// Part 1 of Schedule 12A of the Local Government Act 1972, as in force since 1 March 2006, in short.
    public static let descriptions = [
        Choice("1", "1: about an individual"), Choice("2", "2: likely to reveal who an individual is"),
        Choice("3", "3: financial or business affairs"), Choice("4", "4: labour relations"),
        Choice("5", "5: legal professional privilege"), Choice("6", "6: an intended notice, order or direction"),
        Choice("7", "7: preventing, investigating or prosecuting crime"),
    ]

    public static let kind = Kind(
        "agenda-item", plural: "agenda-items", room: "meetings", title: "Agenda item",
        about: "One matter that a meeting is to deal with, and what for.",
        fields: [
            Field("meeting", "Meeting", .reference(["meeting"]), required: true, "On whose agenda."),
            Field("number", "Number", .integer(1...200), required: true, "Where it stands on the agenda."),
            Field("title", "Title", .text(max: 300), required: true, "As those at the table read it."),
            Field(
                "route", "Route", .choice(purposes), required: true,
                "For decision, to note, to challenge, or procedure."),
            Field("procedure", "Standing item", .choice(StandingItems.choices), "Which item of procedure it is."),
            Field("time", "Time", .text(max: 5), "When it is to be taken, such as 19:00."),
            Field("minutes", "Minutes allowed", .integer(1...600), "How long it is to take."),
            Field("presenter", "Presented by", .reference(["post"]), "Whose holder presents it."),
            Field("report-of", "Report of", .reference(["organisation", "body", "post"]), "Whose report it is."),
            Field("summary", "Summary", .prose(max: 4_000), "What it is about and what is asked, in a few sentences."),
            Field("added", "Added on", .day, "The day it was put on the agenda and open to all."),
            Field("late", "Late", .flag, "Whether it came too late for the usual notice."),
            Field(
                "special-circumstances", "Special circumstances", .prose(max: 1_000),
                "Why it cannot wait; goes into the minutes (GOV-02)."),
            Field("admitted-by", "Admitted by", .reference(["post", "seat"]), "Who, in the chair, admitted it."),
            Field("access", "Access", .choice(accesses), "Open (taken when empty), exempt or confidential."),
            Field(
                "public-title", "Title for the public", .text(max: 300),
                "The line the public reads of an item that is not open."),
            Field(
                "exempt-under", "Exempt under", .choice(descriptions), "The description of Schedule 12A that covers it."
            ),
            Field(
                "exempt-because", "Why it is not open", .prose(max: 1_000),
                "Why closing it serves the public better, or what forbids disclosure. Shown to all."
            ),
            Field(
                "came-from", "Came from", .reference(["resolution", "meeting-action"]),
                "The decision of another body that sent it here, or the overdue action that was taken here."),
            Field("reworded", "Changed on", .day, "The day it was last put otherwise after the agenda was published."),
        ],
        naming: { record, name in
            let item = AgendaItem(record)
            return "\(item.title) (item \(item.number), \(record.text("meeting").flatMap(name) ?? "a meeting"))"
        })
}

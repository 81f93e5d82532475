public import Arrangements
public import Kernel
public import Records

/// What somebody at the table said of an interest of theirs in an item.
public struct Declaration: Noun {
    public let id: ID<Declaration>
    public let item: ID<AgendaItem>
    public let seat: ID<Seat>
    public let interest: String
    public let leftRoom: Bool
    /// Whether its details are withheld from everybody but the monitoring officer.
    public var isSensitive: Bool { record.flag("sensitive") ?? false }
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        item = record.id("item") ?? ID("")
        seat = record.id("seat") ?? ID("")
        interest = record.text("interest") ?? ""
        leftRoom = record.flag("left-room") ?? false
        self.record = record
    }

    public static let interests = [
        Choice("personal", "Personal (until 30 June 2012)"), Choice("prejudicial", "Prejudicial (until 30 June 2012)"),
        Choice("pecuniary", "Disclosable pecuniary (from 1 July 2012)"),
        Choice("other", "Other, under the body's own rules"),
    ]

    public static let kind = Kind(
        "declaration", plural: "declarations", room: "meetings", title: "Declaration of interest",
        about: "An interest that somebody at the table declared in an item, and what they did then.",
        fields: [
            Field("item", "Agenda item", .reference(["agenda-item"]), required: true, "In which item."),
            Field("seat", "Seat", .reference(["seat"]), required: true, "Whose interest: the seat they sit in."),
            Field(
                "interest", "Kind of interest", .choice(interests), required: true,
                "By the law of the meeting's day (GOV-12, GOV-13)."),
            Field(
                "nature", "What it is", .prose(max: 1_000), required: true, "Such as: governor of a school concerned."),
            Field(
                "sensitive", "Sensitive", .flag,
                "Whether the details are withheld: disclosure could lead to violence or intimidation (GOV-13)."),
            Field("left-room", "Left the room", .flag, "Whether they left while the item was dealt with."),
            Field(
                "dispensation", "Dispensation", .text(max: 300), "By whom they were allowed to take part, if they were."
            ),
        ],
        naming: { record, name in
            let seat = record.text("seat").flatMap(name) ?? "a seat", item = record.text("item").flatMap(name)
            return "Interest of \(seat) in \(item ?? "an item")"
        })
}

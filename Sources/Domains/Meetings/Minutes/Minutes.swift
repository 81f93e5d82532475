import Foundation
public import Kernel
public import Records

/// The minutes of a meeting, from the first draft until a later meeting confirms them.
public struct Minutes: Noun {
    public let id: ID<Minutes>
    public let meeting: ID<Meeting>
    public let state: String
    /// The accounts that wrote or edited them, in the order in which each first did.
    public let authors: [String]
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        meeting = record.id("meeting") ?? ID("")
        state = record.text("state") ?? "draft"
        authors = (record.text("author") ?? "").components(separatedBy: Self.between)
        self.record = record
    }

    public var isConfirmed: Bool { state == "confirmed" }
    /// Whether the public may read them: once they were published as a draft, or confirmed.
    public var isPublic: Bool { state != "draft" }

    public static let states = [
        Choice("draft", "Draft, with the clerk"), Choice("published", "Draft, published"),
        Choice("confirmed", "Confirmed"),
    ]
    private static let between = ", "
    /// The field that says so.
    static func written(by authors: [String]) -> String { authors.joined(separator: between) }

    /// The longest minutes, in characters.
    static let textMax = 200_000

    public static let kind = Kind(
        "minutes", plural: "sets-of-minutes", room: "meetings", title: "Minutes",
        about: "The minutes of a meeting. Nobody confirms minutes that they wrote.",
        fields: [
            Field("meeting", "Meeting", .reference(["meeting"]), required: true, "Of which meeting."),
            Field("text", "Text", .prose(max: textMax), required: true, "For the public: nothing exempt in it."),
            Field(
                "exempt-text", "Exempt part", .prose(max: textMax), "What is kept from the public, apart from the rest."
            ),
            Field(
                "author", "Written by", .text(max: 2_000), required: true,
                "The accounts that wrote or edited them, with commas. Kept by the service."),
            Field("state", "State", .choice(states), "Draft (taken when empty), published as a draft, or confirmed."),
            Field("confirmed-by", "Confirmed by", .text(max: 200), "The account that recorded the confirmation."),
            Field("confirmed-at", "Confirmed at", .reference(["meeting"]), "The later meeting that confirmed them."),
            Field("confirmed-on", "Confirmed on", .day, "The day of it."),
            Field("corrections", "Corrections", .prose(max: 4_000), "What that meeting had put right."),
            Field("first-number", "First minute number", .integer(1...9_999), "The number of the first minute."),
            Field("last-number", "Last minute number", .integer(1...9_999), "The number of the last minute."),
        ],
        naming: { record, name in "Minutes: " + (record.text("meeting").flatMap(name) ?? "a meeting") })
}

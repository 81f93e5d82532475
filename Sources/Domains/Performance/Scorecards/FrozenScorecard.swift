import Kernel
import Records

/// A scorecard as it stood when it was drawn for a meeting: what it showed is kept, and a digest shows that it is that.
struct FrozenScorecard: Noun {
    let id: ID<FrozenScorecard>
    let name: String
    let drawn: Day
    let digest: String
    let published: Day?
    let record: Record

    init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        drawn = record.day("drawn") ?? Day(number: 0)
        digest = record.text("digest") ?? ""
        published = record.day("published")
        self.record = record
    }

    static let kind = Kind(
        "scorecard", plural: "scorecards", room: "performance", title: "Scorecard",
        about: "A scorecard as it stood when it was drawn for a body or one of its meetings.",
        fields: [
            Field("name", "Name", .text(max: 250), required: true, "What it is called."),
            Field("body", "Body", .reference(["body"]), "The body that it was drawn for."),
            Field("meeting", "Meeting", .reference(["meeting"]), "The meeting that it went to."),
            Field("drawn", "Drawn on", .day, required: true, "The day that it shows."),
            Field("digest", "Digest", .text(max: 64), required: true, "SHA-256 of what it showed, in hexadecimal."),
            Field("indicators", "Indicators", .references(["indicator"], max: 500), "What it reports on."),
            Field(
                "stale", "With stale data", .references(["indicator"], max: 500),
                "Of those, the ones whose data was stale."),
            Field("published", "Published", .day, "Since which day the public may see it."),
        ])
}

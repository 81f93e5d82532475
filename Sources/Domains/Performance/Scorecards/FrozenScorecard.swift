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

extension FrozenScorecard {
    static let staysAsItStood =
        "What a frozen scorecard showed, and when, is never changed, and only freezing one makes one"

    /// Fields that say what was shown, for whom and when.
    private static let lasting = ["body", "meeting", "drawn", "digest", "indicators", "stale"]

    /// PF-03. Whoever sits at the machine's own terminal brings scorecards in from elsewhere, and makes none up here.
    static let safeguards: [Safeguard] = [
        Safeguard(of: kind.name, rule: staysAsItStood) { after, before, caller, _ in
            for record in after {
                if let kept = before.first {
                    guard lasting.allSatisfy({ record[$0] == kept[$0] }) else {
                        throw Refusal.outOfOrder("\(staysAsItStood): freeze another in its place")
                    }
                } else if caller.person != nil, !caller.grants.contains(made(of: record.text("digest") ?? "")) {
                    throw Refusal.outOfOrder("\(staysAsItStood): freeze one on the page of performance")
                }
            }
        }
    ]

    /// What a command that has just kept a paper lets its caller do: write down that it was kept.
    static func made(of digest: String) -> Grant {
        Grant(.anyone, from: Subject(kind: "paper", id: digest, name: digest), because: "froze it")
    }
}

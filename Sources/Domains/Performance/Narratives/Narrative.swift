import Kernel
import Partners
import Records

/// What somebody says of an indicator's figure, and what is done about it. Shown once the indicator's owner approved
/// it.
struct Narrative: Noun {
    let id: ID<Narrative>
    let indicator: ID<Indicator>
    let period: String
    let text: String
    let action: String?
    let author: ID<Person>
    let approved: Day?
    let record: Record

    init(_ record: Record) {
        id = ID(record.id)
        indicator = record.id("indicator") ?? ID("")
        period = record.text("period") ?? ""
        text = record.text("text") ?? ""
        action = record.text("action")
        author = record.id("author") ?? ID("")
        approved = record.day("approved")
        self.record = record
    }

    static let ratings = [
        Choice("on-target", "On target"), Choice("near", "Near its target"), Choice("off-target", "Off target"),
    ]

    static let kind = Kind(
        "narrative", plural: "narratives", room: "performance", title: "Narrative",
        about: "What somebody says of a figure, and what is done about it. Its owner approves it before it is shown.",
        fields: [
            Field("indicator", "Indicator", .reference(["indicator"]), required: true, "Of which indicator."),
            Field("period", "Period", .text(max: 40), required: true, "Of which period, as its publisher calls it."),
            Field(
                "text", "What is said", .prose(max: 4_000), required: true, "What the figure means, and why it is so."),
            Field("action", "Action agreed", .prose(max: 2_000), "What is done about it, by whom and by when."),
            Field("author", "Author", .reference(["person"]), required: true, "Who wrote it."),
            Field("approved", "Approved on", .day, "The day that its owner approved it."),
            Field("approved-by", "Approved by", .reference(["person"]), "Who approved it, for the post that owns it."),
            Field(
                "rating", "Rating instead", .choice(ratings),
                "A rating in place of the one that follows from the figures; with its reason."),
            Field("rating-reason", "Reason of the rating", .prose(max: 1_000), "Why the figures do not tell it."),
        ],
        naming: { record, name in
            "\(record.text("indicator").flatMap(name) ?? "An indicator"), \(record.text("period") ?? ""): narrative"
        })
}

extension Narrative {
    static let approvedByOwner = "A narrative is approved by whoever holds the post that owns the indicator"

    /// PF-02. Asked of forms, programs, the terminal and imports alike; whoever sits at the machine's own terminal is
    /// no person, and is not held by it.
    static let safeguards: [Safeguard] = [
        Safeguard(of: kind.name, rule: approvedByOwner) { after, before, caller, shelf in
            for record in after where record.day("approved") != nil {
                // Whatever is changed of what was approved has to be approved again.
                let isNew = !before.contains { earlier in
                    earlier.version == record.version && kind.fields.allSatisfy { earlier[$0.name] == record[$0.name] }
                }
                guard isNew, let person = caller.person else { continue }
                guard caller.grants.contains(approving(record.id)) else {
                    throw Refusal.outOfOrder("\(approvedByOwner), on the indicator's page, and by no other form")
                }
                let day = record.day("approved") ?? Day(number: 0)
                guard record.text("approved-by") == person, try holders(of: record, on: day, shelf).contains(person)
                else { throw Refusal.outOfOrder("\(approvedByOwner), and you do not hold it on \(day.long)") }
            }
        }
    ]

    /// What the command that approves lets its caller do, having asked the day it is: a form cannot know the day.
    static func approving(_ id: String) -> Grant {
        Grant(.anyone, from: Subject(kind: kind.name, id: id, name: id), because: "read it and approve it today")
    }

    /// The people who held the owner's post on a day.
    static func holders(of record: Record, on day: Day, _ shelf: any Shelf) throws -> [String] {
        guard let indicator = record.text("indicator"),
            let post = try shelf.versions(of: indicator).last(where: { $0.period.holds(on: day) })?.text("owner")
        else { return [] }
        return try shelf.records(of: Appointment.kind, where: "post", is: post)
            .filter { $0.period.holds(on: day) && $0.text("status") != "vacant" }.compactMap { $0.text("person") }
    }
}

extension Narrative {
    /// The day from which it holds.
    var when: Int { (record.period.from ?? record.period.attested)?.number ?? 0 }
}

public import Arrangements
public import Kernel
public import Needs
public import Partners
public import Plan
public import Records

/// What a priority is measured by, for one place: where it stood, where it should be, who answers for it.
public struct Indicator: Noun {
    public let id: ID<Indicator>
    public let name: String
    /// `NI 62`; nil for one that has no code.
    public let code: String?
    public let priority: ID<Priority>?
    public let measure: ID<Measure>
    public let place: PlaceCode
    public let breakdown: Breakdown
    public let owner: ID<Post>?
    public let overseer: ID<Body>?
    /// Since when the public may see it.
    public let published: Day?
    public let record: Record

    public init(_ record: Record) {
        id = ID(record.id)
        name = record.text("name") ?? record.id
        code = record.text("code")
        priority = record.id("priority")
        measure = record.id("measure") ?? ID("")
        place = PlaceCode(record.text("place") ?? "")
        breakdown = record.text("breakdown").map { Breakdown($0) } ?? .all
        owner = record.id("owner")
        overseer = record.id("overseer")
        published = record.day("published")
        self.record = record
    }

    public var target: Amount? { amount("target") }
    public var baseline: Amount? { amount("baseline") }
    /// How far a figure may fall short of its target and still be called near it, in the measure's unit.
    /// Whose the target is, in words; nil where nobody says.
    var targetIs: String? { record.text("target-is").map { Indicator.targetKinds.label(of: $0) } }
    /// Whether the target is one that nobody set: it is shown as that wherever it is shown.
    var isExample: Bool { record.text("target-is") == "example" }
    public var tolerance: Amount? { amount("tolerance") }
    /// Months between one report to its body and the next (PF-05).
    public var cycle: Int { record.integer("cycle") ?? Indicator.cycleUsual }
    /// Months after the end of a period by which the next figure is missed (PF-04).
    public var staleAfter: Int { record.integer("stale-after") ?? Indicator.staleUsual }

    static let cycleUsual = 3
    static let staleUsual = 18

    public func isPublic(on day: Day) -> Bool { published.map { $0 <= day } ?? false }

    /// The steps on the way to the target, a line each: `2008/09 12.5`.
    var trajectory: [(label: String, amount: Amount)] {
        (record.text("trajectory") ?? "").split(whereSeparator: \.isNewline).compactMap { Indicator.step(String($0)) }
    }

    /// Nil for a line that is no step.
    static func step(_ line: String) -> (label: String, amount: Amount)? {
        let words = line.split(separator: " ")
        guard words.count > 1, let amount = words.last.flatMap({ Amount(published: $0) }) else { return nil }
        return (words.dropLast().joined(separator: " "), amount)
    }

    private func amount(_ field: String) -> Amount? { record.text(field).flatMap { Amount(published: $0) } }
}

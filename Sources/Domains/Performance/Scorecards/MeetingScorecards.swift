public import Kernel
import Partners
public import Records

/// The scorecards that were drawn for a meeting (rule PF-12).
public struct MeetingScorecards {
    private let reading: DayBook
    private let seen: PerformanceSight

    public init(for caller: Caller, under policy: Policy, on day: Day, today: Day, _ shelf: any Shelf) {
        reading = DayBook(shelf, on: day)
        seen = PerformanceSight(of: caller, under: policy, today: today)
    }

    /// Those that whoever asks may see, the first drawn first.
    public func all(for meeting: String) throws -> [Subject] {
        // Whatever day is asked about: a scorecard is drawn once, and shows a day of its own.
        var last: [String: Record] = [:]
        for record in try reading.shelf.records(of: FrozenScorecard.kind, where: "meeting", is: meeting) {
            last[record.id] = record
        }
        return last.values.map(FrozenScorecard.init)
            .filter { seen.isOpen(since: $0.published, on: reading.on) }
            .sorted { ($0.drawn, $0.id.text) < ($1.drawn, $1.id.text) }
            .map { Subject(kind: FrozenScorecard.kind.name, id: $0.id.text, name: $0.name) }
    }
}

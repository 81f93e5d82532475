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
        try KeptScorecards(seen: seen, reading: reading).all(for: meeting)
            .map { Subject(kind: FrozenScorecard.kind.name, id: $0.id.text, name: $0.name) }
    }
}

import Kernel
import Partners
import Records
import Store

/// Frozen scorecards as whoever asks may read them, on pages, in the API and in the terminal alike.
struct KeptScorecards {
    let seen: PerformanceSight
    let reading: DayBook

    /// One, with what it showed; the paper is nil where what is there is not what was kept.
    /// - Throws: `.notFound` for one that is not there, or that this reader may not see.
    func one(_ id: ID<FrozenScorecard>, in tx: Transaction) throws -> (FrozenScorecard, ScorecardPaper?) {
        guard let record = try reading.versions(of: id.text).last, record.kind.name == FrozenScorecard.kind.name else {
            throw Refusal.notFound
        }
        let frozen = FrozenScorecard(record)
        guard seen.isOpen(since: frozen.published, on: reading.on) else { throw Refusal.notFound }
        return (frozen, try tx.paper(frozen.digest))
    }

    /// Those drawn for a meeting, or all, whatever day is asked about, the first drawn first: a scorecard is drawn
    /// once, and shows a day of its own.
    func all(for meeting: String?) throws -> [FrozenScorecard] {
        var last: [String: Record] = [:]
        let kind = FrozenScorecard.kind
        let records =
            try meeting.map { try reading.shelf.records(of: kind, where: "meeting", is: $0) }
            ?? reading.shelf.records(of: kind)
        for record in records {
            last[record.id] = record
        }
        return last.values.map(FrozenScorecard.init)
            .filter { seen.isOpen(since: $0.published, on: reading.on) }
            .sorted { ($0.drawn, $0.id.text) < ($1.drawn, $1.id.text) }
    }
}

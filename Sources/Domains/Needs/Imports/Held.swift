import Kernel
import Store

/// What is held of the figures that a batch is about: as taken before, and as staged by the same import.
struct Held: Sendable {
    /// One figure: the numbers of its series and its time.
    struct Key: Hashable, Sendable {
        let series: Int
        let span: Int
    }

    /// What one row says, besides what it is of.
    struct Content: Equatable, Sendable {
        let label: String
        let value: Published
        let numerator: Int?
        let denominator: Int?
    }

    var taken: [Key: Content] = [:]
    var own: [Key: Content] = [:]
    var contradicted: Set<Key> = []
}

extension Draft {
    var content: Held.Content {
        Held.Content(label: label, value: value, numerator: numerator, denominator: denominator)
    }
}

extension Transaction {
    /// What is held of the drafts' figures. Of each the version brought last counts.
    func held(_ drafts: [Draft], _ keys: StagedFigures.Keys, in source: Int, leavingOut fresh: Set<Int>) throws -> Held
    {
        let series = Set(drafts.compactMap { keys.series[$0.series] }).subtracting(fresh).sorted()
        let spans = Set(drafts.compactMap { keys.spans[$0.span] }).sorted()
        var held = Held(), same: [Held.Key] = []
        for start in stride(from: 0, to: series.count, by: 500) {
            let some = Array(series[start..<min(series.count, start + 500)])
            try each(
                """
                SELECT o.series, o.period, o.label, o.mantissa, o.decimals, o.mark, o.meaning, o.numerator,
                    o.denominator, o.source
                FROM needs_observation o JOIN needs_import i ON i.number = o.source
                WHERE o.series IN \(list: some) AND o.period IN \(list: spans)
                    AND (i.taken_at IS NOT NULL OR o.source = \(source))
                ORDER BY o.series, o.period, o.source
                """
            ) { row in
                let key = Held.Key(series: row.integer(0), span: row.integer(1)), isOwn = row.integer(9) == source
                if isOwn, let meaning = row.optionalText(6) {
                    if meaning == "unchanged" { return same.append(key) }
                    if meaning == "contradicted" {
                        held.contradicted.insert(key)
                        return
                    }
                }
                let value: Published =
                    row.optionalInteger(3).map { .amount(Amount(Int64($0), decimals: row.integer(4))) }
                    ?? .marked(Mark(row.text(5), Mark.Meaning(rawValue: row.text(6)) ?? .notGiven))
                let content = Held.Content(
                    label: row.text(2), value: value, numerator: row.optionalInteger(7),
                    denominator: row.optionalInteger(8))
                if isOwn { held.own[key] = content } else { held.taken[key] = content }
            }
        }
        for key in same { held.own[key] = held.taken[key] }
        return held
    }

    /// Finds the numbers of series, and gives one to each that has none.
    /// - Returns: the numbers given now, of which nothing can be held yet.
    func number(_ all: Set<Series>, in keys: inout StagedFigures.Keys) throws -> Set<Int> {
        var missing = all.filter { keys.series[$0] == nil }
        guard !missing.isEmpty else { return [] }
        // Of the places at hand only: all of the country's small areas would be forgotten again each batch.
        for (measure, some) in Dictionary(grouping: missing, by: \.measure).sorted(by: { $0.key < $1.key }) {
            let areas = Set(some.map(\.place.text)).sorted()
            for start in stride(from: 0, to: areas.count, by: 500) {
                try each(
                    """
                    SELECT id, area, breakdown FROM needs_series
                    WHERE measure = \(measure) AND area IN \(list: Array(areas[start..<min(areas.count, start + 500)]))
                    """
                ) { row in
                    let series = Series(measure, in: PlaceCode(row.text(1)), Breakdown(row.text(2)))
                    keys.series[series] = row.integer(0)
                }
            }
        }
        missing = missing.filter { keys.series[$0] == nil }
        var next = (try one("SELECT MAX(id) FROM needs_series")?.optionalInteger(0) ?? 0) + 1, given: Set<Int> = []
        let ordered = missing.sorted {
            ($0.measure, $0.place, $0.breakdown) < ($1.measure, $1.place, $1.breakdown)
        }
        let rows: [[SQLBinding]] = ordered.map { series in
            defer { next += 1 }
            keys.series[series] = next
            given.insert(next)
            return [next.bound, series.measure.bound, series.place.text.bound, series.breakdown.text.bound]
        }
        try add(
            to: "needs_series", [.integer("id"), .text("measure"), .text("area"), .text("breakdown")], rows)
        return given
    }

    /// Finds the numbers of times, and gives one to each that has none.
    func number(_ all: Set<Span>, in keys: inout StagedFigures.Keys) throws {
        guard all.contains(where: { keys.spans[$0] == nil }) else { return }
        try each("SELECT id, from_day, until_day FROM needs_period") { row in
            keys.spans[Span(trusting: row.day(1), row.day(2))] = row.integer(0)
        }
        var next = (try one("SELECT MAX(id) FROM needs_period")?.optionalInteger(0) ?? 0) + 1
        for span in all.sorted() where keys.spans[span] == nil {
            try send(
                "INSERT INTO needs_period (id, from_day, until_day) VALUES (\(next), \(span.from), \(span.until))")
            keys.spans[span] = next
            next += 1
        }
    }
}

import Arrangements
import Kernel
import Needs
import Partners
import Plan
import Records
import Statistics
import Store

/// Many indicators on one day, read in a few questions however many there are.
struct Scorecard: Sendable {
    let scope: Scope
    let title: String
    let on: Day
    let rows: [ScorecardRow]
    /// What each place is called.
    let places: [PlaceCode: String]

    /// Figures of places that are only compared are read so far back.
    static let yearsCompared = 5

    /// - Throws: `.tooLarge` for more indicators or places than one scorecard holds; `.notFound` for one of what is not
    ///   there.
    static func read(
        _ scope: Scope, seen: PerformanceSight, in reading: DayBook, _ tx: Transaction
    ) throws -> Scorecard {
        guard scope.places.count <= Scope.placesMax else {
            throw Refusal.tooLarge("A scorecard compares \(Scope.placesMax) places at most")
        }
        let seen = try seen.holding(posts: reading.shelf)
        guard try scope.isThere(in: reading, seen: seen, tx) else { throw Refusal.notFound }
        let indicators = try scope.indicators(in: reading, seen: seen)
        guard indicators.count <= Scope.indicatorsMax else {
            throw Refusal.tooLarge("A scorecard holds \(Scope.indicatorsMax) indicators: choose a body or a priority")
        }
        let title = try scope.title(in: reading, seen: seen)
        return try read(indicators, of: scope, called: title, seen: seen, in: reading, tx)
    }

    static func read(
        _ indicators: [Indicator], of scope: Scope, called title: String, seen: PerformanceSight,
        in reading: DayBook, _ tx: Transaction
    ) throws -> Scorecard {
        let ids = indicators.map(\.id.text), seen = try seen.holding(posts: reading.shelf)
        try reading.prefetch(
            indicators.flatMap { one in
                [one.measure.text] + [one.owner?.text, one.overseer?.text].compactMap { $0 }
            })
        let editions = try Editions(of: indicators, in: reading)
        let figures = try ScorecardFigures.read(indicators, scope.places, seen: seen, on: reading.on, tx)
        let answered = Set(indicators.filter { seen.answers(for: $0) }.map(\.id))
        let narratives = try reading.records(Narrative.kind, where: "indicator", isAnyOf: ids).map(Narrative.init)
            .filter { seen.isOpen(since: $0.approved, on: reading.on) || answered.contains($0.indicator) }
        let rebases = try reading.records(ChartRebase.kind, where: "indicator", isAnyOf: ids).map(ChartRebase.init)
        try reading.prefetch(narratives.map(\.author.text) + rebases.compactMap { $0.record.text("by") })
        let told = Dictionary(grouping: narratives, by: \.indicator),
            begun = Dictionary(grouping: rebases, by: \.indicator)
        let codes = Set(indicators.map(\.place) + scope.places + [.england])
        let areas = try tx.statisticalAreas(Array(codes))
        let rows = try indicators.map { indicator in
            try ScorecardRow(
                indicator, figures, places: scope.places.isEmpty ? [indicator.place] : scope.places,
                narratives: told[indicator.id] ?? [], rebases: begun[indicator.id] ?? [],
                priority: try editions.current(of: indicator, seen: seen), in: reading)
        }
        return Scorecard(
            scope: scope, title: title, on: reading.on, rows: rows,
            places: Dictionary(uniqueKeysWithValues: codes.map { ($0, areas[$0]?.name ?? $0.text) }))
    }
}

extension Scope {
    /// Whether all that it names is there for this reader: a scorecard of nothing would look like one without figures.
    fileprivate func isThere(in reading: DayBook, seen: PerformanceSight, _ tx: Transaction) throws -> Bool {
        for case (let id?, let kind) in [(body, Body.kind), (post, Post.kind)]
        where try reading.versions(of: id).last?.kind.name != kind.name { return false }
        if let priority, try reading.priority(ID(priority), seenBy: seen.plans) == nil { return false }
        return try tx.unknownPlaces(among: places).isEmpty
    }

    /// What a scorecard of this is called. A priority is named only to those who may read its plan.
    fileprivate func title(in reading: DayBook, seen: PerformanceSight) throws -> String {
        if let body { return "Scorecard of \(try reading.name(of: body))" }
        if let priority {
            guard let placed = try reading.priority(ID(priority), seenBy: seen.plans) else { return "Scorecard" }
            return "Scorecard: \(placed.priority.name)"
        }
        if let post { return "Scorecard of the \(try reading.name(of: post))" }
        return "Performance"
    }
}

/// The figures of a scorecard, in two questions: all that is held of each indicator's own place, for its chart, and the
/// last years of the places that it is compared with.
struct ScorecardFigures: Sendable {
    let own: [Series: [Observation]]
    let compared: [Series: [Observation]]
    /// Imports that came after the day that is shown.
    let late: Set<Int>
    /// Of measures that are held for small areas and not for the place asked about.
    let carried: [ID<Measure>: CarriedFigures]

    static func read(
        _ indicators: [Indicator], _ places: [PlaceCode], seen: PerformanceSight, on day: Day, _ tx: Transaction
    ) throws -> ScorecardFigures {
        guard !indicators.isEmpty else { return ScorecardFigures(own: [:], compared: [:], late: [], carried: [:]) }
        let measures = Array(Set(indicators.map(\.measure))).sorted { $0.text < $1.text }
        let main = places.first.map { [$0] } ?? Array(Set(indicators.map(\.place))).sorted()
        let others = Array(Set(places.dropFirst() + [.england]).subtracting(main)).sorted()
        // Most indicators are of everybody: then other breakdowns are not read at all.
        let breakdowns = Set(indicators.map(\.breakdown)), only = breakdowns.count == 1 ? breakdowns.first : nil
        let since = day.adding(days: -366 * (Scorecard.yearsCompared + 1))
        let moment = day < seen.today ? day.ending : nil
        let own = try tx.figures(of: measures, in: main, only, asKnown: moment)
        var carried: [ID<Measure>: CarriedFigures] = [:], lateSums: Set<Int> = []
        for one in indicators where one.breakdown == .all && carried[one.measure] == nil {
            let isHeld = (places.isEmpty ? [one.place] : main).allSatisfy { place in
                own.series[Series(one.measure, in: place)] != nil
            }
            guard !isHeld, let sums = try tx.carriedFigures(of: one.measure, until: day.adding(days: 1), on: day)
            else { continue }
            carried[one.measure] = sums
            if let moment, let brought = try tx.importSummary(sums.source), brought.at > moment {
                lateSums.insert(sums.source)
            }
        }
        let compared =
            others.isEmpty
            ? (series: [:], late: []) : try tx.figures(of: measures, in: others, only, from: since, asKnown: moment)
        // What came after the day that is shown was not there to be seen on it.
        return ScorecardFigures(
            own: own.series.upTo(day, seen), compared: compared.series.upTo(day, seen),
            late: own.late.union(compared.late).union(lateSums), carried: carried)
    }

    /// Whether a figure was summed up from small areas.
    func isCarried(_ indicator: Indicator, in place: PlaceCode) -> Bool {
        let series = Series(indicator.measure, in: place, indicator.breakdown)
        return own[series] == nil && compared[series] == nil && carried[indicator.measure] != nil
    }

    subscript(indicator: Indicator, place: PlaceCode) -> [Observation] {
        let series = Series(indicator.measure, in: place, indicator.breakdown)
        if let held = own[series] ?? compared[series] { return held }
        guard indicator.breakdown == .all else { return [] }
        return carried[indicator.measure]?.observation(in: place).map { [$0] } ?? []
    }
}

extension [Series: [Observation]] {
    /// Periods that had ended by the day, as a reader may see them.
    fileprivate func upTo(_ day: Day, _ seen: PerformanceSight) -> [Series: [Observation]] {
        mapValues { $0.filter { $0.span.until <= day.adding(days: 1) }.map(seen.shown) }
    }
}

import Kernel
import Needs
import Partners
import Plan
import Records
import Statistics

/// One indicator on a scorecard.
struct ScorecardRow: Sendable {
    /// What one place's figures come to.
    struct Cell: Sendable {
        let place: PlaceCode
        let latest: Observation?
        let target: Amount?
        let rating: Rating
        let travel: Travel?
    }

    let indicator: Indicator
    let measure: Measure?
    /// Of the figures: a share where they are carried up from small areas and come to one.
    let unit: String?
    /// Whether the figures were summed up from small areas.
    let isCarried: Bool
    let polarity: Polarity
    let priority: Named?
    let owner: Named?
    let overseer: Named?
    /// One a place; the first is the indicator's own, unless others were asked for.
    let cells: [Cell]
    /// England's figure of the same period as the first cell's.
    let england: Observation?
    let gap: Gap?
    let series: [Observation]
    let chart: ControlChart
    /// The latest first; only approved ones for whoever may not see the others.
    let narratives: [Narrative]
    /// A rating given instead of the one that follows from the figures, with its reason.
    let overridden: (rating: Rating, reason: String)?
    /// Who wrote the narrative that is shown.
    let author: Named?
    let isStale: Bool

    init(
        _ indicator: Indicator, _ figures: ScorecardFigures, places: [PlaceCode], narratives: [Narrative],
        rebases: [ChartRebase], seen: PerformanceSight, in reading: DayBook
    ) throws {
        self.indicator = indicator
        measure = try reading.versions(of: indicator.measure.text).last.map(Measure.init)
        let isCarried = places.first.map { figures.isCarried(indicator, in: $0) } ?? false
        self.isCarried = isCarried
        unit = (isCarried ? figures.carried[indicator.measure]?.unit : nil) ?? measure?.unit
        let polarity = indicator.polarity(by: measure)
        self.polarity = polarity
        priority = try indicator.priority.flatMap { try reading.priority($0, seenBy: seen.plans) }
            .map { Named($0.priority.id.text, $0.priority.name) }
        owner = try reading.named(indicator.owner)
        overseer = try reading.named(indicator.overseer)
        cells = places.map { Cell(indicator, figures[indicator, $0], in: $0, by: polarity) }
        series = places.first.map { figures[indicator, $0] } ?? []
        let latest = cells.first?.latest
        england = figures[indicator, .england].last { $0.span == latest?.span && $0.value.amount != nil }
        gap = Gap(
            of: latest?.value.amount?.double, against: england?.value.amount?.double, by: polarity)
        chart = try indicator.chart(
            series, by: polarity, target: cells.first?.target,
            rebases: rebases.compactMap { rebase in
                rebase.rebase(by: try rebase.record.text("by").map { try reading.name(of: $0) } ?? "")
            })
        self.narratives = narratives.sorted { $0.when > $1.when }
        let told = self.narratives.first { $0.approved != nil && $0.period == latest?.label }
        overridden = Rating(word: told?.record.text("rating")).map {
            ($0, told?.record.text("rating-reason") ?? "No reason is given")
        }
        author = try reading.named(self.narratives.first { $0.approved != nil }?.author)
        isStale = indicator.isStale(series.last { $0.value.amount != nil }, on: reading.on)
    }

    /// A figure as it is shown; it is kept as it was published.
    func words(_ observation: Observation?) -> String? {
        guard let value = observation?.value else { return nil }
        return isCarried ? value.words : (measure?.shown(value) ?? value).words
    }

    /// With whose it is, where it is nobody's.
    var targetWords: String {
        guard let target = cells.first?.target else { return "None" }
        return indicator.isExample ? "\(target) (example)" : "\(target)"
    }

    var rating: Rating { overridden?.rating ?? cells.first?.rating ?? .noFigure }
}

extension ScorecardRow.Cell {
    init(_ indicator: Indicator, _ series: [Observation], in place: PlaceCode, by polarity: Polarity) {
        let known = series.filter { $0.value.amount != nil }
        let latest = series.last, target = latest.flatMap { indicator.target(for: $0.label) } ?? indicator.target
        self.init(
            place: place, latest: latest, target: target,
            rating: Rating(
                latest?.value.amount?.double, target: target?.double, tolerance: indicator.tolerance?.double,
                by: polarity),
            travel: latest?.value.amount == nil
                ? nil
                : Travel(
                    from: known.dropLast().last?.value.amount?.double, to: known.last?.value.amount?.double,
                    by: polarity))
    }
}

extension Indicator {
    /// The indicator's own word on which way is good, or else its measure's.
    func polarity(by measure: Measure?) -> Polarity {
        switch record.text("polarity") {
        case "high": return .higherIsBetter
        case "low": return .lowerIsBetter
        case "neither": return .context
        case "band":
            guard let from = band("band-from"), let to = band("band-to"), from <= to else { return .context }
            return .band(from...to)
        default:
            return switch measure?.polarity {
            case .high: .higherIsBetter
            case .low: .lowerIsBetter
            default: .context
            }
        }
    }

    private func band(_ field: String) -> Double? { record.text(field).flatMap { Amount(published: $0) }?.double }

    /// PF-04. Whether a figure should have followed by the day.
    func isStale(_ latest: Observation?, on day: Day) -> Bool {
        guard let latest else { return true }
        return latest.span.until.adding(months: staleAfter) <= day
    }

    /// The chart of a series. Where the parts that a share needs are not published it is charted as measurements.
    func chart(
        _ series: [Observation], by polarity: Polarity, target: Amount?, rebases: [Rebase]
    ) throws -> ControlChart {
        let asked = record.text("chart").flatMap(ChartKind.init(rawValue:)) ?? .measurements
        let hasParts = series.allSatisfy { $0.value.amount == nil || $0.numerator != nil && $0.denominator != nil }
        let isCounted = (asked == .proportions || asked == .rates) && hasParts && !series.isEmpty
        var request = ChartRequest(isCounted || asked == .run ? asked : .measurements)
        request.polarity = polarity
        request.target = target?.double
        let labels = Set(series.map(\.label))
        request.rebases = rebases.filter { labels.contains($0.from) && $0.from != series.first?.label }
        if isCounted { request.scale = scale(of: series) }
        let observed = series.map { one in
            guard let amount = one.value.amount else { return Observed(one.label, .missing) }
            if isCounted, let part = one.numerator, let whole = one.denominator {
                return Observed(one.label, .count(Double(part), of: Double(whole)))
            }
            return Observed(one.label, .value(amount.double))
        }
        return try ControlChart(observed, request)
    }

    /// What the figures are for each of: 100 for percentages, as their own parts tell.
    private func scale(of series: [Observation]) -> Double {
        for one in series {
            guard let amount = one.value.amount?.double, let part = one.numerator, let whole = one.denominator,
                part > 0, whole > 0
            else { continue }
            let rough = amount / (Double(part) / Double(whole))
            return [1, 100, 1_000, 10_000, 100_000].min { abs($0 - rough) < abs($1 - rough) } ?? 100
        }
        return 100
    }
}

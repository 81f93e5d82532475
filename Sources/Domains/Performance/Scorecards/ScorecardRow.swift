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
    /// Why the chart is empty; nil where it could be drawn.
    let uncharted: String?
    /// The latest period first; only approved ones for whoever may not see the others.
    let narratives: [Narrative]
    /// A rating given instead of the one that follows from the figures, with its reason.
    let overridden: (rating: Rating, reason: String)?
    /// What was approved and is said of the latest figure, or else of the latest period of which something is.
    let shownNarrative: Narrative?
    /// Who wrote the narrative that is shown.
    let author: Named?
    let isStale: Bool
    /// Whether the latest figure was brought only after the day that is shown.
    let isBroughtLater: Bool
    /// What was written of periods that none of the figures is of.
    let lost: [String]

    init(
        _ indicator: Indicator, _ figures: ScorecardFigures, places: [PlaceCode], narratives: [Narrative],
        rebases: [ChartRebase], priority: PlacedPriority?, in reading: DayBook
    ) throws {
        self.indicator = indicator
        let measure = try reading.versions(of: indicator.measure.text).last.map(Measure.init)
        self.measure = measure
        let isCarried = places.first.map { figures.isCarried(indicator, in: $0) } ?? false
        self.isCarried = isCarried
        let unit = (isCarried ? figures.carried[indicator.measure]?.unit : nil) ?? measure?.unit
        self.unit = unit
        let polarity = indicator.polarity(by: measure)
        self.polarity = polarity
        self.priority = priority.map { Named($0.priority.id.text, $0.priority.name) }
        owner = try reading.named(indicator.owner)
        overseer = try reading.named(indicator.overseer)
        let series = places.first.map { Array(figures[indicator, $0].suffix(ChartRequest.pointsMax)) } ?? []
        self.series = series
        // Target, steps, new limits and what is said are of the indicator's own place, and judge no other.
        let isOwn = places.first == indicator.place, names = PeriodNames(series, measure)
        let first = places.first.map { Cell(indicator, series, in: $0, by: polarity, measure) }
        let others = places.dropFirst().map { place in
            Cell(indicator, figures[indicator, place].through(first?.latest?.span), in: place, by: polarity, measure)
        }
        cells = [first].compactMap { $0 } + others
        let latest = first?.latest
        england = figures[indicator, .england].last { $0.span == latest?.span && $0.value.amount != nil }
        gap = Gap(
            of: latest?.value.amount?.double, against: england?.value.amount?.double, by: polarity)
        let begun = isOwn ? rebases.latestDecided : []
        (chart, uncharted) = try indicator.charted(
            series, by: polarity, target: first?.target,
            rebases: try begun.rebases(among: series, names) { try reading.name(of: $0) }, unit: unit)
        let said = isOwn ? narratives.latestFirst(names) : []
        self.narratives = said
        let approved = said.filter { $0.approved != nil }, told = approved.first { names.means($0.period, latest) }
        overridden = Rating(word: told?.record.text("rating")).map {
            ($0, told?.record.text("rating-reason") ?? "No reason is given")
        }
        shownNarrative = told ?? approved.first
        author = try reading.named(shownNarrative?.author)
        lost = isOwn ? indicator.lost(begun, approved, names, on: reading.on) : []
        isStale = indicator.isStale(series.last { $0.value.amount != nil || $0.isWithheld }, on: reading.on)
        isBroughtLater = latest.map { figures.late.contains($0.source) } ?? false
    }

    /// Whether it shows the place that the indicator is of, and not another that somebody asked for.
    var isOfOwnPlace: Bool { cells.first?.place == indicator.place }
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
    /// - Parameter series: up to the figure that is shown.
    init(
        _ indicator: Indicator, _ series: [Observation], in place: PlaceCode, by polarity: Polarity, _ measure: Measure?
    ) {
        let known = series.filter { $0.value.amount != nil }, isOwn = place == indicator.place
        let latest = series.last, value = latest?.value.amount?.double
        let names = PeriodNames(series, measure)
        let target = isOwn ? latest.map { indicator.target(for: $0, names) } ?? indicator.target : nil
        self.init(
            place: place, latest: latest, target: target,
            rating: isOwn
                ? Rating(value, target: target?.double, tolerance: indicator.tolerance?.double, by: polarity)
                : value == nil ? .noFigure : .noTarget,
            travel: value == nil
                ? nil
                : Travel(
                    from: known.dropLast().last?.value.amount?.double, to: known.last?.value.amount?.double,
                    by: polarity))
    }
}

extension [Observation] {
    /// Up to the figure of a time; none where that time has no figure.
    fileprivate func through(_ span: Span?) -> [Observation] {
        guard let span, let index = lastIndex(where: { $0.span == span }) else { return [] }
        return Array(self[...index])
    }
}

extension [Narrative] {
    /// The latest period first, and of one period what was said last.
    fileprivate func latestFirst(_ names: PeriodNames) -> [Narrative] {
        func order(_ one: Narrative) -> (Int, Int, String) {
            (names.span(of: one.period)?.until.number ?? .min, one.when, one.id.text)
        }
        return sorted { order($0) > order($1) }
    }
}

extension [ChartRebase] {
    /// What was decided last first.
    fileprivate var latestDecided: [ChartRebase] {
        func order(_ one: ChartRebase) -> (Int, String) { (one.record.day("decided")?.number ?? 0, one.id.text) }
        return sorted { order($0) > order($1) }
    }

    /// One a figure at most: limits begin there once, whoever said so how often. At the first they begin anyhow.
    fileprivate func rebases(
        among series: [Observation], _ names: PeriodNames, name: (String) throws -> String
    ) rethrows -> [Rebase] {
        var taken: Set<String> = series.first.map { [$0.label] } ?? [], found: [Rebase] = []
        for one in self {
            guard let figure = names.figure(called: one.period), taken.insert(figure.label).inserted else { continue }
            let by = try one.record.text("by").map(name) ?? ""
            if let rebase = one.rebase(from: figure.label, by: by) { found.append(rebase) }
        }
        return found
    }
}

extension Indicator {
    /// What was written of periods that none of the figures is of, in words: it would else vanish unseen.
    fileprivate func lost(
        _ rebases: [ChartRebase], _ told: [Narrative], _ names: PeriodNames, on day: Day
    ) -> [String] {
        trajectory.map(\.label).filter { names.isLost($0, on: day) }.map { "No figure is of the step \($0)" }
            + rebases.map(\.period).filter { names.isLost($0, on: day) }.map {
                "No figure is of the new limits from \($0)"
            }
            + told.filter { $0.record.text("rating") != nil && names.isLost($0.period, on: day) }
            .map { "No figure is of the rating given for \($0.period)" }
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
}

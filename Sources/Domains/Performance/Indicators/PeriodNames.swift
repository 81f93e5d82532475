import Kernel
import Needs

/// Which time people mean by a period's name, among an indicator's figures. Publishers rename what they revise: who
/// wrote `2018` means the figure that is called `2018 (Rev)` now.
struct PeriodNames {
    private let series: [Observation]
    private let year: YearType?

    init(_ series: [Observation], _ measure: Measure?) {
        self.series = series
        // Where nobody says what a year is, the last figure's own name tells.
        year =
            measure?.yearType
            ?? series.last.flatMap { last in YearType.allCases.first { Span(called: last.label, in: $0) == last.span } }
    }

    /// The time that somebody calls this; nil for a name that is no figure's and cannot be read.
    func span(of name: String) -> Span? {
        let plain = Span.plainName(name)
        return (series.first { $0.label == name } ?? series.first { Span.plainName($0.label) == plain })?.span
            ?? year.flatMap { Span(called: name, in: $0) }
    }

    /// The figure that somebody means.
    func figure(called name: String) -> Observation? {
        guard let span = span(of: name) else { return nil }
        return series.first { $0.span == span }
    }

    func means(_ name: String, _ figure: Observation?) -> Bool {
        guard let figure else { return false }
        return figure.label == name || span(of: name) == figure.span
    }

    /// Whether a name is of no figure, though one of it should be here: it cannot be read, or its time is over.
    func isLost(_ name: String, on day: Day) -> Bool {
        guard figure(called: name) == nil else { return false }
        guard let span = span(of: name), let last = series.last else { return !series.isEmpty }
        return span.until <= min(day, last.span.until)
    }
}

extension Indicator {
    /// What is aimed at for a figure: the step of its period, or the last step before it. The target is aimed at after
    /// the last step, from its day on; before the first step nothing is.
    func target(for figure: Observation, _ names: PeriodNames) -> Amount? {
        let steps = trajectory.compactMap { step in names.span(of: step.label).map { (span: $0, amount: step.amount) } }
            .sorted { $0.span < $1.span }
        guard let last = steps.last else { return target }
        if let step = steps.last(where: { $0.span == figure.span }) { return step.amount }
        guard let before = steps.last(where: { $0.span.until <= figure.span.until }) else { return nil }
        let isBeforeTarget = record.day("target-by").map { figure.span.until < $0 } ?? false
        return before.span == last.span && !isBeforeTarget ? target ?? last.amount : before.amount
    }
}

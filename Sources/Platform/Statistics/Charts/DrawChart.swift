public import Kernel

extension ControlChart {
    /// Draws a series, oldest first.
    /// - Throws: `Refusal.invalid` for what cannot be charted: more counted than there are, a rebase of no point here.
    public init(_ series: [Observed], _ request: ChartRequest) throws(Refusal) {
        let values = try series.values(for: request)
        let starts = try request.starts(in: series)
        var points: [ChartPoint] = [], phases: [ChartPhase] = [], signals: [ChartSignal] = []
        for (phase, start) in starts.enumerated() {
            let range = start.index..<(phase + 1 < starts.count ? starts[phase + 1].index : series.count)
            let drawn = PhaseReckoning(Array(values[range]), request)
            points += range.map { index in
                let at = index - range.lowerBound
                return ChartPoint(
                    label: series[index].label, value: values[index].value, centre: drawn.centre,
                    limits: drawn.limits[at], phase: phase, isThin: drawn.thin[at])
            }
            phases.append(
                ChartPhase(
                    points: range, known: drawn.known, isTrial: drawn.known < request.rules.pointsForVerdict,
                    rebase: start.rebase, meanRange: drawn.meanRange, rangeLimit: drawn.meanRange.map { $0 * 3.267 },
                    runs: request.kind == .run ? RunCount(values[range].map(\.value), about: drawn.centre) : nil))
            signals += FindSignals(values[range].map(\.value), drawn, request.rules).all
                .map { $0.moved(by: range.lowerBound) }
        }
        kind = request.kind
        polarity = request.polarity
        target = request.target
        rules = request.rules
        self.points = points
        self.phases = phases
        self.signals = signals
        var signalsByPoint = [[Int]](repeating: [], count: points.count)
        for (number, signal) in signals.enumerated() {
            for index in signal.points { signalsByPoint[index].append(number) }
        }
        self.signalsByPoint = signalsByPoint
        let verdict = ChartVerdict(points, phases, signals, request)
        variation = verdict.variation
        assurance = verdict.assurance
    }
}

/// What is reckoned from one period: its value on the chart's scale, and the count that it came of.
struct Reckoned: Hashable {
    let value: Double?
    let numerator: Double
    /// 0 where there is none.
    let denominator: Double

    static let missing = Reckoned(value: nil, numerator: 0, denominator: 0)
}

extension ChartRequest {
    /// Where each phase begins: the first at the beginning, each other where a person said.
    fileprivate func starts(in series: [Observed]) throws(Refusal) -> [(index: Int, rebase: Rebase?)] {
        var starts: [(index: Int, rebase: Rebase?)] = [(0, nil)], problems: [Problem] = []
        for rebase in rebases {
            guard let index = series.firstIndex(where: { $0.label == rebase.from }) else {
                problems.append(Problem("rebase", "There is no point called \(rebase.from) to begin anew from"))
                continue
            }
            guard index > 0, !starts.contains(where: { $0.index == index }) else {
                problems.append(Problem("rebase", "The limits begin at \(rebase.from) already"))
                continue
            }
            starts.append((index, rebase))
        }
        guard problems.isEmpty else { throw .invalid(problems) }
        return starts.sorted { $0.index < $1.index }
    }
}

extension [Observed] {
    /// The values on the chart's scale.
    /// - Throws: every point that cannot be, at once.
    fileprivate func values(for request: ChartRequest) throws(Refusal) -> [Reckoned] {
        guard count <= ChartRequest.pointsMax else {
            throw .tooLarge("A chart holds \(ChartRequest.pointsMax) points at most, and here are \(count)")
        }
        var problems: [Problem] = [], values: [Reckoned] = []
        for observed in self {
            do throws(Refusal) { values.append(try observed.reckoned(for: request)) } catch {
                problems += error.sentences.map { Problem(observed.label, $0) }
            }
        }
        guard problems.isEmpty else { throw .invalid(problems) }
        return values
    }
}

extension Observed {
    fileprivate func reckoned(for request: ChartRequest) throws(Refusal) -> Reckoned {
        func no(_ why: String) -> Refusal { .invalid([Problem(label, "\(label): \(why)")]) }
        switch amount {
        case .missing: return .missing
        case .value(let value):
            guard value.isFinite else { throw no("this is not a number") }
            guard request.kind == .measurements || request.kind == .run else {
                throw no("a share or a rate needs what was counted and what it was counted among")
            }
            return Reckoned(value: value, numerator: 0, denominator: 0)
        case .count(let part, let whole):
            guard part.isFinite, whole.isFinite, part >= 0, whole >= 0 else { throw no("a count is nought or more") }
            guard request.kind != .proportions || part <= whole else {
                throw no("\(figureText(part)) cannot be a part of \(figureText(whole))")
            }
            // Of nobody there is no share: that is no point, and not nought.
            guard whole > 0 else {
                guard part == 0 else { throw no("\(figureText(part)) counted among none") }
                return .missing
            }
            return Reckoned(value: part / whole * request.scale, numerator: part, denominator: whole)
        }
    }
}

/// Something that chance alone would seldom bring.
public struct ChartSignal: Hashable, Sendable {
    public enum Rule: String, Sendable, CaseIterable {
        case outside, shift, trend
        case twoOfThree = "two-of-three"
    }

    public let rule: Rule
    /// A trend's side is where it goes.
    public let side: Side
    /// The points that are part of it, in order; never none.
    public let points: [Int]

    var first: Int { points.first ?? 0 }
    var last: Int { points.last ?? 0 }

    func moved(by offset: Int) -> ChartSignal {
        ChartSignal(rule: rule, side: side, points: points.map { $0 + offset })
    }

    /// What it means to those whom the figure is about.
    func meaning(among all: [ChartPoint], by polarity: Polarity) -> Meaning {
        switch polarity {
        case .context: return .neither
        case .higherIsBetter: return side == .high ? .improvement : .concern
        case .lowerIsBetter: return side == .low ? .improvement : .concern
        case .band:
            // A trend is held against where it began; all else against the centre.
            guard let value = all[last].value, let there = rule == .trend ? all[first].value : all[last].centre else {
                return .neither
            }
            return polarity.meaning(of: value, against: there)
        }
    }
}

extension ControlChart {
    /// What a signal means to those whom the figure is about: nothing yet while the limits are on trial (PC-08).
    public func meaning(of signal: ChartSignal) -> Meaning {
        isOnTrial(signal) ? .neither : signal.meaning(among: points, by: polarity)
    }

    /// Whether too few points stand behind the limits for a signal to say anything.
    public func isOnTrial(_ signal: ChartSignal) -> Bool { phase(of: signal)?.isTrial ?? false }

    private func phase(of signal: ChartSignal) -> ChartPhase? {
        phases.first { $0.points.contains(signal.last) }
    }

    /// A signal in a sentence or two: what was seen, where, and what it means here.
    public func words(for signal: ChartSignal, places: Int = 1) -> String {
        let first = points[signal.first], last = points[signal.last]
        let high = signal.side == .high
        let centre = kind == .run ? "median" : "mean"
        let span = first.label == last.label ? first.label : "\(first.label) to \(last.label)"
        let known = signal.points.count
        let seen =
            switch signal.rule {
            case .outside:
                "\(last.label) is \(high ? "above the upper" : "below the lower") limit"
                    + ends(last, high ? last.limits?.upper : last.limits?.lower, places)
            case .shift: "\(known) points in a row, \(span), are \(high ? "above" : "below") the \(centre)"
            case .trend: "\(known) points in a row, \(span), each go \(high ? "up" : "down")"
            case .twoOfThree:
                "Two of three points, \(span), are close to the \(high ? "upper" : "lower") limit or beyond it"
            }
        let thin =
            signal.points.contains { points[$0].isThin }
            ? " Few were to be expected here, so the limits say little." : ""
        if let phase = phase(of: signal), phase.isTrial {
            let behind = "\(phase.known) of the \(rules.pointsForVerdict) points that a verdict needs"
            return "\(seen). The limits are on trial, with \(behind), so nothing is said of it.\(thin)"
        }
        return "\(seen). \(says(meaning(of: signal)))\(thin)"
    }

    private func ends(_ point: ChartPoint, _ limit: Double?, _ places: Int) -> String {
        guard let value = point.value, let limit else { return "" }
        return " (\(figureText(value, places: places)) against \(figureText(limit, places: places)))"
    }

    private func says(_ meaning: Meaning) -> String {
        switch meaning {
        case .improvement: "\(polarity.words): an improvement, and not chance alone."
        case .concern: "\(polarity.words): a concern, and not chance alone."
        case .neither: "\(polarity.words): a change, and not chance alone."
        }
    }
}

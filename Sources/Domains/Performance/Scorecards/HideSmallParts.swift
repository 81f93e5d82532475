import Kernel
import Needs

extension PerformanceSight {
    /// NIS-04. The smallest count that everybody may see, other than none.
    static let countsShownFrom = 5

    /// A figure as this reader may see it.
    func shown(_ figure: Observation) -> Observation {
        // Whoever put a mark in a figure's place did not mean to publish what it is worked out of.
        if figure.value.amount == nil { return figure.with(figure.value) }
        return isWhole || !figure.isSmall(below: Self.countsShownFrom)
            ? figure : figure.with(.marked(Mark("c", .suppressed)))
    }
}

extension Observation {
    /// The same without its parts.
    fileprivate func with(_ value: Published) -> Observation {
        Observation(series, span: span, label: label, value: value, source: source)
    }

    /// Whether what was counted, the rest, or all of them are so few that they point at somebody. The exact share
    /// would give the one away by the other, so none of the three can be shown.
    fileprivate func isSmall(below threshold: Int) -> Bool {
        let few = 1..<threshold
        if let part = numerator, few.contains(part) { return true }
        if let whole = denominator, few.contains(whole) { return true }
        guard let part = numerator, let whole = denominator, part <= whole else { return false }
        return few.contains(whole - part)
    }

    /// Whether a figure is there that may not be shown.
    var isWithheld: Bool {
        if case .marked(let mark) = value { mark.meaning == .suppressed } else { false }
    }
}

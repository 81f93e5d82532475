import Kernel

extension Observation {
    /// NIS-04, NE-17. The smallest count that everybody may see, other than none.
    public static let countsShownFrom = 5

    /// A figure as a reader may see it.
    /// - Parameter isWhole: Whether they may see the records whole: then small parts are shown to them.
    public func shown(isWhole: Bool) -> Observation {
        // Whoever put a mark in a figure's place did not mean to publish what it is worked out of.
        if value.amount == nil { return withoutParts(value) }
        return isWhole || !hasSmallParts ? self : withoutParts(.marked(Mark("c", .suppressed)))
    }

    private func withoutParts(_ value: Published) -> Observation {
        Observation(series, span: span, label: label, value: value, source: source)
    }

    /// Whether what was counted, the rest, or all of them are so few that they point at somebody. The exact share
    /// would give the one away by the other, so none of the three can be shown.
    private var hasSmallParts: Bool {
        let few = 1..<Self.countsShownFrom
        if let part = numerator, few.contains(part) { return true }
        if let whole = denominator, few.contains(whole) { return true }
        guard let part = numerator, let whole = denominator, part <= whole else { return false }
        return few.contains(whole - part)
    }

    /// Whether a figure is there that may not be shown.
    public var isWithheld: Bool {
        if case .marked(let mark) = value { mark.meaning == .suppressed } else { false }
    }
}

/// Which way is good, for a figure (`NIS-02`).
public enum Polarity: Hashable, Sendable {
    case higherIsBetter
    case lowerIsBetter
    /// Best within the band, and worse on either side of it, as the number of children who have a second plan is.
    case band(ClosedRange<Double>)
    /// Neither is better: the figure tells how things are, not how well.
    case context
}

/// What a change, a difference or a signal means to those whom the figure is about.
public enum Meaning: String, Sendable, CaseIterable {
    case improvement, concern, neither
}

/// Which way a figure went, or stands.
public enum Side: String, Sendable, CaseIterable {
    case high, low
}

extension Polarity {
    /// What it means that a figure is now here where before, or elsewhere, it is there.
    public func meaning(of here: Double, against there: Double) -> Meaning {
        switch self {
        case .context: return .neither
        case .higherIsBetter: return here == there ? .neither : here > there ? .improvement : .concern
        case .lowerIsBetter: return here == there ? .neither : here < there ? .improvement : .concern
        case .band(let band):
            let near = distance(here, band), far = distance(there, band)
            return near == far ? .neither : near < far ? .improvement : .concern
        }
    }

    /// Whether a figure does what the target asks; nil where the polarity asks nothing.
    public func meets(_ target: Double, with value: Double) -> Bool? {
        switch self {
        case .higherIsBetter: value >= target
        case .lowerIsBetter: value <= target
        case .band(let band): band.contains(value)
        case .context: nil
        }
    }

    /// `Higher is better here`.
    public var words: String {
        switch self {
        case .higherIsBetter: "Higher is better here"
        case .lowerIsBetter: "Lower is better here"
        case .band(let band): "Best between \(figureText(band.lowerBound)) and \(figureText(band.upperBound))"
        case .context: "Neither higher nor lower is better here"
        }
    }

    private func distance(_ value: Double, _ band: ClosedRange<Double>) -> Double {
        max(band.lowerBound - value, value - band.upperBound, 0)
    }
}

/// Where a process may be expected to stay, at one point.
public struct ChartLimits: Hashable, Sendable {
    public let lower: Double
    public let upper: Double
    /// Two sigma from the centre.
    public let lowerWarning: Double
    public let upperWarning: Double
}

/// One period on the chart.
public struct ChartPoint: Hashable, Sendable {
    public let label: String
    /// Nil where nothing was said, or there was nothing to count among.
    public let value: Double?
    /// The mean, or a run chart's median; nil where there is none to draw.
    public let centre: Double?
    public let limits: ChartLimits?
    /// Which process it belongs to: 0 until a rebase.
    public let phase: Int
    /// Whether so few events were to be expected here that the limits say little.
    public let isThin: Bool
}

/// A stretch of one process, between rebases.
public struct ChartPhase: Hashable, Sendable {
    public let points: Range<Int>
    /// How many points have a value.
    public let known: Int
    /// Limits there are, but too few points stand behind them for a verdict.
    public let isTrial: Bool
    /// Why it begins; nil for the first.
    public let rebase: Rebase?
    /// Measurements alone: the mean of the moving ranges that the limits were made of.
    public let meanRange: Double?
    /// Measurements alone: a moving range beyond this is itself a surprise.
    public let rangeLimit: Double?
    /// Run charts alone.
    public let runs: RunCount?
}

/// A series with its limits, its signals and what they come to.
public struct ControlChart: Hashable, Sendable {
    public let kind: ChartKind
    public let polarity: Polarity
    public let target: Double?
    public let rules: ChartRules
    public let points: [ChartPoint]
    public let phases: [ChartPhase]
    public let signals: [ChartSignal]
    public let variation: Variation
    public let assurance: Assurance
    /// Which signals each point is part of, so that nobody looks through all of them for each point.
    let signalsByPoint: [[Int]]

    /// The signals that a point is part of.
    public func signals(at index: Int) -> [ChartSignal] {
        signalsByPoint.indices.contains(index) ? signalsByPoint[index].map { signals[$0] } : []
    }
}

/// What a chart is made from.
public struct ChartRequest: Sendable {
    public var kind: ChartKind
    public var rules = ChartRules.makingDataCount
    public var polarity = Polarity.context
    public var target: Double?
    /// What a count is shown for each of: 100 for a percentage, 10,000 for a rate of ten thousand.
    public var scale = 1.0
    /// What a value can be at all: limits go no further.
    public var bounds: ClosedRange<Double>?
    public var rebases: [Rebase] = []

    public init(_ kind: ChartKind) { self.kind = kind }

    /// What a value can be: a share is none or all of it at most, a rate is none at least; else as somebody said.
    var ends: ClosedRange<Double>? {
        switch kind {
        case .proportions: 0...scale
        case .rates: 0...Double.infinity
        case .measurements, .run: bounds
        }
    }

    /// Twenty years of days.
    public static let pointsMax = 7_500
}

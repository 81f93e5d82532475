/// How charts are reckoned, where those who teach them differ. `docs/rules/performance.md` gives the source of each.
public struct ChartRules: Hashable, Sendable {
    /// What a point on the centre line does to a run, and one equal to the last to a trend.
    public enum Ties: String, Sendable, CaseIterable {
        case endRuns = "end"
        /// Neither counted nor an end (PC-06).
        case passedOver = "pass"
    }

    /// When two of three are signal enough.
    public enum TwoOfThree: String, Sendable, CaseIterable {
        /// Both between two and three sigma, and all three on one side: the rule until 2023 (PC-07).
        case between
        /// Both beyond two sigma, however far, and all three on one side: the rule since (PC-07).
        case beyond
        /// Both beyond two sigma on one side, the third anywhere.
        case anyThird = "any-third"
    }

    /// What the verdict on variation is taken from.
    public enum VerdictFrom: String, Sendable, CaseIterable {
        /// What the latest point is part of: what a board is asked to act on now.
        case latestPoint = "latest"
        /// The latest signal there is, however long ago.
        case latestSignal = "signal"
    }

    /// So many on one side of the centre are a shift (PC-04).
    public var shift: Int
    /// So many that each go the same way are a trend, the first counted (PC-05).
    public var trend: Int
    public var ties: Ties
    public var twoOfThree: TwoOfThree
    /// Whether moving ranges beyond their own upper limit are left out of the mean that limits are made of (PC-03).
    public var screensMovingRanges: Bool
    public var verdictFrom: VerdictFrom
    /// With fewer points no limits are drawn (PC-08).
    public var pointsForLimits = 5
    /// With fewer points limits are on trial, and nothing is said of the process (PC-08).
    public var pointsForVerdict = 12
    /// Where fewer events, or fewer of the rest, are to be expected, a point's limits are called thin (PC-09).
    public var expectedMin = 5.0

    public static let shifts = 6...12, trends = 5...9

    public init(
        shift: Int, trend: Int, ties: Ties, twoOfThree: TwoOfThree, screensMovingRanges: Bool,
        verdictFrom: VerdictFrom = .latestPoint
    ) {
        self.shift = shift
        self.trend = trend
        self.ties = ties
        self.twoOfThree = twoOfThree
        self.screensMovingRanges = screensMovingRanges
        self.verdictFrom = verdictFrom
    }

    /// As NHS England's own workbooks have it since 2023: what is used unless somebody says otherwise.
    public static let makingDataCount = ChartRules(
        shift: 7, trend: 6, ties: .endRuns, twoOfThree: .beyond, screensMovingRanges: false)
    /// Longer runs, and the earlier rule of two in three: the engine `abspc` reckons so.
    public static let longerRuns = ChartRules(
        shift: 8, trend: 6, ties: .endRuns, twoOfThree: .between, screensMovingRanges: false, verdictFrom: .latestSignal
    )
    /// Screened ranges, ties passed over: the engine `controlcharts` reckons so.
    public static let screened = ChartRules(
        shift: 7, trend: 5, ties: .passedOver, twoOfThree: .anyThird, screensMovingRanges: true)
}

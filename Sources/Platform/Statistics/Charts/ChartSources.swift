/// What charts are reckoned by, and on whose word: for `docs/rules/performance.md`.
public struct ChartSource: Sendable {
    public let id: String
    public let statement: String
    public let source: String
    /// What holds it here.
    public let heldBy: String

    public static let all: [ChartSource] = limits + signals + verdicts

    private static let limits = [
        ChartSource(
            id: "PC-01",
            statement: """
                Measurements are charted about their mean, with limits of 2.66 mean moving ranges on either side \
                (three sigma, with the constant 1.128 for pairs). No range is taken across a gap.
                """,
            source: """
                Shewhart's individuals chart, as NHS England's Making Data Count has it; the engines abspc and \
                controlcharts agree to nine figures
                """, heldBy: "`PhaseReckoning`"),
        ChartSource(
            id: "PC-02",
            statement: """
                Shares and rates are charted about what was counted in all over what it was counted among in all; each \
                point has limits by its own denominator, binomial or Poisson, and none below nought or above the whole. \
                With nothing to count among there is no point.
                """,
            source: "p and u charts; the engines abspc and controlcharts agree to nine figures",
            heldBy: "`PhaseReckoning`"),
        ChartSource(
            id: "PC-03",
            statement: """
                Moving ranges above 3.267 times their mean may be left out, once, before limits are made. Making Data \
                Count's workbooks keep them; so do we unless it is asked for.
                """,
            source: "Nelson 1982, Journal of Quality Technology 14(3); NHSRplotthedots, Deviations from Excel defaults",
            heldBy: "`ChartRules.screensMovingRanges`"),
    ]

    private static let signals = [
        ChartSource(
            id: "PC-04", statement: "Seven points in a row on one side of the centre are a shift; or eight, if set so.",
            source: "Making Data Count and controlcharts: 7; abspc: 8", heldBy: "`ChartRules.shift`"),
        ChartSource(
            id: "PC-05",
            statement: """
                Six points in a row that each go the same way, the first counted, are a trend; or five, or seven, if \
                set so.
                """,
            source:
                "Making Data Count's workbook offers 6 and 7 (NHSRplotthedots, issue 202); abspc: 6; controlcharts: 5",
            heldBy: "`ChartRules.trend`"),
        ChartSource(
            id: "PC-06",
            statement: """
                A point on the centre line ends a run, and an equal one a trend; or they neither count nor end it, if \
                set so.
                """,
            source: """
                abspc ends them; controlcharts passes over them, as NHS Improvement's guide to run and control \
                charts does (2017)
                """, heldBy: "`ChartRules.ties`"),
        ChartSource(
            id: "PC-07",
            statement: """
                Two of three points in a row beyond two sigma on one side, all three on that side of the centre, are a \
                signal. Points beyond three sigma count too; until 2023 they did not.
                """,
            source: "NHS England, as told in NHSRplotthedots, issue 194 (November 2023); abspc has the earlier rule",
            heldBy: "`ChartRules.twoOfThree`"),
        ChartSource(
            id: "PC-09",
            statement: """
                Where fewer than five events, or fewer than five of the rest, are to be expected, a signal is given \
                with the words that its limits say little.
                """,
            source: "The usual bound for a normal curve in place of a binomial; that it is said is ours",
            heldBy: "`ChartPoint.isThin`"),
        ChartSource(
            id: "PC-10",
            statement: """
                A run chart's longest run and its crossings of the median are held against bounds that move with the \
                number of points.
                """,
            source: "Anhøj and Olesen 2014, PLoS ONE 9(11) (from knowledge: high)", heldBy: "`RunCount`"),
    ]

    private static let verdicts = [
        ChartSource(
            id: "PC-08",
            statement: """
                With fewer than five points no limits are drawn; with fewer than twelve they are on trial, and no \
                verdict is given.
                """,
            source: """
                Wheeler, Understanding Variation, p60 (five or six); NHSRplotthedots, Number of points required \
                (twelve). abspc asks for 15
                """, heldBy: "`ChartRules.pointsForLimits`, `ChartRules.pointsForVerdict`"),
        ChartSource(
            id: "PC-11",
            statement: """
                The verdict on variation is what the latest point is part of; that on assurance is whether the target \
                lies beyond the limits, on the better side or the worse. Improvement or concern follows from which way \
                is good; where neither is, a signal is a change.
                """,
            source: "Making Data Count, summary icons", heldBy: "`ChartVerdict`"),
        ChartSource(
            id: "PC-12",
            statement: "Limits begin anew only where a person says so, from a point, for a reason that is shown.",
            source: "Making Data Count: recalculating limits is a judgement", heldBy: "`Rebase`"),
    ]
}

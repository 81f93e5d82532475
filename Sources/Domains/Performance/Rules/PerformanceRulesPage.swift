import Kernel
import Needs
import Partners
import Records
import Statistics

/// `docs/rules/performance.md`: the rules of this room and of its charts, written from the code.
public enum PerformanceRulesPage {
    public static func markdown() -> String {
        """
        # The rules of performance

        Written from the code by `bin/golden`; change the rule, not this page. "Ours" is our choice, where no source
        was found. The evidence says how far a row can be trusted.

        ## Indicators, scorecards and what is said of them

        \(rows.map(\.section).joined(separator: "\n\n"))

        ## Control charts

        `tools/check-charts` charts the same series with two engines of other people's, and compares every limit and
        every signal.

        \(ChartSource.all.map(section).joined(separator: "\n\n"))

        ## The national indicators of 2008 to 2011

        \(national)

        ## What the check looks for

        These are printed with the rest of `thinkchild check`. Findings are for everybody: they speak of published plans
        and published indicators alone.

        \(PerformanceChecks.all.map(\.section).joined(separator: "\n\n"))

        ## What must be true of the records

        Asked of forms, the API, the terminal and imports alike.

        \(invariants.map { "- \($0)." }.joined(separator: "\n"))

        """
    }

    static let rows = [
        RuleRow(
            id: "NIS-04",
            statement: """
                Where what was counted, the rest, or all of them are fewer than \(Observation.countsShownFrom), \
                but not none, neither they nor the share are shown to those who may not see the records whole: on \
                pages, in files, on charts and on frozen scorecards. Of a figure that its publisher withheld no parts \
                are shown. In tables with totals so many others are hidden that no total gives one away.
                """,
            source: "domain rules 4.1; how other counts are chosen is ours", evidence: .knowledgeHigh,
            heldBy: [
                "`Observation.shown`; `GuardedTable` for tables with totals; "
                    + "`GuardedTree` for sums of small areas (NE-16)"
            ]),
        RuleRow(
            id: "NIS-05, PF-01",
            statement: """
                A rating says how a figure stands to its target: on it, near it (within the tolerance), or off it. A \
                person may put another in its place, with a reason that is shown.
                """,
            source: "Leeds Scrutiny of 2009 asked why an indicator was amber; the words are ours", evidence: .verified,
            heldBy: ["`Rating`; \(Narrative.ratedForAReason.rule)"]),
        RuleRow(
            id: "PF-02",
            statement: """
                What is said of a figure is shown once it was approved by whoever holds the post that owns the indicator \
                on that day, by nobody in their name and never for a day that is past.
                """,
            source: "ours", evidence: .own, heldBy: ["`ApproveNarrative`; \(Narrative.approvedByOwner)"]),
        RuleRow(
            id: "PF-03",
            statement: """
                A scorecard that went to a body is kept as it stood, under the digest of what it showed. What is not \
                what was kept is not shown. It holds what everybody may see, whoever froze it.
                """,
            source: "ours", evidence: .own,
            heldBy: ["`FreezeScorecard`, `ScorecardPaper`; \(FrozenScorecard.staysAsItStood)"]),
        RuleRow(
            id: "PF-04",
            statement: """
                Data is stale when so many months have passed since the end of its last period: \(Indicator.staleUsual), \
                unless the indicator says otherwise.
                """,
            source: "ours: an annual figure is out half a year after its year", evidence: .own,
            heldBy: ["`Indicator.isStale`, I03"]),
        RuleRow(
            id: "PF-05",
            statement: """
                An indicator is reported to its body every \(Indicator.cycleUsual) months, unless it says otherwise; two \
                cycles without a report are a finding.
                """,
            source: "ours", evidence: .own, heldBy: ["I05"]),
        RuleRow(
            id: "PF-06",
            statement: """
                A direction of travel is told from two figures, and is no verdict. A figure that is missing is missing: \
                it has no rating, no direction, and is never nought.
                """,
            source: "ours", evidence: .own, heldBy: ["`Travel`, `Rating`"]),
        RuleRow(
            id: "PF-07",
            statement: """
                A target says whose it is: agreed by a body, proposed, or made for an example. One that nobody agreed \
                is marked wherever it is shown, so that it is not taken for one that somebody did.
                """,
            source: "ours", evidence: .own, heldBy: ["`Indicator.isExample`"]),
        RuleRow(
            id: "PF-08",
            statement: """
                Where figures are held for small areas and not for the place asked about, they are carried up to it \
                (NE-14): as a share where there is something to divide by, and withheld where they are small (NE-16).
                """,
            source: "ours", evidence: .own, heldBy: ["`ScorecardFigures`"]),
        RuleRow(
            id: "PF-09",
            statement: """
                A day that is past shows each figure as it was known on it. A figure of which nothing was known by \
                then stands as it was brought later, and is said to have been.
                """,
            source: "ours", evidence: .own, heldBy: ["`FiguresAsKnown`"]),
        RuleRow(
            id: "PF-10",
            statement: """
                Target, steps, new limits, ratings given by a person and what is said are of the indicator's own \
                place: no other place is judged by them. Steps hold until the next; before the first there is no target.
                """,
            source: "ours", evidence: .own, heldBy: ["`ScorecardRow`, `PeriodNames`"]),
        RuleRow(
            id: "PF-11",
            statement: """
                An indicator stays bound to the priority that it was made for, and measures whatever continues that \
                one in a later edition of the plan, from the day on which it does: on scorecards, on the thread, and \
                for the check. On an earlier day the earlier edition has it.
                """,
            source: "ours", evidence: .own, heldBy: ["`Editions`"]),
        RuleRow(
            id: "PF-12",
            statement: """
                A scorecard that was frozen for a meeting stands on the meeting's page, for everybody once it is \
                published and before that for whoever may see it. A meeting is one of the scorecard's body.
                """,
            source: "ours", evidence: .own, heldBy: ["`MeetingScorecards`, `FreezeScorecard`"]),
    ]

    private static func section(_ row: ChartSource) -> String {
        """
        ### \(row.id)

        \(row.statement)

        - **Source:** \(row.source).
        - **Held by:** \(row.heldBy).
        """
    }

    private static var national: String {
        let verified = NationalIndicator.all.filter(\.isTitleVerified).count
        let defined = NationalIndicator.all.filter(\.isDefinitionVerified).count
        return """
            `/performance/national` lists \(NationalIndicator.all.count): the titles of \(verified) were seen in a source, \
            and the definitions of \(defined). All others are from knowledge, and marked so: no target should be loaded \
            by them before the handbook was read. A closed year is never worked out anew by a later definition (NIS-03).
            """
    }

    private static var invariants: [String] {
        PerformanceInvariants.all.map(\.rule) + (Narrative.safeguards + FrozenScorecard.safeguards).map(\.rule)
    }
}

import Kernel
public import Partners

/// The pages under docs/rules that are written from the checks and from the rows of law.
public enum RulesPage {
    /// docs/rules/arrangements.md: every check, in the order of the codes.
    public static func markdown(_ checks: [Check<Trust>] = ArrangementsChecks.all) -> String {
        """
        # What the arrangements check looks for

        Written from the code by `bin/golden`; change the check, not this page. A code names one rule. F01 to F25 are
        the rows of the acceptance table of Leeds, F26 and on are further topics of reported concerns, L01 and on come
        from law and guidance.

        A finding is an **error** or a **warning**, or it is **cannot tell**: the facts that would decide it are not
        held, which is not the same as being well. Nothing is decided by silence, in either direction. It is
        **derived** by a rule from facts, or **reported** by somebody named until the record says what was done.
        *Quiet* means no error and no warning. The trust's **own boards and partnerships** are bodies of the trust of
        those types, and the two statutory boards.

        Citations: P06 is the report of 7 December 2006, P10 the review of 1 March 2010, CA2004 the Children Act 2004,
        and Rules a row of [law.md](law.md).

        ## Local numbers

        \(thresholds)

        A figure is taken as its source gives it. "Under 60" is below a threshold of 60; "nearly 24" is more than 12
        and less than 24; "about 50" is 45 to 55. Where that does not decide, nothing is decided.

        ## Checks

        | Code | Title | At worst | In force |
        |---|---|---|---|
        \(checks.map(line).joined(separator: "\n"))

        \(checks.map(section).joined(separator: "\n\n"))

        """
    }

    /// docs/rules/law.md: every row of law, with the checks that decide it.
    public static func law(_ rows: [LawRow] = LawRow.all, _ checks: [Check<Trust>] = ArrangementsChecks.all) -> String {
        """
        # Law, guidance and local fact

        Written from the code by `bin/golden`. Each row is cited as `Rules` and its number. The version in force on
        the day asked about applies: a row outside its dates decides nothing. The evidence says how far a row can be
        trusted; what was not seen in a source says so. CA 2004 is the Children Act 2004; ASCL Act 2009 the
        Apprenticeships, Skills, Children and Learning Act 2009.

        \(rows.map { row(_: $0, checks) }.joined(separator: "\n\n"))

        ## Where the sources disagree

        Both sides are kept in the records and neither is chosen.

        - The name of the safeguarding board, and who appoints its chair: P06 3.10 against CA 2004 s13 and SI 2006/90
          reg 4 (LSCB-04).
        - The Director's Unit is dated 2006/7 and 2007, and was at work in December 2006 (P10's summary, P10
          3.1.1, P06 3.18).
        - The governance framework is dated 2006/7 and 2006 (P10's summary, P10 2.3).
        - The commissioning board commissions (P06 3.13) and does not (P10 4.3.2).
        - The guidance called recently issued is the draft of November 2009 (P10's summary, P10 4.6.1).

        """
    }

    private static var thresholds: String {
        let defaults = Thresholds.defaults
        let rows: [(String, String, String)] = [
            (
                "attendance-percent", "\(defaults.attendancePercent.value)% of the members",
                "P10 4.3.3 calls less than that poor"
            ),
            (
                "absence-months", Words.count(defaults.absenceMonths.value, "month"),
                "ours; P10 4.3.3 complains of nearly two years"
            ),
            (
                "reporting-cycle-months", Words.count(defaults.reportingCycleMonths.value, "month"),
                "ours; P10 4.3.5 complains of one report in all"
            ),
            ("trust-board-duty-ends", "none: the duty is taken to stand", "Rules CTB-12: the day is not verified"),
        ]
        return "| Threshold | When nothing is set | Where the number comes from |\n|---|---|---|\n"
            + rows.map { "| `\($0.0)` | \($0.1) | \($0.2) |" }.joined(separator: "\n")
    }

    private static func line(_ check: Check<Trust>) -> String {
        let cells = ["[\(check.code)](#\(anchor(check)))", check.title, words(check.severity), words(check.inForce)]
        return "| \(cells.joined(separator: " | ")) |"
    }

    private static func section(_ check: Check<Trust>) -> String {
        let sources = check.sources.map(\.description).joined(separator: "; ")
        return """
            ### \(check.code) \(check.title)

            - **At worst:** \(words(check.severity)). **In force:** \(words(check.inForce)).
            - **Source:** \(sources.isEmpty ? "each concern brings its own" : sources) (\(check.evidence.words)).
            - **Reads:** \(check.needs).
            - **Applies to:** \(check.applies)
            """
    }

    private static func row(_ row: LawRow, _ checks: [Check<Trust>]) -> String {
        let deciding = row.checks(among: checks).map { "[\($0.code)](arrangements.md#\(anchor($0)))" }
        return """
            ### \(row.id)

            \(row.statement)

            - **Source:** \(row.source) (\(row.evidence.words)). **In force:** \(words(row.period)).
            - **Read by:** \(deciding.isEmpty ? "no check" : deciding.joined(separator: ", ")).
            """
    }

    /// How GitHub names a heading's anchor.
    private static func anchor(_ check: Check<Trust>) -> String {
        "\(check.code) \(check.title)".lowercased().compactMap { character in
            character == " "
                ? "-" : character.isLetter || character.isNumber || character == "-" ? String(character) : nil
        }.joined()
    }

    private static func words(_ severity: Severity) -> String {
        severity == .cannotTell ? "cannot tell" : severity.rawValue
    }

    private static func words(_ period: Period) -> String {
        switch (period.from, period.until) {
        case (nil, nil): "always"
        case (let from?, nil): "from \(from.long)"
        case (nil, let until?): "until \(until.adding(days: -1).long)"
        case (let from?, let until?): "from \(from.long) until \(until.adding(days: -1).long)"
        }
    }
}

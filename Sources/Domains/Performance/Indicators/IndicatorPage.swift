import Doors
import Kernel
import Needs
import Partners
import Plan
import Records
import Statistics
import Web

/// One indicator: its chart, what the chart says, every figure with where it came from, and what is said of it.
struct IndicatorPage {
    let row: ScorecardRow
    let place: String
    /// The imports that the figures came of, by number.
    let imports: [Int: ImportSummary]
    /// Its figures by ward, where they are held for small areas.
    let carried: CarriedFigures?
    /// Marks of what was read of each narrative, for whoever approves one.
    let marks: [String: String]
    let seen: PerformanceSight
    let request: Request

    var page: Page {
        let indicator = row.indicator
        return Page(
            title: indicator.name, caption: indicator.code,
            breadcrumbs: [
                Link("Home", request.link("/")), Link("Performance", request.link("/performance")),
            ],
            body: "\(example)\(summary)\(chart)\(narratives)\(figures)\(wards)\(record)")
    }

    private var summary: HTML {
        let indicator = row.indicator, cell = row.cells.first
        let value = "\(row.words(cell?.latest) ?? "No figure") \(row.unit ?? "")"
        var lines: [(String, HTML)] = [
            ("Latest", "\(value), \(place), \(cell?.latest?.label ?? "no period") \(ScorecardPage.tag(row.rating))"),
            ("Target", "\(target)"),
            (
                "Baseline",
                "\(indicator.baseline?.description ?? "None") \(indicator.record.text("baseline-period") ?? "")"
            ),
            ("Direction of travel", "\(cell?.travel?.words() ?? "Not known")"),
            ("Against England", "\(row.gap?.words() ?? "Not known")"),
            ("Which way is good", "\(row.polarity.words)"),
            ("Owner", row.owner.map { request.way(to: $0, "post") } ?? "Nobody named"),
            ("Overseen by", row.overseer.map { request.way(to: $0, "body") } ?? "No body named"),
            ("Reported", "Every \(indicator.cycle) months"),
        ]
        if let priority = row.priority {
            lines.append(("Priority", request.way(priority.name, "/priorities/\(priority.id)")))
        }
        lines.append(
            ("Thread", request.way("From the outcome to the ground", "/thread/indicator/\(indicator.id)")))
        if let definition = indicator.record.text("definition") {
            let isVerified = indicator.record.text("evidence") == "verified"
            let mark: HTML = .when(!isVerified, GovUK.tag("Not verified", .yellow))
            lines.append(("Definition", "\(definition) \(mark)"))
        }
        if !row.wholeNote.isEmpty { lines.append(("Note", "\(row.wholeNote)")) }
        return GovUK.summaryList(lines.map { GovUK.SummaryRow($0.0, $0.1) })
    }

    private var example: HTML {
        .when(
            row.indicator.isExample,
            GovUK.insetText(
                """
                The figures are as published. The target, its steps and its tolerance, and who answers, were made for \
                an example: nobody agreed them.
                """))
    }

    private var target: String {
        let steps = row.indicator.trajectory.map { "\($0.label): \($0.amount)" }.joined(separator: ", ")
        let by = row.indicator.record.day("target-by").map { " by \($0.long)" } ?? ""
        guard let target = row.indicator.target else { return steps.isEmpty ? "None" : steps }
        return "\(target)\(by)\(steps.isEmpty ? "" : " (\(steps))")"
    }

    private var chart: HTML {
        if let uncharted = row.uncharted {
            return Piece.section(
                "chart-of-it", "Over time", Piece.paragraph("<strong>It cannot be charted:</strong> \(uncharted)."))
        }
        let signals: [HTML] = row.chart.signals.map { "\(row.chart.words(for: $0))" }
        let phases: [HTML] = row.chart.phases.compactMap(\.rebase).map {
            "Limits begin anew at \($0.from): \($0.reason) (\($0.by), \($0.on.long))"
        }
        let runs: HTML = .when(
            row.chart.phases.contains { $0.runs?.isSurprising == true },
            Piece.paragraph("The series stays on one side of its median for longer than chance would have it."))
        return Piece.section(
            "chart-of-it", "Over time",
            """
            \(Piece.paragraph("<strong>\(row.chart.variation.words).</strong> \(row.chart.assurance.words)."))\
            \(row.chart.picture(title: row.indicator.name, unit: row.unit))\
            \(Piece.bullets(signals + phases))\(runs)
            """)
    }

    private var figures: HTML {
        let (row, request) = (row, request)
        let series = Array(row.series.enumerated()).reversed()
        let columns: [Column<(offset: Int, element: Observation)>] = [
            Column("Period") { one in
                one.element.isWithheld || row.isCarried
                    ? "\(one.element.label)" : request.way(one.element.label, one.element.page)
            },
            Column("Value", numeric: true) { "\(row.words($0.element) ?? "")" },
            Column("Numerator", numeric: true) { one in one.element.numerator.map { "\($0)" } ?? "" },
            Column("Denominator", numeric: true) { one in one.element.denominator.map { "\($0)" } ?? "" },
            Column("Centre", numeric: true) { "\(number(row.chart.points[$0.offset].centre))" },
            Column("Limits", numeric: true) { one in
                let limits = row.chart.points[one.offset].limits
                return "\(number(limits?.lower)) \(.when(limits != nil, "to")) \(number(limits?.upper))"
            },
            .text("Signal") { one in
                row.chart.signals(at: one.offset).map(\.rule.rawValue).joined(separator: ", ")
            },
            .text("Brought by") { one in
                imports[one.element.source].map { "Import \($0.number): \($0.file), \($0.by)" } ?? ""
            },
        ]
        return Piece.section(
            "figures", "Figures",
            GovUK.table(caption: "Figures", columns, series, empty: "none is held for this place.", captionHidden: true)
        )
    }

    private var wards: HTML {
        guard let carried else { return .empty }
        return WardFiguresPage(carried: carried, indicator: row.indicator, polarity: row.polarity, request: request)
            .section
    }

    private func number(_ number: Double?) -> String { number.map { figureText($0) } ?? "" }

    private var narratives: HTML {
        let items: [HTML] = row.narratives.map { told in
            let action: HTML = .when(told.action != nil, " Action: \(told.action ?? "")")
            let state: HTML =
                told.approved.map { "<span class=\"tc-quiet\">Approved on \($0.long)</span>" }
                ?? "\(GovUK.tag("Not approved", .yellow))\(approve(told))"
            return "\(told.period): \(told.text)\(action) \(state)"
        }
        let add: HTML = .when(
            seen.isWriter,
            Piece.paragraph(request.wayToAdd("Write a narrative", Narrative.kind, "indicator", row.indicator.id.text)))
        let none: HTML = .when(items.isEmpty, Piece.paragraph("Nothing is said of it yet."))
        return Piece.section("narratives", "What is said of it", none + Piece.bullets(items) + add)
    }

    private func approve(_ told: Narrative) -> HTML {
        guard seen.answers(for: row.indicator) else { return .empty }
        return GovUK.form(
            "/narratives/\(told.id)/approve",
            """
            \(GovUK.hidden("seen", marks[told.id.text] ?? ""))\
            \(GovUK.button("Approve this narrative"))
            """)
    }

    private var record: HTML {
        guard seen.isWriter else { return .empty }
        return Piece.paragraph(
            request.wayToAdd("Begin its limits anew", ChartRebase.kind, "indicator", row.indicator.id.text))
            + request.recordLinks(Indicator.kind, row.indicator.id.text, name: row.indicator.name)
    }
}

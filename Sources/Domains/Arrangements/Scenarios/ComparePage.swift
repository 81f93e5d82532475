import Doors
import Kernel
import Partners
import Records
import Web

/// Two or more days or scenarios side by side: what differs, what the check says of each, what the source says, what is
/// assumed.
struct ComparePage {
    /// Nil while nothing is chosen.
    let comparison: Comparison?
    let choices: CompareChoices
    let request: Request

    var page: Page {
        Page(
            title: "Compare", breadcrumbs: [Link("Home", request.link("/"))],
            wide: (comparison?.columns.count ?? 0) > 2,
            body: "\(form)\(comparison.map { ComparedPage(comparison: $0, request: request).html })")
    }

    private var form: HTML {
        let all =
            choices.days.map { GovUK.Choice("\($0.day)", $0.name) }
            + choices.scenarios.map { GovUK.Choice("scenario:\($0.id)", "\($0.name) (scenario)") }
        let lead: HTML = "Choose two or more. The first in the list is the one that the others are measured against."
        let none = Piece.paragraph(
            """
            No state and no scenario is described yet. \(request.way("Add a state", "/records/states/new")) for \
            each day you know of, or compare any two days below.
            """
        )
        let asked = choices.asked.first { Day($0) != nil && !choices.days.map(\.day.description).contains($0) } ?? ""
        let form = GovUK.query(
            "/compare",
            """
            \(all.isEmpty ? none : GovUK.checkboxes(
                "with", legend: "What to compare", all, chosen: Set(choices.asked), layout: .small))\
            \(GovUK.textInput(
                "day", label: "Another day", value: asked, hint: "For example, 31 December 2009", width: .ten))\
            \(GovUK.textInput("other-day", label: "And another", width: .ten))\
            \(GovUK.button("Compare", kind: .secondary))
            """)
        return comparison == nil
            ? "\(Piece.paragraph(lead))\(form)" : GovUK.details("Compare others", "\(Piece.paragraph(lead))\(form)")
    }
}

/// What can be compared, and what the address asks for.
struct CompareChoices: Sendable {
    /// A day that a state describes.
    struct State: Sendable {
        let day: Day
        let name: String
    }

    let days: [State]
    let scenarios: [Scenario]
    /// `2009-12-31`, `scenario:directorate`, in the order of the columns.
    let asked: [String]

    init(_ book: Book, asked: [String]) {
        var seen: Set<Day> = []
        days = book.all(StateOfKnowledge.kind.name).compactMap { record in
            record.day("on").map { State(day: $0, name: "\($0.long): \(record.text("name") ?? record.id)") }
        }
        .filter { seen.insert($0.day).inserted }.sorted { $0.day < $1.day }
        var named: Set<String> = []
        scenarios = book.all(Scenario.kind.name).reversed().filter { named.insert($0.id).inserted }.reversed().map(
            Scenario.init)
        self.asked = asked
    }
}

/// A comparison as part of a page: what differs under each heading, and what the check makes of it.
struct ComparedPage {
    let comparison: Comparison
    let request: Request

    private var columns: [Comparison.Column] { comparison.columns }

    var html: HTML {
        let same: HTML = .when(comparison.isSame, GovUK.insetText("They are the same in everything that is recorded."))
        let parts = Comparison.Aspect.allCases.map { part($0, comparison.differences(in: $0)) }
        return "<div class=\"tc-side-by-side\">\n\(summary)\(same)\(findings)\(parts)</div>\n\(assumptions)"
    }

    /// One row a question, one column a state or scenario.
    private var summary: HTML {
        let rows: [(String, (Comparison.Column) -> HTML)] = [
            ("As on", { "\($0.trust.day)" }),
            (
                "What it is",
                { column in
                    column.scenario.map { scenario in
                        "\(scenario.record.text("summary") ?? "A scenario")<br>\(Piece.source(scenario.record))"
                    } ?? "As it stood"
                }
            ),
            ("The source's view", { column in ComparedPage.view(column.view) }),
            ("Its reason", { "\($0.viewReason)" }),
            ("Risk, as the source puts it", { "\($0.risk)" }),
            (
                "People affected",
                { column in column.people.map { "\($0)" } ?? (column.scenario == nil ? "" : "Not said") }
            ),
            ("Our check: errors", { "\($0.report.count(of: .error))" }),
            ("Our check: warnings", { "\($0.report.count(of: .warning))" }),
            ("Our check: cannot tell", { "\($0.report.count(of: .cannotTell))" }),
            (
                "Assumptions in it",
                { column in
                    column.scenario == nil
                        ? "" : column.assumptions.isEmpty ? "None" : GovUK.tag("\(column.assumptions.count)", .yellow)
                }
            ),
        ]
        var body = HTML()
        for (title, cell) in rows {
            let cells = columns.map(cell)
            if cells.allSatisfy(\.isEmpty) { continue }
            body += row(title: "\(title)", cells)
        }
        return GovUK.table(caption: "Side by side", headings: ["What"] + columns.map(\.name), body: body)
    }

    private func row(title: HTML, _ cells: [HTML]) -> HTML {
        let cells: [HTML] = cells.map { "<td class=\"govuk-table__cell\">\($0)</td>\n" }
        return
            """
            <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">\(title)</th>
            \(cells)</tr>

            """
    }

    static func view(_ view: String?) -> HTML {
        guard let view else { return .empty }
        let words = Scenario.views.label(of: view)
        switch view {
        case "recommended": return GovUK.tag(words, .green)
        case "not-recommended": return GovUK.tag(words, .red)
        default: return GovUK.tag(words, .grey)
        }
    }

    private func part(_ aspect: Comparison.Aspect, _ differences: [Comparison.Row]) -> HTML {
        guard !differences.isEmpty else { return .empty }
        let body = differences.map { difference in
            row(
                title: request.way(to: difference.subject),
                difference.cells.indices.map { index in
                    let words: HTML =
                        difference.cells[index].map { "\($0)" } ?? "<span class=\"tc-quiet\">Not there</span>"
                    guard index > 0, difference.isChanged(in: index) else { return words }
                    return difference.cells[index] == nil
                        ? "<span class=\"tc-gone\">\(words)</span>" : "<span class=\"tc-added\">\(words)</span>"
                })
        }
        return GovUK.table(caption: aspect.title, headings: ["What"] + columns.map(\.name), body: body.joined())
    }

    private var findings: HTML {
        let all = comparison.findings
        guard !all.isEmpty else { return Piece.paragraph("The check says the same of each.") }
        let body = all.map { finding -> HTML in
            let title: HTML =
                """
                \(request.way(finding.code, "/findings/\(finding.code)")) \(finding.title): \
                \(request.way(to: finding.subject))
                """
            return row(title: title, columns.indices.map { cell(finding, in: $0) })
        }
        let counts: [HTML] = columns.indices.dropFirst().map { index in
            let gone = comparison.gone(in: index).count, new = comparison.new(in: index).count
            return
                "In \(columns[index].name), \(gone) of the findings of \(columns[0].name) are gone and \(new) are new."
        }
        let table = GovUK.table(
            caption: "What the check finds", headings: ["Finding"] + columns.map(\.name), body: body.joined())
        return "\(Piece.bullets(counts))\(table)"
    }

    private func cell(_ finding: ComparedFinding, in index: Int) -> HTML {
        let tags = HTML.joined(finding.findings[index].map { FindingsListPage.tag($0.severity) }, by: " ")
        guard index > 0 else { return tags.isEmpty ? "<span class=\"tc-quiet\">Nothing</span>" : tags }
        switch finding.change(in: index) {
        case .same: return tags.isEmpty ? "<span class=\"tc-quiet\">Nothing</span>" : tags
        case .gone: return "<span class=\"tc-added\">Gone</span>"
        case .new: return "\(tags) <span class=\"tc-gone\">New</span>"
        case .changed: return "\(tags) <span class=\"tc-quiet\">changed</span>"
        }
    }

    private var assumptions: HTML {
        let parts: [HTML] = columns.compactMap { column in
            guard !column.assumptions.isEmpty else { return nil }
            let lines: [HTML] = column.assumptions.map { record in
                let note: HTML? = record.note.map { " – \($0)" }
                let name = column.trust.name(record.id)
                // Some are named after what they are already: "Answer to: …".
                let isNamedSo = record.kind.title.hasPrefix(String(name.prefix { $0 != ":" }))
                let kind: HTML = .when(!isNamedSo, "\(record.kind.title): ")
                return "\(GovUK.tag("Assumption", .yellow)) \(kind)\(name)\(note)"
            }
            return "<h3 class=\"govuk-heading-s\">\(column.name)</h3>\n\(Piece.bullets(lines))"
        }
        return .when(
            !parts.isEmpty,
            Piece.section(
                "assumptions", "What is assumed",
                "\(Piece.hint("Ours, and not the source's: the source leaves these open."))\(parts)"))
    }
}

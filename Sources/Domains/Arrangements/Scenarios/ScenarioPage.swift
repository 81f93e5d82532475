import Doors
import Kernel
import Partners
import Records
import Web

/// The scenarios there are: changes laid over a state, what the source thinks of each, and ways to compare them.
struct ScenariosPage {
    let choices: CompareChoices
    let request: Request

    var page: Page {
        let request = request
        let columns: [Column<Scenario>] = [
            Column("Scenario") { request.way(to: Named($0.id.text, $0.name), "scenario") },
            .text("What it changes") { $0.record.text("summary") ?? "" },
            Column("Takes effect on") { scenario in scenario.record.day("on").map { "\($0)" } ?? "" },
            Column("The source's view") { ComparedPage.view($0.record.text("view")) },
            .text("Risk") { $0.record.text("risk") ?? "" },
            Column("Source") { Piece.source($0.record) },
        ]
        let all = choices.scenarios.map { "with=scenario:\($0.id)" }.joined(separator: "&")
        let side: HTML = .when(
            choices.scenarios.count > 1,
            Piece.paragraph(
                """
                \(request.way("See them side by side", "/compare?\(all)")), or \
                \(request.way("choose what to compare", "/compare")).
                """
            ))
        let empty: HTML =
            """
            none is recorded. \(request.way("Add one", "/records/scenarios/new")), or import a file with a \
            scenario in it.
            """
        return Page(
            title: "Scenarios", breadcrumbs: [Link("Home", request.link("/"))],
            body: """
                \(Piece.paragraph("""
                    What if: a scenario is a set of changes laid over the arrangements as they stood. It is never part \
                    of their history.
                    """))\
                \(GovUK.table(
                    caption: "Scenarios", columns, choices.scenarios, empty: empty, captionHidden: true))\(side)
                """)
    }
}

/// One scenario: what it is, and how the arrangements would differ from what they were on the day before it.
struct ScenarioPage {
    let scenario: Scenario
    let comparison: Comparison
    let request: Request

    var page: Page {
        let day = comparison.columns[0].trust.day
        let query = "on=\(day)&scenario=\(scenario.id)"
        return Page(
            title: scenario.name, caption: "Scenario",
            breadcrumbs: [Link("Home", request.link("/")), Link("Scenarios", request.link("/scenarios"))],
            body: """
                \(Piece.paragraph("\(scenario.record.text("summary") ?? "")"))\
                \(Piece.paragraph("""
                    See it whole: \(Link("its accountability map", "/accountability?\(query)").html), \
                    \(Link("its bodies", "/bodies?\(query)").html), \(Link("its findings", "/findings?\(query)").html).
                    """))\
                \(ComparedPage(comparison: comparison, request: request).html)\
                \(request.recordLinks(Scenario.kind, scenario.id.text, name: scenario.name))
                """)
    }
}

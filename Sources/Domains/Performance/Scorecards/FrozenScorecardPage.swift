import Doors
import Kernel
import Partners
import Web

/// A scorecard as it stood when it was drawn.
struct FrozenScorecardPage {
    let frozen: FrozenScorecard
    /// Nil where what was kept is not there, or is not what was kept.
    let paper: ScorecardPaper?
    let isWriter: Bool
    let request: Request

    var page: Page {
        let record = request.recordLinks(FrozenScorecard.kind, frozen.id.text, name: frozen.name)
        return Page(
            title: frozen.name, caption: "As it stood on \(frozen.drawn.long)",
            breadcrumbs: [Link("Home", request.link("/")), Link("Performance", request.link("/performance"))],
            wide: true,
            body: """
                \(Piece.hint("Its digest is <span class=\"tc-key\">\(frozen.digest)</span>: what is shown here is what was kept under it."))\
                \(table)\
                \(Piece.bullets(ways))\
                \(.when(isWriter, record))
                """)
    }

    private var ways: [HTML] {
        let meeting = frozen.record.text("meeting").map {
            request.way("The meeting that it went to", "/meetings/\($0)")
        }
        return [meeting].compactMap { $0 } + [
            request.way("As CSV", "/scorecards/\(frozen.id)/table.csv"),
            request.way("As a document to print (PDF)", "/scorecards/\(frozen.id)/scorecard.pdf"),
        ]
    }

    private var table: HTML {
        guard let paper else {
            return Piece.paragraph(
                "<strong>What is held is not what was kept under this digest, so it is not shown.</strong>")
        }
        // The indicator names its row: a code is not what every one has.
        let first = paper.columns.firstIndex(of: "Indicator") ?? 0
        let order = [first] + paper.columns.indices.filter { $0 != first }
        let columns = order.map { index in
            Column<[String]>.text(paper.columns[index]) { $0.indices.contains(index) ? $0[index] : "" }
        }
        return GovUK.table(caption: paper.title, columns, paper.rows, empty: "nothing was on it.", captionHidden: true)
    }
}

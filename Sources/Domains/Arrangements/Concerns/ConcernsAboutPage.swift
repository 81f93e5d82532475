import Doors
import Kernel
import Partners
import Records
import Web

/// The part of a thing's page that tells what people said of it, and what was done.
struct ConcernsAboutPage {
    let concerns: [ConcernView]
    let about: Named
    let request: Request

    var html: HTML {
        let request = request
        let columns: [Column<ConcernView>] = [
            Column("Concern") { request.way(to: Named($0.id, $0.concern.name), "concern") },
            Column("Said by") {
                """
                \($0.concern.saidBy)\(HTML.when(
                        $0.concern.isProposal, " <span class=\"tc-quiet\">(a proposal)</span>"))
                """
            },
            Column("State") { ConcernsAboutPage.tag($0.state) },
            Column("What was done") { HTML.joined($0.answers.map { "\($0.words)" }, by: "<br>") },
            Column("Source") { Piece.source($0.concern.record) },
        ]
        let add = request.wayToAdd("Add one", Concern.kind, "about", about.id)
        return Piece.section(
            "concerns", "What people say of it",
            GovUK.table(caption: "Concerns", columns, concerns, empty: "none is recorded. \(add)", captionHidden: true))
    }

    static func tag(_ state: ConcernView.State) -> HTML {
        switch state {
        case .open: GovUK.tag(state.words, .orange)
        case .underWay: GovUK.tag(state.words, .yellow)
        case .notKnown: GovUK.tag(state.words, .grey)
        case .answered: GovUK.tag(state.words, .green)
        }
    }
}

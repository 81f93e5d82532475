import Doors
import Kernel
import Partners
import Records
import Web

/// One concern: who said so, about what, what would mend it, and what was done.
struct ConcernPage {
    let view: ConcernView
    let findings: [Finding]
    let request: Request

    var page: Page {
        Page(
            title: view.concern.name, caption: view.concern.isProposal ? "Proposal" : "Concern",
            breadcrumbs: [Link("Home", request.link("/")), Link("Concerns", request.link("/concerns"))],
            body: """
                \(Piece.paragraph(ConcernsAboutPage.tag(view.state)))\(summary)\(answers)\(wrong)\
                \(request.recordLinks(Concern.kind, view.id, name: "this concern"))
                """)
    }

    private var summary: HTML {
        var rows = [
            GovUK.SummaryRow("About", request.way(to: view.about)),
            GovUK.SummaryRow("Said by", "\(view.concern.saidBy)"),
            GovUK.SummaryRow("Topic", "\(Concern.topics.label(of: view.concern.topic))"),
        ]
        if let mend = view.concern.record.text("mend") {
            rows.append(GovUK.SummaryRow("What would mend it", "\(mend)"))
        }
        rows.append(GovUK.SummaryRow("Source", Piece.source(view.concern.record)))
        if let note = view.concern.record.note { rows.append(GovUK.SummaryRow("Note", "\(note)")) }
        let hint = Piece.hint(
            "Somebody said so, whether or not it is so. It stays open until the record says what was done.")
        return "\(hint)\(GovUK.summaryList(rows))"
    }

    private var answers: HTML {
        let columns: [Column<ConcernView.Done>] = [
            .text("What was done") { $0.words },
            Column("From") { done in
                (done.answer.record.period.from ?? done.answer.record.period.attested).map { "\($0)" } ?? "Not known"
            },
            Column("Outcome") { "\(Answer.outcomes.label(of: $0.answer.outcome))" },
            Column("Source") { Piece.source($0.answer.record) },
        ]
        let add = request.wayToAdd("Say what was done", Answer.kind, "concern", view.id)
        return Piece.section(
            "answers", "What was done",
            """
            \(GovUK.table(
                    caption: "Answers", columns, view.answers, empty: "nothing is recorded by this day.",
                    captionHidden: true))\(Piece.paragraph(add))
            """
        )
    }

    private var wrong: HTML {
        .when(
            !findings.isEmpty,
            Piece.section("wrong", "What the check says", FindingsListPage(findings: findings, request: request).html))
    }
}

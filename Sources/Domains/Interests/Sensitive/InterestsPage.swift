import Doors
import Kernel
import Ledger
import Partners
import Records
import Web

/// Declarations whose details are withheld, for the monitoring officer.
struct InterestsPage {
    let lines: [InterestLine]
    let request: Request

    var page: Page {
        let request = request
        let columns: [Column<InterestLine>] = [
            .text("Declaration") { $0.name }, .text("Meeting on") { $0.on.long },
            Column("Details") { line in
                line.isHeld
                    ? request.way(
                        "Read the details", "/interests/\(SensitiveInterest.id(of: line.declaration))",
                        about: line.name)
                    : request.way("Record the details", "/interests/of/\(line.declaration)", about: line.name)
            },
        ]
        return Page(
            title: "Sensitive interests", breadcrumbs: [Link("Home", request.link("/"))],
            body: """
                \(Piece.paragraph(
                    """
                    Everybody reads that these were declared. Their details are for the member and the monitoring \
                    officer.
                    """))\
                \(GovUK.table(
                    caption: "Sensitive interests", columns, lines,
                    empty: "none is declared. A clerk records one on the page of its item.", captionHidden: true))
                """)
    }
}

/// What one sensitive interest is, or that nobody can read it any more.
struct InterestPage {
    let view: InterestView
    /// Who looked; nil for whoever broke the glass.
    let looks: [Look]?
    let mayKeep: Bool
    let request: Request

    var page: Page {
        Page(
            title: "Sensitive interest", caption: view.member,
            breadcrumbs: [Link("Home", request.link("/"))]
                + (mayKeep ? [Link("Sensitive interests", request.link("/interests"))] : []),
            body: """
                \(InterestPieces.summary(of: view))\(actions)\(looks.map(InterestPieces.looks) ?? .empty)
                """)
    }

    private var actions: HTML {
        guard mayKeep else { return .empty }
        let path = "/records/\(SensitiveInterest.kind.plural)/\(view.interest.id)"
        return Piece.section(
            "do", "What you can do",
            """
            \(Piece.bullets([
                request.way("Correct what was never so", path + "/correct", about: "about \(view.name)"),
                request.way("End it", path + "/end", about: view.name),
            ]))\(Piece.hint("A reason that is asked for is kept in the open ledger: name none of the details there."))
            """)
    }
}

/// One's own interests whose details are withheld.
struct OwnInterestsPage {
    let views: [InterestView]
    let looks: [String: [Look]]
    let request: Request

    var page: Page {
        let each = views.map { view -> HTML in
            """
            <h2 class="govuk-heading-m">\(view.declaration)</h2>
            \(InterestPieces.summary(of: view))\(InterestPieces.looks(looks[view.subject.id, default: []]))
            """
        }
        let none = Piece.paragraph(
            "None of yours is held here. The monitoring officer records one, once you have declared it at a meeting.")
        return Page(
            title: "Your interests whose details are withheld", breadcrumbs: [Link("Your account", "/account")],
            body: views.isEmpty ? none : HTML.joined(each))
    }

    static let codesFirst = Page(
        title: "Set up one-time codes first", breadcrumbs: [Link("Your account", "/account")],
        body: """
            <p class="govuk-body">These are shown to whoever has given more than a password: a one-time code from \
            your telephone.</p>
            <p class="govuk-body">\(
                Link("Set up one-time codes", "/account/codes?to=\(urlPart("/account/interests"))").html)</p>
            """)
}

/// Pieces that the pages of sensitive interests share.
enum InterestPieces {
    static func summary(of view: InterestView) -> HTML {
        GovUK.summaryList([
            GovUK.SummaryRow("Declaration", "\(view.declaration)"),
            GovUK.SummaryRow("Details", Piece.lines(view.said("details"))),
            GovUK.SummaryRow("Why they are sensitive", Piece.lines(view.said("danger"))),
            GovUK.SummaryRow("Agreed on", "\(view.interest.record.day("agreed")?.long ?? "")"),
        ])
    }

    /// Who looked at one, the latest first.
    static func looks(_ looks: [Look]) -> HTML {
        let columns: [Column<Look>] = [
            .text("When") { Moment.words($0.at) }, .text("Who") { $0.caller },
            .text("Why they may") { "They \($0.why)" },
        ]
        return """
            <h3 class="govuk-heading-s">Who looked</h3>
            \(GovUK.table(
                caption: "Who looked, the latest first", columns, looks, empty: "nobody has looked before now.",
                captionHidden: true))
            """
    }
}

public import Doors
import Kernel
import Records
public import Web

/// One post: who is in it, what it answers for, whom it answers to and manages, and who acts when its holder is away.
public struct PostPage {
    public let view: PostView
    let request: Request
    /// What other rooms know of the post: what comes before the rest, and what comes after.
    let first: HTML
    let more: HTML

    public init(_ view: PostView, for request: Request, first: HTML = .empty, more: HTML) {
        self.first = first
        self.view = view
        self.request = request
        self.more = more
    }

    public var page: Page {
        Page(
            title: view.post.name, caption: view.organisation.name,
            breadcrumbs: [
                Link("Home", request.link("/")), Link("Posts", request.link("/posts")),
            ],
            body: """
                \(tags)\(summary)\(first)\(answering)\(above)\(below)\(away)\(delegations)\(more)\
                \(request.recordLinks(Post.kind, view.id, name: view.post.name))
                """)
    }

    private var tags: HTML {
        var tags: [HTML] = []
        if let office = view.post.office { tags.append(GovUK.tag(Post.offices.label(of: office), .blue)) }
        if view.holding.isVacant { tags.append(GovUK.tag("Vacant", .red)) }
        if view.holding.isInterim { tags.append(GovUK.tag("Interim", .yellow)) }
        return .when(!tags.isEmpty, Piece.paragraph(HTML.joined(tags, by: " ")))
    }

    private var summary: HTML {
        var rows = [
            GovUK.SummaryRow("Organisation", request.way(to: view.organisation, "organisation")),
            GovUK.SummaryRow("In post", holder),
            GovUK.SummaryRow("Acts when away", "\(view.whoActs)"),
            GovUK.SummaryRow("Seniority", "\(view.post.grade.map { Post.grades.label(of: $0) } ?? "Not known")"),
        ]
        if let area = view.area { rows.append(GovUK.SummaryRow("Serves", request.way(to: area, "area"))) }
        if view.record.flag("independent") == true {
            rows.append(
                GovUK.SummaryRow("Independence", "Its holder must be independent of the organisations concerned"))
        }
        rows.append(GovUK.SummaryRow("Source", Piece.source(view.record)))
        if let note = view.record.note { rows.append(GovUK.SummaryRow("Note", "\(note)")) }
        return GovUK.summaryList(rows)
    }

    private var holder: HTML {
        let unknown: HTML =
            """
             No record says whether it is held. \
            \(request.wayToAdd("Say who is in post", Appointment.kind, "post", view.id))
            """
        let since: HTML? = view.appointment?.period.from.map { " since \($0)" }
        let cited: HTML? = view.appointment.map { " <span class=\"tc-quiet\">(\(Piece.source($0)))</span>" }
        return "\(view.holding.words)\(since)\(cited)\(HTML.when(view.holding == .notKnown, unknown))"
    }

    private var answering: HTML {
        let request = request
        let columns: [Column<PostView.Answering>] = [
            Column("Function") { request.way(to: $0.function, "function") },
            Column("In what way") {
                "\(Responsibility.levels.label(of: $0.responsibility.level)) \(Piece.tag($0.responsibility.record))"
            },
            Column("Also answered for by") { answering in
                answering.rivals.isEmpty
                    ? ""
                    : """
                    \(HTML.joined(answering.rivals.map { request.way(to: $0, "post") }, by: ", ")) \
                    \(GovUK.tag("Double accountability", .red))
                    """
            },
            Column("Source") { Piece.source($0.responsibility.record) },
        ]
        let duties: HTML = .when(
            !view.duties.isEmpty,
            """
            <h3 class="govuk-heading-s">Statutory duties</h3>
            \(Piece.bullets(view.duties.map { "\($0.text("name")) (\($0.text("law")))" }))
            """
        )
        let toAdd = request.wayToAdd("Say what it answers for", Responsibility.kind, "post", view.id)
        return Piece.section(
            "answers-for", "What it answers for",
            """
            \(GovUK.table(
                caption: "Functions", columns, view.answering, empty: "nothing is recorded. \(toAdd)",
                captionHidden: true))\
            \(duties)
            """)
    }

    private var above: HTML {
        let map: HTML = Piece.paragraph(
            request.way("See it on the accountability map", "/accountability?post=\(view.id)"))
        let toAdd = request.wayToAdd("Say whom it answers to", Line.kind, "post", view.id)
        return Piece.section(
            "answers-to", "Whom it answers to",
            """
            \(chain("By line management", view.managementChain))\(chain("By accountability", view.accountabilityChain))\
            \(ties("Lines to posts above", view.up, empty: "no line to a post above is recorded. \(toAdd)"))\(map)
            """)
    }

    private func chain(_ title: HTML, _ chain: [Named]) -> HTML {
        .when(
            !chain.isEmpty,
            """
            <h3 class="govuk-heading-s">\(title), up to the top</h3>
            \(Piece.steps(chain.map { request.way(to: $0, "post") }))
            """
        )
    }

    private var below: HTML {
        Piece.section(
            "manages", "Who answers to it",
            ties("Lines to posts below", view.down, empty: "no line from a post below is recorded."))
    }

    private func ties(_ caption: String, _ ties: [PostView.Tie], empty: HTML) -> HTML {
        let request = request
        let columns: [Column<PostView.Tie>] = [
            Column("Post") { request.way(to: $0.other, "post") },
            Column("Line") { "\(Line.types.label(of: $0.line.type)) \(Piece.tag($0.line.record))" },
            Column("Source") { Piece.source($0.line.record) },
        ]
        return GovUK.table(caption: caption, columns, ties, empty: empty, captionHidden: true)
    }

    private var away: HTML {
        let request = request
        let columns: [Column<PostView.StandIn>] = [
            Column("Post") { request.way(to: $0.other, "post") },
            Column("Acts in") { "\(Deputy.coverage.label(of: $0.deputy.covers))" },
            Column("Settled?") {
                $0.deputy.isDesignated ? "Designated" : GovUK.tag("Possible, not designated", .orange)
            },
            Column("Source") { Piece.source($0.deputy.record) },
        ]
        let others = GovUK.table(caption: "It may act for", columns, view.deputisesFor)
        return Piece.section(
            "away", "Who acts when its holder is away",
            """
            \(Piece.paragraph("\(view.whoActs)"))\
            \(GovUK.table(
                caption: "Deputies", columns, view.deputies,
                empty: request.wayToAdd("Name a deputy", Deputy.kind, "post", view.id), captionHidden: true))\
            \(HTML.when(!view.deputisesFor.isEmpty, others))
            """)
    }

    private var delegations: HTML {
        guard !view.delegatesTo.isEmpty || !view.delegatedBy.isEmpty else { return .empty }
        return Piece.section(
            "delegations", "Delegations",
            "\(delegated("From it to others", view.delegatesTo))\(delegated("From others to it", view.delegatedBy))")
    }

    private func delegated(_ caption: String, _ delegated: [PostView.Delegated]) -> HTML {
        let request = request
        let columns: [Column<PostView.Delegated>] = [
            Column("Post") { request.way(to: $0.other, "post") },
            Column("Function") { row in row.function.map { request.way(to: $0, "function") } ?? "All its functions" },
            Column("Type") {
                $0.delegation.isConcurrent ? "Concurrent: both may act, and the first still answers" : "Exclusive"
            },
            Column("Limit") { "\($0.delegation.record.text("limit"))" },
            Column("Source") { Piece.source($0.delegation.record) },
        ]
        return .when(!delegated.isEmpty, GovUK.table(caption: caption, columns, delegated))
    }
}

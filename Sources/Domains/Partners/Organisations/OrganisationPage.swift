public import Doors
import Kernel
import Records
public import Web

/// One organisation: what the law calls it, its posts, what it owns.
public struct OrganisationPage {
    public let view: OrganisationView
    let request: Request
    /// What other rooms know of the organisation: what comes before the rest, and what comes after.
    let first: HTML
    let more: HTML

    public init(_ view: OrganisationView, for request: Request, first: HTML = .empty, more: HTML) {
        self.first = first
        self.view = view
        self.request = request
        self.more = more
    }

    public var page: Page {
        Page(
            title: view.organisation.name, caption: Organisation.types.label(of: view.organisation.type),
            breadcrumbs: [Link("Home", request.link("/")), Link("Organisations", request.link("/organisations"))],
            body: """
                \(summary)\(first)\(lists)\(posts)\(establishments)\(owned)\(more)\
                \(request.recordLinks(Organisation.kind, view.id, name: view.organisation.name))
                """)
    }

    private var summary: HTML {
        var rows = [
            GovUK.SummaryRow("Kind", "\(Organisation.types.label(of: view.organisation.type))"),
            GovUK.SummaryRow("Sector", "\(Organisation.sectors.label(of: view.organisation.sector))"),
        ]
        if let short = view.organisation.short { rows.insert(GovUK.SummaryRow("Short name", "\(short)"), at: 0) }
        if let owner = view.owner { rows.append(GovUK.SummaryRow("Owned by", request.way(to: owner, "organisation"))) }
        if let number = view.record.integer("stands-for") {
            rows.append(GovUK.SummaryRow("Stands for", "\(number) of them; only their number is known"))
        }
        rows.append(GovUK.SummaryRow("Source", Piece.source(view.record)))
        if let note = view.record.note { rows.append(GovUK.SummaryRow("Note", "\(note)")) }
        return GovUK.summaryList(rows)
    }

    /// Three lists that overlap and are not the same, so each is shown by itself, also when it is empty.
    private var lists: HTML {
        let organisation = view.organisation
        let rows = [
            (
                "Relevant partner: must co-operate (section 10)", organisation.cooperation,
                StatutoryLists.relevantPartners
            ),
            (
                "Must have regard to safeguarding (section 11)", organisation.safeguardingDuty,
                StatutoryLists.safeguardingDuty
            ),
            (
                "Board partner: on the safeguarding board (section 13)", organisation.boardPartner,
                StatutoryLists.boardPartners
            ),
        ]
        .map { title, words, choices in
            GovUK.SummaryRow(
                title,
                words.isEmpty ? "Not on this list" : "\(words.map { choices.label(of: $0) }.joined(separator: "; "))")
        }
        let hint = Piece.hint("Three lists of the Children Act 2004. They overlap and are not the same.")
        let duties: HTML = .when(
            !view.duties.isEmpty,
            """
            <h3 class="govuk-heading-s">Statutory duties it owes</h3>
            \(Piece.bullets(view.duties.map { "\($0.text("name")) (\($0.text("law")))" }))
            """
        )
        return Piece.section("law", "What the law calls it", "\(hint)\(GovUK.summaryList(rows))\(duties)")
    }

    private var posts: HTML {
        let request = request
        let columns: [Column<OrganisationView.PostRow>] = [
            Column("Post") { request.way(to: Named($0.post.id.text, $0.post.name), "post") },
            Column("Seniority") { "\($0.post.grade.map { Post.grades.label(of: $0) } ?? "")" },
            Column("In post") { $0.holding.isVacant ? GovUK.tag("Vacant", .red) : "\($0.holding.words)" },
        ]
        let all: HTML = .when(
            view.postCount > view.posts.count,
            Piece.paragraph(request.way("All \(view.postCount) posts", "/posts?organisation=\(view.id)")))
        let add = request.wayToAdd("Add a post", Post.kind, "organisation", view.id)
        return Piece.section(
            "posts", "Posts",
            """
            \(GovUK.table(
                    caption: "Its posts", columns, view.posts, empty: "none is recorded. \(add)",
                    captionHidden: true))\(all)
            """
        )
    }

    private var establishments: HTML {
        guard !view.establishments.isEmpty else { return .empty }
        let columns: [Column<Establishment>] = [
            .text("Title") { $0.name },
            .number("Posts") { $0.posts },
            .number("Filled") { $0.filled },
            .number("Vacant") { establishment in establishment.filled.map { establishment.posts - $0 } },
        ]
        return Piece.section(
            "establishments", "Posts known by their number",
            GovUK.table(caption: "Establishments", columns, view.establishments, captionHidden: true))
    }

    private var owned: HTML {
        .when(
            !view.owned.isEmpty,
            Piece.section("owns", "What it owns", Piece.bullets(view.owned.map { request.way(to: $0, "organisation") }))
        )
    }
}

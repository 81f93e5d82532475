import Doors
import Kernel
import Records
import Web

/// The posts of a day, by name, to be narrowed by organisation, office, seniority and whether anybody is in them.
struct PostsPage {
    let list: PostList
    let ask: PostAsk
    let request: Request

    var page: Page {
        Page(
            title: list.organisation.map { "Posts of \($0.name)" } ?? "Posts",
            breadcrumbs: [Link("Home", request.link("/"))],
            body:
                """
                \(filter)\(table)\(Piece.turning(
                        list.next, path: "/posts", query: ask.query, isFirst: ask.after == nil, request))\(formats)
                """
        )
    }

    private var filter: HTML {
        let isNarrowed = ask != PostAsk()
        let inPost = [GovUK.Choice("vacant", "Vacant"), GovUK.Choice("interim", "Held by somebody interim")]
        return GovUK.filterPanel(
            "/posts", title: "Narrow the list", keeping: request.carried,
            clear: isNarrowed ? request.link("/posts") : nil,
            """
            <div class="tc-columns">
            \(GovUK.textInput("words", label: "Words in its title", value: ask.words))\
            \(GovUK.select("in-post", label: "In post", inPost, chosen: ask.inPost, blank: "Any"))\
            \(GovUK.select(
                "office", label: "Statutory office", Post.offices.map { GovUK.Choice($0.value, $0.label) },
                chosen: ask.office, blank: "Any"))\
            \(GovUK.select(
                "grade", label: "Seniority", Post.grades.map { GovUK.Choice($0.value, $0.label) }, chosen: ask.grade,
                blank: "Any"))
            </div>
            \(HTML.when(ask.organisation != nil, GovUK.hidden("organisation", ask.organisation ?? "")))
            """)
    }

    private var table: HTML {
        let request = request
        let columns: [Column<PostList.Row>] = [
            Column("Post") { request.way(to: Named($0.post.id.text, $0.post.name), "post") },
            Column("Organisation") { request.way(to: $0.organisation, "organisation") },
            Column("Seniority") { "\($0.post.grade.map { Post.grades.label(of: $0) } ?? "")" },
            Column("Statutory office") { "\($0.post.office.map { Post.offices.label(of: $0) } ?? "")" },
            Column("In post") { row in
                row.holding.isVacant
                    ? GovUK.tag("Vacant", .red) : row.record.isFact ? "\(row.holding.words)" : Piece.tag(row.record)
            },
        ]
        let add = request.way("Add a post", "/records/posts/new")
        let empty: HTML =
            ask == PostAsk() ? "none is recorded for this day. \(add), or import a file." : "none fits what was asked."
        return
            """
            \(GovUK.table(
                    caption: "Posts", columns, list.rows, empty: empty, captionHidden: true))\(Piece.paragraph(add))
            """
    }

    private var formats: HTML {
        let query = ask.query.isEmpty ? "" : "?" + ask.query.dropLast()
        return Piece.paragraph(
            """
            \(request.way("This list as a table (CSV)", "/posts.csv\(query)")), or \
            \(request.way("JSON", "/api/v1/posts")).
            """
        )
    }
}

extension PostAsk {
    /// - Throws: `.invalid` naming what makes no sense.
    init(_ fields: Fields) throws(Refusal) {
        organisation = fields.text("organisation").flatMap { ID<Organisation>(checking: $0)?.text }
        office = try fields.choice("office", of: Post.offices)
        grade = try fields.choice("grade", of: Post.grades)
        inPost = try fields.choice("in-post", of: [Choice("vacant", "Vacant"), Choice("interim", "Interim")])
        words = String((fields.text("words") ?? "").prefix(200))
        after = fields.text("after").flatMap { ID<Post>(checking: $0)?.text }
    }

    /// What an address must carry to ask for the same list: `grade=head&`, or nothing.
    var query: String {
        let parts = [
            ("organisation", organisation), ("office", office), ("grade", grade), ("in-post", inPost),
            ("words", words.isEmpty ? nil : words),
        ]
        return parts.compactMap { name, value in value.map { "\(name)=\(urlPart($0))&" } }.joined()
    }
}

extension Fields {
    /// An answer out of a closed list; nil when there is none.
    ///
    /// - Throws: `.invalid` when it is not on the list.
    public func choice(_ name: String, of choices: [Choice]) throws(Refusal) -> String? {
        guard let word = text(name) else { return nil }
        guard choices.contains(where: { $0.value == word }) else {
            throw .invalid([Problem(name, "Choose one of \(choices.map(\.value).joined(separator: ", "))")])
        }
        return word
    }
}

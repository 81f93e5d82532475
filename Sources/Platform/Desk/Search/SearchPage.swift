internal import Doors
internal import Kernel
internal import Web

/// What one box found, by kind.
struct SearchPage {
    let results: SearchResults
    let request: Request
    let path: (Subject) -> String

    var page: Page {
        Page(
            title: results.words.isEmpty ? "Search" : "Search for “\(results.words)”",
            breadcrumbs: [Link("Home", request.link("/"))], asOnNotices: request.heldNotices,
            body: "\(box)\(found)\(next)")
    }

    private var box: HTML {
        let kept: [HTML] = request.carried.map { GovUK.hidden($0.name, $0.value) }
        return GovUK.query(
            "/search",
            """
            \(kept)\(GovUK.textInput(
                "q", label: "Name, short name, code or identifier", value: results.words,
                hint: "Of a body, a post, an organisation, a place or anything else. A part of a name will do.",
                kind: .search))\
            \(GovUK.button("Search", kind: .secondary))
            """)
    }

    private var found: HTML {
        if results.words.isEmpty {
            let all = Link("all the kinds of record", request.link(Paths.kinds)).html
            return Piece.paragraph("Type a name above, or look through \(all).")
        }
        if results.groups.isEmpty {
            let all = Link("the lists of records", request.link(Paths.kinds)).html
            return """
                \(Piece.paragraph("Nothing has “\(results.words)” in its name, or goes by it."))\
                \(Piece.bullets([
                    "Try one word, or only the beginning of it.", "Accents and capitals make no difference.",
                    "Look through \(all), where you can also add what is missing.",
                ]))
                """
        }
        return HTML.joined(results.groups.map(group))
    }

    private func group(_ group: SearchResults.Group) -> HTML {
        let items = group.subjects.map { subject in
            let id: HTML = " <span class=\"tc-quiet\">\(subject.id)</span>"
            return Link(subject.name, request.link(path(subject))).html + id
        }
        return Piece.section("found-\(group.kind.name)", group.kind.pluralTitle, Piece.bullets(items))
    }

    private var next: HTML {
        guard results.hasMore || results.page > 1 else { return .empty }
        var links: [HTML] = []
        if results.page > 1 {
            links.append(Link("Previous page", request.address(replacing: [("page", "\(results.page - 1)")])).html)
        }
        if results.hasMore, results.page == SearchResults.pagesMax {
            links.append("There are more. Give more of the name to find them.")
        } else if results.hasMore {
            links.append(Link("Next page", request.address(replacing: [("page", "\(results.page + 1)")])).html)
        }
        return "<nav aria-label=\"Pages\">\(Piece.paragraph(HTML.joined(links, by: " · ")))</nav>\n"
    }
}

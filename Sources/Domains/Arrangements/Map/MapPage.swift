import Doors
import Kernel
import Partners
import Web

/// The accountability map: a drawing to look at and click, its table, and ways to narrow it.
struct MapPage {
    let graph: MapGraph
    let ask: MapAsk
    let selection: MapSelection
    let organisations: [Named]
    let functions: [Named]
    let request: Request

    var page: Page {
        Page(
            title: "Accountability map", breadcrumbs: [Link("Home", request.link("/"))], wide: true,
            body: """
                \(lead)\(filter)\(focus)\(picture)\(legend)\(table)
                """)
    }

    private var lead: HTML {
        Piece.paragraph(
            "Who answers for what, and to whom. Choose a post to see it in the middle, with what is above and below it."
        )
    }

    private var filter: HTML {
        let levels = (1...MapAsk.levelsMax).map {
            GovUK.Choice("\($0)", $0 == 1 ? "1 level below" : "\($0) levels below")
        }
        let clear = ask.isWhole ? nil : request.link("/accountability")
        return GovUK.filterPanel(
            "/accountability", title: "Narrow the map", keeping: request.carried, clear: clear,
            """
            <div class="tc-columns">
            \(GovUK.select(
                "organisation", label: "Organisation", organisations.map { GovUK.Choice($0.id, $0.name) },
                chosen: ask.organisation, blank: "Any"))\
            \(GovUK.select(
                "function", label: "Function", functions.map { GovUK.Choice($0.id, $0.name) }, chosen: ask.function,
                blank: "Any"))\
            \(GovUK.select("levels", label: "How far down", levels, chosen: "\(ask.levels)"))
            </div>
            \(HTML.when(ask.post != nil, GovUK.hidden("post", ask.post ?? "")))
            """)
    }

    private var focus: HTML {
        guard let post = ask.post, let at = graph.position(of: post) else { return .empty }
        let name = graph.nodes[at].name
        return Piece.paragraph(
            """
            In the middle: <strong>\(name)</strong>. \(request.way("Its own page", "/posts/\(post)")), or \
            \(request.way("the whole map", "/accountability")).
            """
        )
    }

    private var picture: HTML {
        let request = request, levels = ask.levels
        let drawn = MapPicture(graph: graph, selection: selection, focus: ask.post) { node in
            request.link("/accountability?post=\(node.id)&levels=\(levels)")
        }
        let more: HTML = .when(
            selection.leftOut > 0,
            GovUK.insetText(
                """
                \(selection.leftOut) more posts stand at the top and are not drawn. Narrow the map by an \
                organisation or a function, or open one of \(request.way("all posts", "/posts")).
                """
            ))
        guard let html = drawn.html else {
            let add = request.way("Add a post", "/records/posts/new")
            return Piece.paragraph(
                graph.nodes.isEmpty
                    ? "No posts are recorded for this day. \(add), or import a file."
                    : "No post fits what was asked. \(request.way("See the whole map", "/accountability")).")
        }
        return "\(html)\(more)"
    }

    private var legend: HTML {
        .when(
            !selection.posts.isEmpty,
            Piece.hint(
                """
                A solid line is line management, a dashed line accountability: they are different lines. A red line \
                with words is one that \
                a source says is lacking or unclear. A red box: two posts answer for one thing, and neither is in the \
                other's line. \
                A dashed box is a vacant post.
                """))
    }

    private var table: HTML {
        guard !selection.posts.isEmpty else { return .empty }
        let request = request, graph = graph
        let columns: [Column<Int>] = [
            Column("Post") { post in
                """
                \(request.way(to: Named(graph.nodes[post].id, graph.nodes[post].name), "post"))<br><span \
                class=\"tc-quiet\">\(graph.nodes[post].organisationName)</span>
                """
            },
            Column("In post") { post in
                graph.nodes[post].isVacant ? GovUK.tag("Vacant", .red) : graph.nodes[post].isInterim ? "Interim" : ""
            },
            Column("Managed by") { MapPage.above($0, management: true, graph, request) },
            Column("Accountable to") { MapPage.above($0, management: false, graph, request) },
            Column("Answers for") { MapPage.claims($0, "accountable", graph, request) },
            Column("Runs") { MapPage.claims($0, "runs", graph, request) },
            Column("Leads") { MapPage.claims($0, "leads", graph, request) },
        ]
        let csv = Piece.paragraph(request.way("The whole map as a table (CSV)", "/accountability.csv"))
        return "\(GovUK.table(caption: "The posts drawn", columns, selection.posts))\(csv)"
    }

    private static func above(_ post: Int, management: Bool, _ graph: MapGraph, _ request: Request) -> HTML {
        let lines: [HTML] = graph.up[post].filter { $0.isManagement == management }.map { edge in
            """
            \(request.way(to: Named(graph.nodes[edge.to].id, graph.nodes[edge.to].name), "post")) \
            \(Piece.tag(edge.standing))
            """
        }
        return HTML.joined(lines, by: "<br>")
    }

    private static func claims(_ post: Int, _ level: String, _ graph: MapGraph, _ request: Request) -> HTML {
        let claims: [HTML] = graph.nodes[post].claims.filter { $0.level == level }.map { claim in
            let also: HTML = .when(
                !claim.contestedBy.isEmpty,
                """
                 \(GovUK.tag("Also answered for", .red)) by \
                \(HTML.joined(claim.contestedBy.map { request.way(to: $0, "post") }, by: ", "))
                """
            )
            return "\(request.way(to: claim.function, "function")) \(Piece.tag(claim.standing))\(also)"
        }
        return HTML.joined(claims, by: "<br>")
    }
}

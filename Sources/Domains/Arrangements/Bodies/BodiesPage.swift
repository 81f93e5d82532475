import Doors
import Kernel
import Partners
import Records
import Web

/// The bodies of a day, in groups by where they work, to be narrowed by type and area.
struct BodiesPage {
    let list: BodyList
    let ask: BodyAsk
    let request: Request

    var page: Page {
        Page(
            title: "Bodies", breadcrumbs: [Link("Home", request.link("/"))],
            body:
                """
                \(filter)\(groups)\(Piece.turning(
                        list.next, path: "/bodies", query: ask.query, isFirst: ask.after == nil, request))\(formats)
                """
        )
    }

    private var filter: HTML {
        GovUK.filterPanel(
            "/bodies", title: "Narrow the list", keeping: request.carried,
            clear: ask == BodyAsk() ? nil : request.link("/bodies"),
            """
            <div class="tc-columns">
            \(GovUK.textInput("words", label: "Words in its name", value: ask.words))\
            \(GovUK.select(
                "type", label: "Type", Body.types.map { GovUK.Choice($0.value, $0.label) }, chosen: ask.type,
                blank: "Any"))\
            \(GovUK.select(
                "level", label: "Works at", Body.levels.map { GovUK.Choice($0.value, $0.label) }, chosen: ask.level,
                blank: "Any"))
            </div>
            \(HTML.when(ask.area != nil, GovUK.hidden("area", ask.area ?? "")))
            """)
    }

    private var groups: HTML {
        let add = request.way("Add a body", "/records/bodies/new")
        guard !list.rows.isEmpty else {
            return Piece.paragraph(
                ask == BodyAsk()
                    ? "No body is recorded for this day. \(add), or import a file." : "No body fits what was asked.")
        }
        let levels = Body.levels.map(\.value) as [String?] + [nil]
        let tables: [HTML] = levels.map { level in
            let rows = list.rows.filter { $0.body.record.text("level") == level }
            let caption = level.map { Body.levels.label(of: $0) } ?? "Where it works is not recorded"
            return .when(!rows.isEmpty, GovUK.table(caption: caption, columns, rows))
        }
        return "\(tables)\(Piece.paragraph(add))"
    }

    private var columns: [Column<BodyList.Row>] {
        let request = request
        return [
            Column("Body") { row in
                let many: HTML = .when(
                    row.body.standsFor > 1, " <span class=\"tc-quiet\">(\(row.body.standsFor) of them)</span>")
                return "\(request.way(to: Named(row.body.id.text, row.body.name), "body"))\(many)"
            },
            Column("Type") { row in
                row.body.record.isFact
                    ? "\(Body.types.label(of: row.body.type))"
                    : "\(Body.types.label(of: row.body.type)) \(Piece.tag(row.body.record))"
            },
            Column("Area") { row in row.area.map { request.way(to: $0, "area") } ?? "" },
            Column("Chair") { row in row.chair.map { request.way(to: $0) } ?? "" },
            Column("Members in its terms", numeric: true) { row in row.memberLimit.map { "\($0)" } ?? "" },
            Column("Members counted", numeric: true) { row in
                guard let members = row.members else { return "" }
                let isOver = row.memberLimit.map { members > $0 } ?? false
                return isOver ? "\(members) \(GovUK.tag("Over", .red))" : "\(members)"
            },
        ]
    }

    private var formats: HTML {
        let query = ask.query.isEmpty ? "" : "?" + ask.query.dropLast()
        return Piece.paragraph(
            """
            \(request.way("This list as a table (CSV)", "/bodies.csv\(query)")), or \
            \(request.way("JSON", "/api/v1/bodies")).
            """
        )
    }
}

extension BodyAsk {
    /// - Throws: `.invalid` naming what makes no sense.
    init(_ fields: Fields) throws(Refusal) {
        type = try fields.choice("type", of: Body.types)
        level = try fields.choice("level", of: Body.levels)
        area = fields.text("area").flatMap { ID<Body>(checking: $0)?.text }
        words = String((fields.text("words") ?? "").prefix(200))
        after = fields.text("after").flatMap { ID<Body>(checking: $0)?.text }
    }

    /// What an address must carry to ask for the same list: `type=board&`, or nothing.
    var query: String { (pairs + (words.isEmpty ? [] : [("words", words)])).map { "\($0)=\(urlPart($1))&" }.joined() }
}

import Doors
import Kernel
import Partners
import Records
import Web

/// What people said is wrong or should be done, with where each stands.
struct ConcernsPage {
    /// Which concerns are asked for.
    struct Ask: Sendable, Equatable {
        var state: ConcernView.State?
        var topic: String?
    }

    let concerns: [ConcernView]
    let ask: Ask
    let request: Request

    static let pageSize = 50

    var page: Page {
        Page(title: "Concerns", breadcrumbs: [Link("Home", request.link("/"))], body: "\(lead)\(filter)\(list)")
    }

    static func fitting(_ concerns: [ConcernView], _ ask: Ask) -> [ConcernView] {
        concerns.filter {
            (ask.state.map { [$0] } ?? ConcernView.State.allCases).contains($0.state)
                && (ask.topic ?? $0.concern.topic) == $0.concern.topic
        }
    }

    private var lead: HTML {
        Piece.paragraph(
            """
            What people said is wrong, or proposed should be done, up to this day. A concern is open until the \
            record says what was done about it.
            """
        )
    }

    private var filter: HTML {
        let states = ConcernView.State.allCases.map { GovUK.Choice($0.rawValue, $0.words) }
        let topics = Concern.topics.filter { topic in concerns.contains { $0.concern.topic == topic.value } }
        return GovUK.filterPanel(
            "/concerns", title: "Narrow the list", keeping: request.carried,
            clear: ask == Ask() ? nil : request.link("/concerns"),
            """
            <div class="tc-columns">
            \(GovUK.select("state", label: "State", states, chosen: ask.state?.rawValue, blank: "Any"))\
            \(GovUK.select(
                "topic", label: "Topic", topics.map { GovUK.Choice($0.value, $0.label) }, chosen: ask.topic,
                blank: "Any"))
            </div>
            """)
    }

    private var list: HTML {
        let all = Self.fitting(concerns, ask)
        let pages = max(1, (all.count + Self.pageSize - 1) / Self.pageSize), page = min(request.page, pages)
        let request = request
        let columns: [Column<ConcernView>] = [
            Column("Concern") { request.way(to: Named($0.id, $0.concern.name), "concern") },
            Column("About") { request.way(to: $0.about) },
            .text("Said by") { $0.concern.saidBy },
            .text("Topic") { Concern.topics.label(of: $0.concern.topic) },
            Column("State") { ConcernsAboutPage.tag($0.state) },
            Column("Source") { Piece.source($0.concern.record) },
        ]
        let add = request.way("Add a concern", "/records/concerns/new")
        let empty: HTML = concerns.isEmpty ? "none is recorded by this day. \(add)" : "none fits what was asked."
        let shown = all.dropFirst((page - 1) * Self.pageSize).prefix(Self.pageSize)
        return """
            \(GovUK.table(caption: "\(all.count) concerns", columns, shown, empty: empty))\
            \(GovUK.pagination(page: page, of: pages) { request.link("/concerns?\(query)page=\($0)") })\
            \(Piece.paragraph("\(add). \(request.way("This list as a table (CSV)", "/concerns.csv"))."))
            """
    }

    private var query: String {
        (ask.state.map { "state=\($0.rawValue)&" } ?? "") + (ask.topic.map { "topic=\(urlPart($0))&" } ?? "")
    }
}

import Doors
import Kernel
import Partners
import Records
import Web

/// Decisions, of every body or of one, the latest first; and what each means for children.
struct DecisionsPage {
    let decisions: [DecisionView]
    let body: Named?
    let isClerk: Bool
    /// The part of an address that goes on; nil at the end.
    let next: String?
    let request: Request

    var page: Page {
        var crumbs = [Link("Home", request.link("/")), Link("Meetings", request.link("/meetings"))]
        if let body { crumbs.append(Link(body.name, request.link("/bodies/\(body.id)/meetings"))) }
        let path = body.map { "/bodies/\($0.id)/decisions" } ?? "/decisions"
        let more: HTML? = next.map { Piece.paragraph(request.way("Earlier decisions", "\(path)?\($0)")) }
        return Page(
            title: body.map { "Decisions of \($0.name)" } ?? "Decisions", breadcrumbs: crumbs,
            body: "\(lead)\(Self.table(decisions, request, withBody: body == nil))\(more)\(children)\(clerk)")
    }

    private var lead: HTML {
        Piece.paragraph(
            """
            Published decisions, the latest first. A decision that may be called in is not carried out before the time \
            for that is over.
            """
        )
    }

    /// Which of them thought of children, in what words: "think child" (P06 4.3).
    private var children: HTML {
        guard body != nil, !decisions.isEmpty else { return .empty }
        let columns: [Column<DecisionView>] = [
            .text("Decision") { $0.name },
            .text("Children") { Resolution.impacts.label(of: $0.resolution.impact) },
            .text("Who, and how") { view in
                guard view.isWhole else { return "On an item that is not open" }
                return [view.record.text("impact-who"), view.record.text("impact-how")].compactMap(\.self)
                    .joined(separator: ": ")
            },
            .text("What young people said") { $0.isWhole ? $0.record.text("impact-said") ?? "" : "" },
            .text("What changed") { $0.isWhole ? $0.record.text("impact-changed") ?? "" : "" },
        ]
        let thought = decisions.count { $0.resolution.impact != "not-recorded" }
        return Piece.section(
            "children", "What they mean for children",
            """
            \(Piece.paragraph("\(thought) of these \(decisions.count) decisions say what they mean for children."))\
            \(GovUK.table(caption: "Children", columns, decisions, captionHidden: true))
            """)
    }

    private var clerk: HTML {
        guard isClerk, let body else { return .empty }
        return Piece.section(
            "clerk", "For the clerk",
            Piece.bullets([
                request.way("Record a decision between meetings", "/bodies/\(body.id)/decisions/new")
            ]))
    }

    static func table(_ decisions: [DecisionView], _ request: Request, withBody: Bool = false) -> HTML {
        var columns: [Column<DecisionView>] = [
            Column("Decision") { request.way($0.name, "/decisions/\($0.id)") },
            .text("Outcome") { Resolution.outcomes.label(of: $0.resolution.outcome) },
            .text("On") { $0.resolution.on.long },
            Column("State") { DecisionPage.tag($0) },
        ]
        if withBody { columns.insert(Column("Body") { request.way(to: $0.body, "body") }, at: 1) }
        return GovUK.table(caption: "Decisions", columns, decisions, empty: "none is published.", captionHidden: true)
    }
}

import Doors
import Kernel
import Partners
import Records
import Web

/// What a body asked to be done, what is overdue first.
struct ActionsPage {
    let actions: [ActionView]
    let body: Named
    let isClerk: Bool
    let request: Request

    static let pageSize = 100

    var page: Page {
        let overdue = actions.count { $0.action.isOverdue(on: request.on) == true }
        let open = actions.count { $0.action.isOpen }
        return Page(
            title: "Actions of \(body.name)",
            breadcrumbs: [
                Link("Home", request.link("/")), Link("Meetings", request.link("/meetings")),
                Link(body.name, request.link("/bodies/\(body.id)/meetings")),
            ],
            body: """
                \(Piece.paragraph("\(open) open, \(overdue) of them overdue."))\
                \(Self.table(Array(actions[start..<end]), request, on: request.on, isClerk: isClerk))\(more)
                """)
    }

    private var start: Int { min(request.skipped, actions.count) }
    private var end: Int { min(start + Self.pageSize, actions.count) }

    private var more: HTML {
        guard end < actions.count else { return .empty }
        return Piece.paragraph(
            request.way("More actions (\(actions.count - end))", "/bodies/\(body.id)/actions?skip=\(end)"))
    }

    static func table(_ actions: [ActionView], _ request: Request, on day: Day, isClerk: Bool = false) -> HTML {
        var columns: [Column<ActionView>] = [
            .text("Action") { $0.action.name },
            Column("Owner") { view in view.owner.map { request.way(to: $0, "post") } ?? "Nobody named" },
            .text("Due") { $0.action.due?.long ?? "No day given" },
            Column("State") { tag($0, on: day) },
            .text("Evidence") { $0.action.record.text("evidence") ?? "" },
        ]
        if isClerk {
            columns.append(
                Column("Change") { view in
                    request.way(
                        view.action.isOpen ? "Say what was done" : "Change", "/actions/\(view.id)",
                        about: view.action.name)
                })
        }
        return GovUK.table(caption: "Actions", columns, actions, empty: "none is recorded.", captionHidden: true)
    }

    private static func tag(_ view: ActionView, on day: Day) -> HTML {
        if view.action.isOverdue(on: day) == true {
            let higher = view.escalatedTo.map { "<br><span class=\"tc-quiet\">taken to \($0.name)</span>" as HTML }
            return "\(GovUK.tag("Overdue", .red))\(higher)"
        }
        let colour: GovUK.TagColour = view.action.state == "done" ? .green : view.action.isOpen ? .blue : .grey
        return GovUK.tag(MeetingAction.states.label(of: view.action.state), colour)
    }
}

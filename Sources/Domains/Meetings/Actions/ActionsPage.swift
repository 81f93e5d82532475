import Doors
import Kernel
import Partners
import Records
import Web

/// What a body asked to be done, what is overdue first, and what was taken to it.
struct ActionsPage {
    let list: ActionList
    /// What others did not do in time, and their terms of reference take here.
    let taken: ActionList
    let body: Named
    let isClerk: Bool
    let request: Request

    var page: Page {
        Page(
            title: "Actions of \(body.name)",
            breadcrumbs: [
                Link("Home", request.link("/")), Link("Meetings", request.link("/meetings")),
                Link(body.name, request.link("/bodies/\(body.id)/meetings")),
            ],
            body: """
                \(Piece.paragraph("\(list.open) open, \(list.overdue) of them overdue."))\
                \(Self.table(list.actions, request, on: request.on, isClerk: isClerk))\(more(list, ""))\(takenHere)
                """)
    }

    private var takenHere: HTML {
        guard taken.total > 0 else { return .empty }
        let words = Piece.paragraph(
            "These are overdue, and the terms of reference of those who asked for them take them to \(body.name).")
        return Piece.section(
            "taken-here", "Taken here because they are overdue",
            """
            \(words)\(Self.table(taken.actions, request, on: request.on, ofOthers: true))\
            \(more(taken, "&taken-here=true"))
            """)
    }

    private func more(_ list: ActionList, _ which: String) -> HTML {
        guard let next = list.next else { return .empty }
        return Piece.paragraph(
            request.way("More actions (\(list.total - next))", "/bodies/\(body.id)/actions?skip=\(next)\(which)"))
    }

    static func table(
        _ actions: [ActionView], _ request: Request, on day: Day, isClerk: Bool = false, ofOthers: Bool = false
    ) -> HTML {
        var columns: [Column<ActionView>] = [
            .text("Action") { $0.action.name },
            Column("Owner") { view in view.owner.map { request.way(to: $0, "post") } ?? "Nobody named" },
            .text("Due") { $0.action.due?.long ?? "No day given" },
            Column("State") { tag($0, on: day) },
            .text("Evidence") { $0.action.record.text("evidence") ?? "" },
        ]
        if ofOthers {
            columns.insert(
                Column("Asked by") { view in request.way(view.body.name, "/bodies/\(view.body.id)/actions") }, at: 1)
        }
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

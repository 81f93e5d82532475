import Doors
import Kernel
import Partners
import Web

/// What a plan has somebody do, by when, and what became of it.
struct PlanActionsPage {
    let view: PlanView
    let request: Request

    var page: Page {
        let parts: [HTML] = view.priorities.filter { !$0.actions.isEmpty }.map { priority in
            Piece.section(
                "p-\(priority.id)", priority.priority.name,
                Self.table(priority.actions, on: view.day, isWriter: view.sight.isWriter, request))
        }
        let none = Piece.paragraph("The plan names no action.")
        return Page(
            title: "Actions", caption: view.plan.name,
            breadcrumbs: PlanPages.crumbs(view.plan, request),
            body: """
                \(parts.isEmpty ? [none] : parts)\
                \(Piece.paragraph(request.way("The actions as CSV", "/plans/\(view.id)/actions.csv")))
                """)
    }

    static func table(_ actions: [PlanActionView], on day: Day, isWriter: Bool, _ request: Request) -> HTML {
        let columns: [Column<PlanActionView>] = [
            Column("Action") { row in
                isWriter ? request.way(row.action.name, "/plan-actions/\(row.id)/finish") : "\(row.action.name)"
            },
            Column("Who") { row in row.owner.map { request.way(to: $0, "post") } ?? "Nobody named" },
            .text("By") { $0.action.due?.long ?? "Not said" },
            Column("Where it stands") { row in
                let words = row.standing(on: day)
                return words == "Overdue" ? GovUK.tag(words, .red) : "\(words)"
            },
            .text("What shows it") { $0.action.record.text("evidence") ?? "" },
        ]
        return GovUK.table(
            caption: "Actions", columns, actions, empty: "No action is recorded.", captionHidden: true)
    }
}

/// What the pages of a plan have in common.
enum PlanPages {
    static func crumbs(_ plan: TrustPlan, _ request: Request) -> [Link] {
        [
            Link("Home", request.link("/")), Link("Plans", request.link("/plans")),
            Link(plan.name, request.link("/plans/\(plan.id)")),
        ]
    }
}

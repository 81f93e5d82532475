import Doors
import Kernel
import Partners
import Records
import Web

/// One plan in the list, with the names that the list shows.
struct PlanRow: Sendable {
    let plan: TrustPlan
    let area: String
    let owner: String
    let priorities: Int

    static func all(seenBy sight: PlanSight, in reading: DayBook) throws -> [PlanRow] {
        try reading.plans(seenBy: sight).map { plan in
            PlanRow(
                plan: plan, area: try reading.named(plan.area)?.name ?? "The whole city",
                owner: try reading.subject(plan.owner)?.name ?? "",
                priorities: try reading.priorities(of: plan).count)
        }
    }
}

/// Every plan that the reader may see: the city's, and its areas'.
struct PlansPage {
    let rows: [PlanRow]
    let sight: PlanSight
    let request: Request

    private static let lead =
        "What the trust has set out to do for children and young people, for the city and for its areas."

    var page: Page {
        let request = request
        let columns: [Column<PlanRow>] = [
            Column("Plan") { request.way($0.plan.name, "/plans/\($0.plan.id)") },
            .text("Sort") { TrustPlan.types.label(of: $0.plan.type) }, .text("Place") { $0.area },
            .text("Period") { PlanPage.period($0.plan) }, .text("Owner") { $0.owner },
            Column("State") { PlanPage.tag($0.plan) }, .number("Priorities") { $0.priorities },
        ]
        let add: HTML = .when(
            sight.isWriter, Piece.paragraph(request.way("Begin a plan", "/records/plans/new")))
        return Page(
            title: "Plans", breadcrumbs: [Link("Home", request.link("/"))], wide: true,
            body: """
                \(Piece.paragraph("\(Self.lead)"))\
                \(GovUK.table(
                    caption: "Plans", columns, rows,
                    empty: "No plan is published on this day. Whoever keeps the record can begin one.",
                    captionHidden: true))\
                \(add)\(Piece.paragraph(request.way("The list as CSV", "/plans.csv")))
                """)
    }
}

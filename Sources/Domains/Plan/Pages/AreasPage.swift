import Doors
import Kernel
import Partners
import Web

/// The city's priorities with what each area's delivery plan does about them.
struct AreasPage {
    let beside: AreasBeside
    let request: Request

    var page: Page {
        let request = request
        let locals = beside.locals
        var columns: [Column<AreasBeside.Row>] = [
            Column("The city's priority") { row in
                request.way(row.priority.priority.name, "/priorities/\(row.priority.id)")
            }
        ]
        for (index, local) in locals.enumerated() {
            columns.append(
                Column(local.area?.name ?? local.plan.name) { row in
                    let cell = row.cells[index]
                    let ways: [HTML] = cell.map { request.way($0.name, "/priorities/\($0.id)") }
                    return cell.isEmpty ? GovUK.tag("Not picked up", .orange) : HTML.joined(ways, by: "<br>")
                })
        }
        let none = Piece.paragraph(
            "No area's delivery plan under this one is published on this day: what areas pick up cannot be told.")
        let table = GovUK.table(
            caption: "The city's priorities, area by area", columns, beside.rows,
            empty: "The plan names no priority.")
        return Page(
            title: "Areas' delivery plans beside the city's", caption: beside.city.plan.name,
            breadcrumbs: PlanPages.crumbs(beside.city.plan, request), wide: true,
            body: "\(locals.isEmpty ? none : table)\(plans)\(own)")
    }

    private var plans: HTML {
        let items: [HTML] = beside.locals.map { request.way($0.plan.name, "/plans/\($0.id)") }
        return .when(!items.isEmpty, Piece.section("plans", "The areas' plans", Piece.bullets(items)))
    }

    private var own: HTML {
        let items: [HTML] = beside.own.map { one in
            "\(request.way(one.priority.priority.name, "/priorities/\(one.priority.id)")), in \(one.plan.name)"
        }
        return .when(!items.isEmpty, Piece.section("own", "Set by areas for themselves", Piece.bullets(items)))
    }
}

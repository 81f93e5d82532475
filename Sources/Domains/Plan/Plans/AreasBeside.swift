import Kernel
import Partners

/// The city's priorities against its areas' delivery plans: which area has picked up which.
struct AreasBeside: Sendable {
    /// One of the city's priorities, with what each area does about it, in the order of the areas.
    struct Row: Sendable {
        let priority: PriorityView
        let cells: [[Named]]
    }

    let city: PlanView
    let locals: [PlanView]
    let rows: [Row]
    /// What areas have set themselves beside the city's plan.
    let own: [(plan: TrustPlan, priority: PriorityView)]

    init(_ city: PlanView, seenBy sight: PlanSight, in reading: DayBook) throws {
        self.city = city
        let all = try reading.plans(seenBy: sight)
        let locals = try city.locals.filter { local in
            local.isInUse(on: reading.on) || (sight.isWhole && !["superseded", "closed"].contains(local.state))
        }.compactMap { try PlanView($0.id, seenBy: sight, in: reading, among: all) }
        self.locals = locals
        rows = city.priorities.map { priority in
            Row(
                priority: priority,
                cells: locals.map { local in
                    local.priorities.filter { $0.priority.picksUp.map(priority.line.contains) ?? false }
                        .map { Named($0.id, $0.priority.name) }
                })
        }
        let known = Set(city.priorities.flatMap(\.line))
        own = locals.flatMap { local in
            local.priorities.filter { view in view.priority.picksUp.map { !known.contains($0) } ?? true }
                .map { (local.plan, $0) }
        }
    }
}

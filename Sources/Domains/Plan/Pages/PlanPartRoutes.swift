import Doors
import Kernel
import Partners
import Records

/// Ways from the parts of a plan, as findings and threads name them, to the page on which they stand.
enum PlanPartRoutes {
    static let all: [Route] = [
        Route(.get, "/outcomes/:outcome", needs: .readPlans, summary: "Goes on to the plan that an outcome stands in.")
        {
            request, house in
            let id: ID<Outcome> = try request.id("outcome")
            let plan = try await house.asOf(request) { try $0.one(Outcome.self, id)?.plan }
            guard let plan else { throw Refusal.notFound }
            // Asks whether the reader may see it.
            let view = try await TrustPlan.view(request, house, plan)
            return .see(request.link("/plans/\(view.id)") + "#priorities")
        },
        Route(
            .get, "/plan-actions/:action", needs: .readPlans, summary: "Goes on to the priority that an action is for."
        ) { request, house in
            let id: ID<PlanAction> = try request.id("action")
            return try await goOn(request, house, to: "actions") { try $0.one(PlanAction.self, id)?.priority }
        },
        Route(.get, "/plan-needs/:need", needs: .readPlans, summary: "Goes on to the priority that a need is behind.") {
            request, house in
            let id: ID<PlanNeed> = try request.id("need")
            return try await goOn(request, house, to: "needs") { try $0.one(PlanNeed.self, id)?.priority }
        },
    ]

    /// - Throws: `.notFound` where the reader sees no such priority.
    private static func goOn(
        _ request: Request, _ house: House, to section: String,
        _ find: @escaping @Sendable (DayBook) throws -> ID<Priority>?
    ) async throws -> Reply {
        let sight = PlanSight(of: request.caller, under: house.policy, today: request.today)
        let placed = try await house.asOf(request) { reading in
            try find(reading).flatMap { try reading.priority($0, seenBy: sight) }
        }
        guard let placed else { throw Refusal.notFound }
        return .see(request.link("/priorities/\(placed.priority.id)") + "#\(section)")
    }
}

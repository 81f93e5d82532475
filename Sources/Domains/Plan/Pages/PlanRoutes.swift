import Arrangements
import Doors
import Kernel
import Partners
import Records
import Web

extension TrustPlan {
    /// Every way into this room.
    static let routes: [Route] =
        seeing + asData + Priority.routes + PlanPartRoutes.all + PlanStepRoutes.all + PlanAction.routes

    /// - Throws: `.notFound` where the reader sees no such plan on the day.
    static func view(_ request: Request, _ house: House, _ id: ID<TrustPlan>? = nil) async throws -> PlanView {
        let id = try id ?? request.id("plan")
        let sight = PlanSight(of: request.caller, under: house.policy, today: request.today)
        guard let view = try await house.asOf(request, { try PlanView(id, seenBy: sight, in: $0) }) else {
            throw Refusal.notFound
        }
        return view
    }

    private static func rows(_ request: Request, _ house: House) async throws -> [PlanRow] {
        let sight = PlanSight(of: request.caller, under: house.policy, today: request.today)
        return try await house.asOf(request) { try PlanRow.all(seenBy: sight, in: $0) }
    }

    private static let seeing: [Route] = [
        Route(.get, "/plans", needs: .readPlans, summary: "Plans for children and young people, on a day.") {
            request, house in
            let sight = PlanSight(of: request.caller, under: house.policy, today: request.today)
            return .page(PlansPage(rows: try await rows(request, house), sight: sight, request: request).page)
        },
        Route(
            .get, "/plans/:plan", needs: .readPlans,
            summary: "One plan on a page: its outcomes, its priorities, who answers for each."
        ) { request, house in
            let view = try await view(request, house)
            let ids = [view.id] + view.priorities.map(\.id)
            let findings = try await house.findings(aboutAny: ids, for: request)
            return .page(PlanPage(view: view, findings: findings, request: request).page)
        },
        Route(.get, "/plans/:plan/plain", needs: .readPlans, summary: "One plan in plain English.") { request, house in
            .page(PlainPage(view: try await view(request, house), request: request).page)
        },
        Route(.get, "/plans/:plan/young", needs: .readPlans, summary: "One plan for young people.") { request, house in
            .page(YoungPage(view: try await view(request, house), request: request).page)
        },
        Route(
            .get, "/plans/:plan/life", needs: .readPlans,
            summary: "Who agreed a plan, who was asked, how it was reviewed, and what the law asked of it."
        ) { request, house in .page(LifePage(view: try await view(request, house), request: request).page) },
        Route(.get, "/plans/:plan/actions", needs: .readPlans, summary: "The actions of one plan.") { request, house in
            .page(PlanActionsPage(view: try await view(request, house), request: request).page)
        },
        Route(
            .get, "/plans/:plan/areas", needs: .readPlans,
            summary: "The city's priorities with what each area's delivery plan does about them."
        ) { request, house in
            let city = try await view(request, house), sight = city.sight
            let beside = try await house.asOf(request) { try AreasBeside(city, seenBy: sight, in: $0) }
            return .page(AreasPage(beside: beside, request: request).page)
        },
        Route(
            .get, "/plans/:plan/compare", needs: .readPlans,
            summary: "Two editions of a plan side by side: the other is named by `with`."
        ) { request, house in
            let one = try await view(request, house)
            guard let other = request.query.text("with").flatMap({ ID<TrustPlan>(checking: $0) }) else {
                throw Refusal.wrong("with", "Say which edition to compare with, as ?with=")
            }
            let with = try await view(request, house, other)
            let isLater = (one.plan.edition, one.id) >= (with.plan.edition, with.id)
            let compared = isLater ? ComparedPlans(before: with, after: one) : ComparedPlans(before: one, after: with)
            return .page(ComparePlansPage(compared: compared, request: request).page)
        },
    ]

    private static let asData: [Route] = [
        Route(.get, "/plans.csv", needs: .readPlans, summary: "The plans as CSV.") { request, house in
            .csv(try await rows(request, house).csv, filename: "plans.csv")
        },
        Route(.get, "/plans/:plan/priorities.csv", needs: .readPlans, summary: "The priorities of one plan as CSV.") {
            request, house in
            let view = try await view(request, house)
            return .csv(view.prioritiesCSV, filename: "\(view.id)-priorities.csv")
        },
        Route(.get, "/plans/:plan/actions.csv", needs: .readPlans, summary: "The actions of one plan as CSV.") {
            request, house in
            let view = try await view(request, house)
            return .csv(view.actionsCSV, filename: "\(view.id)-actions.csv")
        },
        Route(
            .get, "/api/v1/plans/:plan/public", needs: .readPlans,
            summary: "One plan as far as the caller may see it: outcomes, priorities, actions, who agreed it."
        ) { request, house in .json(try await view(request, house).json) },
    ]
}

extension Priority {
    static let routes: [Route] = [
        Route(
            .get, "/priorities/:priority", needs: .readPlans,
            summary: "One priority: the needs behind it, who answers for it, what is done."
        ) { request, house in
            let id: ID<Priority> = try request.id("priority")
            let sight = PlanSight(of: request.caller, under: house.policy, today: request.today)
            let found = try await house.asOf(request) { reading -> (PriorityView, TrustPlan, String?)? in
                guard let placed = try reading.priority(id, seenBy: sight) else { return nil }
                let outcome = try placed.priority.outcome.flatMap { try reading.one(Outcome.self, $0) }
                let isSeen = try outcome.map { try reading.plan($0.plan, seenBy: sight) != nil } ?? false
                return (
                    try PriorityView(placed.priority, seenBy: sight, in: reading), placed.plan,
                    isSeen ? outcome?.name : nil
                )
            }
            guard let (view, plan, outcome) = found else { throw Refusal.notFound }
            let findings = try await house.findings(aboutAny: [view.id] + view.actions.map(\.id), for: request)
            return .page(
                PriorityPage(
                    view: view, plan: plan, outcome: outcome, sight: sight, findings: findings, request: request
                ).page)
        }
    ]
}

public import Kernel
public import Partners
import Records

/// Which plans a thread runs through, and what it calls what stands in them: those in use, those being written for
/// whoever writes them, and the one in which the thread begins. A post outlives many editions, and answers for what is
/// in use.
public struct ThreadPlans {
    private let reading: DayBook
    private let sight: PlanSight
    /// Plans of whatever the thread begins at; nil where it may run through every edition, as from a decision.
    private let own: Set<ID<TrustPlan>>?

    /// - Parameter start: what the thread begins at; nil where that is not known.
    public init(from start: String?, seenBy sight: PlanSight, in reading: DayBook) throws {
        self.reading = reading
        self.sight = sight
        guard let start, let record = try reading.versions(of: start).last else {
            own = nil
            return
        }
        func plan(_ record: Record?) -> Set<ID<TrustPlan>> { record?.text("plan").map { [ID($0)] } ?? [] }
        switch record.kind.name {
        case Priority.kind.name, Outcome.kind.name: own = plan(record)
        case PlanAction.kind.name, PlanNeed.kind.name, "indicator":
            own = plan(try record.text("priority").flatMap { try reading.versions(of: $0).last })
        case "post", "body": own = []
        default: own = nil
        }
    }

    /// A priority with its plan; nil where this reader may not see it, or the thread does not run through its plan.
    public func priority(_ id: ID<Priority>) throws -> PlacedPriority? {
        guard let placed = try reading.priority(id, seenBy: sight), runs(through: placed.plan) else { return nil }
        return placed
    }

    func outcome(_ id: ID<Outcome>) throws -> (outcome: Outcome, plan: TrustPlan)? {
        guard let outcome = try reading.one(Outcome.self, id),
            let plan = try reading.plan(outcome.plan, seenBy: sight), runs(through: plan)
        else { return nil }
        return (outcome, plan)
    }

    private func runs(through plan: TrustPlan) -> Bool {
        !["superseded", "closed"].contains(plan.state) || own?.contains(plan.id) ?? true
    }

    /// A priority as the thread names it: of a plan that is not in use, with how far that has come.
    public func end(_ placed: PlacedPriority) -> ThreadLink.End {
        let name = placed.priority.name + standing(placed.plan)
        return ThreadLink.End(
            Subject(kind: Priority.kind.name, id: placed.priority.id.text, name: name), .priority)
    }

    func end(_ outcome: Outcome, in plan: TrustPlan) -> ThreadLink.End {
        let name = outcome.name + standing(plan)
        return ThreadLink.End(Subject(kind: Outcome.kind.name, id: outcome.id.text, name: name), .outcome)
    }

    private func standing(_ plan: TrustPlan) -> String {
        plan.isInUse(on: reading.on)
            ? "" : " (plan: \(TrustPlan.states.label(of: plan.state).lowercased()))"
    }
}

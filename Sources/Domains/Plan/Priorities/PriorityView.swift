import Kernel
import Partners
import Records

/// A priority with everything around it: who answers for it, the needs behind it, what is done, what would show it.
struct PriorityView: Sendable {
    let priority: Priority
    let accountable: Named?
    let overseer: Named?
    let needs: [PlanNeed]
    let measures: [SuccessMeasure]
    let actions: [PlanActionView]
    /// The city's priority that it takes up, where this reader may see it.
    let picksUp: Named?
    /// Areas' priorities that take it up, each with its plan.
    let pickedUp: [(priority: Named, plan: Named)]

    var id: String { priority.id.text }

    /// Of a plan that the reader may see.
    init(_ priority: Priority, seenBy sight: PlanSight, in reading: DayBook) throws {
        self.priority = priority
        let id = priority.id.text
        accountable = try reading.named(priority.accountable)
        overseer = try reading.named(priority.overseer)
        needs = try reading.all(PlanNeed.self, where: "priority", is: id)
        measures = try reading.all(SuccessMeasure.self, where: "priority", is: id)
        actions = try reading.all(PlanAction.self, where: "priority", is: id)
            .map { PlanActionView(action: $0, owner: try reading.named($0.owner)) }
            .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
        picksUp = try priority.picksUp.flatMap { try reading.priority($0, seenBy: sight) }
            .map { Named($0.priority.id.text, $0.priority.name) }
        pickedUp = try reading.all(Priority.self, where: "picks-up", is: id).compactMap { local in
            guard let plan = try reading.plan(local.plan, seenBy: sight) else { return nil }
            return (Named(local.id.text, local.name), Named(plan.id.text, plan.name))
        }
    }
}

/// An action of a plan with its owner's name.
struct PlanActionView: Sendable {
    let action: PlanAction
    let owner: Named?

    var id: String { action.id.text }
    fileprivate var order: Int { action.due?.number ?? Int.max }

    /// Where it stands on a day, in words.
    func standing(on day: Day) -> String {
        guard action.isOpen else { return PlanAction.states.label(of: action.state) }
        switch action.isOverdue(on: day) {
        case true: return "Overdue"
        case false: return "Open"
        default: return "Open: nobody said by when"
        }
    }
}

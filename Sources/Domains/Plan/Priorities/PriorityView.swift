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
    /// Areas' priorities that take it up, or one that it continues, each with its plan.
    let pickedUp: [(priority: Named, plan: Named)]
    /// Itself and those of earlier editions that it continues, the latest first.
    let line: [ID<Priority>]

    var id: String { priority.id.text }

    /// Of a plan that the reader may see.
    init(_ priority: Priority, seenBy sight: PlanSight, in reading: DayBook) throws {
        try self.init(priority, try Around([priority], in: reading), seenBy: sight, in: reading)
    }

    /// The same of many, of plans that the reader may see: as many questions to the database as of one.
    static func all(_ priorities: [Priority], seenBy sight: PlanSight, in reading: DayBook) throws -> [PriorityView] {
        let around = try Around(priorities, in: reading)
        return try priorities.map { try PriorityView($0, around, seenBy: sight, in: reading) }
    }

    private init(_ priority: Priority, _ around: Around, seenBy sight: PlanSight, in reading: DayBook) throws {
        self.priority = priority
        let id = priority.id.text, line = around.lines[id] ?? [priority.id]
        self.line = line
        accountable = try reading.named(priority.accountable)
        overseer = try reading.named(priority.overseer)
        needs = around.needs[id, default: []].map(PlanNeed.init)
        measures = around.measures[id, default: []].map(SuccessMeasure.init)
        actions = try around.actions[id, default: []].map(PlanAction.init)
            .map { PlanActionView(action: $0, owner: try reading.named($0.owner)) }
            .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
        picksUp = try priority.picksUp.flatMap { try reading.priority($0, seenBy: sight) }
            .map { Named($0.priority.id.text, $0.priority.name) }
        pickedUp = try line.flatMap { around.pickedUp[$0.text, default: []] }.map(Priority.init).compactMap { local in
            guard let plan = try reading.plan(local.plan, seenBy: sight) else { return nil }
            return (Named(local.id.text, local.name), Named(plan.id.text, plan.name))
        }
    }

    /// What is kept around some priorities, by the identifier of the priority.
    private struct Around {
        let needs: [String: [Record]]
        let measures: [String: [Record]]
        let actions: [String: [Record]]
        let pickedUp: [String: [Record]]
        let lines: [String: [ID<Priority>]]

        init(_ priorities: [Priority], in reading: DayBook) throws {
            let ids = priorities.map(\.id.text)
            func held(_ kind: Kind, _ field: String, _ values: [String]) throws -> [String: [Record]] {
                Dictionary(grouping: try reading.records(kind, where: field, isAnyOf: values)) { $0.text(field) ?? "" }
            }
            needs = try held(PlanNeed.kind, "priority", ids)
            measures = try held(SuccessMeasure.kind, "priority", ids)
            actions = try held(PlanAction.kind, "priority", ids)
            try reading.prefetch(priorities.compactMap(\.continues?.text))
            lines = try Dictionary(uniqueKeysWithValues: priorities.map { ($0.id.text, try reading.line(of: $0)) })
            pickedUp = try held(Priority.kind, "picks-up", lines.values.flatMap { $0.map(\.text) })
            let owners = actions.values.flatMap { $0.compactMap { $0.text("owner") } }
            try reading.prefetch(
                priorities.flatMap { [$0.accountable?.text, $0.overseer?.text, $0.picksUp?.text].compactMap(\.self) }
                    + owners + pickedUp.values.flatMap { $0.compactMap { $0.text("plan") } })
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

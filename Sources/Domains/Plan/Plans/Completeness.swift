import Kernel
import Partners
import Records

/// What the law of a plan's day asks it to say, and whether it does.
struct Completeness: Sendable {
    /// One thing asked for.
    struct Line: Sendable {
        let requirement: PlanLaw.Requirement
        let answer: Answer
    }

    /// Whether the plan says it.
    enum Answer: Sendable, Equatable {
        case yes
        /// Nothing kept of the plan says it.
        case no
        /// A source says that it does not.
        case lacking
        /// What is kept comes from papers about the plan, not from the plan: it may say it.
        case notHeld
    }

    let trigger: Day
    let lines: [Line]

    /// What is kept of one plan.
    struct Parts: Sendable {
        var sections: [Record] = []
        var outcomes: [Outcome] = []
        var hasPriorities = false
        var needs = 0
        var datedActions = 0
        var consultations = 0
        var resources = 0
        var measures = 0
    }

    init(_ plan: TrustPlan, _ parts: Parts, on day: Day) {
        trigger = PlanLaw.trigger(of: plan, on: day)
        lines = PlanLaw.contents(of: plan, on: trigger).map {
            Line(requirement: $0, answer: Self.answer($0, plan, parts))
        }
    }

    private static func answer(_ requirement: PlanLaw.Requirement, _ plan: TrustPlan, _ parts: Parts) -> Answer {
        let sections = parts.sections.filter { $0.text("part") == requirement.part }
        if sections.contains(where: { $0.provenance == .absence }) { return .lacking }
        if !sections.isEmpty { return .yes }
        let isThere =
            switch requirement.part {
            case "vision": plan.record.text("vision") != nil
            case "outcomes": Self.areThere(parts.outcomes, by: requirement.row)
            case "needs": parts.needs > 0
            case "actions": parts.datedActions > 0
            case "consultation": parts.consultations > 0
            case "budget", "resources": parts.resources > 0
            case "priorities": parts.hasPriorities && parts.measures > 0
            default: false
            }
        if plan.record.sources.isEmpty { return isThere ? .yes : .no }
        // What papers say of needs, outcomes or consultation they say of the city: whether its plan said it is another
        // matter. They give the vision as the plan's own.
        return isThere && requirement.part == "vision" ? .yes : .notHeld
    }

    /// The regulations of 2010 ask for all five outcomes of the law (CYPP-07).
    private static func areThere(_ outcomes: [Outcome], by row: String) -> Bool {
        guard row == "CYPP-07" else { return !outcomes.isEmpty }
        let named = Set(outcomes.flatMap { $0.record.list("five") })
        return Outcome.five.allSatisfy { named.contains($0.value) }
    }
}

extension Completeness.Parts {
    init(_ view: PlanView) {
        sections = view.sections.map(\.record)
        outcomes = view.outcomes.map(\.outcome)
        hasPriorities = !view.priorities.isEmpty
        needs = view.priorities.map(\.needs.count).reduce(0, +)
        datedActions = view.priorities.flatMap(\.actions).count { $0.action.due != nil }
        consultations = view.consultations.count
        resources = view.resources.count
        measures = view.priorities.map(\.measures.count).reduce(0, +)
    }
}

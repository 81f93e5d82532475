public import Kernel
public import Partners
import Records

/// A priority with the plan it stands in, as another room asks for it.
public struct PlacedPriority: Sendable {
    public let priority: Priority
    public let plan: TrustPlan
}

extension DayBook {
    /// A plan as it was on the day; nil where there was none, or this reader may not see it.
    public func plan(_ id: ID<TrustPlan>, seenBy sight: PlanSight) throws -> TrustPlan? {
        guard let plan = try one(TrustPlan.self, id), sight.sees(plan, on: on) else { return nil }
        return plan
    }

    /// Every plan that this reader may see on the day: the city's before the areas', the latest edition first.
    public func plans(seenBy sight: PlanSight) throws -> [TrustPlan] {
        try shelf.records(of: TrustPlan.kind).filter { $0.period.holds(on: on) }.map(TrustPlan.init)
            .filter { sight.sees($0, on: on) }
            .sorted { one, other in
                (one.isLocal ? 1 : 0, -one.edition, one.name, one.id.text)
                    < (other.isLocal ? 1 : 0, -other.edition, other.name, other.id.text)
            }
    }

    /// A plan and the editions before it, the latest first: an area's plan may still be under an earlier one.
    func line(of plan: TrustPlan) throws -> [ID<TrustPlan>] {
        var line = [plan.id], earlier = plan.revises
        while let id = earlier, !line.contains(id) {
            line.append(id)
            earlier = try versions(of: id.text).last?.id("revises")
        }
        return line
    }

    /// A priority and those of earlier editions that it continues, the latest first. Ask first whether the reader may
    /// see it.
    public func line(of priority: Priority) throws -> [ID<Priority>] {
        var line = [priority.id], earlier = priority.continues
        while let id = earlier, !line.contains(id) {
            line.append(id)
            earlier = try versions(of: id.text).last?.id("continues")
        }
        return line
    }

    /// Those of later editions that on the day continue each of some priorities, however many editions lie between.
    /// Ask of each whether the reader may see it.
    public func continuing(_ ids: [ID<Priority>]) throws -> [ID<Priority>: [ID<Priority>]] {
        var next: [String: [String]] = [:], frontier = Set(ids.map(\.text))
        while !frontier.isEmpty {
            for id in frontier { next[id] = [] }
            let found = try records(Priority.kind, where: "continues", isAnyOf: frontier.sorted())
            for record in found { next[record.text("continues") ?? "", default: []].append(record.id) }
            frontier = Set(found.map(\.id)).subtracting(next.keys)
        }
        return Dictionary(
            Set(ids).map { id in
                var later: [String] = [], ahead = next[id.text, default: []]
                while let one = ahead.popLast() {
                    guard one != id.text, !later.contains(one) else { continue }
                    later.append(one)
                    ahead += next[one, default: []]
                }
                return (id, later.sorted().map { ID($0) })
            }
        ) { first, _ in first }
    }

    /// A plan's priorities on the day, in its order. Ask first whether the reader may see the plan.
    public func priorities(of plan: TrustPlan) throws -> [Priority] {
        try all(Priority.self, where: "plan", is: plan.id.text)
            .sorted { ($0.number, $0.name, $0.id.text) < ($1.number, $1.name, $1.id.text) }
    }

    /// A plan's outcomes on the day, in its order. Ask first whether the reader may see the plan.
    public func outcomes(of plan: TrustPlan) throws -> [Outcome] {
        try all(Outcome.self, where: "plan", is: plan.id.text)
            .sorted { ($0.number, $0.name, $0.id.text) < ($1.number, $1.name, $1.id.text) }
    }

    /// A priority with its plan; nil where there was none on the day, or this reader may not see the plan.
    public func priority(_ id: ID<Priority>, seenBy sight: PlanSight) throws -> PlacedPriority? {
        guard let priority = try one(Priority.self, id), let plan = try plan(priority.plan, seenBy: sight) else {
            return nil
        }
        return PlacedPriority(priority: priority, plan: plan)
    }
}

public import Kernel
public import Partners
import Records

/// A decision as one reader may name it, as another room asks for it.
public struct ReadDecision: Sendable {
    public let resolution: Resolution
    /// Its own name, or what the public is told in place of it.
    public let name: String
}

extension DayBook {
    /// A decision; nil where there was none on the day, or this reader may not see it.
    ///
    /// - Parameter today: the day it is, whichever day is asked about.
    public func decision(
        _ id: ID<Resolution>, for caller: Caller, under policy: Policy, today: Day
    ) throws -> ReadDecision? {
        guard let record = try one(Resolution.self, id)?.record else { return nil }
        let sight = try Sight(of: caller, under: policy, into: Resolution(record).body, today: today, shelf)
        let view = try DecisionView(record, sight, in: self)
        guard sight.isWhole || view.isPublic else { return nil }
        return ReadDecision(resolution: view.resolution, name: view.name)
    }

    /// What bodies asked to be done because of a decision, as far as this reader may see.
    public func actions(
        after decision: Resolution, for caller: Caller, under policy: Policy, today: Day
    ) throws -> [MeetingAction] {
        let sight = try Sight(of: caller, under: policy, into: decision.body, today: today, shelf)
        return try all(MeetingAction.self, where: "resolution", is: decision.id.text)
            .filter { try sight.isWhole || $0.isOpen(to: sight, shelf) }
    }
}

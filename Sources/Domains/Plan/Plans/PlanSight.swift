public import Kernel

/// How far somebody may look into plans: a published one is everybody's, a draft is for those who write it.
public struct PlanSight: Sendable, Equatable {
    /// Whether they read drafts.
    public let isWhole: Bool
    /// Whether they write them.
    public let isWriter: Bool
    /// The day it is: what is published on a later one is not open yet, whichever day is asked about.
    let today: Day

    public init(of caller: Caller, under policy: Policy, today: Day) {
        isWhole = caller.may(.seePlans, under: policy)
        isWriter = caller.may(.changePlans, under: policy)
        self.today = today
    }

    /// Whether they may read a plan as it was on a day.
    public func sees(_ plan: TrustPlan, on day: Day) -> Bool { isWhole || plan.isPublic(on: min(day, today)) }
}

public import Kernel

/// How far somebody may look into plans: a published one is everybody's, a draft is for those who write it.
public struct PlanSight: Sendable, Equatable {
    /// Whether they read drafts.
    public let isWhole: Bool
    /// Whether they write them.
    public let isWriter: Bool

    public init(of caller: Caller, under policy: Policy) {
        isWhole = caller.may(.seePlans, under: policy)
        isWriter = caller.may(.changePlans, under: policy)
    }

    /// What everybody sees.
    public static let open = PlanSight()

    private init() { (isWhole, isWriter) = (false, false) }

    public func sees(_ plan: TrustPlan, on day: Day) -> Bool { isWhole || plan.isPublic(on: day) }
}

public import Doors
import Store

extension Module {
    /// What the trust has set out to do for children: outcomes, priorities, actions, and the plan's life.
    public static let plan = Module(
        name: "plan",
        title: "Plan",
        schema: Schema(room: "plan", migrations: [Migration("0001-plan", PackageResources._001_plan_sql)]),
        kinds: PlanKinds.all,
        invariants: PlanInvariants.all,
        safeguards: PlanSafeguards.all,
        policy: .plan,
        routes: TrustPlan.routes,
        verbs: TrustPlan.verbs
    )
}

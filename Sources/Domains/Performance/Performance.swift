public import Doors
import Store

extension Module {
    /// How it is going: indicators bound to priorities, their figures on charts and scorecards, and what is said of
    /// them.
    public static let performance = Module(
        name: "performance",
        title: "Performance",
        schema: Schema(
            room: "performance",
            migrations: [
                Migration("0001-performance", PackageResources._001_performance_sql),
                Migration("0002-papers", PackageResources._002_papers_sql),
                Migration("0003-targets", PackageResources._003_targets_sql),
            ]),
        kinds: PerformanceKinds.all,
        invariants: PerformanceInvariants.all,
        safeguards: Narrative.safeguards + FrozenScorecard.safeguards,
        policy: .performance,
        routes: Indicator.routes + FrozenScorecard.routes,
        verbs: Indicator.verbs
    )
}

import Kernel
import Partners
import Plan
import Records

/// How far somebody may look into performance: what is published is everybody's, and what waits for their approval is
/// theirs besides.
struct PerformanceSight: Sendable, Equatable {
    let isWhole: Bool
    let isWriter: Bool
    let plans: PlanSight
    /// The day it is: what is published on a later one is not open yet, whichever day is asked about.
    let today: Day
    private let mayApprove: Bool
    private let person: String?
    /// The posts that they hold today, where they may approve anything; see `holding`.
    private var posts: Set<String> = []

    init(of caller: Caller, under policy: Policy, today: Day) {
        isWhole = caller.may(.seePerformance, under: policy)
        isWriter = caller.may(.changePerformance, under: policy)
        mayApprove = caller.may(.approvePerformance, under: policy)
        person = caller.person
        plans = PlanSight(of: caller, under: policy, today: today)
        self.today = today
    }

    /// What everybody sees.
    static func ofAnyone(under policy: Policy, today: Day) -> PerformanceSight {
        PerformanceSight(of: .stranger, under: policy, today: today)
    }

    /// The same, knowing which posts they hold.
    func holding(posts shelf: any Shelf) throws -> PerformanceSight {
        guard mayApprove, posts.isEmpty, let person else { return self }
        var sight = self
        sight.posts = Set(
            try shelf.records(of: Appointment.kind, where: "person", is: person)
                .filter { $0.period.holds(on: today) && $0.text("status") != "vacant" }.compactMap { $0.text("post") })
        return sight
    }

    /// Whether they hold the post that answers for an indicator, and so approve what is said of it.
    func answers(for indicator: Indicator) -> Bool { indicator.owner.map { posts.contains($0.text) } ?? false }

    func sees(_ indicator: Indicator, on day: Day) -> Bool {
        isOpen(since: indicator.published, on: day) || answers(for: indicator)
    }

    /// Whether they may see something as it was on a day, that is open since another.
    func isOpen(since day: Day?, on asked: Day) -> Bool { isWhole || day.map { $0 <= min(asked, today) } ?? false }
}

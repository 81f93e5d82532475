public import Kernel
public import Partners
import Plan
public import Records

/// What is measured, by whom it is answered for and what was reported, on a day: what the checks of this room read.
public struct PerformanceOnADay: OnADay {
    public let book: Book
    public let day: Day
    let indicators: [Indicator]
    /// Priorities of published plans that are in use: what is still a draft is not for everybody's findings.
    let priorities: [Priority]
    let scorecards: [FrozenScorecard]

    public init(_ book: Book, on day: Day) {
        self.book = book
        self.day = day
        func known(_ kind: Kind) -> [Record] { book.all(kind.name).filter { $0.period.holds(on: day) } }
        // Findings are for everybody, and so are only published indicators.
        indicators = known(Indicator.kind).map(Indicator.init).filter { $0.isPublic(on: day) }
        let plans = known(TrustPlan.kind).map(TrustPlan.init).filter { $0.isPublic(on: day) && $0.isInUse(on: day) }
        let ids = Set(plans.map(\.id))
        priorities = known(Priority.kind).map(Priority.init).filter { ids.contains($0.plan) }
        scorecards = book.all(FrozenScorecard.kind.name).map(FrozenScorecard.init).filter { $0.drawn <= day }
    }
}

import Arrangements
import Kernel
import Needs
import Partners
import Plan
import Records

/// What a scorecard is of: all indicators, or those of a body, a priority or a post; for their own places, or others.
struct Scope: Hashable, Sendable {
    var body: String?
    var priority: String?
    var post: String?
    /// Instead of each indicator's own.
    var places: [PlaceCode] = []

    static let placesMax = 12
    static let indicatorsMax = 300

    /// The indicators in it that this reader may see on the day, by code and name.
    func indicators(in reading: DayBook, seen: PerformanceSight) throws -> [Indicator] {
        let records: [Record]
        if let body {
            records = try reading.records(Indicator.kind, where: "overseer", is: body)
        } else if let priority {
            records = try reading.records(Indicator.kind, where: "priority", is: priority)
        } else if let post {
            records = try reading.records(Indicator.kind, where: "owner", is: post)
        } else {
            records = try reading.shelf.records(of: Indicator.kind).filter { $0.period.holds(on: reading.on) }
        }
        return records.map(Indicator.init).filter { seen.sees($0, on: reading.on) }
            .filter { (priority == nil || $0.priority?.text == priority) && (post == nil || $0.owner?.text == post) }
            .sorted { ($0.order, $0.id.text) < ($1.order, $1.id.text) }
    }
}

extension Indicator {
    /// NI 9 before NI 62; those without a code last.
    fileprivate var order: String {
        let number = (code ?? "").filter(\.isNumber)
        let padded = String(repeating: "0", count: max(0, 6 - number.count)) + number
        return "\(code == nil ? 1 : 0)\(padded)\(name.lowercased())"
    }
}

/// How far somebody may look into performance: what is published is everybody's.
struct PerformanceSight: Sendable, Equatable {
    let isWhole: Bool
    let isWriter: Bool
    let plans: PlanSight
    /// The day it is: what is published on a later one is not open yet, whichever day is asked about.
    private let today: Day

    init(of caller: Caller, under policy: Policy, today: Day) {
        isWhole = caller.may(.seePerformance, under: policy)
        isWriter = caller.may(.changePerformance, under: policy)
        plans = PlanSight(of: caller, under: policy, today: today)
        self.today = today
    }

    func sees(_ indicator: Indicator, on day: Day) -> Bool { isOpen(since: indicator.published, on: day) }

    /// Whether they may see something as it was on a day, that is open since another.
    func isOpen(since day: Day?, on asked: Day) -> Bool { isWhole || day.map { $0 <= min(asked, today) } ?? false }
}

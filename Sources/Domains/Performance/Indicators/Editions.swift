import Kernel
import Partners
import Plan

/// The priorities that indicators measure, through the editions of a plan (rule PF-11): an indicator stays bound to the
/// priority it was made for, and measures whatever continues that one, from the day on which it does.
struct Editions {
    private let reading: DayBook
    private let later: [ID<Priority>: [ID<Priority>]]

    init(of indicators: some Sequence<Indicator>, in reading: DayBook) throws {
        self.reading = reading
        let own = Set(indicators.compactMap(\.priority)).sorted { $0.text < $1.text }
        later = try reading.continuing(own)
        let ids = own + later.values.flatMap(\.self)
        try reading.prefetch(ids.map(\.text))
        try reading.prefetch(try ids.compactMap { try reading.one(Priority.self, $0)?.plan.text })
    }

    /// The priority that an indicator is bound to, and those of later editions that continue it.
    func priorities(of indicator: Indicator) -> [ID<Priority>] {
        indicator.priority.map { [$0] + later[$0, default: []] } ?? []
    }

    /// The one that is in use on the day, of the latest edition; or else its own, where this reader may see it.
    func current(of indicator: Indicator, seen: PerformanceSight) throws -> PlacedPriority? {
        let placed = try priorities(of: indicator).compactMap { try reading.priority($0, seenBy: seen.plans) }
        let inUse = placed.filter { $0.plan.isInUse(on: reading.on) }
        return inUse.max { ($0.plan.edition, $0.priority.id.text) < ($1.plan.edition, $1.priority.id.text) }
            ?? placed.first { $0.priority.id == indicator.priority }
    }
}

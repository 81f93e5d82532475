import Arrangements
import Kernel
import Needs
import Partners
import Places
import Plan
public import Records

/// What indicators put on the golden thread: what a priority is measured by, how it stands where, who answers for it,
/// who is told.
public struct IndicatorLinks {
    private let reading: DayBook
    private let seen: PerformanceSight
    private let plans: ThreadPlans
    /// The area asked about, whose figure is shown besides those of the wards that are worst.
    private let place: String?

    /// Wards of one indicator that the city's thread leads to; a ward's own thread, and one for a place, show that one.
    static let wardsShown = 5

    /// - Parameters:
    ///   - start: what the thread begins at; nil where that is not known.
    ///   - place: the area asked about; nil for the whole city.
    public init(
        for caller: Caller, under policy: Policy, on day: Day, today: Day, from start: String? = nil,
        place: String? = nil, _ shelf: any Shelf
    ) throws {
        reading = DayBook(shelf, on: day)
        seen = PerformanceSight(of: caller, under: policy, today: today)
        plans = try ThreadPlans(from: start, seenBy: seen.plans, in: reading)
        self.place = place
    }

    /// The links that begin or end at any of these things.
    public func touching(_ things: Set<String>) throws -> [ThreadLink] {
        var found: [String: Indicator] = [:]
        try reading.prefetch(things)
        var areas: Set<String> = []
        for id in things {
            if let one = try reading.one(Indicator.self, ID(id)) { found[id] = one }
            if try reading.versions(of: id).last?.kind.name == Area.kind.name { areas.insert(id) }
        }
        // What measures a priority of an earlier edition measures the one that continues it.
        let lines = try things.flatMap { id in
            try plans.priority(ID(id)).map { try reading.line(of: $0.priority).map(\.text) } ?? []
        }
        for (field, ids) in [
            ("priority", things.union(lines)), ("owner", things), ("overseer", things),
        ] {
            for record in try reading.records(Indicator.kind, where: field, isAnyOf: ids.sorted()) {
                found[record.id] = Indicator(record)
            }
        }
        if !areas.isEmpty {
            for record in try reading.shelf.records(of: Indicator.kind) where record.period.holds(on: reading.on) {
                found[record.id] = Indicator(record)
            }
        }
        try reading.prefetch(
            found.values.flatMap { [$0.priority?.text, $0.owner?.text, $0.overseer?.text].compactMap(\.self) })
        let shown = found.values.filter { seen.sees($0, on: reading.on) }.sorted { $0.id.text < $1.id.text }
        let isPlaced = !areas.isEmpty || shown.contains { things.contains($0.id.text) }
        let places = try isPlaced ? IndicatorPlaces(shown, seen: seen, in: reading) : nil
        let wanted = areas.union([place].compactMap { $0 })
        let editions = try Editions(of: shown, in: reading)
        return try shown.flatMap { one in
            try links(one, editions) + (places?.links(one, from: end(of: one), wanted: wanted) ?? [])
        }
        .filter { things.contains($0.from.subject.id) || things.contains($0.to.subject.id) }
    }

    /// An indicator as the thread names it, where this reader may see it.
    public func end(_ id: String) throws -> ThreadLink.End? {
        guard let one = try reading.one(Indicator.self, ID(id)), seen.sees(one, on: reading.on) else { return nil }
        return end(of: one)
    }

    private func end(of one: Indicator) -> ThreadLink.End {
        ThreadLink.End(Subject(kind: Indicator.kind.name, id: one.id.text, name: one.name), .indicator)
    }

    private func links(_ one: Indicator, _ editions: Editions) throws -> [ThreadLink] {
        let here = end(of: one), since = one.record.period.from, sources = one.record.sources
        var links: [ThreadLink] = []
        let all = try editions.priorities(of: one).compactMap { try plans.priority($0) }
        // What measures an area's priority is the area's, up and down.
        let area = all.first?.plan.area?.text
        for placed in all {
            links.append(
                ThreadLink(
                    from: plans.end(placed), to: here, "is measured by", since: since, area: area, sources: sources))
        }
        if let owner = try one.owner.flatMap({ try reading.subject($0.text) }) {
            links.append(
                ThreadLink(
                    from: here, to: .init(owner, .post), "is answered for by", since: since, area: area,
                    sources: sources))
        }
        if let body = try one.overseer.flatMap({ try reading.subject($0.text) }) {
            links.append(
                ThreadLink(
                    from: here, to: .init(body, .body), "is reported to", since: since, area: area, sources: sources))
        }
        return links
    }
}

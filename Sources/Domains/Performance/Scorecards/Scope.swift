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
        let records: [Record], line = try line(in: reading, seen: seen)
        if let body {
            records = try reading.records(Indicator.kind, where: "overseer", is: body)
        } else if priority != nil {
            records = try reading.records(Indicator.kind, where: "priority", isAnyOf: line)
        } else if let post {
            records = try reading.records(Indicator.kind, where: "owner", is: post)
        } else {
            records = try reading.shelf.records(of: Indicator.kind).filter { $0.period.holds(on: reading.on) }
        }
        return records.map(Indicator.init).filter { seen.sees($0, on: reading.on) }
            .filter { priority == nil || line.contains($0.priority?.text ?? "") }
            .filter { post == nil || $0.owner?.text == post }
            .sorted { ($0.order, $0.id.text) < ($1.order, $1.id.text) }
    }

    /// The priority asked for and those that it continues (PF-11). Of one that this reader may not see, it alone.
    private func line(in reading: DayBook, seen: PerformanceSight) throws -> [String] {
        guard let priority else { return [] }
        guard let placed = try reading.priority(ID(priority), seenBy: seen.plans) else { return [priority] }
        return try reading.line(of: placed.priority).map(\.text)
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

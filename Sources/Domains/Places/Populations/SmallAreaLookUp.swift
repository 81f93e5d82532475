public import Kernel
public import Store

/// Which ward each small area lies in, while a look-up holds: what carries figures of small areas up to larger ones.
public struct SmallAreaLookUp: Sendable {
    /// The life of the wards that it is of.
    public let period: Period
    /// The small areas of each ward, by their codes.
    public let codes: [ID<Area>: [String]]
    private let wards: [String: ID<Area>]

    /// The ward that a small area lies in; nil when the look-up does not know it.
    public func ward(of code: String) -> ID<Area>? { wards[code] }

    /// A day on which its wards were in use: the one asked about, or the nearest to it.
    public func day(nearest day: Day) -> Day {
        if let from = period.from, day < from { return from }
        if let until = period.until, day >= until { return until.adding(days: -1) }
        return day
    }

    /// The look-up that holds on a day, or failing that the newest that is held; nil when none is.
    public init?(_ tx: Transaction, on day: Day) throws {
        let periods = try tx.rows(
            "SELECT DISTINCT valid_from, valid_until FROM places_small_area ORDER BY valid_from DESC"
        ).map { Period(trusting: $0.day(0), until: $0.optionalDay(1), attested: nil) }
        guard let period = periods.first(where: { $0.holds(on: day) }) ?? periods.first, let from = period.from else {
            return nil
        }
        var codes: [ID<Area>: [String]] = [:], wards: [String: ID<Area>] = [:]
        try tx.each("SELECT code, ward FROM places_small_area WHERE valid_from = \(from) ORDER BY code") { row in
            codes[row.id(1), default: []].append(row.text(0))
            wards[row.text(0)] = row.id(1)
        }
        (self.period, self.codes, self.wards) = (period, codes, wards)
    }
}

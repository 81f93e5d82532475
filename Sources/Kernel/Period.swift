/// When something holds: from a day, until the first day on which it no longer does.
///
/// `until` is half-open: a post left on 31 December 2009 is held until 2010-01-01.
/// A start that no source gives is *unknown*, which is not "always": such a period is certain only from the day on
/// which a source says it held (`attested`).
public struct Period: Hashable, Sendable, Codable {
    public let from: Day?
    public let until: Day?
    public let attested: Day?

    /// - Throws: `Refusal.invalid` when it would end before, or on, the day it starts.
    public init(from: Day? = nil, until: Day? = nil, attested: Day? = nil) throws(Refusal) {
        if let from, let until, until <= from {
            throw .invalid([Problem("until", "The period ends on \(until), which is not after its start on \(from)")])
        }
        if let attested, let until, until <= attested {
            throw .invalid([Problem("until", "The period ends on \(until), but a source says it held on \(attested)")])
        }
        self.init(trusting: from, until: until, attested: attested)
    }

    /// For periods that the database already holds to be well-formed.
    public init(trusting from: Day?, until: Day?, attested: Day?) {
        self.from = from
        self.until = until
        self.attested = attested
    }

    public static let always = Period(trusting: nil, until: nil, attested: Day(number: -719_162))

    /// Whether it held on a day, as far as can be told.
    public enum Held: Sendable { case yes, no, unknown }

    public func held(on day: Day) -> Held {
        if let until, day >= until { return .no }
        if let from { return day >= from ? .yes : .no }
        if let attested, day >= attested { return .yes }
        return .unknown
    }

    /// Whether it certainly held.
    public func holds(on day: Day) -> Bool { held(on: day) == .yes }

    /// Whether some day belongs to both, an unknown start counting as the earliest day it is attested.
    public func overlaps(_ other: Period) -> Bool {
        let start = from ?? attested, otherStart = other.from ?? other.attested
        let startsInTime = other.until.map { end in start.map { $0 < end } ?? true } ?? true
        let endsInTime = until.map { end in otherStart.map { $0 < end } ?? true } ?? true
        return startsInTime && endsInTime
    }
}

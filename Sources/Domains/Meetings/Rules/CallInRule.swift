public import Kernel
import Records

/// How long a decision may be called in after it was published, and what says so: each council's own rule (GOV-27).
public struct CallInRule: Sendable, Equatable {
    /// Working days after the day of publication.
    public let days: Int
    /// The hour of the last of them.
    public let until: ClockTime?
    /// The rule of the council's constitution, as the pages name it.
    public let source: String

    public init(days: Int, until: ClockTime?, source: String) {
        (self.days, self.until, self.source) = (days, until, source)
    }

    /// Where an operator decides nothing: "until 5pm on the fifth working day", as councils commonly have it.
    public static let usual = CallInRule(
        days: 5, until: ClockTime(hour: 17, minute: 0),
        source: "Local Government Act 2000 s21(3); the window is local practice")

    /// The last day for a decision that is open to call-in from a day on.
    /// - Throws: `.outOfOrder` before 1995.
    public func lastDay(from published: Day) throws(Refusal) -> Day { try published.adding(WorkingDays(days)) }

    /// `5pm on 25 November 2026`
    func words(_ day: Day) -> String { until.map { "\($0.words) on \(day.long)" } ?? day.long }
}

extension Shelf {
    /// The council's own rule, as its operator gave it.
    var callInRule: CallInRule { kept(CallInRule.self) ?? .usual }
}

extension Resolution {
    /// The day from which a call-in is counted: that of publication, or the later one on which this service was told
    /// of it.
    public var callInFrom: Day? { published.map { max($0, record.day("published-noted") ?? $0) } }

    /// The last day for a call-in: by the rule that was in force when it was published, and otherwise by today's. Nil
    /// where it is not published, or may not be called in.
    func callInUntil(_ rule: CallInRule) -> Day? {
        guard isOpenToCallIn, let from = callInFrom else { return nil }
        return record.day("call-in-until") ?? (try? rule.lastDay(from: from))
    }
}

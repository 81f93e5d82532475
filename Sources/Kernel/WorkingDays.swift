/// A number of working days, as a rule states it, so that it cannot be mistaken for days of the calendar.
///
/// A working day is not a Saturday, a Sunday or a bank holiday (TIME-01 in docs/rules/time.md).
public struct WorkingDays: Hashable, Sendable {
    public let count: Int
    public init(_ count: Int) { self.count = count }
}

extension WorkingDays: Comparable {
    public static func < (one: WorkingDays, other: WorkingDays) -> Bool { one.count < other.count }
}

extension WorkingDays: CustomStringConvertible {
    /// `7 working days`
    public var description: String { count == 1 ? "1 working day" : "\(count) working days" }
}

extension WorkingDays {
    /// How many working days passed: those after `start`, up to and with `end`. The same day is none (TIME-03).
    /// Negative when `end` comes first.
    /// - Throws: `Refusal.outOfOrder` before 1995.
    public static func from(_ start: Day, to end: Day) throws(Refusal) -> WorkingDays {
        if end < start { return WorkingDays(-(try from(end, to: start).count)) }
        var (count, day) = (0, start)
        while day < end {
            day = day.adding(days: 1)
            if try day.isWorkingDay { count += 1 }
        }
        return WorkingDays(count)
    }
}

extension Day {
    /// - Throws: `Refusal.outOfOrder` before 1995.
    public var isWorkingDay: Bool {
        get throws(Refusal) {
            if weekday > 5 { return false }
            return try BankHolidays.on(self) == nil
        }
    }

    /// The last day in time for "within N working days": this day is day 0, and the first working day after it is
    /// day 1, whether or not this one is a working day (TIME-03, TIME-04). A negative number counts backwards.
    /// - Throws: `Refusal.outOfOrder` before 1995.
    public func adding(_ working: WorkingDays) throws(Refusal) -> Day {
        let step = working.count < 0 ? -1 : 1
        var (left, day) = (working.count.magnitude, self)
        while left > 0 {
            day = day.adding(days: step)
            if try day.isWorkingDay { left -= 1 }
        }
        return day
    }

    /// "At intervals of not more than N weeks": the day the next is due, counted from the day the last one really was
    /// (TIME-06).
    public func adding(weeks: Int) -> Day { adding(days: 7 * weeks) }

    /// The same day some years on; 1 March for a 29 February in a year that has none, so that nothing kept until an
    /// anniversary is destroyed a day early (TV-18).
    public func anniversary(years: Int) -> Day {
        Day(year + years, month, day) ?? Day(trusting: year + years, 3, 1)
    }
}

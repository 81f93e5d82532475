public import Kernel

/// "The second Tuesday of each month, not in August": a rule that gives days.
public struct MonthlyRule: Sendable, Equatable {
    /// 1 to 4, or 5 for the last.
    public let week: Int
    /// 1 is Monday.
    public let weekday: Int
    /// Every so many months, counted from the first.
    public let every: Int
    /// 1 to 12.
    public let skipping: Set<Int>
    /// What becomes of a meeting that falls on a bank holiday.
    public let movesOffHolidays: Bool

    /// A day the rule gives, or the day it would have given and why it does not.
    public struct Given: Sendable, Equatable {
        public let day: Day
        /// Why there is no meeting; nil where there is one.
        public let skipped: String?
        /// The bank holiday it was moved from.
        public let movedFrom: Day?
    }

    /// Meetings that one cycle may put in the calendar.
    public static let daysMax = 400

    public init(week: Int, weekday: Int, every: Int = 1, skipping: Set<Int> = [], movesOffHolidays: Bool = false) {
        (self.week, self.weekday, self.every) = (week, weekday, every)
        (self.skipping, self.movesOffHolidays) = (skipping, movesOffHolidays)
    }

    /// - Throws: `.invalid` for more than `daysMax`; `.outOfOrder` before 1995, whose bank holidays are not held.
    public func days(from start: Day, to end: Day) throws(Refusal) -> [Given] {
        guard (end.number - start.number) / 31 / every <= Self.daysMax else {
            throw .invalid([Problem("to", "A cycle puts at most \(Self.daysMax) meetings in the calendar")])
        }
        var given: [Given] = [], month = Day(start.year, start.month, 1) ?? start
        while month <= end {
            let day = self.day(in: month)
            if day >= start, day <= end { given.append(try judged(day)) }
            month = month.adding(months: every)
        }
        return given
    }

    private func day(in first: Day) -> Day {
        if week == 5 {
            let last = first.adding(months: 1).adding(days: -1)
            return last.adding(days: -((last.weekday - weekday + 7) % 7))
        }
        return first.adding(days: (weekday - first.weekday + 7) % 7 + (week - 1) * 7)
    }

    private func judged(_ day: Day) throws(Refusal) -> Given {
        if skipping.contains(day.month) { return Given(day: day, skipped: "No meeting this month", movedFrom: nil) }
        guard let holiday = try BankHolidays.on(day) else { return Given(day: day, skipped: nil, movedFrom: nil) }
        guard movesOffHolidays else { return Given(day: day, skipped: "\(holiday.name)", movedFrom: nil) }
        return Given(day: try day.adding(WorkingDays(1)), skipped: nil, movedFrom: day)
    }
}

extension MonthlyRule {
    init(_ cycle: Cycle) {
        let record = cycle.record
        self.init(
            week: (Cycle.weeks.firstIndex { $0.value == record.text("week") } ?? 0) + 1,
            weekday: (Cycle.weekdays.firstIndex { $0.value == record.text("weekday") } ?? 0) + 1,
            every: record.integer("every") ?? 1,
            skipping: Set(
                record.list("skipping").compactMap { month in Cycle.months.firstIndex { $0.value == month } }
                    .map { $0 + 1 }),
            movesOffHolidays: record.text("on-holidays") == "next-working-day")
    }
}

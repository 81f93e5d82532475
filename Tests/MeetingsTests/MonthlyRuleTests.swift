import Kernel
import Testing

@testable import Meetings

/// The days that a rule gives.
@Suite("A cycle from a rule")
struct MonthlyRuleTests {
    static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    @Test(
        "weeks and weekdays",
        arguments: [
            // week, weekday, month, the day
            (2, 2, "2026-11-01", "2026-11-10"),  // the second Tuesday
            (1, 1, "2026-06-01", "2026-06-01"),  // the first Monday, on the first
            (4, 7, "2026-02-01", "2026-02-22"),  // the fourth Sunday
            (5, 5, "2026-10-01", "2026-10-30"),  // the last Friday, of five
            (5, 3, "2026-02-01", "2026-02-25"),  // the last Wednesday, of four
        ])
    func days(week: Int, weekday: Int, month: String, expected: String) throws {
        let rule = MonthlyRule(week: week, weekday: weekday)
        let first = Self.day(month), days = try rule.days(from: first, to: first.adding(months: 1).adding(days: -1))
        #expect(days.map(\.day) == [Self.day(expected)])
    }

    @Test func augustIsSkippedAndSaidToBe() throws {
        let rule = MonthlyRule(week: 2, weekday: 2, skipping: [8])
        let days = try rule.days(from: Self.day("2026-07-01"), to: Self.day("2026-09-30"))
        #expect(days.map(\.skipped) == [nil, "No meeting this month", nil])
    }

    @Test("a bank holiday is skipped, or the meeting moves to the next working day", arguments: [true, false])
    func holidays(moves: Bool) throws {
        // The first Monday of May 2026 is the early May bank holiday.
        let rule = MonthlyRule(week: 1, weekday: 1, movesOffHolidays: moves)
        let day = try #require(try rule.days(from: Self.day("2026-05-01"), to: Self.day("2026-05-31")).first)
        #expect((day.skipped == nil) == moves)
        #expect(day.day == Self.day(moves ? "2026-05-05" : "2026-05-04"))
        #expect(day.movedFrom == (moves ? Self.day("2026-05-04") : nil))
    }

    @Test func everyThirdMonthCountsFromTheFirst() throws {
        let rule = MonthlyRule(week: 1, weekday: 3, every: 3)
        let days = try rule.days(from: Self.day("2026-01-01"), to: Self.day("2026-12-31"))
        #expect(days.map(\.day.month) == [1, 4, 7, 10])
    }

    @Test func whatIsOutsideTheSpanIsLeftOut() throws {
        let rule = MonthlyRule(week: 2, weekday: 2)
        #expect(try rule.days(from: Self.day("2026-11-11"), to: Self.day("2026-12-07")).isEmpty)
    }

    @Test func thereIsAnEndToIt() {
        let rule = MonthlyRule(week: 1, weekday: 1)
        #expect(throws: Refusal.self) { try rule.days(from: Self.day("2000-01-01"), to: Self.day("2099-01-01")) }
    }
}

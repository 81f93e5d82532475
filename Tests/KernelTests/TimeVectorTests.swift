import Kernel
import Testing

/// The worked examples of docs/rules/time.md, each by its identifier.
@Suite("Time semantics, vector by vector")
struct TimeVectorTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let id: String, what: String, trigger: String, limit: TimeLimit, expected: String
        var testDescription: String { "\(id): \(what)" }

        init(_ id: String, _ what: String, _ trigger: String, _ limit: TimeLimit, _ expected: String) {
            (self.id, self.what, self.trigger, self.limit, self.expected) = (id, what, trigger, limit, expected)
        }
    }

    static let forwards = [
        Vector("TV-01", "decision on a referral", "2009-12-18", .workingDays(1), "2009-12-21"),
        Vector("TV-02", "initial assessment over Christmas", "2009-12-18", .workingDays(7), "2009-12-31"),
        Vector("TV-03", "initial assessment over Easter", "2010-03-25", .workingDays(10), "2010-04-12"),
        Vector("TV-04", "core assessment", "2010-03-15", .workingDays(35), "2010-05-06"),
        Vector("TV-05", "initial child protection conference", "2010-03-22", .workingDays(15), "2010-04-14"),
        Vector("TV-06", "core group", "2010-04-15", .workingDays(10), "2010-04-29"),
        Vector("TV-07", "first review conference", "2009-11-30", .months(3), "2010-02-28"),
        Vector("TV-08", "first review of a looked-after child", "2011-04-04", .workingDays(20), "2011-05-06"),
        Vector("TV-08", "the same by the earlier rule", "2011-04-04", .weeks(4), "2011-05-02"),
        Vector("TV-09", "single assessment", "2022-09-01", .workingDays(45), "2022-11-04"),
        Vector("TV-10", "rapid review", "2022-08-26", .workingDays(15), "2022-09-20"),
        Vector("TV-14", "call-in after publication", "2010-04-09", .workingDays(5), "2010-04-16"),
        Vector("TV-15", "decision on a serious case review", "2010-01-31", .months(1), "2010-02-28"),
        Vector("TV-16", "subject access", "2010-03-01", .days(40), "2010-04-10"),
        Vector("TV-17", "first visit in private fostering", "2009-12-21", .workingDays(7), "2010-01-04"),
    ]

    @Test(arguments: forwards)
    func within(vector: Vector) throws {
        #expect(try vector.limit.deadline(after: day(vector.trigger)) == day(vector.expected), "\(vector.id)")
    }

    @Test(
        "Five clear days before a meeting (TIME-07)",
        arguments: [
            ("TV-11", "2006-12-07", "2006-11-29"), ("TV-12", "2010-03-10", "2010-03-02"),
            ("TV-13", "2010-04-07", "2010-03-26"),
        ])
    func clearDays(id: String, meeting: String, notice: String) throws {
        #expect(try day(meeting).subtracting(ClearDays(5)) == day(notice), "\(id)")
    }

    @Test("TV-18: a 75th birthday that does not exist is kept a day later, never a day earlier")
    func leapAnniversary() throws {
        #expect(try day("2008-02-29").anniversary(years: 75) == day("2083-03-01"))
        #expect(try day("2008-02-29").anniversary(years: 76) == day("2084-02-29"))
        #expect(try day("2008-03-05").anniversary(years: 75) == day("2083-03-05"))
    }

    @Test("TV-11 in days of the calendar, for a body whose rules say so")
    func calendarClearDays() throws {
        #expect(try day("2006-12-07").subtracting(ClearDays(5, areWorkingDays: false)) == day("2006-12-01"))
    }

    @Test(
        "TIME-04: a trigger on a Saturday or a holiday counts from the next working day",
        arguments: [
            ("2009-12-19", 1, "2009-12-21"), ("2009-12-25", 1, "2009-12-29"), ("2009-12-25", 0, "2009-12-25"),
        ])
    func triggerOutOfHours(trigger: String, count: Int, expected: String) throws {
        #expect(try day(trigger).adding(WorkingDays(count)) == day(expected))
    }

    @Test("TIME-06: an early visit pulls the next one forward")
    func intervals() throws { #expect(try day("2010-03-03").adding(weeks: 6) == day("2010-04-14")) }

    @Test("Counting back undoes counting on, from a working day", arguments: [1, 5, 20, 250])
    func backAgain(count: Int) throws {
        let start = try day("2010-03-22")
        let end = try start.adding(WorkingDays(count))
        #expect(try end.adding(WorkingDays(-count)) == start)
        #expect(try WorkingDays.from(start, to: end) == WorkingDays(count))
        #expect(try WorkingDays.from(end, to: start) == WorkingDays(-count))
    }

    @Test("TIME-03: done on the day it was triggered took no working days")
    func sameDay() throws {
        #expect(try WorkingDays.from(day("2010-03-22"), to: day("2010-03-22")).description == "0 working days")
        #expect(WorkingDays(1).description == "1 working day")
    }
}

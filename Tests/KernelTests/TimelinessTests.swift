import Kernel
import Testing

@Suite("How a thing with a deadline stands (TIME-08)")
struct TimelinessTests {

    @Test(
        "A trigger of 18 December 2009 and seven working days",
        arguments: [
            (nil, "2009-12-30", Timeliness.notYetDue(by: Day(2009, 12, 31)!)),
            (nil, "2009-12-31", .due),
            (nil, "2010-01-01", .overdue(since: Day(2009, 12, 31)!)),
            ("2009-12-31", "2010-01-01", .doneInTime),
            ("2010-01-04", "2010-01-04", .doneLate(by: Day(2009, 12, 31)!)),
            ("2010-01-04", "2010-01-01", .overdue(since: Day(2009, 12, 31)!)),
        ])
    func stands(done: String?, today: String, expected: Timeliness) throws {
        let stands = try TimeLimit.workingDays(7)
            .stands(since: day("2009-12-18"), done: done.map(day), on: day(today))
        #expect(stands == expected)
    }

    @Test("A missing trigger is never in time and never late", arguments: [nil, "2009-12-21"])
    func missingTrigger(done: String?) throws {
        let stands = try TimeLimit.days(40).stands(since: nil, done: done.map(day), on: day("2010-01-01"))
        #expect(stands == .cannotTell(because: "The day that starts the clock is not recorded"))
    }

    @Test("Nor is one from before the calendar begins")
    func tooEarly() throws {
        let stands = try TimeLimit.workingDays(7).stands(since: day("1990-01-01"), done: nil, on: day("2010-01-01"))
        guard case .cannotTell = stands else {
            Issue.record("\(stands) claims to know")
            return
        }
    }
}

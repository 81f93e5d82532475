import Kernel
import Testing

@testable import Meetings

/// The law of meetings, by the day it is asked about; the vectors are those of docs/rules/time.md.
@Suite("The law of meetings, by its dates")
struct MeetingLawTests {
    static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    @Test(
        "an agenda's last day: GOV-01, TIME-07",
        arguments: [
            ("2006-12-07", "2006-11-29"),  // TV-11
            ("2010-03-10", "2010-03-02"),  // TV-12
            ("2010-04-07", "2010-03-26"),  // TV-13, over Easter
            ("2002-09-30", "2002-09-24"),  // three clear days, the day before the law changed
            ("2002-10-01", "2002-09-23"),  // five
        ])
    func notice(meeting: String, last: String) throws {
        #expect(try MeetingLaw.publishBy(Self.day(meeting)) == Self.day(last))
    }

    @Test(
        "interests: GOV-12, GOV-13",
        arguments: [
            ("2012-06-30", "prejudicial", true), ("2012-06-30", "pecuniary", false),
            ("2012-07-01", "prejudicial", false), ("2012-07-01", "pecuniary", true), ("2009-01-01", "other", true),
        ])
    func interests(day: String, kind: String, isKnown: Bool) {
        #expect(MeetingLaw.interests(on: Self.day(day)).contains(kind) == isKnown)
    }

    @Test("call-in: GOV-27, TV-14", arguments: [("2010-04-09", "2010-04-16"), ("2010-03-26", "2010-04-06")])
    func callIn(published: String, until: String) throws {
        #expect(try CallInRule.usual.lastDay(from: Self.day(published)) == Self.day(until))
    }

    @Test(
        "notice of a key decision: GOV-22, GOV-23",
        arguments: [
            ("2009-12-09", "2009-11-17"),  // the plan that begins on 1 December, 14 days before
            ("2012-09-10", "2012-08-12"),  // 28 clear days
        ])
    func keyNotice(decision: String, last: String) throws {
        #expect(try MeetingLaw.keyNoticeBy(Self.day(decision)) == Self.day(last))
    }

    @Test(
        "who is there remotely counts: councils' bodies only under the regulations of 2020",
        arguments: [
            ("committee", "2019-11-04", false), ("committee", "2020-11-04", true), ("committee", "2021-05-07", false),
            ("partnership", "2019-11-04", true),
        ])
    func remote(type: String, day: String, counts: Bool) {
        #expect(MeetingLaw.remoteCounts(type, on: Self.day(day)) == counts)
    }
}

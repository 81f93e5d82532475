import Doors
import Foundation
import Kernel
import Records
import Testing

@testable import Desk

@Suite("How the desk says things")
struct DeskWordsTests {
    static let periods: [(Period, String)] = [
        (Period(trusting: Day(2008, 4, 1), until: Day(2010, 5, 1), attested: nil), "1 April 2008 to 30 April 2010"),
        (Period(trusting: Day(2008, 4, 1), until: nil, attested: nil), "Since 1 April 2008"),
        (
            Period(trusting: nil, until: nil, attested: Day(2006, 12, 7)), "Start not known; held on 7 December 2006"
        ),
        (
            Period(trusting: nil, until: Day(2010, 1, 1), attested: Day(2006, 12, 7)),
            "Start not known; held on 7 December 2006; ended on 1 January 2010"
        ),
        (Period(trusting: nil, until: nil, attested: nil), "Start not known"),
    ]

    @Test("A period in words", arguments: periods)
    func period(period: Period, words: String) { #expect(period.words == words) }

    static let standings: [(Period, String, Standing)] = [
        (Period(trusting: Day(2008, 4, 1), until: Day(2010, 5, 1), attested: nil), "2010-04-30", .current),
        (Period(trusting: Day(2008, 4, 1), until: Day(2010, 5, 1), attested: nil), "2010-05-01", .ended),
        (Period(trusting: Day(2008, 4, 1), until: nil, attested: nil), "2008-03-31", .notYet),
        (Period(trusting: nil, until: nil, attested: Day(2006, 12, 7)), "2006-12-06", .startUnknown),
        (Period(trusting: nil, until: nil, attested: Day(2006, 12, 7)), "2006-12-07", .current),
        (Period(trusting: nil, until: nil, attested: nil), "2020-01-01", .startUnknown),
    ]

    @Test("How a thing stands on a day", arguments: standings)
    func standing(period: Period, day: String, standing: Standing) throws {
        #expect(Standing(period, on: try #require(Day(day))) == standing)
    }

    /// The clocks went forward on 28 March 2010 at 01:00 UTC, and back on 31 October 2010 at 01:00 UTC.
    static let moments: [(String, String)] = [
        ("2010-03-01T14:05:00Z", "1 March 2010 at 2:05pm"), ("2010-03-28T00:59:59Z", "28 March 2010 at 12:59am"),
        ("2010-03-28T01:00:00Z", "28 March 2010 at 2:00am"), ("2010-06-30T23:30:00Z", "1 July 2010 at 12:30am"),
        ("2010-10-31T00:59:00Z", "31 October 2010 at 1:59am"), ("2010-10-31T01:00:00Z", "31 October 2010 at 1:00am"),
        ("2010-07-01 12:00", "1 July 2010 at 12:00pm"), ("1969-07-20T20:17:40.5Z", "20 July 1969 at 9:17pm"),
    ]

    @Test("A moment is read and said by the clocks of England", arguments: moments)
    func moment(typed: String, words: String) throws {
        #expect(Moment.words(try #require(Moment.read(typed))) == words)
    }

    @Test("A day means its last moment")
    func endOfDay() throws {
        let moment = try #require(Moment.read("1 July 2010"))
        #expect(Moment.iso(moment) == "2010-07-01T22:59:59.999999Z")
        #expect(try Moment.iso(#require(Moment.read(Moment.iso(moment)))) == Moment.iso(moment))
    }

    @Test(
        "What is no moment is not read",
        arguments: [
            "", "yesterday", "2010-02-30", "2010-03-01T24:00:00Z", "2010-03-01T1:00Z", "2010-03-01 14",
            "2010-03-01T14:05:60Z",
        ])
    func noMoment(typed: String) { #expect(Moment.read(typed) == nil) }

    @Test("Words for some of a kind")
    func kinds() {
        #expect(DeskWorld.badge.pluralTitle == "Badges of office")
        #expect(DeskWorld.club.article == "a club")
        #expect(Sentence.either(["a", "b", "c"]) == "a, b or c")
        #expect(Sentence.article("organisation") == "an organisation")
    }
}

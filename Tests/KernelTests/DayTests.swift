import Foundation
import Kernel
import Testing

@Suite("A day of the calendar")
struct DayTests {
    @Test(
        "Reads and writes ISO 8601", arguments: ["0001-01-01", "1970-01-01", "2000-02-29", "2009-12-31", "9999-12-31"])
    func roundTrip(text: String) throws { #expect(try day(text).description == text) }

    @Test(
        "Refuses what is not a day",
        arguments: [
            "", "2009", "2009-2-3", "2009-02-29", "1900-02-29", "2009-13-01", "2009-00-10", "2009-01-00", "2009-04-31",
            "0000-01-01", "2009/12/31", "2009-12-31T00:00", " 2009-12-31", "２００９-12-31", "-009-12-31", "2009-12-3l",
        ])
    func refuses(text: String) { #expect(Day(text) == nil) }

    @Test("Agrees with Foundation's Gregorian calendar from 1583 to 2200")
    func agreesWithFoundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for number in stride(from: try day("1583-01-01").number, through: try day("2200-12-31").number, by: 11) {
            let ours = Day(number: number)
            let theirs = calendar.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(number) * 86_400))
            #expect([ours.year, ours.month, ours.day] == [theirs.year, theirs.month, theirs.day])
            #expect(ours.weekday % 7 + 1 == theirs.weekday)
        }
    }

    @Test(
        "Adding months keeps the day, or takes the month's last (TIME-05)",
        arguments: [
            ("2010-01-31", 1, "2010-02-28"), ("2008-01-31", 1, "2008-02-29"), ("2010-03-31", -1, "2010-02-28"),
            ("2010-11-15", 2, "2011-01-15"), ("2010-01-15", -13, "2008-12-15"),
        ])
    func months(start: String, count: Int, end: String) throws {
        #expect(try day(start).adding(months: count) == day(end))
    }

    @Test("Is written as GOV.UK writes a date")
    func long() throws { #expect(try day("2009-12-31").long == "31 December 2009") }

    @Test("Is a string in JSON, and nothing else")
    func json() throws {
        let days = [try day("2009-12-31")]
        #expect(String(decoding: try JSONEncoder().encode(days), as: UTF8.self) == #"["2009-12-31"]"#)
        #expect(try JSONDecoder().decode([Day].self, from: Data(#"["2009-12-31"]"#.utf8)) == days)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Day].self, from: Data(#"["31/12/2009"]"#.utf8))
        }
    }
}

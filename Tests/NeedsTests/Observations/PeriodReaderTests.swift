import Kernel
import Testing

@testable import Needs

/// NE-05: what publishers write for a time, and the days that it stands for.
struct PeriodReaderTests {
    static let times: [(text: String, year: YearType, from: String, until: String)] = [
        ("2024", .financial, "2023-04-01", "2024-04-01"),
        ("2024", .academic, "2023-09-01", "2024-09-01"),
        ("2024", .calendar, "2024-01-01", "2025-01-01"),
        ("2024", .septemberYear, "2023-10-01", "2024-10-01"),
        ("2024", .january, "2024-01-01", "2024-02-01"),
        ("2024", .march, "2024-03-31", "2024-04-01"),
        ("2018 (Rev)", .academic, "2017-09-01", "2018-09-01"),
        ("2020 (Final)", .academic, "2019-09-01", "2020-09-01"),
        ("2025 (prov)", .academic, "2024-09-01", "2025-09-01"),
        ("2016-17 (OT)", .financial, "2016-04-01", "2017-04-01"),
        ("2015/16", .academic, "2015-09-01", "2016-09-01"),
        ("2015-16", .academic, "2015-09-01", "2016-09-01"),
        ("201617", .financial, "2016-04-01", "2017-04-01"),
        // A count in January or in March of a year of two parts is of the year it ends in, however that is written.
        ("2016-17", .january, "2017-01-01", "2017-02-01"),
        ("2016/17", .january, "2017-01-01", "2017-02-01"),
        ("201617", .march, "2017-03-31", "2017-04-01"),
        ("2016-17", .march, "2017-03-31", "2017-04-01"),
        ("1999-00", .financial, "1999-04-01", "2000-04-01"),
        // Calendar years have no halves: these are three of them together.
        ("2014-16", .calendar, "2014-01-01", "2017-01-01"),
        ("2013/14-15/16", .financial, "2013-04-01", "2016-04-01"),
        ("Oct-Dec 2008", .calendar, "2008-10-01", "2009-01-01"),
        ("Jan-Mar 2009", .calendar, "2009-01-01", "2009-04-01"),
        ("Nov-Jan 2010", .calendar, "2009-11-01", "2010-02-01"),
        ("April 2023", .financial, "2023-04-01", "2023-05-01"),
        ("30 June 2019", .calendar, "2019-06-30", "2019-07-01"),
        ("31/03/2024", .financial, "2024-03-31", "2024-04-01"),
        ("2024-03-31", .financial, "2024-03-31", "2024-04-01"),
        ("31-Mar-24", .financial, "2024-03-31", "2024-04-01"),
    ]

    @Test("A time is read as the days it stands for", arguments: times)
    func reading(text: String, year: YearType, from: String, until: String) throws {
        let expected = try #require(Span(Day(from), Day(until)))
        #expect(PeriodReader(year: year).span(text) == expected)
    }

    @Test(
        "What is no time is none",
        arguments: [
            "", "0", "20", "20241", "2024/26", "03/31/2024", "31 Blue 2024", "2017-15", "Q1", "30/02/2024", "201619",
            "9999-12-31", "0001-01-01", "31/12/9999", "December 9999", "2024-03",
        ])
    func none(text: String) { #expect(PeriodReader(year: .financial).span(text) == nil) }

    @Test(
        "Where the mapping says so a year and two digits are a month",
        arguments: YearType.allCases,
        [("2010-12", "2010-12-01", "2011-01-01"), ("2024-03", "2024-03-01", "2024-04-01")])
    func months(year: YearType, time: (text: String, from: String, until: String)) throws {
        let expected = try #require(Span(Day(time.from), Day(time.until)))
        #expect(PeriodReader(year: year, readsMonths: true).span(time.text) == expected)
    }
}

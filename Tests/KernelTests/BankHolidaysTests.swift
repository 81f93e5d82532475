import Kernel
import Testing

@Suite("Bank holidays of England and Wales (TIME-01, TIME-02)")
struct BankHolidaysTests {
    @Test(
        "Easter Sunday, with the earliest, the latest and the awkward years",
        arguments: [
            (1995, "1995-04-16"), (1998, "1998-04-12"), (2000, "2000-04-23"), (2008, "2008-03-23"),
            (2010, "2010-04-04"), (2011, "2011-04-24"), (2019, "2019-04-21"), (2038, "2038-04-25"),
            (2049, "2049-04-18"), (2076, "2076-04-19"), (2285, "2285-03-22"),
        ])
    func easter(year: Int, sunday: String) throws {
        let holidays = try BankHolidays.in(year)
        let (friday, monday) = (try day(sunday).adding(days: -2), try day(sunday).adding(days: 1))
        #expect(holidays.first { $0.name == "Good Friday" }?.day == friday)
        #expect(holidays.first { $0.name == "Easter Monday" }?.day == monday)
    }

    @Test("An ordinary year has eight, in order")
    func ordinaryYear() throws {
        let days = try BankHolidays.in(2009).map(\.day.description)
        #expect(
            days == [
                "2009-01-01", "2009-04-10", "2009-04-13", "2009-05-04", "2009-05-25", "2009-08-31", "2009-12-25",
                "2009-12-28",
            ])
    }

    @Test(
        "Proclaimed once, or moved, with the power used",
        arguments: [
            ("1995-05-08", "s1(3)"), ("1999-12-31", "s1(3)"), ("2002-06-03", "s1(3)"), ("2002-06-04", "s1(2)"),
            ("2011-04-29", "s1(3)"), ("2012-06-04", "s1(2)"), ("2012-06-05", "s1(3)"), ("2020-05-08", "s1(3)"),
            ("2022-06-02", "s1(2)"), ("2022-06-03", "s1(3)"), ("2022-09-19", "s1(3)"), ("2023-05-08", "s1(3)"),
        ])
    func proclaimed(text: String, power: String) throws {
        let holiday = try #require(try BankHolidays.on(day(text)))
        #expect(holiday.source == Citation("BFDA1971", power))
    }

    @Test(
        "The days that those were moved from were worked",
        arguments: [
            "1995-05-01", "2002-05-27", "2012-05-28", "2020-05-04", "2022-05-30",
        ])
    func movedFrom(text: String) throws { #expect(try day(text).isWorkingDay) }

    @Test(
        "Christmas and New Year when they meet a weekend",
        arguments: [
            ("2009-12-26", nil), ("2009-12-28", "Boxing Day (substitute)"),
            ("2010-12-25", nil), ("2010-12-27", "Christmas Day (substitute)"),
            ("2010-12-28", "Boxing Day (substitute)"),
            ("2011-12-26", "Boxing Day"), ("2011-12-27", "Christmas Day (substitute)"), ("2011-12-28", nil),
            ("2011-01-01", nil), ("2011-01-03", "New Year's Day (substitute)"),
            ("2012-01-02", "New Year's Day (substitute)"), ("2013-01-01", "New Year's Day"),
        ])
    func weekends(text: String, name: String?) throws { #expect(try BankHolidays.on(day(text))?.name == name) }

    @Test("Years beyond those that are remembered are computed alike")
    func farYears() throws {
        let christmas = try day("2103-12-25")
        #expect(try BankHolidays.on(christmas)?.name == "Christmas Day")
        #expect(try BankHolidays.on(christmas.adding(days: -1)) == nil)
    }

    @Test("Before 1995 it cannot be told, and says so")
    func tooEarly() throws {
        let eve = try day("1994-12-30")
        #expect(throws: Refusal.self) { try BankHolidays.in(1994) }
        #expect(throws: Refusal.self) { try BankHolidays.on(eve) }
        #expect(throws: Refusal.self) { try eve.isWorkingDay }
        #expect(throws: Refusal.self) { try day("1995-01-03").adding(WorkingDays(-1)) }
    }
}

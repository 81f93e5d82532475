/// What royal proclamations have changed since 1995. A new one is a new line here.
extension BankHolidays {
    /// Holidays of the standing pattern that one year had on another day.
    static let moved: [Int: (earlyMay: BankHoliday?, spring: BankHoliday?)] = [
        1995: (earlyMay: movedEarlyMay(1995, "Early May bank holiday (VE Day, 50 years)"), spring: nil),
        2002: (earlyMay: nil, spring: movedSpring(2002, 6, 4)),
        2012: (earlyMay: nil, spring: movedSpring(2012, 6, 4)),
        2020: (earlyMay: movedEarlyMay(2020, "Early May bank holiday (VE Day, 75 years)"), spring: nil),
        2022: (earlyMay: nil, spring: movedSpring(2022, 6, 2)),
    ]

    /// Holidays that were given once.
    static func proclaimedOnce(_ year: Int) -> [BankHoliday] {
        switch year {
        case 1999: [once(1999, 12, 31, "Millennium bank holiday")]
        case 2002: [once(2002, 6, 3, "Golden Jubilee of Queen Elizabeth II")]
        case 2011: [once(2011, 4, 29, "Wedding of Prince William and Catherine Middleton")]
        case 2012: [once(2012, 6, 5, "Diamond Jubilee of Queen Elizabeth II")]
        case 2022:
            [
                once(2022, 6, 3, "Platinum Jubilee of Queen Elizabeth II"),
                once(2022, 9, 19, "State funeral of Queen Elizabeth II"),
            ]
        case 2023: [once(2023, 5, 8, "Coronation of King Charles III")]
        default: []
        }
    }

    private static func once(_ year: Int, _ month: Int, _ day: Int, _ name: String) -> BankHoliday {
        BankHoliday(day: Day(trusting: year, month, day), name: name, source: BankHoliday.Source.proclaimed)
    }

    /// Early May is itself proclaimed each year, so moving it needs no other power.
    private static func movedEarlyMay(_ year: Int, _ name: String) -> BankHoliday {
        BankHoliday(day: Day(trusting: year, 5, 8), name: name, source: BankHoliday.Source.proclaimed)
    }

    private static func movedSpring(_ year: Int, _ month: Int, _ day: Int) -> BankHoliday {
        BankHoliday(
            day: Day(trusting: year, month, day), name: "Spring bank holiday", source: BankHoliday.Source.moved)
    }
}

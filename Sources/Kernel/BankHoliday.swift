/// A day on which no office of a council is expected to be open, with its name and the power that made it one.
public struct BankHoliday: Hashable, Sendable {
    public let day: Day
    /// As GOV.UK names it; a weekday that stands in for a weekend is marked "(substitute)".
    public let name: String
    public let source: Citation

    /// Parts of the Banking and Financial Dealings Act 1971, and what was there before it.
    enum Source {
        static let commonLaw = Citation("common-law", "custom")
        static let schedule = Citation("BFDA1971", "Sch 1 para 1")
        /// A day of the Schedule moved by royal proclamation.
        static let moved = Citation("BFDA1971", "s1(2)")
        /// A day appointed by royal proclamation, each year or once.
        static let proclaimed = Citation("BFDA1971", "s1(3)")
    }
}

extension BankHoliday: Comparable {
    public static func < (one: BankHoliday, other: BankHoliday) -> Bool { one.day < other.day }
}

/// The bank holidays of England and Wales, Good Friday and Christmas Day among them, from 1995 on.
///
/// Rules TIME-01 and TIME-02 in docs/rules/time.md. The years to come follow the standing pattern: a holiday that is
/// proclaimed later is added to `BankHolidays.proclaimedOnce` when it is.
public enum BankHolidays {
    /// The first year held. Earlier ones would need proclamations that nobody has checked for this list.
    public static let firstYear = 1995

    /// The holiday on a day, or nil for an ordinary day, as a Sunday is whose substitute is the Monday.
    /// - Throws: `Refusal.outOfOrder` before 1995.
    public static func on(_ day: Day) throws(Refusal) -> BankHoliday? {
        if let holiday = remembered[day] { return holiday }
        if rememberedYears.contains(day.year) { return nil }
        return try BankHolidays.in(day.year).first { $0.day == day }
    }

    /// The holidays of a year, in order.
    /// - Throws: `Refusal.outOfOrder` before 1995.
    public static func `in`(_ year: Int) throws(Refusal) -> [BankHoliday] {
        guard year >= firstYear else {
            throw .outOfOrder("Bank holidays before \(firstYear) are not held, so this cannot be told for \(year)")
        }
        return computed(year)
    }

    /// Years in ordinary use are worked out once: a check asks for the same days many thousand times.
    private static let rememberedYears = firstYear...2100
    private static let remembered = Dictionary(
        uniqueKeysWithValues: rememberedYears.flatMap(computed).map { ($0.day, $0) }
    )

    private static func computed(_ year: Int) -> [BankHoliday] {
        (newYear(year) + easter(year) + may(year) + summer(year) + christmas(year) + proclaimedOnce(year)).sorted()
    }
}

// MARK: - The standing pattern

extension BankHolidays {
    private static func newYear(_ year: Int) -> [BankHoliday] {
        let day = Day(trusting: year, 1, 1)
        return [substitute(for: day, "New Year's Day", BankHoliday.Source.proclaimed)]
    }

    private static func easter(_ year: Int) -> [BankHoliday] {
        let sunday = Easter.sunday(in: year)
        return [
            BankHoliday(day: sunday.adding(days: -2), name: "Good Friday", source: BankHoliday.Source.commonLaw),
            BankHoliday(day: sunday.adding(days: 1), name: "Easter Monday", source: BankHoliday.Source.schedule),
        ]
    }

    private static func may(_ year: Int) -> [BankHoliday] {
        [
            moved[year]?.earlyMay
                ?? BankHoliday(
                    day: monday(onOrAfter: Day(trusting: year, 5, 1)), name: "Early May bank holiday",
                    source: BankHoliday.Source.proclaimed),
            moved[year]?.spring
                ?? BankHoliday(
                    day: monday(onOrAfter: Day(trusting: year, 5, 25)), name: "Spring bank holiday",
                    source: BankHoliday.Source.schedule),
        ]
    }

    private static func summer(_ year: Int) -> [BankHoliday] {
        let day = monday(onOrAfter: Day(trusting: year, 8, 25))
        return [BankHoliday(day: day, name: "Summer bank holiday", source: BankHoliday.Source.schedule)]
    }

    /// The Schedule gives 26 December unless it is a Sunday, and 27 December when the 25th or 26th is one;
    /// a proclamation gives 28 December when the 25th or 26th is a Saturday.
    private static func christmas(_ year: Int) -> [BankHoliday] {
        typealias Source = BankHoliday.Source
        let days = (25...28).map { Day(trusting: year, 12, $0) }
        let names = (
            christmas: "Christmas Day", boxing: "Boxing Day",
            christmasInstead: "Christmas Day (substitute)", boxingInstead: "Boxing Day (substitute)"
        )
        return switch days[0].weekday {
        case 5:  // Friday and Saturday
            [
                BankHoliday(day: days[0], name: names.christmas, source: Source.commonLaw),
                BankHoliday(day: days[3], name: names.boxingInstead, source: Source.proclaimed),
            ]
        case 6:  // Saturday and Sunday
            [
                BankHoliday(day: days[2], name: names.christmasInstead, source: Source.schedule),
                BankHoliday(day: days[3], name: names.boxingInstead, source: Source.proclaimed),
            ]
        case 7:  // Sunday and Monday
            [
                BankHoliday(day: days[1], name: names.boxing, source: Source.schedule),
                BankHoliday(day: days[2], name: names.christmasInstead, source: Source.schedule),
            ]
        default:
            [
                BankHoliday(day: days[0], name: names.christmas, source: Source.commonLaw),
                BankHoliday(day: days[1], name: names.boxing, source: Source.schedule),
            ]
        }
    }

    private static func substitute(for day: Day, _ name: String, _ source: Citation) -> BankHoliday {
        let monday = monday(onOrAfter: day)
        return day.weekday < 6
            ? BankHoliday(day: day, name: name, source: source)
            : BankHoliday(day: monday, name: "\(name) (substitute)", source: source)
    }

    private static func monday(onOrAfter day: Day) -> Day { day.adding(days: (8 - day.weekday) % 7) }
}

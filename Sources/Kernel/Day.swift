/// One day of the calendar, with no time and no zone. Written `2009-12-31`.
///
/// Proleptic Gregorian, years 1 to 9999.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970.
    public let number: Int

    public init(number: Int) { self.number = number }

    /// Nil unless the day exists.
    public init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Day.length(of: month, in: year)).contains(day)
        else { return nil }
        self.init(trusting: year, month, day)
    }

    /// For days that the caller's own arithmetic makes sure of.
    init(trusting year: Int, _ month: Int, _ day: Int) { number = Day.number(year, month, day) }

    /// Reads `2009-12-31`, and nothing else.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Day.integer(bytes[0..<4]), let month = Day.integer(bytes[5..<7]),
            let day = Day.integer(bytes[8..<10])
        else { return nil }
        self.init(year, month, day)
    }

    public static func < (one: Day, other: Day) -> Bool { one.number < other.number }

    public func adding(days: Int) -> Day { Day(number: number + days) }

    /// The corresponding day of a later month; its last day when the month is shorter
    /// (TIME-05 in docs/rules/time.md; *Dodds v Walker* [1981]).
    public func adding(months: Int) -> Day {
        let count = year * 12 + month - 1 + months
        let (newYear, newMonth) = (count.flooredQuotient(12), count.flooredRemainder(12) + 1)
        return Day(number: Day.number(newYear, newMonth, min(day, Day.length(of: newMonth, in: newYear))))
    }

    public static func days(from start: Day, to end: Day) -> Int { end.number - start.number }

    private static func integer(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }
}

// MARK: - Parts

extension Day {
    public var year: Int { parts.year }
    public var month: Int { parts.month }
    public var day: Int { parts.day }

    /// 1 is Monday, 7 is Sunday.
    public var weekday: Int { (number + 3).flooredRemainder(7) + 1 }

    /// Year, month and day, by Hinnant's days-to-civil algorithm: eras of 400 years that begin on 1 March.
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = shifted.flooredQuotient(146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear.flooredQuotient(400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

// MARK: - Text

extension Day: LosslessStringConvertible {
    /// `2009-12-31`
    public var description: String {
        let (year, month, day) = parts
        return Day.padded(year, 4) + "-" + Day.padded(month, 2) + "-" + Day.padded(day, 2)
    }

    /// `31 December 2009`, as GOV.UK writes a date.
    public var long: String { "\(parts.day) \(Day.months[parts.month - 1]) \(parts.year)" }

    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}

extension Day: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\(text) is not a day such as 2009-12-31")
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Int {
    func flooredQuotient(_ divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }

    func flooredRemainder(_ divisor: Int) -> Int { self - flooredQuotient(divisor) * divisor }
}

public import Foundation
import Kernel

/// A moment as microseconds since 1970, and as the text SQLite holds: `2009-12-31T23:59:59.000000Z`.
///
/// Both engines keep the same microsecond, so a moment read back is the moment written.
public enum Instant {
    /// From 1 January of the year 1 to the end of 9999: what both engines can say.
    static let range: ClosedRange<Int64> = -62_135_596_800_000_000...253_402_300_799_999_999
    private static let reference: Int64 = 978_307_200_000_000

    /// The nearest microsecond since 1970; a moment outside the years 1 to 9999 is taken as the nearest in them.
    public static func microseconds(of date: Date) -> Int64 {
        let since = (date.timeIntervalSinceReferenceDate * 1_000_000).rounded()
        guard since > -1e17 else { return range.lowerBound }
        guard since < 1e17 else { return range.upperBound }
        return min(max(Int64(since) + reference, range.lowerBound), range.upperBound)
    }

    public static func date(_ microseconds: Int64) -> Date {
        Date(timeIntervalSinceReferenceDate: Double(microseconds - reference) / 1_000_000)
    }

    /// `2009-12-31T23:59:59.000000Z`: always 27 characters, so that text sorts as time does.
    public static func text(_ microseconds: Int64) -> String {
        let (quotient, remainder) = Int(microseconds).quotientAndRemainder(dividingBy: 86_400_000_000)
        let day = remainder < 0 ? quotient - 1 : quotient
        var number = remainder < 0 ? remainder + 86_400_000_000 : remainder
        var digits = [UInt8](repeating: UInt8(ascii: "0"), count: 15)
        for place in stride(from: 14, through: 9, by: -1) { (number, digits[place]) = split(number, by: 10) }
        digits[8] = UInt8(ascii: ".")
        for (place, unit) in [(7, 10), (6, 6), (4, 10), (3, 6), (1, 10), (0, 10)] {
            (number, digits[place]) = split(number, by: unit)
        }
        (digits[5], digits[2]) = (UInt8(ascii: ":"), UInt8(ascii: ":"))
        return Day(number: day).description + "T" + String(decoding: digits, as: UTF8.self) + "Z"
    }

    private static func split(_ number: Int, by unit: Int) -> (Int, UInt8) {
        (number / unit, UInt8(ascii: "0") + UInt8(number % unit))
    }

    /// Microseconds since 1970 of a text in the form that `text` writes; nil for any other.
    public static func microseconds(_ text: UnsafeRawBufferPointer) -> Int64? {
        guard text.count == 27, text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"),
            text[16] == UInt8(ascii: ":"),
            text[19] == UInt8(ascii: "."), text[26] == UInt8(ascii: "Z"),
            let day = day(UnsafeRawBufferPointer(rebasing: text[0..<10])),
            let hour = number(text, 11, 13), hour < 24, let minute = number(text, 14, 16), minute < 60,
            let second = number(text, 17, 19), second < 60, let fraction = number(text, 20, 26)
        else { return nil }
        return Int64(((day.number * 24 + hour) * 60 + minute) * 60 + second) * 1_000_000 + Int64(fraction)
    }

    /// The day that `2009-12-31` names; nil for any other form.
    static func day(_ text: UnsafeRawBufferPointer) -> Day? {
        guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            let year = number(text, 0, 4), let month = number(text, 5, 7), let day = number(text, 8, 10)
        else { return nil }
        return Day(year, month, day)
    }

    private static func number(_ text: UnsafeRawBufferPointer, _ from: Int, _ until: Int) -> Int? {
        var value = 0
        for place in from..<until {
            let digit = text[place] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }
}

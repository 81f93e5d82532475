public import Foundation
import Kernel
import Store

/// Moments, as people write them and as they read them: by the clocks of England.
public enum Moment {
    /// "1 March 2010 at 2:05pm".
    public static func words(_ moment: Date) -> String {
        let (day, minutes) = clock(moment)
        let (hour, minute) = (minutes / 60, minutes % 60)
        let shown = "\((hour + 11) % 12 + 1):\(minute < 10 ? "0" : "")\(minute)\(hour < 12 ? "am" : "pm")"
        return "\(day.long) at \(shown)"
    }

    /// As a machine writes it, in UTC, to the microsecond.
    public static func iso(_ moment: Date) -> String { Instant.text(Instant.microseconds(of: moment)) }

    /// Reads `2010-03-01T14:05:00Z`, with a fraction or without, `2010-03-01 14:05` by the clocks of England, or a day,
    /// which means its last moment. Nil for anything else.
    public static func read(_ text: String) -> Date? {
        if let day = Day(typed: text) { return start(of: day.adding(days: 1)).addingTimeInterval(-0.000_001) }
        let characters = Array(text.utf8)
        guard characters.count >= 16, characters.count <= 40,
            let day = Day(String(decoding: characters[..<10], as: UTF8.self)),
            let time = seconds(String(decoding: characters[11...], as: UTF8.self))
        else { return nil }
        switch (characters[10], time.isUTC) {
        case (UInt8(ascii: "T"), true), (UInt8(ascii: " "), true):
            return Date(timeIntervalSince1970: Double(day.number) * 86_400 + time.seconds)
        case (UInt8(ascii: "T"), false), (UInt8(ascii: " "), false):
            return start(of: day).addingTimeInterval(time.seconds)
        default: return nil
        }
    }

    /// `14:05`, `14:05:09`, `14:05:09.25`, with `Z` after it or not.
    private static func seconds(_ text: String) -> (seconds: Double, isUTC: Bool)? {
        let isUTC = text.hasSuffix("Z")
        let parts = (isUTC ? text.dropLast() : text[...]).split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), let hour = number(parts[0]), hour < 24, let minute = number(parts[1]),
            minute < 60
        else { return nil }
        guard parts.count == 3 else { return (Double(hour * 3_600 + minute * 60), isUTC) }
        let halves = parts[2].split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = halves.first.flatMap(number), whole < 60, halves.count <= 2 else { return nil }
        var fraction = 0.0
        if halves.count == 2 {
            guard (1...6).contains(halves[1].utf8.count), halves[1].allSatisfy(\.isWholeNumber),
                let digits = Double("0." + halves[1])
            else { return nil }
            fraction = digits
        }
        return (Double(hour * 3_600 + minute * 60 + whole) + fraction, isUTC)
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.count == 2 && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            ? Int(text) : nil
    }

    /// The day and the minute of it that the clocks of England show.
    private static func clock(_ moment: Date) -> (day: Day, minutes: Int) {
        let seconds = Int(moment.timeIntervalSince1970.rounded(.down))
        let shown = seconds + (isSummer(seconds) ? 3_600 : 0)
        let day = (Double(shown) / 86_400).rounded(.down)
        return (Day(number: Int(day)), (shown - Int(day) * 86_400) / 60)
    }

    /// When a day begins in England.
    private static func start(of day: Day) -> Date {
        let midnight = day.number * 86_400
        return Date(timeIntervalSince1970: Double(isSummer(midnight - 3_600) ? midnight - 3_600 : midnight))
    }

    /// The clocks change at 01:00 UTC, so what holds from then on holds at 23:30 of that day; and then, in summer, it
    /// is already the next day in England.
    private static func isSummer(_ seconds: Int) -> Bool {
        let day = Int((Double(seconds - 3_600) / 86_400).rounded(.down))
        let evening = Date(timeIntervalSince1970: Double(day * 86_400 + 84_600))
        return Day(inEnglandAt: evening).number > day
    }
}

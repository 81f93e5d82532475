/// A time of day as the clocks of the place show it, with no day and no zone. Written `18:30`.
///
/// A meeting at half past six is at half past six before and after the clocks change.
public struct ClockTime: Hashable, Comparable, Sendable {
    /// Minutes since midnight, 0 to 1439.
    public let minutes: Int

    /// Nil unless there is such a time.
    public init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        minutes = hour * 60 + minute
    }

    /// Reads `18:30`, and nothing else.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"), let hour = ClockTime.number(text.prefix(2)),
            let minute = ClockTime.number(text.suffix(2))
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    /// Reads a time as people type one: `18:30`, `18.30`, `6:30pm`, `6.30 pm`, `6pm`.
    public init?(typed text: String) {
        var text = text.lowercased().filter { $0 != " " }
        guard text.utf8.count <= 8 else { return nil }
        let half = ["am", "pm"].first { text.hasSuffix($0) }
        if half != nil { text.removeLast(2) }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
        guard parts.count <= 2, let hour = ClockTime.number(parts[0]), half != nil || parts.count == 2 else {
            return nil
        }
        guard let minute = parts.count == 2 ? ClockTime.number(parts[1]) : 0, parts.count == 1 || parts[1].count == 2
        else { return nil }
        guard half != nil else { self.init(hour: hour, minute: minute); return }
        guard (1...12).contains(hour) else { return nil }
        self.init(hour: hour % 12 + (half == "pm" ? 12 : 0), minute: minute)
    }

    public static func < (one: ClockTime, other: ClockTime) -> Bool { one.minutes < other.minutes }

    private static func number(_ digits: some StringProtocol) -> Int? {
        guard (1...2).contains(digits.utf8.count), digits.utf8.allSatisfy(isDigit) else { return nil }
        return Int(digits)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
}

extension ClockTime: CustomStringConvertible {
    /// `18:30`
    public var description: String {
        [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    /// `6:30pm`, as GOV.UK writes a time; `midday` and `midnight` are said so.
    public var words: String {
        if minutes == 0 { return "midnight" }
        if minutes == 720 { return "midday" }
        let (hour, minute) = (minutes / 60, minutes % 60)
        let past = minute == 0 ? "" : ":\(minute < 10 ? "0" : "")\(minute)"
        return "\((hour + 11) % 12 + 1)\(past)\(hour < 12 ? "am" : "pm")"
    }
}

/// A length of time as an operator writes it: a whole number and a unit, `30s`.
public enum TimeText {
    private static let units: [(name: String, milliseconds: Int64)] = [
        ("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
    ]

    /// Nil unless the text is a whole number and one of `ms`, `s`, `m`, `h`, `d`.
    public static func duration(_ text: String) -> Duration? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text[digits.endIndex...].trimmingPrefix(while: \.isWhitespace)
        guard let count = Int64(digits), let one = units.first(where: { $0.name == unit })?.milliseconds else {
            return nil
        }
        let (milliseconds, isTooLong) = count.multipliedReportingOverflow(by: one)
        return isTooLong ? nil : .milliseconds(milliseconds)
    }

    /// In the largest unit that says it exactly.
    public static func text(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let milliseconds = seconds * 1_000 + attoseconds / 1_000_000_000_000_000
        let unit = units.last { milliseconds != 0 && milliseconds.isMultiple(of: $0.milliseconds) } ?? units[1]
        return "\(milliseconds / unit.milliseconds)\(unit.name)"
    }
}

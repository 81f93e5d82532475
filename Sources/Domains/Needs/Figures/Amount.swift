/// A number exactly as published: 24.20 is 2420 with two decimal places, and not 24.2.
public struct Amount: Hashable, Sendable {
    /// The digits, without the point.
    public let mantissa: Int64
    /// How many of them stand after it.
    public let decimals: Int

    public static let decimalsMax = 30
    /// No figure of a place's needs is as large: one that is was mistyped, and could not be added to others.
    public static let sizeMax = 1e15

    public init(_ mantissa: Int64, decimals: Int = 0) { (self.mantissa, self.decimals) = (mantissa, decimals) }

    /// Reads `1234`, `-0.5`, `24.20`, `1,234.5` and, as spreadsheets write what is small, `9.7E-2`; nil for anything
    /// else, and for more digits than 64 bits hold.
    public init?(published text: some StringProtocol) {
        guard let mark = text.utf8.firstIndex(where: { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") }) else {
            self.init(plain: text)
            return
        }
        guard let base = Amount(plain: text[..<mark]), let power = Int(text[mark...].dropFirst()),
            (-Amount.decimalsMax...Amount.decimalsMax).contains(power),
            (0...Amount.decimalsMax).contains(base.decimals - power)
        else { return nil }
        self.init(base.mantissa, decimals: base.decimals - power)
    }

    private init?(plain text: some StringProtocol) {
        var mantissa: Int64 = 0, decimals = 0, digits = 0, hasPoint = false, isNegative = false, sinceComma: Int?
        for (position, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let (ten, isOver) = mantissa.multipliedReportingOverflow(by: 10)
                let (sum, isOverToo) = ten.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
                if isOver || isOverToo { return nil }
                mantissa = sum
                digits += 1
                if hasPoint { decimals += 1 } else if let since = sinceComma { sinceComma = since + 1 }
            case UInt8(ascii: "-") where position == 0: isNegative = true
            case UInt8(ascii: ".") where !hasPoint:
                if let since = sinceComma, since != 3 { return nil }
                hasPoint = true
            case UInt8(ascii: ",") where !hasPoint && digits > 0:
                if let since = sinceComma, since != 3 { return nil }
                if sinceComma == nil, digits > 3 { return nil }
                sinceComma = 0
            default: return nil
            }
        }
        if !hasPoint, let since = sinceComma, since != 3 { return nil }
        guard digits > 0, !hasPoint || decimals > 0, decimals <= Amount.decimalsMax else { return nil }
        self.init(isNegative ? -mantissa : mantissa, decimals: decimals)
    }

    /// The nearest binary number, to draw and to compare with. What is kept and shown is not it.
    public var double: Double {
        // Exact powers, so that 24.2 is the same double as the literal.
        decimals <= 22
            ? Double(mantissa) / Amount.powers[decimals]
            : Double(mantissa) / Amount.powers[22] / Amount.powers[decimals - 22]
    }

    /// Whether it is small enough to be one figure among others.
    public var isInReach: Bool { abs(double) <= Amount.sizeMax }

    /// With so many decimal places at most, halves away from nought, as publishers round.
    public func rounded(to places: Int) -> Amount {
        guard places < decimals else { return self }
        guard decimals - places <= 18 else { return Amount(0, decimals: places) }
        let divisor = Int64(Amount.powers[decimals - places])
        let (quotient, rest) = mantissa.quotientAndRemainder(dividingBy: divisor)
        let up: Int64 = rest.magnitude >= (divisor.magnitude + 1) / 2 ? (mantissa < 0 ? -1 : 1) : 0
        return Amount(quotient + up, decimals: places)
    }

    /// As published, without the tail that a spreadsheet's binary fraction leaves: 18.920000000000002 is 18.92.
    var withoutTail: Amount {
        guard decimals > Amount.tailBegins else { return self }
        var short = rounded(to: Amount.tailBegins)
        guard short.mantissa != 0 else { return self }
        while short.decimals > 0, short.mantissa.isMultiple(of: 10) {
            short = Amount(short.mantissa / 10, decimals: short.decimals - 1)
        }
        return short
    }

    /// No publisher gives so many places on purpose.
    private static let tailBegins = 9

    /// One whole number over another, times `per`, rounded; nil without a denominator, or where 64 bits do not hold it.
    public static func share(_ numerator: Int, of denominator: Int, per: Int = 100, decimals: Int) -> Amount? {
        guard denominator > 0, (0...9).contains(decimals) else { return nil }
        let (times, isOver) = numerator.multipliedReportingOverflow(by: per)
        let (scaled, isOverToo) = times.multipliedReportingOverflow(by: Int(powers[decimals]))
        guard !isOver, !isOverToo else { return nil }
        let (quotient, rest) = scaled.quotientAndRemainder(dividingBy: denominator)
        let up = 2 * rest.magnitude >= denominator.magnitude ? (scaled < 0 ? -1 : 1) : 0
        return Amount(Int64(quotient + up), decimals: decimals)
    }

    private static let powers: [Double] = (0...22).map { power in
        (0..<power).reduce(1.0) { product, _ in product * 10 }
    }
}

extension Amount: Comparable {
    public static func < (one: Amount, other: Amount) -> Bool {
        if one.decimals == other.decimals { return one.mantissa < other.mantissa }
        return one.double < other.double
    }
}

extension Amount: CustomStringConvertible {
    /// As it was published, without commas: `24.20`.
    public var description: String {
        guard decimals > 0 else { return String(mantissa) }
        let digits = String(mantissa.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
        return (mantissa < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}

/// An amount of sterling in whole pence. Sums that would not fit are refused, not wrapped.
public struct Money: Hashable, Sendable {
    public let pence: Int64
    public init(pence: Int64) { self.pence = pence }

    public static let zero = Money(pence: 0)
}

extension Money: Comparable {
    public static func < (one: Money, other: Money) -> Bool { one.pence < other.pence }
}

extension Money: Codable {
    public init(from decoder: any Decoder) throws { pence = try decoder.singleValueContainer().decode(Int64.self) }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(pence)
    }
}

// MARK: - Sums

extension Money {
    /// - Throws: `Refusal.tooLarge` when the sum does not fit.
    public func adding(_ other: Money) throws(Refusal) -> Money {
        try Money(checked: pence.addingReportingOverflow(other.pence))
    }

    /// - Throws: `Refusal.tooLarge` when the difference does not fit.
    public func subtracting(_ other: Money) throws(Refusal) -> Money {
        try Money(checked: pence.subtractingReportingOverflow(other.pence))
    }

    /// - Throws: `Refusal.tooLarge` when the product does not fit.
    public func times(_ count: Int64) throws(Refusal) -> Money {
        try Money(checked: pence.multipliedReportingOverflow(by: count))
    }

    /// - Throws: `Refusal.tooLarge` when the total does not fit.
    public static func total(of amounts: some Sequence<Money>) throws(Refusal) -> Money {
        var total = Money.zero
        for amount in amounts { total = try total.adding(amount) }
        return total
    }

    private init(checked result: (partialValue: Int64, overflow: Bool)) throws(Refusal) {
        guard !result.overflow else { throw .tooLarge("The amount is too large to be held") }
        pence = result.partialValue
    }
}

// MARK: - Text

extension Money: LosslessStringConvertible {
    /// `£1,234.56`, and `-£1,234.56` for a debt.
    public var description: String {
        let pounds = String(pence.magnitude / 100), pennies = pence.magnitude % 100
        return (pence < 0 ? "-£" : "£") + Money.grouped(pounds) + (pennies < 10 ? ".0" : ".") + String(pennies)
    }

    /// Reads `£1,234.56`, `1234.56`, `£1,234` and `-£5`: pounds, with two digits of pence or none.
    ///
    /// Nil for anything else, such as commas in the wrong place or one digit of pence, since each has two readings.
    public init?(_ text: String) {
        var rest = Substring(text)
        let isNegative = rest.first == "-"
        if isNegative { rest.removeFirst() }
        if rest.first == "£" { rest.removeFirst() }
        let halves = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let pounds = Money.digits(ungrouping: halves[0]) else { return nil }
        let pennies = halves.count == 2 ? String(halves[1]) : "00"
        guard pennies.utf8.count == 2, pennies.utf8.allSatisfy(Money.isDigit),
            let pence = Int64((isNegative ? "-" : "") + pounds + pennies)
        else { return nil }
        self.init(pence: pence)
    }

    /// The digits of `1234` or `1,234`; nil when the commas are not every three digits from the right.
    private static func digits(ungrouping text: Substring) -> String? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        let digits = groups.joined()
        guard !digits.isEmpty, digits.utf8.allSatisfy(isDigit), groups.count == 1 || grouped(digits) == text
        else { return nil }
        return digits
    }

    private static func grouped(_ digits: String) -> String {
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.utf8.count - place) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

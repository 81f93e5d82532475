/// So many out of so many, and what may be shown of it.
///
/// The raw counts are private and nothing prints them: a page, a log line or a debugger's dump of a tally gives only
/// `shown`. Whoever counts must say from what number on a count may be shown.
public struct Tally: Hashable, Sendable {
    private let numerator: Int
    private let denominator: Int
    private let threshold: Int

    /// A threshold for counts that could never point at a child or a family, such as members who came to a meeting.
    public static let hidingNothing = 0

    /// Far more than there are people.
    public static let denominatorMax = 1_000_000_000_000

    /// - Parameter threshold: the smallest count that may be shown, other than none at all.
    /// - Throws: `Refusal.invalid` unless the part is between none and the whole.
    public init(_ numerator: Int, of denominator: Int, hidingBelow threshold: Int) throws(Refusal) {
        guard numerator >= 0, numerator <= denominator, denominator <= Tally.denominatorMax else {
            throw .invalid([Problem("count", "The part counted must be between none and the whole")])
        }
        self.numerator = numerator
        self.denominator = denominator
        self.threshold = threshold
    }

    /// What may leave the room.
    public enum Shown: Hashable, Sendable {
        case figure(Figure)
        case suppressed(Suppression)
    }

    /// Why a figure is withheld.
    public enum Suppression: String, Sendable {
        /// The part, the rest or the whole is itself small enough to point at somebody.
        case primary
    }

    /// Counts that may be shown.
    public struct Figure: Hashable, Sendable {
        public let numerator: Int
        public let denominator: Int

        /// To the nearest whole number, halves rounded up; nil when there is nothing to take a share of.
        public var percent: Int? { denominator == 0 ? nil : (200 * numerator + denominator) / (2 * denominator) }
    }

    /// None is shown; a part, a rest or a whole between none and the threshold hides the tally, since any two of them
    /// give away the third.
    public var shown: Shown {
        let isSmall = [numerator, denominator - numerator, denominator].contains {
            (1..<max(1, threshold)).contains($0)
        }
        return isSmall ? .suppressed(.primary) : .figure(Figure(numerator: numerator, denominator: denominator))
    }
}

extension Tally: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// `9 of 12 (75%)`, or `suppressed`.
    public var description: String {
        switch shown {
        case .figure(let figure):
            "\(figure.numerator) of \(figure.denominator)" + (figure.percent.map { " (\($0)%)" } ?? "")
        case .suppressed: "suppressed"
        }
    }

    public var debugDescription: String { description }

    /// Without this `dump` and a failed expectation would print the private counts.
    public var customMirror: Mirror { Mirror(self, children: ["shown": description]) }
}

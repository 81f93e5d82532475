/// What a publisher puts where a figure would stand, and what it means by it. Never nought (rule NE-03).
public struct Mark: Hashable, Sendable {
    /// As published: `c`, `..`; empty for an empty cell.
    public let text: String
    public let meaning: Meaning

    public init(_ text: String, _ meaning: Meaning) { (self.text, self.meaning) = (text, meaning) }

    /// Why there is no figure.
    public enum Meaning: String, CaseIterable, Sendable {
        /// Withheld so that nobody can be told from it.
        case suppressed
        /// There could be none: the thing does not exist there.
        case notApplicable = "not-applicable"
        /// There is none, for another reason or one that is not known.
        case notAvailable = "not-available"
        /// There is one, which its publisher does not stand by.
        case unreliable
        /// More than nought, and less than half of the last digit that is shown.
        case negligible
        /// Whoever was asked made no return.
        case noReturn = "no-return"
        /// No figure is given, and its publisher does not say why.
        case notGiven = "not-given"

        /// As a page says it in place of the figure.
        public var words: String {
            switch self {
            case .suppressed: "Withheld"
            case .notApplicable: "Not applicable"
            case .notAvailable: "Not available"
            case .unreliable: "Not reliable"
            case .negligible: "Rounds to nought, and is not"
            case .noReturn: "No return"
            case .notGiven: "Not given"
            }
        }
    }
}

/// What stands in a cell: a figure, or a mark instead of one.
public enum Published: Hashable, Sendable {
    case amount(Amount)
    case marked(Mark)

    /// The figure; nil where a mark stands instead.
    public var amount: Amount? { if case .amount(let amount) = self { amount } else { nil } }

    /// As a page says it.
    public var words: String {
        switch self {
        case .amount(let amount): amount.description
        case .marked(let mark): mark.meaning.words
        }
    }
}

/// What a verification found.
public struct Verdict: Sendable, Equatable {
    /// All facts, sealed or not.
    public let facts: Int
    public let sealed: Int
    /// Committed and waiting to be sealed: not yet covered by the chain.
    public let unsealed: Int
    /// The first fact that does not fit; nil when all fit.
    public let firstMisfit: Misfit?

    public init(facts: Int, sealed: Int, unsealed: Int, firstMisfit: Misfit?) {
        self.facts = facts
        self.sealed = sealed
        self.unsealed = unsealed
        self.firstMisfit = firstMisfit
    }

    public var isWhole: Bool { firstMisfit == nil }
}

/// A fact that does not fit, and how.
public struct Misfit: Sendable, Equatable {
    /// What was done to it.
    public enum What: String, Sendable, CaseIterable {
        /// Its content, or its seal, is not what was sealed.
        case edited
        /// It, or its seal, is gone.
        case removed
        /// It stands where another stood.
        case reordered
        /// It was never sealed where it stands.
        case inserted
        /// The ledger ends before the anchor's position.
        case cutOff = "cut-off"
        /// The chain holds together, and is not the one that was anchored.
        case remade
    }

    public let what: What
    /// Nil for a fact that is not in the chain at all.
    public let position: Int?
    public let factID: String?
    public let sentence: String

    public init(_ what: What, at position: Int?, factID: String?, _ sentence: String) {
        (self.what, self.position, self.factID, self.sentence) = (what, position, factID, sentence)
    }
}

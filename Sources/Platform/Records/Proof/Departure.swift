/// A thing whose table does not say what the ledger last said of it: it was changed behind the service's back.
public struct Departure: Sendable, Equatable {
    /// What was done to it.
    public enum What: String, Sendable, CaseIterable {
        /// Its table says something else.
        case edited
        /// The ledger knows it, and its table does not.
        case removed
        /// Its table holds it, and the ledger never heard of it.
        case inserted
    }

    public let what: What
    public let kind: String
    public let id: String
    /// The fact that last said what it was; nil where there is none.
    public let factID: String?
    public let sentence: String
}

/// What a comparison of the tables with the ledger found.
public struct LedgerComparison: Sendable, Equatable {
    /// Things compared.
    public var things: Int
    /// The first that differ, by kind and identifier; at most `CompareWithLedger.shownMax` of a kind.
    public var departures: [Departure]

    public var agrees: Bool { departures.isEmpty }
}

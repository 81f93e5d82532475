public import Store

/// What one sealed fact is about, and where in the chain it stands.
public struct SealedFact: Sendable, Equatable {
    public let position: Int
    public let kind: String
    public let id: String
}

extension Transaction {
    /// The facts sealed after a position, in the order of the chain: whoever has seen those up to one has missed none.
    public func factsSealed(after position: Int, limit: Int) throws -> [SealedFact] {
        try rows(
            """
            SELECT s.position, f.subject_kind, f.subject_id FROM ledger_seal s JOIN ledger_fact f ON f.number = s.fact
            WHERE s.position > \(position) ORDER BY s.position LIMIT \(limit)
            """
        ).map { SealedFact(position: $0.integer(0), kind: $0.text(1), id: $0.text(2)) }
    }
}

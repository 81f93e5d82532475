import Store

extension Ledger {
    /// Re-computes the last links of the chain: a look that costs the same however long the ledger is.
    /// - Returns: Where the ledger ends, and the first position among the last that does not fit; nil when all do.
    public func verifyEnd(_ countMax: Int = 1_000) async throws -> (head: Head, firstBreak: Int?) {
        try await store.read { tx in
            let head = try tx.head()
            let start = max(0, head.position - countMax)
            return (head, try tx.firstBreak(after: start, upTo: head.position))
        }
    }
}

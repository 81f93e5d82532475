import Kernel
import Store

extension Ledger {
    /// Seals what still waited when a copy was taken of a PostgreSQL database. In a copy nothing else writes.
    public func sealCopied() async throws {
        guard store.engine == .sqlite else { return }
        try await store.write { tx in
            var (position, chain, change) = try tx.sealedLast()
            let waiting = try tx.rows(
                """
                SELECT f.number, f.digest, f.name FROM ledger_unsealed u JOIN ledger_fact f ON f.number = u.fact
                ORDER BY f.number
                """)
            for fact in waiting {
                let isLook = fact.text(2) == Fact.looked
                position += 1
                chain = chain.followed(by: fact.digest(1))
                try tx.run(
                    """
                    INSERT INTO ledger_seal (position, fact, chain, change)
                    VALUES (\(position), \(fact.integer(0)), \(chain.bytes), \(isLook ? change : nil))
                    """)
                if !isLook { change = position }
            }
            try tx.run("DELETE FROM ledger_unsealed")
        }
    }
}

import Kernel
import Store

extension Ledger {
    /// Seals what still waited when a copy was taken of a PostgreSQL database. In a copy nothing else writes. A copy
    /// of a database from before looks were written down is read and sealed as it was then.
    /// - Returns: Where the copy's ledger ends.
    @discardableResult
    public func sealCopied() async throws -> Head {
        let knowsLooks = try await store.migrationsDone().contains("ledger/0003-looks")
        guard store.engine == .sqlite else { return try await head() }
        return try await store.write { tx in
            var (position, chain, change) = try tx.sealedLast(knowsLooks: knowsLooks)
            let waiting = try tx.rows(
                """
                SELECT f.number, f.digest, f.name FROM ledger_unsealed u JOIN ledger_fact f ON f.number = u.fact
                ORDER BY f.number
                """)
            for fact in waiting {
                let isLook = fact.text(2) == Fact.looked
                position += 1
                chain = chain.followed(by: fact.digest(1))
                let column: SQL = knowsLooks ? ", change" : ""
                let changed: SQL = knowsLooks ? ", \(isLook ? change : nil)" : ""
                try tx.run(
                    """
                    INSERT INTO ledger_seal (position, fact, chain\(sql: column))
                    VALUES (\(position), \(fact.integer(0)), \(chain.bytes)\(sql: changed))
                    """)
                if !isLook { change = position }
            }
            try tx.run("DELETE FROM ledger_unsealed")
            return try tx.head(knowsLooks: knowsLooks)
        }
    }
}

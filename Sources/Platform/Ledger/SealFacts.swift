import Kernel
import Store

extension Chore {
    /// Numbers and chains the facts that wait for it. PostgreSQL only: on SQLite none waits.
    static let sealing = Chore("ledger.sealing") { try await sealing(on: $0) }

    static func sealing(on store: Store) async throws {
        while try await store.write(.latest, { try $0.sealSome() }) {}
    }
}

extension Transaction {
    /// Seals a batch, in the order of writing. The order of the chain is the order of sealing: a fact from a
    /// transaction that was open for long comes after younger ones.
    /// - Returns: Whether more may be waiting.
    func sealSome() throws -> Bool {
        // One sealer at a time among all processes; those who come second see what the first has done.
        try run("SELECT pg_advisory_xact_lock(\(raw: sealingLock), hashtext(current_schema()))")
        var (position, chain, change) = try sealedLast()
        let waiting = try rows(
            """
            WITH taken AS (
                DELETE FROM ledger_unsealed
                    WHERE fact IN (SELECT fact FROM ledger_unsealed ORDER BY fact LIMIT \(batchMax))
                RETURNING fact)
            SELECT number, digest, name FROM ledger_fact WHERE number IN (SELECT fact FROM taken) ORDER BY number
            """)
        for fact in waiting {
            let number = fact.integer(0), isLook = fact.text(2) == Fact.looked
            position += 1
            chain = chain.followed(by: fact.digest(1))
            try send(
                """
                INSERT INTO ledger_seal (position, fact, chain, change)
                VALUES (\(position), \(number), \(chain.bytes), \(isLook ? change : nil))
                """)
            if !isLook { change = position }
        }
        return waiting.count == batchMax
    }
}

private let batchMax = 1_000
/// "ledger" on a telephone's keys.
private let sealingLock = "533437"

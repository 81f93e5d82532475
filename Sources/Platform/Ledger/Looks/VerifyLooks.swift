import Kernel
import Store

extension Transaction {
    /// The first fact that somebody looked which the index of looks does not have, or has otherwise; or the first look
    /// in the index of which no fact tells. Whom a look was about is in the index alone, and cannot be compared.
    func strayLook() throws -> Misfit? {
        let unlisted = try one(
            """
            SELECT f.id, EXISTS (SELECT 1 FROM ledger_look o WHERE o.fact = f.id) FROM ledger_fact f
            WHERE f.name = \(Fact.looked) AND NOT EXISTS (
                SELECT 1 FROM ledger_look l WHERE l.fact = f.id AND l.subject_kind = f.subject_kind
                    AND l.subject_id = f.subject_id AND (f.caller = l.looker OR f.caller LIKE '% (' || l.looker || ')'))
            ORDER BY f.number LIMIT 1
            """)
        if let unlisted {
            let id = unlisted.text(0)
            return unlisted.flag(1)
                ? Misfit(.edited, at: nil, factID: id, "The index of who looked says another thing of fact \(id)")
                : Misfit(.removed, at: nil, factID: id, "The index of who looked lacks fact \(id)")
        }
        let untold = try one(
            """
            SELECT l.fact FROM ledger_look l
            WHERE NOT EXISTS (SELECT 1 FROM ledger_fact f WHERE f.id = l.fact AND f.name = \(Fact.looked))
            ORDER BY l.fact LIMIT 1
            """)
        return untold.map { row in
            let id = row.text(0)
            return Misfit(.inserted, at: nil, factID: id, "The index of who looked has a look, \(id), of no fact")
        }
    }
}

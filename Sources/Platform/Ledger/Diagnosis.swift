import Store

/// What was done at the first position that does not fit. Everything before it does, so `previous` can be relied on.
///
/// Each kind of tampering leaves its own trace. Where the seal still follows, the content was edited. Otherwise the
/// link is broken, and the question is where the pieces went: whether another fact belongs here, and whether this one
/// belongs elsewhere.
struct Diagnosis {
    private let tx: Transaction
    private let position: Int
    private let previous: Digest

    /// What stands at the position.
    private struct Standing {
        let chain: Digest
        let number: Int
        let id: String
        /// What the content comes to, and what the row says it does.
        let content: Digest?, digest: Digest
    }

    init(_ tx: Transaction, at position: Int) throws {
        self.tx = tx
        self.position = position
        previous = try tx.chain(at: position - 1) ?? .none
    }

    func misfit() throws -> Misfit {
        guard let seal = try tx.one("SELECT fact FROM ledger_seal WHERE position = \(position)") else {
            return try found(.removed, nil, "Nothing stands at position \(position), and facts follow it")
        }
        guard let here = try standing() else {
            return try found(
                .removed, nil, "The fact sealed at position \(position) is gone (it was number \(seal.integer(0)))")
        }
        // Where the seal follows from what the row says, or from what it holds, the rest of the row is what was
        // changed.
        if [here.content, here.digest].contains(where: { $0.map(previous.followed) == here.chain }) {
            return edited(here)
        }
        let traces = try traces(of: here)
        if traces.anotherBelongsHere {
            return traces.thisBelongsElsewhere
                ? try found(
                    .reordered, here.id, "Fact \(here.id) stands at position \(position), where another was sealed")
                : inserted(here)
        }
        if traces.isLast { return inserted(here) }
        return try numbersJump(before: here)
            ? found(.removed, here.id, "What was sealed before fact \(here.id), at position \(position), is gone")
            : edited(here)
    }

    private func edited(_ here: Standing) -> Misfit {
        Misfit(.edited, at: position, factID: here.id, "Fact \(here.id) at position \(position) is not what was sealed")
    }

    private func inserted(_ here: Standing) -> Misfit {
        Misfit(
            .inserted, at: position, factID: here.id,
            "Fact \(here.id) was put in at position \(position): its seal does not follow")
    }

    private func found(_ what: Misfit.What, _ id: String?, _ sentence: String) throws -> Misfit {
        Misfit(what, at: position, factID: id, sentence)
    }

    private func standing() throws -> Standing? {
        let canonical = CanonicalFact()
        return try tx.one(
            """
            SELECT s.chain, f.number, f.at, f.id, f.caller, f.purpose, f.name, f.subject_kind, f.subject_id,
                f.subject_name,
                f.sentence, f.record, f.digest
            FROM ledger_seal s JOIN ledger_fact f ON f.number = s.fact WHERE s.position = \(position)
            """
        ).map { row in
            Standing(
                chain: row.digest(0), number: row.integer(1), id: row.text(3),
                content: row.factDigest(from: 2, canonical),
                digest: row.digest(12))
        }
    }

    /// Where the pieces went, from one pass over what follows.
    private func traces(of here: Standing) throws -> (
        anotherBelongsHere: Bool, thisBelongsElsewhere: Bool, isLast: Bool
    ) {
        var another = false, elsewhere = false, isLast = true
        var before = here.chain
        try tx.each(
            """
            SELECT s.chain, f.digest FROM ledger_seal s JOIN ledger_fact f ON f.number = s.fact
            WHERE s.position > \(position) ORDER BY s.position
            """
        ) { row in
            let chain = row.digest(0), fact = row.digest(1)
            isLast = false
            let link = previous.followed(by: fact)
            another = another || link == chain || link == here.chain
            elsewhere =
                elsewhere || chain.followed(by: here.digest) == here.chain || before.followed(by: here.digest) == chain
            before = chain
        }
        // The seal may have been turned to another fact, and its own left without one.
        try tx.each(
            "SELECT f.digest FROM ledger_fact f WHERE NOT EXISTS (SELECT 1 FROM ledger_seal s WHERE s.fact = f.number)"
        ) {
            another = another || previous.followed(by: $0.digest(0)) == here.chain
        }
        return (another, elsewhere, isLast)
    }

    /// Whether numbers are missing between this fact and the one before it. On PostgreSQL a transaction that was
    /// undone leaves such a gap too, but then the link holds and nobody asks.
    private func numbersJump(before here: Standing) throws -> Bool {
        let last = try tx.one("SELECT fact FROM ledger_seal WHERE position = \(position - 1)")?.integer(0) ?? 0
        return here.number != last + 1
    }
}

import Store

extension Ledger {
    /// Re-computes every digest and link, and names the first fact that does not fit.
    ///
    /// Reads in segments side by side, each from its own snapshot; what is written meanwhile is left for the next time.
    /// - Parameters:
    ///   - anchor: A head kept elsewhere: also finds a tail cut off, or a chain made anew.
    ///   - progress: Told now and then how many facts have been checked, of how many.
    public func verify(
        against anchor: Anchor? = nil, progress: (@Sendable (Int, Int) -> Void)? = nil
    ) async throws -> Verdict {
        // A standby cannot seal. What waits is then counted, no more.
        try? await seal()
        let counts = try await store.read { try $0.counts() }
        var misfit = try await firstBreak(upTo: counts.last, progress)
        if misfit == nil { misfit = try await store.read { try $0.stray() } }
        if misfit == nil { misfit = try await store.read { try $0.strayLook() } }
        if misfit == nil, let anchor {
            misfit = try await store.read { try $0.departure(from: anchor, last: counts.last) }
        }
        return Verdict(facts: counts.facts, sealed: counts.sealed, unsealed: counts.unsealed, firstMisfit: misfit)
    }

    private func firstBreak(upTo last: Int, _ progress: (@Sendable (Int, Int) -> Void)?) async throws -> Misfit? {
        let store = store
        let starts = stride(from: 0, to: last, by: segmentLength)
        let broken = try await withThrowingTaskGroup(of: Int?.self) { group in
            var pending = starts.makeIterator(), first: Int?, checked = 0
            func addNext() {
                guard first == nil, let start = pending.next() else { return }
                group.addTask {
                    try await store.read { try $0.firstBreak(after: start, upTo: min(start + segmentLength, last)) }
                }
            }
            for _ in 0..<segmentsAtOnce { addNext() }
            while let broken = try await group.next() {
                // A segment that began before the first break found may hold an earlier one: let those finish.
                if let broken { first = min(first ?? broken, broken) }
                checked = min(checked + segmentLength, last)
                progress?(checked, last)
                addNext()
            }
            return first
        }
        guard let broken else { return nil }
        return try await store.read { try Diagnosis($0, at: broken).misfit() }
    }
}

private let segmentLength = 8_192
private let segmentsAtOnce = 4

extension Transaction {
    fileprivate func counts() throws -> (facts: Int, sealed: Int, unsealed: Int, last: Int) {
        let row = try one(
            """
            SELECT (SELECT count(*) FROM ledger_fact), (SELECT count(*) FROM ledger_seal),
                    (SELECT count(*) FROM ledger_unsealed),
                (SELECT max(position) FROM ledger_seal)
            """)
        return (row?.integer(0) ?? 0, row?.integer(1) ?? 0, row?.integer(2) ?? 0, row?.optionalInteger(3) ?? 0)
    }

    /// The first position after `start` that does not follow from the one before it, as the tables stand.
    func firstBreak(after start: Int, upTo end: Int) throws -> Int? {
        guard var previous = try chain(at: start) else { return start }
        let canonical = CanonicalFact()
        var expected = start + 1, broken: Int?
        let follow: SQL = """
            SELECT s.position, s.chain, f.at, f.id, f.caller, f.purpose, f.name, f.subject_kind, f.subject_id,
                f.subject_name,
                f.sentence, f.record, f.digest
            FROM ledger_seal s LEFT JOIN ledger_fact f ON f.number = s.fact
            WHERE s.position > \(start) AND s.position <= \(end) ORDER BY s.position
            """
        do {
            try eachOfMany(follow) { row in
                let chain = row.digest(1)
                guard row.integer(0) == expected, let digest = row.factDigest(from: 2, canonical),
                    digest == row.digest(12),
                    previous.followed(by: digest) == chain
                else { throw Break() }
                previous = chain
                expected += 1
            }
        } catch is Break {
            broken = expected
        }
        return broken ?? (expected <= end ? expected : nil)
    }

    /// Row by row costs PostgreSQL's client more than it saves: a segment fits in memory.
    private func eachOfMany(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        switch engine {
        case .sqlite: try each(sql, body)
        case .postgres: try rows(sql).forEach(body)
        }
    }

    /// What is sealed at a position; nil when nothing is, `.none` at 0.
    func chain(at position: Int) throws -> Digest? {
        if position == 0 { return Digest.none }
        return try one("SELECT chain FROM ledger_seal WHERE position = \(position)")?.digest(0)
    }

    /// A fact that no command of ours wrote: it is neither in the chain nor waiting for it.
    fileprivate func stray() throws -> Misfit? {
        // On SQLite a fact is sealed as it is written, so that one that waits was put there by somebody else.
        let waiting: SQL =
            engine == .sqlite ? "" : "AND NOT EXISTS (SELECT 1 FROM ledger_unsealed u WHERE u.fact = f.number)"
        guard
            let row = try one(
                """
                SELECT f.id FROM ledger_fact f
                WHERE NOT EXISTS (SELECT 1 FROM ledger_seal s WHERE s.fact = f.number) \(sql: waiting)
                ORDER BY f.number LIMIT 1
                """)
        else { return nil }
        return Misfit(
            .inserted, at: nil, factID: row.text(0), "Fact \(row.text(0)) stands in the ledger and was never sealed")
    }

    fileprivate func departure(from anchor: Anchor, last: Int) throws -> Misfit? {
        let position = anchor.position
        if position > last {
            return Misfit(
                .cutOff, at: last + 1, factID: nil,
                "The ledger ends at position \(last); when it was anchored it went on to position \(position)")
        }
        guard try chain(at: position) != anchor.digest else { return nil }
        let id = try one(
            "SELECT f.id FROM ledger_seal s JOIN ledger_fact f ON f.number = s.fact WHERE s.position = \(position)"
        )
        return Misfit(
            .remade, at: position, factID: id?.text(0),
            "The chain at position \(position) holds together, and is not the one that was anchored")
    }
}

/// Stops the reading at the first break.
private struct Break: Error {}

extension Row {
    /// The digest of the fact in the nine columns from `first` on; nil when they do not hold one.
    func factDigest(from first: Int, _ canonical: CanonicalFact) -> Digest? {
        guard let at = moment(first) else { return nil }
        canonical.begin(at: at)
        for column in first + 1...first + 8 {
            guard withBytes(column, { canonical.add($0) }) != nil else { return nil }
        }
        if withBytes(first + 9, { canonical.add($0) }) == nil { canonical.addNothing() }
        return canonical.digest
    }

    /// Microseconds since 1970; nil, and no error, for what is not a moment: a tampered row is a finding.
    private func moment(_ position: Int) -> Int64? {
        if let text = withBytes(position, { Instant.microseconds($0) }) { return text }
        return if case .instant(let date) = binding(position) { Instant.microseconds(of: date) } else { nil }
    }
}

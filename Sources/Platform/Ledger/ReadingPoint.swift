internal import Kernel
public import Store

/// Up to where the ledger was read: what was written down since can be told from here.
public struct ReadingPoint: Sendable {
    /// The head's mark: the same as long as no fact was added but that somebody looked.
    public let mark: String
    let position: Int
    let digest: Digest
    /// What the facts spoke of that were committed and not yet sealed; nil when they were too many to tell.
    let waiting: Set<Spoken>?

    /// Facts gone through one by one at most; past it, whatever follows the ledger is quicker to begin again.
    public static let factsMax = 5_000
}

/// What a fact spoke of.
public struct Spoken: Hashable, Sendable {
    public let kind: String
    public let id: String
    /// The fact's name, such as `record.changed`.
    public let fact: String
}

extension Transaction {
    /// Up to where the ledger goes, as this transaction sees it.
    public func readingPoint() throws -> ReadingPoint {
        let head = try head()
        return ReadingPoint(mark: head.mark, position: head.position, digest: head.digest, waiting: try waiting())
    }

    /// What facts spoke of that this transaction sees and the one of the earlier point did not, and perhaps more; a
    /// look is no such fact. Nil when the ledger is not that one with facts added, or they are too many to tell.
    ///
    /// A fact that was not there before is sealed after the earlier point, or waits to be sealed: numbers say nothing,
    /// since on PostgreSQL a fact of a lower number may be committed later. What waited then is told of again, should
    /// the ledger be one that was put back from before those were sealed.
    public func spokenOf(since point: ReadingPoint) throws -> Set<Spoken>? {
        guard point.position > 0, var spoken = point.waiting,
            let seal = try one("SELECT chain FROM ledger_seal WHERE position = \(point.position)"),
            seal.digest(0) == point.digest, let waiting = try waiting()
        else { return nil }
        spoken.formUnion(waiting)
        let sealed = try subjects(ReadingPoint.sealed(after: point.position))
        return sealed.map { spoken.union($0) }
    }

    private func waiting() throws -> Set<Spoken>? {
        try subjects(ReadingPoint.waiting)
    }

    private func subjects(_ statement: SQL) throws -> Set<Spoken>? {
        let rows = try rows(statement)
        guard rows.count <= ReadingPoint.factsMax else { return nil }
        return Set(rows.map { Spoken(kind: $0.text(0), id: $0.text(1), fact: $0.text(2)) })
    }
}

extension ReadingPoint {
    /// Those that wait; CROSS JOIN has SQLite begin with these few, and not with every fact there is.
    static let waiting = statement("ledger_unsealed u CROSS JOIN ledger_fact f", "f.number = u.fact")

    static func sealed(after position: Int) -> SQL {
        statement("ledger_seal s JOIN ledger_fact f ON f.number = s.fact", "s.position > \(position)")
    }

    private static func statement(_ facts: SQL, _ condition: SQL) -> SQL {
        """
        SELECT f.subject_kind, f.subject_id, f.name FROM \(sql: facts)
        WHERE \(sql: condition) AND f.name <> \(Fact.looked) LIMIT \(factsMax + 1)
        """
    }
}

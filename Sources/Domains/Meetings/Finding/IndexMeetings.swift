import Kernel
import Ledger
public import Records
public import Store

/// Brings what the search looks in up to what the ledger says. Does nothing where nothing has changed.
public struct IndexMeetings: Sendable {
    let registry: Registry
    /// Facts taken up in one transaction.
    static let factsAtOnce = 500

    public init(_ registry: Registry) { self.registry = registry }

    /// - Returns: Whether there may be more.
    public func step(in store: Store) async throws -> Bool {
        let isBehind = try await store.read { tx in try !tx.factsSealed(after: try Self.position(tx), limit: 1).isEmpty
        }
        guard isBehind else { return false }
        return try await store.write { tx in try perform(in: tx) }
    }

    func perform(in tx: Transaction) throws -> Bool {
        let facts = try tx.factsSealed(after: try Self.position(tx), limit: Self.factsAtOnce)
        guard let last = facts.last else { return false }
        let shelf = RecordShelf(tx, registry)
        var wanted: Set<String> = []
        for fact in facts {
            switch fact.kind {
            case Meeting.kind.name:
                let items = try shelf.records(of: AgendaItem.kind, where: "meeting", is: fact.id)
                for item in Set(items.map(\.id)) { wanted.formUnion(try Self.under(item, shelf)) }
                wanted.formUnion(
                    try shelf.records(of: Resolution.kind, where: "meeting", is: fact.id).map(\.id))
            case AgendaItem.kind.name: wanted.formUnion(try Self.under(fact.id, shelf))
            case Paper.kind.name, Resolution.kind.name: wanted.insert(fact.id)
            default: break
            }
        }
        for subject in wanted.sorted() { try put(subject, shelf, tx) }
        try tx.run(
            """
            INSERT INTO meetings_indexed (one, position) VALUES (1, \(last.position))
            ON CONFLICT (one) DO UPDATE SET position = excluded.position
            """)
        return facts.count == Self.factsAtOnce
    }

    /// An item, and what stands under it.
    private static func under(_ item: String, _ shelf: RecordShelf) throws -> [String] {
        [item] + (try shelf.records(of: Paper.kind, where: "item", is: item).map(\.id))
            + (try shelf.records(of: Resolution.kind, where: "item", is: item).map(\.id))
    }

    private func put(_ subject: String, _ shelf: RecordShelf, _ tx: Transaction) throws {
        try tx.run("DELETE FROM meetings_word WHERE subject = \(subject)")
        try tx.run("DELETE FROM meetings_found WHERE subject = \(subject)")
        guard let record = try shelf.versions(of: subject).standing.first,
            let found = try Findable(record, shelf.versions(of:))
        else { return }
        try tx.run(
            """
            INSERT INTO meetings_found (subject, kind, meeting, body, on_day, title, public_title)
            VALUES (\(found.subject), \(found.kind), \(found.meeting), \(found.body), \(found.on), \(found.title),
                \(found.publicTitle))
            """)
        for (word, openFrom) in found.words {
            try tx.send(
                """
                INSERT INTO meetings_word (word, on_day, subject, body, open_from)
                VALUES (\(word), \(found.on), \(found.subject), \(found.body), \(openFrom))
                """)
        }
    }

    private static func position(_ tx: Transaction) throws -> Int {
        try tx.one("SELECT position FROM meetings_indexed WHERE one = 1")?.integer(0) ?? 0
    }
}

public import Foundation
import Kernel
public import Store

/// What was done: every command's fact, in order, each chained to the one before it.
public struct Ledger: Sendable {
    public let store: Store

    public init(store: Store) { self.store = store }

    /// The most entries that one call gives.
    public static let limitMax = 1_000

    /// What was done to one thing, the youngest first, sealed or not. Who looked at it is asked for with `looks`.
    public func history(of subjectKind: String, id: String, limit: Int = 100, before: Int? = nil) async throws
        -> [Entry]
    {
        try await store.read {
            try $0.entries(
                "f.subject_kind = \(subjectKind) AND f.subject_id = \(id) AND f.name <> \(Fact.looked)", limit, before)
        }
    }

    /// What was done last, the youngest first, sealed or not.
    public func recent(limit: Int = 100, before: Int? = nil) async throws -> Entries {
        try await store.read { tx in
            let limit = min(max(limit, 1), Ledger.limitMax)
            let entries = try tx.entries("TRUE", limit, before)
            return Entries(entries: entries, before: entries.count == limit ? entries.last?.number : nil)
        }
    }

    /// One entry; nil when there is none of that identifier.
    public func entry(_ id: String) async throws -> Entry? {
        try await store.read { try $0.entries("f.id = \(id)", 1, nil).first }
    }

    /// A record as it was known at a moment, as JSON; nil when it was not known. Facts about it that change nothing
    /// of it (a pack was asked for, a key renewed) say nothing of what it was.
    public func record(of subjectKind: String, id: String, asKnownAt moment: Date) async throws -> String? {
        try await store.read { tx in
            try tx.one(
                """
                SELECT record FROM ledger_fact
                WHERE subject_kind = \(subjectKind) AND subject_id = \(id) AND at <= \(moment)
                    AND name <> \(Fact.looked) AND record IS NOT NULL
                ORDER BY number DESC LIMIT 1
                """)?.optionalText(0)
        }
    }

    /// Where the ledger ends. One indexed read.
    public func head() async throws -> Head { try await store.read { try $0.head() } }

    /// Seals what waits. Done by itself after each write; worth asking for when the service starts.
    public func seal() async throws {
        if store.engine == .postgres { try await Chore.sealing(on: store) }
    }
}

extension Ledger {
    /// Whether anything was ever recorded, also in a database whose tables are of an earlier version or half made.
    public func holdsFacts() async throws -> Bool {
        guard try await store.migrationsDone().contains(where: { $0.hasPrefix("ledger/") }) else { return false }
        return try await store.read { try $0.one("SELECT 1 FROM ledger_fact LIMIT 1") != nil }
    }
}

extension Transaction {
    fileprivate func entries(_ condition: SQL, _ limit: Int, _ before: Int?) throws -> [Entry] {
        let older: SQL = before.map { "AND f.number < \($0)" } ?? ""
        return try rows(
            """
            SELECT \(sql: Entry.columns) FROM ledger_fact f LEFT JOIN ledger_seal s ON s.fact = f.number
            WHERE \(sql: condition) \(sql: older) ORDER BY f.number DESC LIMIT \(min(max(limit, 1), Ledger.limitMax))
            """
        ).map(Entry.init)
    }

    /// Where the ledger ends, as this transaction sees it.
    public func head() throws -> Head { try head(knowsLooks: true) }

    /// - Parameter knowsLooks: false for tables from before looks were written down.
    func head(knowsLooks: Bool) throws -> Head {
        guard let row = try one(Head.statement(knowsLooks: knowsLooks))
        else {
            let waiting = try one("SELECT \(sql: Head.unsealed)").map { ($0.integer(0), $0.integer(1)) } ?? (0, 0)
            return Head(position: 0, chain: .none, at: nil, unsealed: waiting.0, change: (0, .none, waiting.1))
        }
        // Where only looks have ever been sealed, no position is a change's, and its chain must stand still.
        let change = row.integer(3)
        return Head(
            position: row.integer(0), chain: row.digest(1), at: row.instant(2), unsealed: row.integer(5),
            change: (change, change == 0 ? .none : row.digest(4), row.integer(6)))
    }
}

extension Head {
    /// Asked at every request: CROSS JOIN has SQLite begin with the few that wait, and not with every fact there is.
    fileprivate static let unsealed: SQL = """
        (SELECT count(*) FROM ledger_unsealed),
        (SELECT count(*) FROM ledger_unsealed u CROSS JOIN ledger_fact g
            WHERE g.number = u.fact AND g.name <> \(Fact.looked))
        """

    static func statement(knowsLooks: Bool) -> SQL {
        let last: SQL = knowsLooks ? "s.change" : "NULL"
        return """
            SELECT s.position, s.chain, f.at, COALESCE(\(sql: last), s.position),
                COALESCE((SELECT c.chain FROM ledger_seal c WHERE c.position = \(sql: last)), s.chain),
                \(sql: unsealed)
            FROM ledger_seal s JOIN ledger_fact f ON f.number = s.fact
            ORDER BY s.position DESC LIMIT 1
            """
    }
}

extension Row {
    /// The digest in a column; one that matches nothing when the column does not hold one.
    func digest(_ position: Int) -> Digest { withBytes(position) { Digest($0) }?.flatMap { $0 } ?? .none }
}

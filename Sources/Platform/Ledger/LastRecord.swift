public import Store

/// What the ledger last said a thing was.
public struct LastRecord: Sendable, Equatable {
    public let subjectID: String
    /// What it was called.
    public let subjectName: String
    /// The fact that said so.
    public let factID: String
    /// The record after the change, as JSON.
    public let record: String
}

extension Transaction {
    /// What the ledger last said of the things of a kind, by identifier, a page at a time.
    ///
    /// A fact without a record (somebody looked, say) says nothing of what a thing was, and is passed over.
    /// - Parameter after: The last identifier of the page before; nil for the first page.
    public func lastRecords(of subjectKind: String, after: String?, limit: Int) throws -> [LastRecord] {
        if engine == .postgres {
            // Read by the index, a page costs a page; sorted or hashed, it costs the whole kind, and PostgreSQL prefers
            // that while it has not yet counted the table (after an import, say).
            for way in ["enable_sort", "enable_hashagg"] { try send("SET LOCAL \(raw: way) = off") }
        }
        let later: SQL = after.map { "AND subject_id > \($0)" } ?? ""
        return try rows(
            """
            SELECT f.subject_id, f.subject_name, f.id, f.record
            FROM (SELECT subject_id, max(number) AS number FROM ledger_fact
                  WHERE subject_kind = \(subjectKind) AND record IS NOT NULL \(sql: later)
                  GROUP BY subject_id ORDER BY subject_id LIMIT \(limit)) newest
            JOIN ledger_fact f ON f.number = newest.number
            ORDER BY f.subject_id
            """
        ).map {
            LastRecord(subjectID: $0.text(0), subjectName: $0.text(1), factID: $0.text(2), record: $0.text(3))
        }
    }
}

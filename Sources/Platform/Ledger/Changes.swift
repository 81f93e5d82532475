public import Foundation
public import Store

/// How often something was changed, and when last.
public struct Changes: Sendable, Equatable {
    public let count: Int
    public let last: Date
}

extension Transaction {
    /// How often each of some things of a kind was changed: facts that say what it was from then on. By an index.
    public func changes(of subjectKind: String, among ids: [String]) throws -> [String: Changes] {
        var changes: [String: Changes] = [:]
        for start in stride(from: 0, to: ids.count, by: 500) {
            let some = Array(ids[start..<min(ids.count, start + 500)])
            try each(
                """
                SELECT subject_id, count(*), max(at) FROM ledger_fact
                WHERE subject_kind = \(subjectKind) AND subject_id IN \(list: some) AND record IS NOT NULL
                GROUP BY subject_id
                """
            ) { row in changes[row.text(0)] = Changes(count: row.integer(1), last: row.instant(2)) }
        }
        return changes
    }
}

import Foundation
public import Store

extension Transaction {
    /// Has the database's own files forget, after this transaction has committed, what it changes in a table.
    /// Whoever is killed before `Store.scrubMarked` has done so leaves it to the next.
    /// - Parameter table: Only from code.
    public func mustScrub(_ table: String) throws { try leave(Unfinished.scrub + table) }

    /// Notes that some work is begun, and not yet done.
    func leave(_ work: String) throws {
        try run(
            """
            INSERT INTO sealing_unfinished (work, mark) VALUES (\(work), \(UUID().uuidString))
            ON CONFLICT (work) DO UPDATE SET mark = excluded.mark
            """)
    }

    func isUnfinished(_ work: String) throws -> Bool {
        try one("SELECT 1 FROM sealing_unfinished WHERE work = \(work)") != nil
    }

    func finish(_ work: String) throws { try run("DELETE FROM sealing_unfinished WHERE work = \(work)") }
}

/// The names of work that may be left unfinished.
enum Unfinished {
    static let rotation = "rotation", scrub = "scrub "
}

extension Store {
    /// Whether anything that was deleted may still stand in the database's own files.
    public func mustScrub() async throws -> Bool { try await !marked().isEmpty }

    /// Overwrites in the database's own files what was deleted or changed in the tables that are marked for it.
    /// - Returns: Whether all of it is; false while somebody reads on SQLite: it is then done by a later call, or when
    ///   the service stops.
    @discardableResult
    public func scrubMarked() async throws -> Bool {
        var isAll = true
        for (work, mark) in try await marked() {
            guard try await scrub(String(work.dropFirst(Unfinished.scrub.count))) else {
                isAll = false
                continue
            }
            // What was marked anew meanwhile is another's to do.
            try await write { tx in
                _ = try tx.run("DELETE FROM sealing_unfinished WHERE work = \(work) AND mark = \(mark)")
            }
        }
        return isAll
    }

    private func marked() async throws -> [(work: String, mark: String)] {
        guard try await migrationsDone().contains("sealing/\(Sealing.unfinishedName)") else { return [] }
        return try await read { tx in
            try tx.rows("SELECT work, mark FROM sealing_unfinished ORDER BY work")
                .map { (work: $0.text(0), mark: $0.text(1)) }
        }.filter { work, _ in
            let table = work.dropFirst(Unfinished.scrub.count)
            return work.hasPrefix(Unfinished.scrub) && table.allSatisfy { $0.isASCII && $0.isLetter || $0 == "_" }
        }
    }
}

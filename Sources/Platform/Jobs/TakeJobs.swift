import Foundation
import Kernel
import Store

extension Transaction {
    /// Takes up jobs that are due, the longest due first: nobody else gets them until `lease` seconds have passed.
    ///
    /// On PostgreSQL, where several processes ask at once, each passes over the rows that another is just taking.
    func takeJobs(
        of kinds: [String], upTo count: Int, for lease: TimeInterval, at now: Date,
        clock: @escaping @Sendable () -> Date
    ) throws -> [TakenJob] {
        var random = SystemRandomNumberGenerator()
        let holder = IDText.fresh(at: now, from: &random)
        let lock: SQL = engine == .postgres ? "FOR UPDATE SKIP LOCKED" : ""
        return try rows(
            """
            WITH free AS MATERIALIZED (
                SELECT id FROM jobs_job WHERE state = 'waiting' AND due_at <= \(now) AND kind IN \(list: kinds)
                ORDER BY due_at, id LIMIT \(count) \(sql: lock))
            UPDATE jobs_job SET holder = \(holder), attempts = attempts + 1, due_at = \(now.addingTimeInterval(lease))
            WHERE id IN (SELECT id FROM free)
            RETURNING id, kind, payload, attempts
            """
        ).map { row in
            TakenJob(
                id: row.id(0), kind: row.text(1), payload: row.text(2), attempt: row.integer(3), now: now,
                holder: holder, lease: lease, clock: clock)
        }
    }

    /// - Returns: False, with nothing written, when somebody else has it.
    func renew(_ job: TakenJob, until end: Date) throws -> Bool {
        try run("UPDATE jobs_job SET due_at = \(end) WHERE id = \(job.id) AND holder = \(job.holder)") == 1
    }

    /// Takes a job off the list, and writes what it leaves behind.
    /// - Returns: False, with nothing written, when the lease had run out and somebody else has it.
    func finish(_ job: TakenJob, _ ending: Ending) throws -> Bool {
        guard try run("DELETE FROM jobs_job WHERE id = \(job.id) AND holder = \(job.holder)") == 1 else { return false }
        try ending.write(self)
        return true
    }

    /// Lets go of a job that failed.
    /// - Parameter again: when it may be tried again; nil to give it up.
    /// - Returns: False, with nothing written, when somebody else has it.
    @discardableResult
    func putOff(_ job: TakenJob, until again: Date?, error: String) throws -> Bool {
        let state = again == nil ? "given-up" : "waiting"
        return try run(
            """
            UPDATE jobs_job SET state = \(state), due_at = \(again ?? job.now), error = \(error), holder = NULL
            WHERE id = \(job.id) AND holder = \(job.holder)
            """) == 1
    }

    /// Puts a job back as if it had not been taken up.
    func putBack(_ job: TakenJob, at now: Date) throws {
        try run(
            """
            UPDATE jobs_job SET due_at = \(now), attempts = attempts - 1, holder = NULL
            WHERE id = \(job.id) AND holder = \(job.holder)
            """)
    }
}

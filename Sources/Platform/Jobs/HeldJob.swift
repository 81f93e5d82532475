public import Foundation
public import Kernel
public import Store

/// A job on the list, as an administrator sees it.
public struct HeldJob: Sendable, Equatable {
    /// Whether it will be tried again.
    public enum State: String, Sendable, CaseIterable {
        case waiting
        /// It failed too often, or could not succeed: somebody must look at it.
        case givenUp = "given-up"
    }

    public let id: ID<Job>
    public let kind: String
    public let state: State
    public let asked: Date
    /// When it may next be taken up.
    public let due: Date
    public let attempts: Int
    /// What went wrong last; nil when nothing has.
    public let error: String?

    static let columns: SQL = "id, kind, state, asked_at, due_at, attempts, error"

    init(_ row: Row) {
        id = row.id(0)
        kind = row.text(1)
        state = State(rawValue: row.text(2)) ?? .waiting
        asked = row.instant(3)
        due = row.instant(4)
        attempts = row.integer(5)
        error = row.optionalText(6)
    }
}

extension Transaction {
    /// The jobs on the list, those asked for first at the top; those in one state only when `state` is given.
    public func jobs(in state: HeldJob.State? = nil, limit: Int = 100) throws -> [HeldJob] {
        let condition: SQL = state.map { "WHERE state = \($0.rawValue)" } ?? ""
        return try rows(
            """
            SELECT \(sql: HeldJob.columns) FROM jobs_job \(sql: condition) ORDER BY asked_at, id LIMIT \(limit)
            """
        ).map(HeldJob.init)
    }

    /// One job; nil when there is none of that name, or none any more.
    public func job(_ id: ID<Job>) throws -> HeldJob? {
        try one("SELECT \(sql: HeldJob.columns) FROM jobs_job WHERE id = \(id)").map(HeldJob.init)
    }

    /// Has a job that was given up tried again, from its first attempt.
    /// - Throws: `.notFound` when there is no such job; `.outOfOrder` when it was not given up.
    public func retry(_ id: ID<Job>, at now: Date) throws {
        guard let job = try job(id) else { throw Refusal.notFound }
        guard job.state == .givenUp else {
            throw Refusal.outOfOrder("\(id) has not been given up: it is tried again without being told")
        }
        try run("UPDATE jobs_job SET state = 'waiting', attempts = 0, due_at = \(now) WHERE id = \(id)")
    }
}

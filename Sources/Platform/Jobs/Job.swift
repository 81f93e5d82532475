public import Foundation
public import Kernel
public import Store

/// Something that must be done once a transaction has committed, such as sending a letter.
public struct Job: Sendable, Equatable {
    /// Who does it: the name of a `JobKind`, such as `mail.letter`.
    public let kind: String
    /// What it needs to know, as JSON. Kept until it is done, and shown to administrators: point at what is private
    /// by its identifier, and leave it where it is.
    public let payload: String
    /// Not before this; at once when nil.
    public let due: Date?

    public init(_ kind: String, _ payload: String, due: Date? = nil) {
        self.kind = kind
        self.payload = payload
        self.due = due
    }
}

extension Transaction {
    /// Has a job done after the commit, by whichever process takes it up first. Nothing is asked when nothing is kept.
    ///
    /// A job is done at least once, not exactly once: a process that is killed between doing it and saying so has it
    /// done again by another. What does it must see from its own tables that it was done, or be such that twice is
    /// harmless.
    /// - Parameters:
    ///   - name: what to call the job; while one of that name is on the list, no other is put there. For work that
    ///     comes round: its `Ending` may ask for the next.
    ///   - revivingGivenUp: whether one of that name that was given up is begun again, as it is asked for now: for what
    ///     a person asks for, and not for what comes round.
    /// - Returns: What the job is called from now on.
    @discardableResult
    public func ask(
        for job: Job, named name: ID<Job>? = nil, revivingGivenUp: Bool = false, at now: Date
    ) throws -> ID<Job> {
        var random = SystemRandomNumberGenerator()
        let id = name ?? ID(IDText.fresh(at: now, from: &random))
        if revivingGivenUp { try run("DELETE FROM jobs_job WHERE id = \(id) AND state = 'given-up'") }
        try run(
            """
            INSERT INTO jobs_job (id, kind, payload, state, asked_at, due_at, attempts)
            VALUES (\(id), \(job.kind), \(job.payload), 'waiting', \(now), \(job.due ?? now), 0)
            ON CONFLICT (id) DO NOTHING
            """)
        return id
    }
}

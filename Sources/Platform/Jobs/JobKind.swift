public import Foundation
public import Kernel
public import Store

/// How jobs of one kind are done.
public struct JobKind: Sendable {
    /// `service.what`: `mail.letter`.
    public let name: String
    public let patience: Patience
    let perform: @Sendable (TakenJob) async throws -> Ending
    let givenUp: @Sendable (TakenJob, String) -> Ending

    /// - Parameter perform: does the job. What it throws is kept with the job and shown to administrators, so its words
    ///   must hold nothing personal; the job is tried again later, unless it is a `GiveUp`. May be run again for a
    ///   job that was already done: see `Transaction.ask(for:at:)`.
    /// - Parameter givenUp: what is left to write when it is given up for a reason, in the transaction that says so.
    public init(
        _ name: String, patience: Patience = Patience(),
        givenUp: @escaping @Sendable (TakenJob, String) -> Ending = { _, _ in .done },
        perform: @escaping @Sendable (TakenJob) async throws -> Ending
    ) {
        self.name = name
        self.patience = patience
        self.perform = perform
        self.givenUp = givenUp
    }
}

/// A job that this process has, until its lease runs out.
public struct TakenJob: Sendable {
    public let id: ID<Job>
    public let kind: String
    public let payload: String
    /// The first is 1.
    public let attempt: Int
    /// When it was taken up.
    public let now: Date
    let holder: String
    /// Seconds for which it is had at a time.
    let lease: TimeInterval
    let clock: @Sendable () -> Date

    /// Says that whoever has it is still at it, so that the lease begins again: for what may take longer than one.
    /// - Returns: False when the lease had run out and somebody else has it: then what is done is done for nothing.
    public func renew(in tx: Transaction) throws -> Bool {
        try tx.renew(self, until: clock().addingTimeInterval(lease))
    }
}

/// How a job ended well: what is to be written in the transaction that takes it off the list.
public struct Ending: Sendable {
    let write: @Sendable (Transaction) throws -> Void

    /// Nothing is left to write.
    public static let done = Ending { _ in }

    /// - Parameter write: may run more than once, as in `Store.write`; not at all when the job's lease had run out.
    public init(_ write: @escaping @Sendable (Transaction) throws -> Void) { self.write = write }
}

/// Why a job will not be tried again: the other side said no, and would say so again.
public struct GiveUp: Error, Sendable, Equatable {
    public let reason: String
    /// - Parameter reason: a sentence for administrators, with nothing personal in it.
    public init(_ reason: String) { self.reason = reason }
}

/// How often a job is tried, and how long is waited in between: twice as long each time.
public struct Patience: Sendable, Equatable {
    public var attemptsMax: Int
    /// Seconds between the first attempt and the second.
    public var firstWait: TimeInterval
    /// Seconds that a wait is never longer than.
    public var waitMax: TimeInterval

    /// With what is usual here, the last of 12 attempts is about a day after the first.
    public init(attemptsMax: Int = 12, firstWait: TimeInterval = 30, waitMax: TimeInterval = 6 * 3_600) {
        self.attemptsMax = max(1, attemptsMax)
        self.firstWait = firstWait
        self.waitMax = waitMax
    }

    /// Seconds to wait after an attempt that failed; nil when it was the last.
    public func wait(after attempt: Int) -> TimeInterval? {
        guard attempt < attemptsMax else { return nil }
        return min(firstWait * pow(2, Double(max(0, attempt - 1))), waitMax)
    }
}

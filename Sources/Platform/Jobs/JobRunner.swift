public import Foundation
import Kernel
public import Store
import Synchronization

/// Does the jobs of one store as they fall due. Any number of runners, in any number of processes, may share a store.
public struct JobRunner: Sendable {
    /// How much is done at once, and how long things may take.
    public struct Limits: Sendable {
        public var atOnceMax = 4
        /// Seconds after which whoever took a job is taken for lost, and another takes it up. What does a job must be
        /// done well within it, or renew it.
        public var lease: TimeInterval = 300
        /// How often the list is looked at when there was nothing to do. One indexed read.
        public var pause = Duration.seconds(1)
        /// How long is waited when the database does not answer.
        public var pauseAfterFault = Duration.seconds(5)

        public init() {}
    }

    private let store: Store
    private let kinds: [String: JobKind]
    private let limits: Limits
    private let clock: @Sendable () -> Date
    private let report: @Sendable (String) -> Void

    /// - Parameters:
    ///   - kinds: a job of any other kind waits, for a process that knows it.
    ///   - report: told in a sentence, with nothing personal in it, what an operator should know.
    public init(
        _ store: Store, kinds: [JobKind], limits: Limits = Limits(), clock: @escaping @Sendable () -> Date,
        report: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.store = store
        self.kinds = Dictionary(kinds.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.limits = limits
        self.clock = clock
        self.report = report
    }

    /// Goes on until its task is cancelled; then takes up nothing more, and waits for what is under way.
    public func run() async {
        let busy = Busy()
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                let free = limits.atOnceMax - busy.count.withLock { $0 }
                do {
                    let taken = free > 0 ? try await take(upTo: free) : []
                    busy.count.withLock { $0 += taken.count }
                    for job in taken {
                        group.addTask {
                            await perform(job)
                            busy.count.withLock { $0 -= 1 }
                        }
                    }
                    if taken.count < free || free == 0 { try? await Task.sleep(for: limits.pause) }
                } catch {
                    report("The list of jobs cannot be read; it will be looked at again")
                    try? await Task.sleep(for: limits.pauseAfterFault)
                }
            }
        }
    }

    /// Does what is due now, at most `Limits.atOnceMax` of it, all at once.
    /// - Returns: How many jobs were taken up.
    @discardableResult
    public func round() async throws -> Int {
        let taken = try await take(upTo: limits.atOnceMax)
        await withDiscardingTaskGroup { group in for job in taken { group.addTask { await perform(job) } } }
        return taken.count
    }

    private func take(upTo count: Int) async throws -> [TakenJob] {
        let now = clock(), names = kinds.keys.sorted(), lease = limits.lease
        let isAnyDue = try await store.read { tx in try tx.isAnyJobDue(of: names, at: now) }
        guard isAnyDue else { return [] }
        return try await store.write(.latest) { [clock] tx in
            try tx.takeJobs(of: names, upTo: count, for: lease, at: now, clock: clock)
        }
    }

    private func perform(_ job: TakenJob) async {
        guard let kind = kinds[job.kind] else { return }
        do {
            guard job.attempt <= kind.patience.attemptsMax else {
                throw GiveUp("It was begun \(job.attempt - 1) times, and nobody came back to say how it ended")
            }
            let ending = try await kind.perform(job)
            if try await !store.write({ tx in try tx.finish(job, ending) }) {
                report("\(job.kind) \(job.id) was done, but took longer than its lease, and may be done again")
            }
        } catch {
            await fail(job, of: kind, error)
        }
    }

    /// What cannot be written here is put right by the lease: the job is taken up again when it runs out.
    private func fail(_ job: TakenJob, of kind: JobKind, _ error: any Error) async {
        let now = clock()
        do {
            if error is CancellationError { return try await store.write { tx in try tx.putBack(job, at: now) } }
            let wait = error is GiveUp ? nil : kind.patience.wait(after: job.attempt)
            let words = Self.words(for: error), again = wait.map(now.addingTimeInterval)
            try await store.write { tx in
                guard try tx.putOff(job, until: again, error: words), again == nil else { return }
                try kind.givenUp(job, words).write(tx)
            }
            let next =
                wait.map { "it will be tried again in \(Int($0)) s" } ?? "it was given up: `thinkchild jobs list`"
            report("\(job.kind) \(job.id) failed at attempt \(job.attempt); \(next)")
        } catch {
            report("\(job.kind) \(job.id) failed, which could not be written down; it will be tried again")
        }
    }

    private static func words(for error: any Error) -> String {
        let words =
            switch error {
            case let error as GiveUp: error.reason
            case let error as Refusal: error.sentences.joined(separator: ". ")
            default: "\(error)"
            }
        return String(words.prefix(errorLengthMax).filter { $0 != "\0" })
    }

    private static let errorLengthMax = 500
}

/// How many jobs are under way.
private final class Busy: Sendable {
    let count = Mutex(0)
}

extension Transaction {
    fileprivate func isAnyJobDue(of kinds: [String], at now: Date) throws -> Bool {
        try one(
            "SELECT 1 FROM jobs_job WHERE state = 'waiting' AND due_at <= \(now) AND kind IN \(list: kinds) LIMIT 1")
            != nil
    }
}

import Dispatch
import Foundation
import Kernel

/// Jobs waiting for threads, in order. Nobody waits for ever, and no more than `waitersMax` wait at once.
final class Waiting: @unchecked Sendable {
    private let condition = NSCondition()
    private var jobs: [Job] = []
    private var first = 0
    private var isClosed = false
    private var isWatched = false
    private let settings: StoreSettings
    private let counting: Counting

    init(_ settings: StoreSettings, _ counting: Counting) {
        self.settings = settings
        self.counting = counting
    }

    func add(_ job: Job) {
        condition.lock()
        let refusal: Refusal? = isClosed ? .unavailable("The database is closed") : jobs.count - first >= settings.waitersMax ? busy : nil
        if refusal == nil { jobs.append(job) }
        let mustWatch = refusal == nil && !isWatched && jobs.count - first > 1
        if mustWatch { isWatched = true }
        condition.unlock()
        if let refusal { return refuse(job, refusal) }
        condition.signal()
        if mustWatch { watch(after: UInt64(settings.waitMax.milliseconds) * 1_000_000) }
    }

    /// Waits for work. Empty once the queue is closed and nothing is left in it.
    func take(_ countMax: Int) -> ArraySlice<Job> {
        condition.lock()
        defer { condition.unlock() }
        while first == jobs.count, !isClosed { condition.wait() }
        let taken = jobs[first..<min(first + countMax, jobs.count)]
        first = taken.endIndex
        forget()
        return taken
    }

    /// Lets what waits be done, and refuses what comes.
    func close() {
        condition.lock()
        isClosed = true
        condition.unlock()
        condition.broadcast()
    }

    /// Drops what was taken, seldom enough that it costs nothing.
    private func forget() {
        if first == jobs.count {
            jobs.removeAll(keepingCapacity: true)
        } else if first > 1_024 {
            jobs.removeSubrange(..<first)
        } else {
            return
        }
        first = 0
    }

    private var busy: Refusal { .unavailable("The database is busy. Nothing was changed; please try again in a moment") }

    private func refuse(_ job: Job, _ refusal: Refusal) {
        counting.add { $0.busy += 1 }
        job.fail(refusal)
    }

    /// One timer at most, set for whoever has waited longest.
    private func watch(after nanoseconds: UInt64) {
        DispatchQueue.global().asyncAfter(deadline: .now() + .nanoseconds(Int(nanoseconds))) { [weak self] in self?.sweep() }
    }

    private func sweep() {
        let limit = UInt64(settings.waitMax.milliseconds) * 1_000_000
        let now = DispatchTime.now().uptimeNanoseconds
        condition.lock()
        var late: [Job] = []
        while first < jobs.count, jobs[first].asked + limit <= now {
            late.append(jobs[first])
            first += 1
        }
        forget()
        isWatched = first < jobs.count
        let next = isWatched ? jobs[first].asked + limit - now : nil
        condition.unlock()
        for job in late { refuse(job, busy) }
        if let next { watch(after: next) }
    }
}

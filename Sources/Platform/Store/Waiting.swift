import Dispatch
import Foundation
import Kernel
import Synchronization

/// Jobs waiting for threads, in order. Nobody waits for ever, and no more than `waitersMax` wait at once.
///
/// The thread that fell idle last is woken first: its connection has what it needs prepared and in its cache.
final class Waiting: Sendable {
    /// Where an idle thread waits.
    typealias Seat = DispatchSemaphore

    private struct State {
        var jobs: [Job] = []
        /// Those before it have been taken.
        var first = 0
        var idle: [Seat] = []
        var isClosed = false
        var isWatched = false

        var count: Int { jobs.count - first }

        /// Drops what was taken, seldom enough that it costs nothing.
        mutating func forget() {
            guard first == jobs.count || first > 1_024 else { return }
            jobs.removeSubrange(..<first)
            first = 0
        }
    }

    private let state = Mutex(State())
    private let limit: UInt64
    private let waitersMax: Int
    private let counting: Counting

    init(_ settings: StoreSettings, _ counting: Counting) {
        limit = UInt64(settings.waitMax.milliseconds) * 1_000_000
        waitersMax = settings.waitersMax
        self.counting = counting
    }

    func add(_ job: Job) {
        let (refusal, seat, mustWatch): (Refusal?, Seat?, Bool) = state.withLock { state in
            if state.isClosed { return (.unavailable("The database is closed"), nil, false) }
            if state.count >= waitersMax { return (Waiting.busy, nil, false) }
            state.jobs.append(job)
            let mustWatch = state.idle.isEmpty && !state.isWatched
            if mustWatch { state.isWatched = true }
            return (nil, state.idle.popLast(), mustWatch)
        }
        if let refusal { return refuse(job, refusal) }
        seat?.signal()
        if mustWatch { watch(after: limit) }
    }

    /// How many jobs are likely to come together, and for how many nanoseconds it pays to wait for them.
    struct Expecting {
        var count = 1
        var nanoseconds: UInt64 = 0
    }

    /// Waits for work. Empty once the queue is closed and nothing is left in it.
    func take(_ countMax: Int, at seat: Seat, _ expecting: Expecting = Expecting()) -> ArraySlice<Job> {
        var deadline: UInt64?
        while true {
            enum Next { case taken(ArraySlice<Job>), idle, gather }
            let isDue = deadline.map { $0 <= DispatchTime.now().uptimeNanoseconds } ?? (expecting.nanoseconds == 0)
            let next: Next = state.withLock { state in
                if state.count > 0 {
                    if !isDue, !state.isClosed, state.count < min(expecting.count, countMax) { return .gather }
                    let taken = state.jobs[state.first..<min(state.first + countMax, state.jobs.count)]
                    state.first = taken.endIndex
                    state.forget()
                    return .taken(taken)
                }
                if state.isClosed { return .taken([]) }
                state.idle.append(seat)
                return .idle
            }
            switch next {
            case .taken(let taken): return taken
            case .idle: seat.wait()
            case .gather:
                if deadline == nil { deadline = DispatchTime.now().uptimeNanoseconds + expecting.nanoseconds }
                sched_yield()
            }
        }
    }

    /// Lets what waits be done, and refuses what comes.
    func close() {
        let idle = state.withLock { state in
            defer { state.idle = [] }
            state.isClosed = true
            return state.idle
        }
        idle.forEach { $0.signal() }
    }

    private static let busy = Refusal.unavailable(
        "The database is busy. Nothing was changed; please try again in a moment")

    private func refuse(_ job: Job, _ refusal: Refusal) {
        counting.add { $0.busy += 1 }
        job.fail(refusal)
    }

    /// One timer at most, set for whoever has waited longest.
    private func watch(after nanoseconds: UInt64) {
        DispatchQueue.global().asyncAfter(deadline: .now() + .nanoseconds(Int(nanoseconds))) { [weak self] in
            self?.sweep()
        }
    }

    private func sweep() {
        let now = DispatchTime.now().uptimeNanoseconds
        let (late, next): ([Job], UInt64?) = state.withLock { state in
            let late = Array(state.jobs[state.first...].prefix { $0.asked + limit <= now })
            state.first += late.count
            state.forget()
            state.isWatched = state.count > 0
            return (late, state.isWatched ? state.jobs[state.first].asked + limit - now : nil)
        }
        for job in late { refuse(job, Waiting.busy) }
        if let next { watch(after: next) }
    }
}

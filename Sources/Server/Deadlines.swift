internal import Synchronization

/// Gives up on work that takes too long, so that whoever waits for it is told.
///
/// One look round a quarter of a second serves every request: a timer each would cost more than most requests do.
final class Deadlines: Sendable {
    private struct Waiting: Sendable {
        let ends: ContinuousClock.Instant
        let giveUp: @Sendable () -> Void
    }

    private let waiting = Mutex<(last: UInt64, all: [UInt64: Waiting])>((0, [:]))

    /// The work's value, or nil once `limit` has passed, or once whoever waits is cancelled, as at the end of a drain.
    /// Work that is given up is cancelled, and not waited for.
    func value<Value: Sendable>(
        within limit: Duration, of work: @escaping @Sendable () async -> Value
    ) async -> Value? {
        let outcome = Outcome<Value>()
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                outcome.wait(continuation)
                let task = Task { outcome.settle(await work()) }
                let ends = ContinuousClock.now + limit
                let number = waiting.withLock { waiting in
                    waiting.last += 1
                    waiting.all[waiting.last] = Waiting(ends: ends) {
                        task.cancel()
                        outcome.settle(nil)
                    }
                    return waiting.last
                }
                outcome.onSettled { [self] in waiting.withLock { _ = $0.all.removeValue(forKey: number) } }
            }
        } onCancel: {
            outcome.settle(nil)
        }
    }

    /// Gives up on whatever should have ended by now.
    func look(at now: ContinuousClock.Instant) {
        let over = waiting.withLock { waiting in waiting.all.values.filter { $0.ends <= now } }
        for work in over { work.giveUp() }
    }
}

/// Told once; who waits hears the first that is said.
private final class Outcome<Value: Sendable>: Sendable {
    private struct State {
        var continuation: CheckedContinuation<Value?, Never>?
        var isSettled = false
        var whenSettled: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    func wait(_ continuation: CheckedContinuation<Value?, Never>) {
        let isOver = state.withLock { state in
            if !state.isSettled { state.continuation = continuation }
            return state.isSettled
        }
        if isOver { continuation.resume(returning: nil) }
    }

    func settle(_ value: Value?) {
        let (continuation, then) = state.withLock { state in
            defer {
                state.continuation = nil
                state.whenSettled = nil
                state.isSettled = true
            }
            return (state.continuation, state.whenSettled)
        }
        then?()
        continuation?.resume(returning: value)
    }

    /// Does it now, when it is settled already.
    func onSettled(_ action: @escaping @Sendable () -> Void) {
        let isSettled = state.withLock { state in
            if !state.isSettled { state.whenSettled = action }
            return state.isSettled
        }
        if isSettled { action() }
    }
}

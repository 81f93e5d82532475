import Foundation
import Synchronization

/// A few threads for calls that block, so that waiting for somebody else's server holds up none that Swift's tasks
/// share.
///
/// Started when first needed; stopped when nobody can ask any more.
final class CallThreads: Sendable {
    private let line: Line

    init(_ count: Int, waitingMax: Int) { line = Line(threadsMax: max(1, count), waitingMax: waitingMax) }

    deinit { line.close() }

    /// Runs `work` on one of the threads.
    /// - Throws: what `work` throws; `OutboundFailure` of kind `.busy` when too many wait already.
    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { caller in
            let isTaken = line.add { caller.resume(with: Result(catching: work)) }
            if !isTaken {
                caller.resume(throwing: OutboundFailure(.busy, "Too many calls to other servers are waiting already"))
            }
        }
    }
}

/// What waits for a thread, and how many threads there are. Everything in it is touched only while `condition` is held.
private final class Line: @unchecked Sendable {
    private let condition = NSCondition()
    private let threadsMax: Int
    private let waitingMax: Int
    private var waiting: [@Sendable () -> Void] = []
    private var threads = 0
    private var idle = 0
    private var isClosed = false

    init(threadsMax: Int, waitingMax: Int) {
        self.threadsMax = threadsMax
        self.waitingMax = waitingMax
    }

    /// - Returns: False when too many wait already.
    func add(_ work: @escaping @Sendable () -> Void) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        guard waiting.count < waitingMax else { return false }
        waiting.append(work)
        if idle < waiting.count, threads < threadsMax {
            threads += 1
            let thread = Thread { [self] in serve() }
            thread.name = "outbound"
            thread.start()
        }
        condition.signal()
        return true
    }

    func close() {
        condition.lock()
        isClosed = true
        condition.broadcast()
        condition.unlock()
    }

    private func serve() {
        while let work = next() { work() }
    }

    /// Waits for something to do; nil when there will be no more.
    private func next() -> (@Sendable () -> Void)? {
        condition.lock()
        defer { condition.unlock() }
        idle += 1
        while waiting.isEmpty && !isClosed { condition.wait() }
        idle -= 1
        return waiting.isEmpty ? nil : waiting.removeFirst()
    }
}

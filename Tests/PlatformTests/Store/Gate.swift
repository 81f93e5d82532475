import Foundation

/// Opened once, it lets everybody through, again and again: a closure may be run twice. Nobody waits for more than
/// a minute, which is long enough on a machine that is busy with other things.
final class Gate: @unchecked Sendable {
    private let condition = NSCondition()
    private var isOpen = false

    func open() {
        condition.lock()
        isOpen = true
        condition.unlock()
        condition.broadcast()
    }

    /// Blocks: for the database's threads, not for a task's.
    func wait() {
        condition.lock()
        defer { condition.unlock() }
        let end = Date(timeIntervalSinceNow: 60)
        while !isOpen, condition.wait(until: end) {}
    }

    /// Waits without holding up a thread that tasks share.
    func opened() async {
        await withCheckedContinuation { caller in
            Thread.detachNewThread {
                self.wait(); caller.resume()
            }
        }
    }
}

/// Lets nobody on until all have come, or so many seconds have gone: on an engine with one writer they never will.
final class Meeting: @unchecked Sendable {
    private let condition = NSCondition()
    private let patience: TimeInterval
    private var missing: Int

    init(of count: Int, for patience: TimeInterval) { (missing, self.patience) = (count, patience) }

    func wait() {
        condition.lock()
        defer { condition.unlock() }
        missing -= 1
        if missing <= 0 { return condition.broadcast() }
        let end = Date(timeIntervalSinceNow: patience)
        while missing > 0, condition.wait(until: end) {}
    }
}

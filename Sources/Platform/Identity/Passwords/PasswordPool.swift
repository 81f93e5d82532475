import Dispatch
import Foundation
import Kernel
import Synchronization

/// The few threads on which passwords are tried. Each try takes long and much memory on purpose, so no more run at once
/// than the machine can bear, and no more wait than can be answered in time.
final class PasswordPool: Sendable {
    private let threads: DispatchQueue
    private let turns: DispatchSemaphore
    private let waiting = Mutex(0)
    let waitingMax: Int

    /// - Parameter width: tries at once; each holds the memory that the cost says.
    init(width: Int, waitingMax: Int) {
        threads = DispatchQueue(label: "thinkchild.passwords", attributes: .concurrent)
        turns = DispatchSemaphore(value: max(1, width))
        self.waitingMax = waitingMax
    }

    /// - Throws: `.unavailable` when too many wait already; what `work` throws.
    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        let isFull = waiting.withLock { waiting in
            if waiting >= waitingMax { return true }
            waiting += 1
            return false
        }
        if isFull { throw Refusal.unavailable("Too many people are signing in at this moment") }
        return try await withCheckedThrowingContinuation { caller in
            threads.async { [self] in
                turns.wait()
                defer {
                    turns.signal()
                    waiting.withLock { $0 -= 1 }
                }
                caller.resume(with: Result { try work() })
            }
        }
    }
}

import Foundation
import Kernel
import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// The few threads on which passwords are tried. Each try takes long and much memory on purpose, so no more run at once
/// than the machine can bear, and no more wait than can be answered in time.
final class PasswordPool: Sendable {
    private typealias Try = @Sendable () -> Void

    /// Who is at it, and who waits, the first first.
    private struct Turns {
        var running = 0
        var waiting: [Try] = []
    }

    /// Whether whoever asked has gone.
    private final class GivenUp: Sendable { let isSo = Atomic(false) }

    private enum Fate { case begins, waits, refused }

    private let turns = Mutex(Turns())
    private let width: Int
    private let waitingMax: Int

    /// - Parameters:
    ///   - width: tries at once; each holds the memory that the cost says.
    ///   - waitingMax: how many may wait besides.
    init(width: Int, waitingMax: Int) {
        self.width = max(1, width)
        self.waitingMax = waitingMax
    }

    var waitingCount: Int { turns.withLock { $0.waiting.count } }

    /// - Throws: `.unavailable` when too many wait already; what `work` throws.
    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        let givenUp = GivenUp()
        return try await withTaskCancellationHandler {
            try await tryInTurn { () throws -> Value in
                // Nobody waits for it any more: those behind it come sooner.
                if givenUp.isSo.load(ordering: .relaxed) { throw Self.busy }
                return try work()
            }
        } onCancel: {
            givenUp.isSo.store(true, ordering: .relaxed)
        }
    }

    private static let busy = Refusal.unavailable("Too many people are signing in at this moment")

    private func tryInTurn<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { caller in
            let attempt: Try = { caller.resume(with: Result { try work() }) }
            let fate = turns.withLock { turns -> Fate in
                if turns.running < width {
                    turns.running += 1
                    return .begins
                }
                if turns.waiting.count >= waitingMax { return .refused }
                turns.waiting.append(attempt)
                return .waits
            }
            switch fate {
            case .begins: begin(attempt)
            case .waits: break
            case .refused: caller.resume(throwing: Self.busy)
            }
        }
    }

    /// Threads of their own, and only so many: those who wait hold none, and what the rest of the service runs on is
    /// left alone.
    private func begin(_ first: @escaping Try) {
        Thread.detachNewThread { [self] in
            Self.giveWay()
            var attempt: Try? = first
            while let now = attempt {
                now()
                attempt = next()
            }
        }
    }

    /// Nil when nobody waits, and then this thread ends.
    private func next() -> Try? {
        turns.withLock { turns in
            if turns.waiting.isEmpty {
                turns.running -= 1
                return nil
            }
            return turns.waiting.removeFirst()
        }
    }

    /// On Linux a thread has a priority of its own: pages go first where there are fewer processors than tries.
    private static func giveWay() {
        #if canImport(Glibc)
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
        #endif
    }
}

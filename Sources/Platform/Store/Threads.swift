import Foundation
import Synchronization

/// Threads of our own, so that waiting for a database never holds up a thread that Swift's tasks share.
final class Threads: Sendable {
    private let running = DispatchGroup()

    func start(_ name: String, _ work: @escaping @Sendable () -> Void) {
        running.enter()
        let once = Once(work)
        let thread = Thread { [running] in
            once.run()
            running.leave()
        }
        thread.name = name
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Waits until all are done, and hold nothing of what they worked with.
    func join() { running.wait() }
}

/// Work that is let go of once it is done, with all it holds.
///
/// A thread keeps its block for a moment after the block has ended. SQLite takes `-wal` and `-shm` away by their names
/// when the last connection closes, and whoever waited for that may be making another database in the same place.
private final class Once: Sendable {
    private let work: Mutex<(@Sendable () -> Void)?>

    init(_ work: @escaping @Sendable () -> Void) { self.work = Mutex(work) }

    func run() { take()?() }

    private func take() -> (@Sendable () -> Void)? {
        work.withLock { work in
            defer { work = nil }
            return work
        }
    }
}

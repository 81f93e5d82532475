import Foundation

/// Threads of our own, so that waiting for a database never holds up a thread that Swift's tasks share.
final class Threads: Sendable {
    private let running = DispatchGroup()

    func start(_ name: String, _ work: @escaping @Sendable () -> Void) {
        running.enter()
        let thread = Thread { [running] in
            work()
            running.leave()
        }
        thread.name = name
        thread.stackSize = 8 << 20
        thread.start()
    }

    /// Waits until all are done.
    func join() { running.wait() }
}

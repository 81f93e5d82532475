#if PostgreSQL
import Foundation
import Kernel

/// PostgreSQL behind a store: threads, each with a connection of its own, opened when it is first needed.
final class PostgresEngine: Backend {
    private let waiting: Waiting
    private let threads = Threads()

    init(_ url: String, _ settings: StoreSettings, _ counting: Counting) throws {
        waiting = Waiting(settings, counting)
        let longReads = LongReads()
        // Connects once, so that a wrong address is found at the start.
        nonisolated(unsafe) var first: PostgresConnection? = try PostgresConnection(url, settings, longReads)
        for number in 1...settings.connections {
            nonisolated(unsafe) let connection = first
            first = nil
            threads.start("thinkchild.postgres.\(number)") { [waiting] in
                PostgresSession(url, settings, counting, longReads, connection).serve(waiting)
            }
        }
    }

    func add(_ job: Job) { waiting.add(job) }

    func close(waiting isWaiting: Bool) {
        waiting.close()
        if isWaiting { threads.join() }
    }
}
#endif

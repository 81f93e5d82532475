import Cast
import Foundation
import Jobs
import Kernel
import Store
import Synchronization

/// A store with a list of jobs, a table that they leave something in, and a clock that goes when it is told.
struct JobWorld {
    static let noon = Date(timeIntervalSince1970: 1_262_260_800)

    let store: Store
    let location: Location
    let clock = Clockwork(noon)
    /// What was asked of the kinds made here, in order.
    let attempts = Mark()

    init(_ engine: Engine) async throws {
        location = try await freshLocation(on: engine)
        store = try Store.open(location, settings: .forTests)
        let mark = Migration("0001-mark", Array("CREATE TABLE jobs_mark (word TEXT NOT NULL);".utf8))
        try await store.migrate([JobTable.schema, Schema(room: "test", migrations: [mark])])
    }

    /// Jobs of the kind `test.mark`: `work` is told which attempt it is, and may throw; then the payload is written
    /// down.
    func kind(
        _ patience: Patience = Patience(), _ work: @escaping @Sendable (TakenJob) async throws -> Void = { _ in }
    )
        -> JobKind
    {
        JobKind("test.mark", patience: patience) { [attempts] job in
            attempts.add("\(job.payload) \(job.attempt)")
            try await work(job)
            return Ending { tx in try tx.run("INSERT INTO jobs_mark (word) VALUES (\(job.payload))") }
        }
    }

    func runner(_ kind: JobKind, on other: Store? = nil, report: @escaping @Sendable (String) -> Void = { _ in })
        -> JobRunner
    {
        JobRunner(other ?? store, kinds: [kind], clock: { [clock] in clock.now }, report: report)
    }

    func ask(_ payload: String, of kind: String = "test.mark", due: Date? = nil) async throws -> ID<Job> {
        let now = clock.now
        return try await store.write { tx in try tx.ask(for: Job(kind, payload, due: due), at: now) }
    }

    func held() async throws -> [HeldJob] { try await store.read { tx in try tx.jobs() } }

    func marks() async throws -> [String] {
        try await store.read { tx in try tx.rows("SELECT word FROM jobs_mark ORDER BY word").map { $0.text(0) } }
    }
}

/// A clock that stands still until it is moved.
final class Clockwork: Sendable {
    private let held: Mutex<Date>
    init(_ now: Date) { held = Mutex(now) }
    var now: Date { held.withLock { $0 } }
    func move(_ seconds: TimeInterval) { held.withLock { $0 += seconds } }
}

/// Words noted by several tasks.
final class Mark: Sendable {
    private let noted = Mutex<[String]>([])
    func add(_ word: String) { noted.withLock { $0.append(word) } }
    var words: [String] { noted.withLock { $0 } }
}

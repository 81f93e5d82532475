import Foundation
import GRDB
import Kernel

/// SQLite behind a store: reader threads and one writer thread, each with a connection of its own for as long as the
/// store is open.
///
/// A database in memory has one connection, so its reads wait their turn with its writes.
final class SQLiteEngine: Backend {
    let reading: Waiting
    let writing: Waiting
    private let threads = Threads()

    init(path: String?, _ settings: StoreSettings, _ counting: Counting) throws {
        writing = Waiting(settings, counting)
        reading = path == nil ? writing : Waiting(settings, counting)
        let configuration = SQLiteEngine.configuration(settings)
        guard let path else {
            let queue = try DatabaseQueue(configuration: configuration)
            threads.start("thinkchild.sqlite") { [writing] in
                queue.writeWithoutTransaction { SQLiteWriter($0, settings, counting).serve(writing) }
            }
            return
        }
        let pool = try SQLiteEngine.open(path, configuration, settings)
        threads.start("thinkchild.sqlite.writer") { [writing] in
            pool.writeWithoutTransaction { SQLiteWriter($0, settings, counting).serve(writing) }
        }
        for number in 1...settings.readers {
            threads.start("thinkchild.sqlite.reader.\(number)") { [reading] in
                SQLiteReader.serve(reading, from: pool, settings)
            }
        }
    }

    func add(_ job: Job) { (job.kind == .read ? reading : writing).add(job) }

    func close(waiting: Bool) {
        reading.close()
        writing.close()
        if waiting { threads.join() }
    }

    private static func open(
        _ path: String, _ configuration: Configuration, _ settings: StoreSettings
    ) throws -> DatabasePool {
        do {
            // Whoever may not read the folder's owner's files may not read this one; SQLite gives `-wal` and `-shm`
            // the same mode.
            if !FileManager.default.fileExists(atPath: path) {
                _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            }
            let pool = try inTurn(within: settings.waitMax) {
                try DatabasePool(path: path, configuration: configuration)
            }
            // GRDB sets NORMAL once the pool is open, whatever was prepared: an acknowledged write must outlive a
            // power cut.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            return pool
        } catch {
            let meaning = SQLiteFailure.meaning(of: error, in: nil)
            guard let refusal = meaning as? Refusal, case .unavailable(let why) = refusal else { throw meaning }
            throw Refusal.unavailable("\(path): \(why)")
        }
    }

    /// Programs that turn a new file to its write-ahead log at one moment are told that it is busy, without a wait.
    private static func inTurn<Value>(within limit: Duration, _ work: () throws -> Value) throws -> Value {
        let end = ContinuousClock.now + limit
        while true {
            do { return try work() } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                guard ContinuousClock.now < end else { throw error }
                usleep(20_000)
            }
        }
    }

    private static func configuration(_ settings: StoreSettings) -> Configuration {
        var configuration = Configuration()
        configuration.maximumReaderCount = settings.readers
        configuration.persistentReadOnlyConnections = true
        configuration.busyMode = .timeout(Double(settings.waitMax.milliseconds) / 1_000)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA cache_size = -\(settings.cacheKibibytes)")
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
            // After a large import the write-ahead log gives its room back.
            try db.execute(sql: "PRAGMA journal_size_limit = 67108864")
            // As PostgreSQL's LIKE: what should match either case is stored folded.
            try db.execute(sql: "PRAGMA case_sensitive_like = ON")
        }
        return configuration
    }
}

/// Serves reads, each in a snapshot of its own.
enum SQLiteReader {
    static func serve(_ waiting: Waiting, from pool: DatabasePool, _ settings: StoreSettings) {
        let seat = Waiting.Seat(value: 0)
        var isOver = false
        while !isOver {
            do {
                try pool.unsafeRead { db in
                    let connection = SQLiteConnection(db, settings)
                    while let job = waiting.take(1, at: seat).first { read(job, on: connection) }
                }
                isOver = true
            } catch {
                // The connection could not be opened: whoever waits is told, and the next finds out anew.
                guard let job = waiting.take(1, at: seat).first else { return }
                job.fail(SQLiteFailure.meaning(of: error, in: nil))
            }
        }
    }

    static func read(_ job: Job, on connection: SQLiteConnection) {
        do {
            _ = try connection.run("BEGIN")
            defer { _ = try? connection.run("ROLLBACK") }
            _ = try job.run(on: connection)
        } catch {
            return job.fail(error)
        }
        job.succeed()
    }
}

#if PostgreSQL
import Foundation
import Kernel

/// One thread's dealings with the server: runs closures, again where that is safe and right, and makes lost
/// connections anew.
final class PostgresSession {
    private let url: String
    private let settings: StoreSettings
    private let counting: Counting
    private let longReads: LongReads
    private var connection: PostgresConnection?
    /// Whether a connection was lost and none has been made since.
    private var hasLost = false
    /// Whether the server, lost a moment ago, is given a moment to come back.
    private var isPatient = false
    /// Whether the job in hand is a read that turned out to need a transaction.
    private var isLongRead = false

    init(
        _ url: String, _ settings: StoreSettings, _ counting: Counting, _ longReads: LongReads,
        _ connection: PostgresConnection?
    ) {
        self.url = url
        self.settings = settings
        self.counting = counting
        self.longReads = longReads
        self.connection = connection
    }

    func serve(_ waiting: Waiting) {
        let seat = Waiting.Seat(value: 0)
        while let job = waiting.take(1, at: seat).first {
            switch job.kind {
            case .read: perform(job, read)
            case .write(let isolation): perform(job) { try self.write($0, on: $1, isolation) }
            case .exclusive: perform(job, exclusive)
            }
        }
    }

    /// Runs a job until it is done or there is no sense in trying again, and tells its caller.
    private func perform(_ job: Job, _ work: (Job, PostgresConnection) throws -> Void) {
        var losses = 0, meetings = 0
        isLongRead = false
        while true {
            do {
                let connection = try connected()
                do { return try work(job, connection) } catch {
                    // The closure may have made something else of it; the connection knows what happened.
                    let trouble = connection.trouble
                    connection.rollBack()
                    if connection.isLost { throw PostgresTrouble.lost("") }
                    throw trouble ?? error
                }
            } catch PostgresTrouble.met where meetings < settings.retriesMax {
                meetings += 1
                counting.add { $0.retries += 1 }
                // Those who met part company: each waits a little longer than last time, no two alike.
                usleep(.random(in: 0...(500 << min(UInt32(meetings), 9))))
            } catch PostgresTrouble.met {
                return refuse(
                    job, .unavailable("Others are changing the same things. Nothing was changed; please try again"))
            } catch PostgresTrouble.longRead where !isLongRead {
                isLongRead = true
            } catch PostgresTrouble.stale where losses == 0 {
                losses += 1
                connection = nil
            } catch is PostgresTrouble {
                let mayBeKept = connection?.isCommitting ?? false
                connection = nil
                (hasLost, isPatient) = (true, true)
                if mayBeKept { return refuse(job, PostgresSession.unknown) }
                if losses > 0 || job.kind == .exclusive {
                    return refuse(job, .unavailable("The connection to the database was lost. Nothing was changed"))
                }
                losses += 1
            } catch {
                if let refusal = error as? Refusal, case .unavailable = refusal { return refuse(job, refusal) }
                return job.fail(error)
            }
        }
    }

    private static let unknown = Refusal.unavailable(
        """
        The connection to the database was lost while it was saving. The change may or may not have been saved: please \
        look before you try again
        """
    )

    private func read(_ job: Job, on connection: PostgresConnection) throws {
        connection.beginReading(inTransaction: isLongRead)
        _ = try job.run(on: connection)
        job.succeed()
        connection.finishReading()
    }

    private func write(_ job: Job, on connection: PostgresConnection, _ isolation: Isolation) throws {
        connection.begin(
            isolation == .serial
                ? "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE" : "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
        let after = try job.run(on: connection)
        try connection.commit()
        counting.add {
            $0.writes += 1
            $0.commits += 1
            $0.groupSizeMax = 1
        }
        job.succeed()
        after.forEach { $0() }
    }

    private func exclusive(_ job: Job, on connection: PostgresConnection) throws {
        connection.begin(nil)
        _ = try job.run(on: connection)
        job.succeed()
    }

    private func refuse(_ job: Job, _ refusal: Refusal) {
        counting.add { $0.busy += 1 }
        job.fail(refusal)
    }

    /// The connection, made if need be. After a loss a server that is starting again is given a moment.
    private func connected() throws -> PostgresConnection {
        if let connection, !connection.isLost { return connection }
        var pause: UInt32 = 50_000
        while true {
            do {
                let made = try PostgresConnection(url, settings, longReads)
                if hasLost { counting.add { $0.reconnects += 1 } }
                (connection, hasLost, isPatient) = (made, false, false)
                return made
            } catch {
                guard isPatient, pause < 1_000_000 else {
                    isPatient = false
                    throw error
                }
                usleep(pause)
                pause *= 2
            }
        }
    }
}
#endif

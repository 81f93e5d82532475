import Foundation
import GRDB
import Kernel

/// The one that writes. Writes that wait together share one transaction, and so one flush, each in a savepoint of its
/// own.
///
/// Each caller is told of its own outcome, after the commit. Where the commit as a whole fails (a deferred foreign
/// key, say), every one is run again alone, so that only the culprit is refused.
final class SQLiteWriter {
    /// Whoever was answered together is likely to come back together: half a flush is waited for them, since a flush
    /// for half of them costs as much as one for all.
    private var expecting = Waiting.Expecting()
    private static let gatheringMax: UInt64 = 1_000_000
    private let connection: SQLiteConnection
    private let settings: StoreSettings
    private let counting: Counting

    init(_ db: Database, _ settings: StoreSettings, _ counting: Counting) {
        connection = SQLiteConnection(db, settings)
        self.settings = settings
        self.counting = counting
    }

    func serve(_ waiting: Waiting) {
        let seat = Waiting.Seat(value: 0)
        while true {
            let jobs = waiting.take(settings.groupMax, at: seat, expecting)
            if jobs.isEmpty { return }
            expecting = Waiting.Expecting()
            var group: [Job] = []
            for job in jobs {
                switch job.kind {
                case .write: group.append(job)
                case .read: read(job)
                case .exclusive: exclusive(job)
                }
            }
            if group.count == 1 { alone(group[0]) } else if !group.isEmpty { together(group) }
        }
    }

    private func alone(_ job: Job) {
        let after: [@Sendable () -> Void]
        do {
            _ = try connection.run("BEGIN IMMEDIATE")
            after = try job.run(on: connection)
            _ = try connection.run("COMMIT")
        } catch {
            rollBack()
            return refuse(job, error)
        }
        committed([job], after)
    }

    private func together(_ jobs: [Job]) {
        do { _ = try connection.run("BEGIN IMMEDIATE") } catch { return jobs.forEach { refuse($0, error) } }
        var kept: [Job] = [], after: [@Sendable () -> Void] = [], refused: [(Job, any Error)] = []
        for job in jobs {
            do {
                after += try inSavepoint(job)
                kept.append(job)
            } catch {
                refused.append((job, error))
                // A failure that ended the whole transaction took the others' work with it.
                guard connection.isInTransaction else { return jobs.forEach(alone) }
            }
        }
        let start = DispatchTime.now().uptimeNanoseconds
        do { _ = try connection.run("COMMIT") } catch {
            rollBack()
            // Those refused are run again too: what refused them may have been the culprit's doing.
            return jobs.forEach(alone)
        }
        let flush = DispatchTime.now().uptimeNanoseconds - start
        expecting = Waiting.Expecting(count: kept.count, nanoseconds: min(flush / 2, Self.gatheringMax))
        committed(kept, after)
        for (job, error) in refused { refuse(job, error) }
    }

    private func inSavepoint(_ job: Job) throws -> [@Sendable () -> Void] {
        _ = try connection.run("SAVEPOINT one")
        do {
            let after = try job.run(on: connection)
            _ = try connection.run("RELEASE one")
            return after
        } catch {
            if connection.isInTransaction {
                _ = try connection.run("ROLLBACK TO one")
                _ = try connection.run("RELEASE one")
            }
            throw error
        }
    }

    private func committed(_ jobs: [Job], _ after: [@Sendable () -> Void]) {
        counting.add {
            $0.writes += jobs.count
            $0.commits += 1
            $0.groupSizeMax = max($0.groupSizeMax, jobs.count)
        }
        jobs.forEach { $0.succeed() }
        after.forEach { $0() }
    }

    private func refuse(_ job: Job, _ error: any Error) {
        if case Refusal.unavailable? = error as? Refusal { counting.add { $0.busy += 1 } }
        job.fail(error)
    }

    private func rollBack() {
        if connection.isInTransaction { _ = try? connection.run("ROLLBACK") }
    }

    /// A database in memory has no reader of its own.
    private func read(_ job: Job) {
        _ = try? connection.run("PRAGMA query_only = ON")
        SQLiteReader.read(job, on: connection)
        _ = try? connection.run("PRAGMA query_only = OFF")
    }

    private func exclusive(_ job: Job) {
        do {
            _ = try job.run(on: connection)
        } catch {
            rollBack()
            return job.fail(error)
        }
        job.succeed()
    }
}

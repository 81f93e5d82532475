public import Doors
public import Foundation
public import Jobs
import Kernel
import Oversight
public import Records
import Store

/// Writes to whoever answers for a post when the access of its holders must be confirmed: a job that comes round.
public struct RemindReviewers: Sendable {
    /// Hours between two looks, and days before a due day at which they are first written to, and between two letters.
    /// Ours.
    static let hours = 6.0, daysAhead = 14, daysBetween = 14

    static let name = "oversight.reviews"
    private static let job = ID<Job>("oversight-reviews")

    let house: House
    let registry: Registry

    public init(_ house: House, _ registry: Registry) { (self.house, self.registry) = (house, registry) }

    /// For the runner of jobs.
    public var kind: JobKind {
        JobKind(Self.name) { job in
            Ending { tx in
                try remind(at: job.now, in: tx)
                try ask(after: job.now, in: tx)
            }
        }
    }

    /// Puts the first on the list; where there is one already, nothing changes.
    public func begin(at now: Date) async throws {
        try await house.store.write { tx in
            _ = try tx.ask(for: Job(Self.name, "{}", due: now), named: Self.job, at: now)
        }
    }

    private func ask(after now: Date, in tx: Transaction) throws {
        try tx.ask(for: Job(Self.name, "{}", due: now.addingTimeInterval(Self.hours * 3_600)), named: Self.job, at: now)
    }

    /// - Returns: how many were written to.
    @discardableResult
    func remind(at now: Date, in tx: Transaction) throws -> Int {
        let today = Day(inEnglandAt: now), letters = WatchLetters(house: house)
        var count = 0
        let read = ReadAccess(tx, registry, on: today, in: house)
        for access in try read.posts() {
            guard let due = access.dueOn, due <= today.adding(days: Self.daysAhead),
                try tx.shouldRemind(of: access.post.id, since: today.adding(days: 1 - Self.daysBetween))
            else { continue }
            let holder = access.holders.count == 1 ? access.holders.first?.person.id : nil
            let told = try letters.tell(
                try access.responsible.others(than: holder, read.offices), orAdministratorsOf: read.offices,
                than: holder, of: "confirm who has access",
                ["Please confirm by \(due.long) who holds the post \(access.post.name), which gives a role."],
                leadingTo: "/access-reviews/\(access.post.id)", at: now, in: tx)
            if told.isEmpty { continue }
            try tx.reminded(of: access.post.id, on: today)
            count += told.count
        }
        return count
    }
}

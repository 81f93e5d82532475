public import Doors
public import Foundation
public import Jobs
import Kernel
import Store

/// Throws away lapsed tries, sessions, links and forms of the accounts: a job that comes round.
public struct TidyAccounts: Sendable {
    /// Hours between two rounds. Ours.
    static let hours = 1.0

    static let name = "identity.tidy"
    private static let job = ID<Job>("identity-tidy")

    let house: House

    public init(_ house: House) { self.house = house }

    /// For the runner of jobs.
    public var kind: JobKind {
        JobKind(Self.name) { job in
            Ending { tx in
                try house.identity?.tidy(at: job.now, in: tx)
                try tx.ask(
                    for: Job(Self.name, "{}", due: job.now.addingTimeInterval(Self.hours * 3_600)), named: Self.job,
                    at: job.now)
            }
        }
    }

    /// Puts the first on the list; where there is one already, nothing changes.
    public func begin(at now: Date) async throws {
        try await house.store.write { tx in
            _ = try tx.ask(for: Job(Self.name, "{}", due: now), named: Self.job, at: now)
        }
    }
}

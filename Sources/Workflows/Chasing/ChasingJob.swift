public import Doors
import Foundation
import Identity
public import Jobs
import Kernel
import Mail
import Meetings
import Store

/// Once a day, the owners of actions are written to, before and after they are due, and what stays overdue is taken
/// higher. The letters are written in the transaction that notes them.
public struct ChasingJob: Sendable {
    public static let name = "meetings.chase"
    static let caller = Caller(name: "The service (actions)", roles: [.clerk])

    let house: House

    public init(_ house: House) { self.house = house }

    public var kind: JobKind {
        JobKind(Self.name) { job in
            Ending { tx in
                try chase(at: job.now, in: tx)
                try Self.askAgain(after: job.now, in: tx)
            }
        }
    }

    /// Has it done for the first time; where it is on the list already, nothing is added to it.
    public func begin(at now: Date) async throws {
        try await house.store.write { tx in
            _ = try tx.ask(for: Job(Self.name, "{}"), named: ID(Self.jobName), at: now)
        }
    }

    private static let jobName = "meetings-chase"

    private static func askAgain(after now: Date, in tx: Transaction) throws {
        try tx.ask(for: Job(name, "{}", due: now.addingTimeInterval(86_400)), named: ID(jobName), at: now)
    }

    /// - Returns: how many letters were written.
    @discardableResult
    func chase(at now: Date, in tx: Transaction) throws -> Int {
        let hand = Hand(
            Self.caller, under: house.policy, at: now, on: Day(inEnglandAt: now), registry: house.registry)
        var written = 0
        for reminder in try ChaseActions().perform(by: hand, in: tx) {
            // An address that will not do is left to whoever keeps the record: one must not stop the rest.
            guard let address = try? MailAddress(reminder.email) else { continue }
            let account = try house.identity?.account(of: reminder.personID, in: tx)
            let letter = Letter(
                to: address, subject: try SubjectLine(subject(of: reminder)), text: text(of: reminder),
                for: account.map { Account.sealedFor($0.id) })
            try tx.send(letter, at: now)
            written += 1
        }
        return written
    }

    private func subject(of reminder: ChaseActions.Reminder) -> String {
        reminder.isOverdue
            ? "An action was due on \(reminder.due.long)" : "An action is due on \(reminder.due.long)"
    }

    private func text(of reminder: ChaseActions.Reminder) -> String {
        var lines = [
            "Dear \(reminder.person),", "",
            "\(reminder.body) asked for this \(reminder.isOverdue ? "by" : "to be done by") \(reminder.due.long):", "",
            reminder.action, "",
            reminder.isOverdue
                ? "Nobody has said yet that it was done. Please tell the clerk what was done, and what shows it."
                : "Please tell the clerk when it is done, and what shows it.",
        ]
        if let higher = reminder.escalatedTo { lines += ["", "Because it is overdue it was taken to \(higher)."] }
        return (lines + ["", house.settings.councilName]).joined(separator: "\n")
    }
}

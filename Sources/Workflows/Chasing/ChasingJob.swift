public import Doors
import Foundation
import Identity
public import Jobs
import Kernel
import Mail
import Meetings
import Partners
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
        let told = try ChaseActions(ChasingDays(house.configuration)).perform(by: hand, in: tx)
        for reminder in told.reminders {
            written += try send(to: reminder.to, subject(of: reminder), text(of: reminder), at: now, in: tx)
        }
        for arrival in told.arrivals {
            for recipient in arrival.recipients {
                let lines = text(of: arrival, to: recipient)
                written += try send(
                    to: recipient, "An overdue action was taken to \(arrival.to)", lines, at: now, in: tx)
            }
        }
        return written
    }

    /// - Returns: 1, or 0 for an address that will not do: it is left to whoever keeps the record, and stops no other.
    private func send(
        to: Addressee, _ subject: String, _ text: String, at now: Date, in tx: Transaction
    ) throws -> Int {
        guard let address = try? MailAddress(to.email) else { return 0 }
        let account = try house.identity?.account(of: to.person, in: tx)
        let letter = Letter(
            to: address, subject: try SubjectLine(String(subject.prefix(200))), text: text,
            for: account.map { Account.sealedFor($0.id) })
        try tx.send(letter, at: now)
        return 1
    }

    private func text(of arrival: Arrival, to recipient: Addressee) -> String {
        let place =
            arrival.meeting.map { "It is on the agenda of the meeting on \($0)." }
            ?? "It waits for a meeting that can take it."
        return [
            "Dear \(recipient.name),", "",
            "\(arrival.from) asked for this by \(arrival.due.long), and nobody has said that it was done:", "",
            arrival.action, "", "Its terms of reference take it to \(arrival.to). \(place)", "",
            house.settings.address + arrival.path, "", house.settings.councilName,
        ].joined(separator: "\n")
    }

    private func subject(of reminder: ChaseActions.Reminder) -> String {
        reminder.isOverdue
            ? "An action was due on \(reminder.due.long)" : "An action is due on \(reminder.due.long)"
    }

    private func text(of reminder: ChaseActions.Reminder) -> String {
        var lines = [
            "Dear \(reminder.to.name),", "",
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

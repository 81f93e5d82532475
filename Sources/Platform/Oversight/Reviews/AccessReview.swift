public import Foundation
public import Kernel
import Ledger
public import Store

/// That somebody in a post should go on having what it gives, as whoever answers for them last said.
public struct Confirmation: Sendable, Equatable {
    /// The appointment's identifier.
    public let appointment: String
    /// Who was in the post when it was said: it says nothing of a successor.
    public let person: String
    public let on: Day
    public let reviewer: String
}

/// Says that the holder of a post that gives a role should go on holding it.
public struct ConfirmAccess: Sendable {
    let appointment: Subject
    let person: String
    let post: String

    public init(of appointment: Subject, held person: String, in post: String) {
        (self.appointment, self.person, self.post) = (appointment, person, post)
    }

    /// - Throws: `.outOfOrder` for their own (AC-34); `.notAllowed` or `.notFound` for a caller who may not.
    public func perform(by caller: Caller, at now: Date, on day: Day, in tx: Transaction) throws {
        try caller.must(.reviewAccess, under: .oversight)
        try SeparationOfDuties.ownAccess.mustBeAnother(caller, than: [person])

        try tx.run(
            """
            INSERT INTO oversight_review (appointment, person, post, confirmed, reviewer)
            VALUES (\(appointment.id), \(person), \(post), \(day), \(caller.name))
            ON CONFLICT (appointment) DO UPDATE SET person = \(person), post = \(post), confirmed = \(day),
                reviewer = \(caller.name)
            """)

        // A subject of its own: it changes nothing of the appointment.
        let subject = Subject(kind: "access-review", id: appointment.id, name: appointment.name)
        try tx.record(
            Fact("oversight.access-confirmed", about: subject, "\(appointment.name) was confirmed"), by: caller, at: now
        )
    }
}

extension Transaction {
    /// What was last said of the holders of posts, by appointment.
    public func confirmations() throws -> [String: Confirmation] {
        let all = try rows("SELECT appointment, person, confirmed, reviewer FROM oversight_review").map { row in
            Confirmation(
                appointment: row.text(0), person: row.text(1), on: row.day(2), reviewer: row.text(3))
        }
        return Dictionary(all.map { ($0.appointment, $0) }) { first, _ in first }
    }

    /// Whether those who answer for a post should be reminded: not when they were, since a day.
    public func shouldRemind(of post: String, since day: Day) throws -> Bool {
        guard let row = try one("SELECT reminded FROM oversight_reminder WHERE post = \(post)") else { return true }
        return row.day(0) < day
    }

    public func reminded(of post: String, on day: Day) throws {
        try run(
            """
            INSERT INTO oversight_reminder (post, reminded) VALUES (\(post), \(day))
            ON CONFLICT (post) DO UPDATE SET reminded = \(day)
            """)
    }
}

import Doors
import Foundation
import Kernel
import Oversight
import Partners
import Records
import Store

/// What whoever answers for a post says of each of its holders: that they go on, or that it ends today.
struct ReviewAccess {
    /// One holder's answer.
    enum Answer: String, Sendable { case confirm, end }

    let registry: Registry
    let post: String
    /// By the appointment's identifier.
    let answers: [String: Answer]
    let because: String

    /// - Throws: `.notFound` for a post whose holders the caller does not answer for; `.outOfOrder` for their own
    ///   (AC-34); what ending the appointment throws. Nothing is kept then.
    func perform(by caller: Caller, at now: Date, on day: Day, in house: House, _ tx: Transaction) throws {
        guard let access = try ReadAccess(tx, registry, on: day, in: house).post(post), access.isAnswered(by: caller)
        else { throw Refusal.notFound }

        try caller.must(.reviewAccess, under: .oversight)

        for held in access.holders {
            switch answers[held.appointment.id] {
            case .confirm?:
                try ConfirmAccess(of: held.appointment, held: held.person.id, in: post)
                    .perform(by: caller, at: now, on: day, in: tx)
            case .end?: try end(held, access, by: caller, at: now, on: day, in: house, tx)
            case nil: continue
            }
        }
    }

    /// Ends the appointment by the command that any page ends one with. Whoever answers for a post may do this one
    /// thing to it, whatever else they may.
    private func end(
        _ held: HeldAccess, _ access: PostAccess, by caller: Caller, at now: Date, on day: Day, in house: House,
        _ tx: Transaction
    ) throws {
        try SeparationOfDuties.ownAccess.mustBeAnother(caller, than: [held.person.id])
        let reason = because.isEmpty ? "Review of access" : "Review of access: \(because)"
        let draft = RecordDraft(Appointment.kind, ["until": .text("\(day)")])
        let answering = caller.with(Grant(.clerk, from: access.post, because: "answer for \(access.post.name)"))
        _ = try EndRecord(held.appointment.id, by: draft, because: reason, seen: held.seen, registry: registry)
            .perform(by: answering, under: house.policy, at: now, in: tx)
    }
}

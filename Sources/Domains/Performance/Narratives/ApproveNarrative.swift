import Foundation
import Kernel
import Records
import Store

/// Approves what is said of a figure, for the post that answers for the indicator.
struct ApproveNarrative: Sendable {
    let narrative: String
    /// What was read, as `Seen.mark`: nobody approves what they did not read.
    let seen: String?
    /// The day it is.
    let on: Day
    let registry: Registry

    func perform(by caller: Caller, under policy: Policy, at now: Date, in tx: Transaction) throws {
        let shelf = RecordShelf(tx, registry)
        guard let held = try shelf.versions(of: narrative).last, held.kind.name == Narrative.kind.name else {
            throw Refusal.notFound
        }

        try caller.must(.approvePerformance, under: policy)
        guard let person = caller.person else {
            throw Refusal.outOfOrder("Only a person who is signed in can approve: nobody can answer for a program")
        }
        guard held.day("approved") == nil else {
            throw Refusal.changedMeanwhile("Somebody has approved this narrative already")
        }
        guard try Narrative.holders(of: held, on: on, shelf).contains(person) else {
            throw Refusal.outOfOrder("\(Narrative.approvedByOwner), and you do not hold it on \(on.long)")
        }
        guard let seen, !seen.isEmpty else {
            throw Refusal.changedMeanwhile("Read the narrative on its indicator's page before you approve it")
        }

        var draft = RecordDraft(Narrative.kind, ["approved": .text("\(on)"), "approved-by": .text(person)])
        // Who may approve is asked above and by the safeguard; they need not be somebody who writes narratives.
        let policy = Policy(policy.grants.merging([.changePerformance: caller.roles]) { $0.union($1) })
        let caller = caller.with(Narrative.approving(held.id))
        if let start = held.period.from ?? held.period.attested, start >= on {
            try CorrectRecord(
                held.id, version: held.version, to: draft, because: "It was approved", seen: seen, registry: registry
            ).perform(by: caller, under: policy, at: now, in: tx)
        } else {
            draft.give(CommonKey.from.rawValue, .text("\(on)"))
            try ChangeRecord(held.id, to: draft, seen: seen, registry: registry, purpose: "It was approved")
                .perform(by: caller, under: policy, at: now, in: tx)
        }
    }
}

import Arrangements
import Kernel
import Partners
import Records
import Store

/// What every step of a plan's life asks first: that whoever does it may, and that the plan has come that far.
struct PlanStep {
    let plan: TrustPlan
    let hand: Hand

    /// - Throws: `.notFound` for no such plan; `.invalid` for a step that may not follow.
    init(_ step: PlanLife.Step, of id: String, by hand: Hand, in tx: Transaction) throws {
        try hand.caller.must(.changePlans, under: hand.policy)
        plan = TrustPlan(try hand.last(TrustPlan.kind, id, in: tx))
        self.hand = hand
        guard step.from.contains(plan.state) else {
            let state = TrustPlan.states.label(of: plan.state).lowercased()
            throw Refusal.wrong("state", "The plan is \(state): \(step.words.lowercased()) does not follow from that")
        }
    }

    /// Says that the plan is in another state, and what came with it.
    func put(
        _ state: String, _ fields: [String: Given] = [:], because: String, seen: String?, in tx: Transaction
    ) throws {
        var all = fields
        all["state"] = .text(state)
        try hand.sealingPlans.amend(plan.record, all, because: because, seen: seen, in: tx)
    }
}

/// Says that people are asked about a draft, and until when. Who may read it here stays as it was.
struct OpenConsultation: Sendable {
    let plan: String
    let until: Day?
    let seen: String?

    func perform(by hand: Hand, in tx: Transaction) throws {
        let step = try PlanStep(PlanLife.consult, of: plan, by: hand, in: tx)
        guard let until else { throw Refusal.wrong("consulted-until", "Enter the last day for answers") }
        guard until > hand.on else {
            throw Refusal.wrong("consulted-until", "The last day for answers must be after \(hand.on.long)")
        }
        let from = step.plan.record.day("consulted-from") ?? hand.on
        try step.put(
            "consultation", ["consulted-from": .text("\(from)"), "consulted-until": .text("\(until)")],
            because: "The consultation was opened", seen: seen, in: tx)
    }
}

/// Publishes an agreed plan. The editions that it revises, one after another, are taken over by it.
struct PublishPlan: Sendable {
    let plan: String
    let reviewDue: Day?
    let seen: String?

    func perform(by hand: Hand, in tx: Transaction) throws {
        let step = try PlanStep(PlanLife.publish, of: plan, by: hand, in: tx)
        try mustBeLawful(step.plan, hand, tx)
        if let reviewDue, reviewDue <= hand.on {
            throw Refusal.wrong("review-due", "The day for its review must be after \(hand.on.long)")
        }
        var fields: [String: Given] = ["published": .text("\(hand.on)")]
        // A day that was said before stays where none is given now.
        if let reviewDue { fields["review-due"] = .text("\(reviewDue)") }
        try step.put("published", fields, because: "It was published", seen: seen, in: tx)
        try takeOver(step.plan, hand, tx)
    }

    /// An edition between them may never have been published: those before it are taken over all the same.
    private func takeOver(_ plan: TrustPlan, _ hand: Hand, _ tx: Transaction) throws {
        var seen: Set = [plan.id], next = plan.revises
        while let id = next, seen.insert(id).inserted {
            let before = TrustPlan(try hand.last(TrustPlan.kind, id.text, in: tx))
            if before.state == "published" {
                try hand.sealingPlans.amend(
                    before.record, ["state": .text("superseded")], because: "A later edition was published", in: tx)
            }
            next = before.revises
        }
    }

    /// The law of the day of publishing is the one that judges a plan: it may not be that of the day it was agreed.
    private func mustBeLawful(_ plan: TrustPlan, _ hand: Hand, _ tx: Transaction) throws {
        let mend = "Close it, and begin a new edition", shelf = hand.shelf(tx)
        if PlanLaw.regime(of: plan, on: hand.on) == .board, plan.starts == nil || plan.ends == nil {
            throw Refusal.wrong("state", "A plan states its period (CYPP-07), and this does not. \(mend)")
        }
        if let why = try shelf.whyNotOwned(plan, on: hand.on) { throw Refusal.wrong("state", "\(why). \(mend)") }
        let agreed = try shelf.standing(PlanAgreement.kind, where: "plan", is: plan.id.text).map(PlanAgreement.init)
            .filter { $0.what == "plan" }.map { ($0.body, $0.on) }
        let all = agreed + (plan.agreedBy.map { [($0, plan.agreed ?? hand.on)] } ?? [])
        var why: String?
        for (id, day) in all {
            guard let body = try shelf.body(id.text, on: day) else { continue }
            guard case .no(let because) = PlanLaw.entitlement(of: body, toAgree: plan, on: hand.on) else { return }
            why = "\(body.name) agreed it: \(because)"
        }
        if let why { throw Refusal.wrong("state", "\(why). \(mend)") }
    }
}

/// Closes a plan with nothing in its place.
struct ClosePlan: Sendable {
    let plan: String
    let because: String?
    let seen: String?

    func perform(by hand: Hand, in tx: Transaction) throws {
        let step = try PlanStep(PlanLife.close, of: plan, by: hand, in: tx)
        guard let because else { throw Refusal.wrong("closed-because", "Say why it is closed") }
        try step.put(
            "closed", ["closed": .text("\(hand.on)"), "closed-because": .text(because)], because: "It was closed",
            seen: seen, in: tx)
    }
}

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

/// Opens a draft to those who are to be asked about it.
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
            because: "It was opened to consultation", seen: seen, in: tx)
    }
}

/// Publishes an agreed plan. The edition that it revises is taken over by it.
struct PublishPlan: Sendable {
    let plan: String
    let reviewDue: Day?
    let seen: String?

    func perform(by hand: Hand, in tx: Transaction) throws {
        let step = try PlanStep(PlanLife.publish, of: plan, by: hand, in: tx)
        if PlanLaw.regime(on: hand.on) == .board, !step.plan.isLocal,
            step.plan.starts == nil || step.plan.ends == nil
        {
            throw Refusal.wrong("state", "A plan states its period (CYPP-07): give its first and last day first")
        }
        if let reviewDue, reviewDue <= hand.on {
            throw Refusal.wrong("review-due", "The day for its review must be after \(hand.on.long)")
        }
        try step.put(
            "published",
            ["published": .text("\(hand.on)"), "review-due": .typed(reviewDue.map { "\($0)" })],
            because: "It was published", seen: seen, in: tx)
        guard let earlier = step.plan.revises else { return }
        let before = TrustPlan(try hand.last(TrustPlan.kind, earlier.text, in: tx))
        guard before.state == "published" else { return }
        try hand.sealingPlans.amend(
            before.record, ["state": .text("superseded")], because: "A later edition was published", in: tx)
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

import Arrangements
import Kernel
import Partners
import Records
import Store

/// Records that the body entitled to agreed a plan. From then on its words are settled.
struct AgreePlan: Sendable {
    let plan: String
    let body: String?
    /// The decision of a meeting in which it did, where there is one.
    let decision: String?
    let wording: String?
    let ticket: FormTicket
    let seen: String?

    func perform(by hand: Hand, in tx: Transaction) throws {
        let fields: [String: Given] = [
            "plan": .text(plan), "body": .typed(body), "on": .text("\(hand.on)"), "what": .text("plan"),
            "decision": .typed(decision), "wording": .typed(wording),
        ]
        if try ticket.isSpent(on: PlanAgreement.kind, saying: fields, in: tx, hand) { return }
        let step = try PlanStep(PlanLife.agree, of: plan, by: hand, in: tx)
        guard let body else { throw Refusal.wrong("body", "Choose the body that agreed it") }
        try mustBeEntitled(body, step.plan, hand, tx)
        try mustBeReady(step.plan, hand, tx)
        if let decision { try mustAgree(decision, by: body, hand, tx) }
        try hand.sealingPlans.add(PlanAgreement.kind, id: ticket.id(of: PlanAgreement.kind), fields, in: tx)
        try step.put(
            "agreed", ["agreed": .text("\(hand.on)"), "agreed-by": .text(body)], because: "It was agreed", seen: seen,
            in: tx)
    }

    private func mustBeEntitled(_ body: String, _ plan: TrustPlan, _ hand: Hand, _ tx: Transaction) throws {
        guard let agreeing = try hand.shelf(tx).body(body, on: hand.on) else {
            throw Refusal.wrong("body", "There is no such body on \(hand.on.long)")
        }
        switch PlanLaw.entitlement(of: agreeing, toAgree: plan, on: hand.on) {
        case .yes: return
        case .no(let why):
            throw Refusal.wrong("body", "\(agreeing.name) is not the body entitled to agree it: \(why)")
        case .cannotTell(let why):
            guard decision == nil else { return }
            throw Refusal.wrong("decision", "Name the decision in which \(agreeing.name) agreed it: \(why)")
        }
    }

    /// What cannot be mended once it is agreed is asked before.
    private func mustBeReady(_ plan: TrustPlan, _ hand: Hand, _ tx: Transaction) throws {
        let shelf = hand.shelf(tx)
        if plan.state == "consultation", let until = plan.record.day("consulted-until"), until >= hand.on {
            throw Refusal.wrong("state", "People may answer until \(until.long): it is agreed after that")
        }
        let priorities = try shelf.records(of: Priority.kind, where: "plan", is: plan.id.text).standing(on: hand.on)
        guard !priorities.isEmpty else {
            throw Refusal.wrong("body", "The plan has no priority yet: there is nothing to agree")
        }
        if let why = try shelf.whyNotOwned(plan, on: hand.on) {
            throw Refusal.wrong("state", "\(why). Change its owner first")
        }
        if PlanLaw.regime(of: plan, on: hand.on) == .board, plan.starts == nil || plan.ends == nil {
            throw Refusal.wrong("state", "A plan states its period (CYPP-07): give its first and last day first")
        }
    }

    /// A decision of that body, of today or before, that the plan be so.
    private func mustAgree(_ decision: String, by body: String, _ hand: Hand, _ tx: Transaction) throws {
        guard let held = try hand.shelf(tx).versions(of: decision).last, held.text("body") == body else {
            throw Refusal.wrong("decision", "That decision is another body's")
        }
        guard let day = held.day("on") ?? held.period.from, day <= hand.on, held.period.held(on: hand.on) != .no else {
            throw Refusal.wrong("decision", "That decision was not made by \(hand.on.long)")
        }
        // A decision that a paper records has no outcome of its own: its words say what was decided.
        guard held.kind.name != "resolution" || ["agreed", "amended"].contains(held.text("outcome") ?? "") else {
            throw Refusal.wrong("decision", "In that decision nothing was agreed")
        }
    }
}

extension Shelf {
    /// A body as it was on a day; nil where there was none. One whose start is not known counts.
    func body(_ id: String, on day: Day) throws -> Body? {
        let versions = try versions(of: id).filter { $0.kind.name == Body.kind.name && $0.period.held(on: day) != .no }
        return (versions.last { $0.period.holds(on: day) } ?? versions.last).map(Body.init)
    }

    /// Why whoever owns a plan may not by the law of a day; nil where they may, or nobody is said to own it.
    func whyNotOwned(_ plan: TrustPlan, on day: Day) throws -> String? {
        let versions = try versions(of: plan.owner)
        guard let owner = versions.last(where: { $0.period.holds(on: day) }) ?? versions.last,
            let why = PlanLaw.whyNotOwned(plan, by: owner, on: day)
        else { return nil }
        return "\(plan.name) is owned by \(owner.text("name") ?? owner.id): \(why)"
    }
}

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
        let agreeing = Body(try hand.last(Body.kind, body, in: tx))
        if case .no(let why) = PlanLaw.entitlement(of: agreeing, toAgree: step.plan, on: hand.on) {
            throw Refusal.wrong("body", "\(agreeing.name) is not the body entitled to agree it: \(why)")
        }
        let priorities = try hand.shelf(tx).standing(Priority.kind, where: "plan", is: plan)
        guard !priorities.isEmpty else {
            throw Refusal.wrong("body", "The plan has no priority yet: there is nothing to agree")
        }
        if let decision {
            let held = try hand.shelf(tx).versions(of: decision).last
            guard let held, held.text("body") == body else {
                throw Refusal.wrong("decision", "That decision is another body's")
            }
        }
        try hand.sealingPlans.add(PlanAgreement.kind, id: ticket.id(of: PlanAgreement.kind), fields, in: tx)
        try step.put(
            "agreed", ["agreed": .text("\(hand.on)"), "agreed-by": .text(body)], because: "It was agreed", seen: seen,
            in: tx)
    }
}

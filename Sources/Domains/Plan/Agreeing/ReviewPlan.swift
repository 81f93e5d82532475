import Kernel
import Partners
import Records
import Store

/// Keeps what a body found when it looked at a plan, and when it is to be looked at next.
struct ReviewPlan: Sendable {
    let plan: String
    /// What was answered of the fields of a review.
    let answers: [String: Given]
    let next: Day?
    let ticket: FormTicket
    let seen: String?

    func perform(by hand: Hand, in tx: Transaction) throws {
        var fields = answers
        fields["plan"] = .text(plan)
        fields["on"] = .text("\(hand.on)")
        if try ticket.isSpent(on: PlanReview.kind, saying: fields, in: tx, hand) { return }
        let step = try PlanStep(PlanLife.review, of: plan, by: hand, in: tx)
        // What is nearer would be met by this review itself.
        if let next, next <= hand.on.adding(days: PlanLaw.nearDays) {
            throw Refusal.wrong(
                "review-due", "The next review is more than \(PlanLaw.nearDays) days after this one")
        }
        if next != nil, fields["sort"] == .text("monitoring") {
            throw Refusal.wrong(
                "review-due", "Monitoring does not move the day for the review: leave this empty, or record a review")
        }
        try hand.sealingPlans.add(PlanReview.kind, id: ticket.id(of: PlanReview.kind), fields, in: tx)
        if let next {
            try step.put(
                "published", ["review-due": .text("\(next)")], because: "It was looked at", seen: seen, in: tx)
        }
    }
}

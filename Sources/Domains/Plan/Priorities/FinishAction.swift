import Kernel
import Partners
import Records
import Store

/// Says what became of an action of a plan, and what shows it.
struct FinishAction: Sendable {
    let action: String
    let answers: [String: Given]
    let seen: String?

    func perform(by hand: Hand, in tx: Transaction) throws {
        try hand.caller.must(.changePlans, under: hand.policy)
        let record = try hand.last(PlanAction.kind, action, in: tx)
        if case .text(let text)? = answers["done"], let done = Day(text), done > hand.today {
            throw Refusal.wrong("done", "It was not done yet: \(done.long) is still to come")
        }
        try hand.amend(record, answers, because: "What became of it was recorded", seen: seen, in: tx)
    }
}

import Kernel
import Partners
import Records
import Store

/// Begins a new edition of a plan as a draft: its outcomes and priorities with their needs, measures and open actions,
/// each saying which of the edition before it continues.
struct RevisePlan: Sendable {
    let plan: String
    let name: String?
    let ticket: FormTicket

    private static let ofPlan = ["type", "owner", "area", "under", "vision", "plain-words", "young-words"]

    /// - Returns: the identifier of the new edition.
    @discardableResult
    func perform(by hand: Hand, in tx: Transaction) throws -> String {
        let id = ticket.id(of: TrustPlan.kind), shelf = hand.shelf(tx)
        if let held = try shelf.versions(of: id).first {
            guard held.text("revises") == plan, held.text("name") == name else {
                throw Refusal.changedMeanwhile("This form was saved before, saying something else")
            }
            return id
        }
        let step = try PlanStep(PlanLife.revise, of: plan, by: hand, in: tx)
        guard let name else { throw Refusal.wrong("name", "Enter a title for the new edition") }
        let others = try shelf.records(of: TrustPlan.kind, where: "revises", is: plan).standing(on: hand.on)
        if let other = others.first {
            throw Refusal.wrong("name", "A new edition of it was begun already: \(TrustPlan(other).name)")
        }
        var fields = given(step.plan.record, Self.ofPlan)
        fields["name"] = .text(name)
        fields["revises"] = .text(plan)
        fields["edition"] = .text("\(step.plan.edition + 1)")
        fields["state"] = .text("draft")
        // Whose plan it is may have changed since: then somebody says so.
        if try shelf.whyNotOwned(step.plan, on: hand.on) != nil { fields["owner"] = .nothing }
        try hand.add(TrustPlan.kind, id: id, fields, in: tx)
        try copy(to: id, by: hand, in: tx)
        return id
    }

    private func copy(to edition: String, by hand: Hand, in tx: Transaction) throws {
        let shelf = hand.shelf(tx)
        var outcomes: [String: String] = [:]
        for record in try shelf.records(of: Outcome.kind, where: "plan", is: plan).standing(on: hand.on) {
            var fields = given(record, ["name", "number", "five", "about", "young-words"])
            fields["plan"] = .text(edition)
            fields["continues"] = .text(record.id)
            outcomes[record.id] = try hand.add(Outcome.kind, id: nil, fields, in: tx).id
        }
        let kept = ["name", "number", "about", "young-words", "accountable", "overseen-by", "picks-up"]
        for record in try shelf.records(of: Priority.kind, where: "plan", is: plan).standing(on: hand.on) {
            var fields = given(record, kept)
            fields["plan"] = .text(edition)
            fields["continues"] = .text(record.id)
            // An area's priority may serve an outcome of the city's plan.
            fields["outcome"] = .typed(record.text("outcome").map { outcomes[$0] ?? $0 })
            let priority = try hand.add(Priority.kind, id: nil, fields, in: tx).id
            try copyParts(of: record.id, to: priority, by: hand, in: tx)
        }
    }

    private func copyParts(of old: String, to priority: String, by hand: Hand, in tx: Transaction) throws {
        let parts: [(Kind, [String])] = [
            (PlanNeed.kind, ["name", "evidence", "measure"]), (SuccessMeasure.kind, ["name", "measure", "aim", "by"]),
            (PlanAction.kind, ["name", "owner", "due"]),
        ]
        for (kind, names) in parts {
            for record in try hand.shelf(tx).records(of: kind, where: "priority", is: old).standing(on: hand.on) {
                if kind.name == PlanAction.kind.name, !PlanAction(record).isOpen { continue }
                var fields = given(record, names)
                fields["priority"] = .text(priority)
                try hand.add(kind, id: nil, fields, in: tx)
            }
        }
    }

    /// What a record says in some fields, to be given again.
    private func given(_ record: Record, _ names: [String]) -> [String: Given] {
        var all: [String: Given] = [:]
        for name in names {
            switch record[name] {
            case .text(let text): all[name] = .text(text)
            case .integer(let number): all[name] = .text("\(number)")
            case .day(let day): all[name] = .text("\(day)")
            case .list(let list): all[name] = .list(list)
            case .flag(let flag): all[name] = .text(flag ? "true" : "false")
            case .none, .withheld: break
            }
        }
        return all
    }
}

import Kernel
import Partners
import Records

/// What takes more than the right to change a plan's records: its life goes by commands, and what was agreed stays.
enum PlanSafeguards {
    static let all = [life] + settled.map { sealed($0, letting: $1) }

    /// Fields that only a step of a plan's life sets.
    private static let ofLife = ["state", "agreed", "agreed-by", "published", "published-month-only", "closed"]
    /// Fields that say what a plan says.
    private static let ofWords = [
        "name", "type", "owner", "area", "starts", "ends", "under", "edition", "revises", "vision",
    ]

    private static let life = Safeguard(
        of: TrustPlan.kind.name, rule: "A plan is agreed, published and closed by the commands that ask what they must"
    ) { after, before, _ in
        for record in after {
            let held = before.first { $0.version == record.version } ?? before.last
            let state = record.text("state") ?? "draft"
            guard let held else {
                if state != "draft" || ofLife.dropFirst().contains(where: { record[$0] != .none }) { return .sealPlans }
                continue
            }
            if state != held.text("state") ?? "draft" { return .sealPlans }
            if ofLife.dropFirst().contains(where: { record[$0] != held[$0] }) { return .sealPlans }
            if TrustPlan(held).isSettled, ofWords.contains(where: { record[$0] != held[$0] }) { return .sealPlans }
        }
        if let last = before.last, TrustPlan(last).isSettled, isMoved(after, before) { return .sealPlans }
        return nil
    }

    /// The kinds that say what a plan says, each with the fields that may still change once it is agreed.
    private static let settled: [(Kind, Set<String>)] = [
        (PlanSection.kind, []), (Outcome.kind, ["young-words"]),
        // Who answers and who watches changes while a plan is acted on, as who is to do an action does.
        (Priority.kind, ["young-words", "accountable", "overseen-by"]),
        (PlanNeed.kind, []), (SuccessMeasure.kind, []), (PlanConsultation.kind, []), (PlanResource.kind, []),
        (PlanAction.kind, ["state", "done", "evidence", "owner"]), (PlanAgreement.kind, []),
        (PlanReview.kind, ["report-published"]),
    ]

    private static func sealed(_ kind: Kind, letting free: Set<String>) -> Safeguard {
        Safeguard(of: kind.name, rule: "What an agreed plan says is changed by a new edition") { after, before, shelf in
            let fields = kind.fields.map(\.name).filter { !free.contains($0) }
            let hasMoved = isMoved(after, before)
            for record in after {
                let held = before.first { $0.version == record.version } ?? before.last
                if let held, fields.allSatisfy({ record[$0] == held[$0] }), !hasMoved { continue }
                if held == nil, isLesser(record) { continue }
                if try isSettled(record, shelf) { return .sealPlans }
                if let held, try isSettled(held, shelf) { return .sealPlans }
            }
            return nil
        }
    }

    /// Whether an agreement is to less than the plan itself: another body's support may come after it was agreed.
    private static func isLesser(_ record: Record) -> Bool {
        record.kind.name == PlanAgreement.kind.name && record.text("what") != "plan"
    }

    /// Whether the thing is made to stand for other days than before, or to rest on other sources: either takes words
    /// away from readers, or what is found about them. That its days are told in more versions changes nothing.
    private static func isMoved(_ after: [Record], _ before: [Record]) -> Bool {
        guard let first = before.first?.period, let last = before.last?.period else { return false }
        let start = after.first?.period
        if start?.from != first.from || start?.attested != first.attested { return true }
        if after.last?.period.until != last.until || gaps(after) != gaps(before) { return true }
        return after.contains { record in
            guard let held = before.first(where: { $0.version == record.version }) else {
                let isPlain = record.provenance == .stated && before.last?.provenance != .absence
                return !isPlain || !record.sources.allSatisfy { before.last?.sources.contains($0) ?? false }
            }
            return record.provenance != held.provenance || record.sources != held.sources
        }
    }

    /// Days between versions on which the thing was not there.
    private static func gaps(_ versions: [Record]) -> [Period] {
        zip(versions, versions.dropFirst()).filter { $0.period.until != $1.period.from }
            .map { Period(trusting: $0.period.until, until: $1.period.from, attested: nil) }
    }

    /// Whether the plan that a record belongs to is agreed.
    private static func isSettled(_ record: Record, _ shelf: any Shelf) throws -> Bool {
        var id = record.text("plan")
        if id == nil, let priority = record.text("priority") {
            id = try Record.last(priority, on: shelf)?.text("plan")
        }
        return try id.flatMap { try Record.last($0, on: shelf) }.map { TrustPlan($0).isSettled } ?? false
    }
}

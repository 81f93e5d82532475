public import Foundation
public import Kernel
internal import Ledger
public import Store

/// Takes in what was read: all of it, in one transaction, or none. Done twice, the second time changes nothing.
public struct ImportRecords: Sendable {
    let incoming: Book
    let registry: Registry
    /// Where it came from, in a word or two: a path, the name of a file that was sent.
    let origin: String
    /// Why things were put right, by identifier.
    let reasons: [String: String]

    public init(
        _ incoming: Book, from origin: String, because reasons: [String: String] = [:], registry: Registry
    ) {
        self.incoming = incoming
        self.origin = origin
        self.reasons = reasons
        self.registry = registry
    }

    /// What it would do, and why it cannot where it cannot.
    public func plan(on day: Day, in tx: Transaction) throws -> ImportPlan {
        ImportPlan(of: incoming, over: try tx.loadBook(registry), registry: registry, on: day)
    }

    /// - Throws: `.notAllowed` or `.notFound` where the caller may not change a kind that it would; `.invalid` with
    ///   every problem.
    @discardableResult
    public func perform(
        by caller: Caller, under policy: Policy, at now: Date, on day: Day, in tx: Transaction
    ) throws -> ImportPlan {
        let plan = try plan(on: day, in: tx)
        for action in Set(plan.steps.compactMap { $0.versions.first?.kind.changing }).sorted() {
            try caller.must(action, under: policy)
        }
        try plan.mustBeSound()
        let shelf = RecordShelf(tx, registry)
        let kept = try plan.steps.map { try shelf.put($0.versions, over: $0.held, named: $0.subject.name) }
        for step in plan.steps {
            guard let kind = step.versions.first?.kind else { continue }
            try registry.mustBeSafe(
                step.versions, over: step.held, of: kind, by: caller, under: policy, on: shelf)
        }
        for (step, kept) in zip(plan.steps, kept) { try tx.record(fact(of: step, kept), by: caller, at: now) }
        if !plan.isEmpty { try tx.record(fact(of: plan), by: caller, at: now) }
        return plan
    }

    private func fact(of step: ImportPlan.Step, _ kept: [Record]) -> Fact {
        let room = step.versions[0].kind.room, reason = reasons[step.subject.id]
        let what = step.what == .changed && reason != nil ? "corrected" : step.what.rawValue
        return Fact(
            "\(room).\(what)", about: step.subject, "\(step.subject.name) was \(what)",
            purpose: reason.map { "\($0) (import of \(origin))" } ?? "Import of \(origin)",
            record: RecordJSON.text(of: kept))
    }

    private func fact(of plan: ImportPlan) -> Fact {
        Fact(
            "records.imported", about: Subject(kind: "import", id: "import", name: origin),
            "\(origin) was imported: \(plan.summary)",
            purpose: "Import of \(origin)")
    }
}

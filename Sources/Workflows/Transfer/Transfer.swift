import Foundation
import Kernel
@_spi(Workflows) import Places
import Records
import Store
import Web

/// One import: its records and its figures, in one transaction.
struct Transfer: Sendable {
    let records: ImportRecords
    let figures: [LoadFigures]

    init(_ source: TransferSource, registry: Registry) {
        records = ImportRecords(
            source.book, from: source.origin, because: source.reasons, registry: registry)
        figures = source.figures.map { LoadFigures($0) }
    }

    /// What it would do. Nothing is written.
    func preview(on day: Day, in tx: Transaction) throws -> TransferOutcome {
        let plan = try records.plan(on: day, in: tx)
        return TransferOutcome(plan: plan, figures: try figures.flatMap { try $0.changes(in: tx) })
    }

    func perform(by caller: Caller, under policy: Policy, at now: Date, on day: Day, in tx: Transaction) throws
        -> TransferOutcome
    {
        let plan = try records.perform(by: caller, under: policy, at: now, on: day, in: tx)
        return TransferOutcome(plan: plan, figures: try figures.flatMap { try $0.perform(by: caller, at: now, in: tx) })
    }
}

/// What an import did, or would do.
struct TransferOutcome: Sendable {
    let plan: ImportPlan
    /// A line for each table of figures that is loaded anew.
    let figures: [String]

    var problems: [FileProblem] { plan.problems }
    var isEmpty: Bool { plan.isEmpty && figures.isEmpty }
    var summary: String { ([plan.summary] + figures).joined(separator: "; ") }
    var text: String { (figures + [plan.text()]).joined(separator: "\n") }

    func json(done: Bool) -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("done", done)
            for what in ImportPlan.Step.What.allCases { writer.field(what.rawValue, plan.count(of: what)) }
            writer.field("unchanged", plan.unchanged)
            writer.array("figures", figures) { writer, line in writer.value(line) }
            writer.array("steps", plan.steps) { writer, step in
                writer.object { writer in
                    writer.field("what", step.what.rawValue)
                    writer.field("kind", step.subject.kind)
                    writer.field("id", step.subject.id)
                    writer.field("name", step.subject.name)
                    writer.array("differences", step.differences) { writer, line in writer.value(line) }
                }
            }
        }
        return writer.string
    }
}

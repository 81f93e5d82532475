public import Foundation
public import Kernel
public import Store

/// Says that from a day on something is otherwise: a new version, and the one before it ends.
public struct ChangeRecord: Sendable {
    let id: String
    let draft: RecordDraft
    let seen: String?
    let registry: Registry
    let purpose: String

    /// - Parameters:
    ///   - draft: `from`, the fields that change, and the change's own provenance, source and note.
    ///   - seen: what the caller read, as `Seen.mark`; nil when they do not say.
    public init(_ id: String, to draft: RecordDraft, seen: String?, registry: Registry, purpose: String = "") {
        (self.id, self.draft, self.seen, self.registry, self.purpose) = (id, draft, seen, registry, purpose)
    }

    /// - Returns: every version, as it now stands.
    /// - Throws: `.notFound`, `.notAllowed`, `.changedMeanwhile`; `.invalid` with every problem.
    @discardableResult
    public func perform(by caller: Caller, under policy: Policy, at now: Date, in tx: Transaction) throws -> [Record] {
        let desk = RecordDesk(tx, registry, draft.kind)
        let held = try desk.find(id)

        try caller.must(draft.kind.changing, under: policy)

        try desk.mustBeAsSeen(held, seen)
        var versions = Versions(held)
        do throws(Flaws) { try versions.change(by: draft) } catch { throw error.refusal }
        try desk.mustHold(versions.all, over: held)

        let said = said(versions.all, held)
        try desk.keep(
            versions.all, over: held, as: "changed", said, purpose: purpose, by: caller, under: policy, at: now)

        return versions.all
    }

    private func said(_ versions: [Record], _ held: [Record]) -> String {
        guard let last = versions.last, let before = held.last else { return "changed" }
        let labels = last.labels(differingFrom: before)
        let what = labels.isEmpty ? "" : ": " + labels.joined(separator: ", ")
        return "changed from \(last.period.from?.long ?? "a day")" + what
    }
}

public import Foundation
public import Kernel
public import Store

/// Says that from a day on something no longer holds. Nothing of what it was is lost.
public struct EndRecord: Sendable {
    let kind: Kind
    let id: String
    let draft: RecordDraft
    let because: String
    let seen: String?
    let registry: Registry

    /// - Parameters:
    ///   - draft: `until`, the first day on which it no longer holds, with `source` and `note` where there are any.
    ///   - because: why it ends; may be empty. Kept as the fact's purpose.
    ///   - seen: what the caller read, as `Seen.mark`; nil when they do not say.
    public init(_ id: String, by draft: RecordDraft, because: String = "", seen: String?, registry: Registry) {
        (kind, self.id, self.draft) = (draft.kind, id, draft)
        (self.because, self.seen, self.registry) = (because, seen, registry)
    }

    /// - Returns: every version, as it now stands.
    /// - Throws: `.notFound`, `.notAllowed`, `.changedMeanwhile`; `.invalid` with every problem.
    @discardableResult
    public func perform(by caller: Caller, under policy: Policy, at now: Date, in tx: Transaction) throws -> [Record] {
        let desk = RecordDesk(tx, registry, kind)
        let held = try desk.find(id)

        try caller.must(kind.changing, under: policy)

        try desk.mustBeAsSeen(held, seen)
        let reason = because.isEmpty ? "" : try Reason.given(because, mend: "Say why it ends")
        let (versions, until) = try ended(held)
        try desk.mustHold(versions, over: held)

        try desk.keep(
            versions, over: held, as: "ended", "ended on \(until.long)", purpose: reason, by: caller, under: policy,
            at: now)

        return versions
    }

    private func ended(_ held: [Record]) throws(Refusal) -> ([Record], Day) {
        var flaws = draft.flaws
        let until = kind.day(.until, in: draft, &flaws)
        let sources = kind.sources(in: draft, &flaws), note = kind.note(in: draft, &flaws)
        if until == nil, flaws.isEmpty {
            flaws.append(
                Flaw("until", "Nothing says when it ends", mend: "Enter the first day on which it no longer holds"))
        }
        guard let until, flaws.isEmpty else { throw Flaws(flaws).refusal }
        var versions = Versions(held)
        do throws(Flaws) { try versions.end(on: until, sources: sources ?? [], note: note) } catch {
            throw error.refusal
        }
        return (versions.all, until)
    }
}

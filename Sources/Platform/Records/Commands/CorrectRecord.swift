public import Foundation
public import Kernel
public import Store

/// Says that something was never so: one version is put right, for a reason.
public struct CorrectRecord: Sendable {
    let id: String
    let version: Int
    let draft: RecordDraft
    let because: String
    let seen: String?
    let registry: Registry

    /// - Parameters:
    ///   - draft: what is put right: fields, period, provenance, note; sources are added to those there are.
    ///   - because: why, in a sentence; kept as the fact's purpose.
    ///   - seen: what the caller read, as `Seen.mark`; nil when they do not say.
    public init(
        _ id: String, version: Int, to draft: RecordDraft, because: String, seen: String?, registry: Registry
    ) {
        (self.id, self.version, self.draft, self.because, self.seen, self.registry) = (
            id, version, draft, because, seen, registry
        )
    }

    /// - Returns: every version, as it now stands.
    /// - Throws: `.notFound`, `.notAllowed`, `.changedMeanwhile`; `.invalid` with every problem.
    @discardableResult
    public func perform(by caller: Caller, under policy: Policy, at now: Date, in tx: Transaction) throws -> [Record] {
        let desk = RecordDesk(tx, registry, draft.kind)
        let held = try desk.find(id)

        try caller.must(draft.kind.changing, under: policy)

        try desk.mustBeAsSeen(held, seen)
        let reason = try Reason.given(because, mend: "Say why it was wrong")
        var versions = Versions(held)
        do throws(Flaws) { try versions.correct(version: version, by: draft) } catch { throw error.refusal }
        try desk.mustHold(versions.all, over: held)

        try desk.keep(
            versions.all, over: held, as: "corrected", said(versions.all, held), purpose: reason, by: caller,
            under: policy, at: now)

        return versions.all
    }

    private func said(_ versions: [Record], _ held: [Record]) -> String {
        guard let now = versions.first(where: { $0.version == version }),
            let then = held.first(where: { $0.version == version })
        else { return "was corrected" }
        var labels = now.labels(differingFrom: then)
        if now.period != then.period { labels.append("period") }
        if now.provenance != then.provenance { labels.append("provenance") }
        if now.sources != then.sources { labels.append("sources") }
        let which = held.count > 1 ? ", version \(version)" : ""
        return "was corrected\(which)" + (labels.isEmpty ? "" : ": " + labels.joined(separator: ", "))
    }
}

/// Why somebody does something, where they must say.
enum Reason {
    static let lengthMax = 1_000

    /// - Throws: `.invalid` about `because`, when nothing is said or too much.
    static func given(_ text: String, mend: String) throws(Refusal) -> String {
        do throws(Flaw) {
            let reason = try TextCheck.prose(text, atMost: lengthMax, for: "because")
            guard reason.isEmpty else { return reason }
        } catch { throw .invalid([error.problem]) }
        throw .invalid([Flaw("because", "Nothing says why", mend: mend).problem])
    }
}

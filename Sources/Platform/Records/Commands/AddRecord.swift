public import Foundation
public import Kernel
public import Store

/// Says that there is something which was not recorded before.
public struct AddRecord: Sendable {
    let draft: RecordDraft
    let registry: Registry
    let purpose: String

    /// - Parameter draft: where it gives no identifier, one is made from its name.
    public init(_ draft: RecordDraft, registry: Registry, purpose: String = "") {
        (self.draft, self.registry, self.purpose) = (draft, registry, purpose)
    }

    /// - Returns: the record, as its only version.
    /// - Throws: `.notAllowed` or `.notFound` for a caller who may not; `.invalid` with every problem.
    @discardableResult
    public func perform(by caller: Caller, under policy: Policy, at now: Date, in tx: Transaction) throws -> [Record] {
        let desk = RecordDesk(tx, registry, draft.kind)

        try caller.must(draft.kind.changing, under: policy)

        let record = try made(desk.shelf, at: now)
        try desk.mustHold([record], over: [])

        try desk.keep(
            [record], over: [], as: "added", "was added", purpose: purpose, by: caller, under: policy, at: now)

        return [record]
    }

    private func made(_ shelf: RecordShelf, at now: Date) throws -> Record {
        let isNamed = (draft[.id] ?? .nothing) != .nothing
        let id: String? = isNamed ? nil : try freeIdentifier(shelf, at: now)
        let record: Record
        do throws(Flaws) {
            record = try draft.kind.record(from: draft, id: id)
        } catch {
            throw Refusal.invalid((error.all + undated).map(\.problem))
        }
        if !undated.isEmpty { throw Flaws(undated).refusal }
        if let other = try shelf.subject(record.id) {
            let mend = "Give another, or change what is there"
            throw Flaws("id", "The identifier \(record.id) is taken, by \(other.name)", mend: mend).refusal
        }
        return record
    }

    private var undated: [Flaw] {
        let keys: [CommonKey] = [.from, .asAt]
        guard keys.allSatisfy({ (draft[$0] ?? .nothing) == .nothing }) else { return [] }
        return [
            Flaw(
                "from", "Nothing says since when it is so",
                mend: "Enter a day it started, or a day it is known to have held")
        ]
    }

    /// The name's letters and digits; with a number after them when that is taken; else one made of the moment.
    private func freeIdentifier(_ shelf: RecordShelf, at now: Date) throws -> String {
        if case .text(let name)? = draft["name"], let slug = IDText.slug(of: name) {
            for number in 1...AddRecord.slugsTried {
                let id = number == 1 ? slug : "\(slug)-\(number)"
                if try shelf.subject(id) == nil { return id }
            }
        }
        var random = SystemRandomNumberGenerator()
        return draft.kind.name + "-" + IDText.fresh(at: now, from: &random)
    }

    private static let slugsTried = 20
}

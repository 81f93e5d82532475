import Foundation
import Kernel
import Partners
import Records
import Store

/// Keeps a scorecard as it stands: what it shows under its digest, and a record that names the digest. It is drawn
/// anew as everybody may see it, whoever freezes it: what is frozen is published one day.
struct FreezeScorecard: Sendable {
    let card: Scorecard
    /// The body's meeting that it goes to.
    var meeting: String?
    let registry: Registry

    /// - Returns: the identifier of the record.
    func perform(by caller: Caller, under policy: Policy, at now: Date, in tx: Transaction) throws -> String {
        try caller.must(.changePerformance, under: policy)
        let reading = DayBook(RecordShelf(tx, registry), on: self.card.on)
        let open = PerformanceSight.ofAnyone(under: policy, today: Day(inEnglandAt: now))
        let card = try Scorecard.read(self.card.scope, seen: open, in: reading, tx)
        guard !card.rows.isEmpty else {
            throw Refusal.outOfOrder("There is nothing on this scorecard to freeze: no published indicator is in it")
        }

        if let meeting {
            let record = try RecordShelf(tx, registry).versions(of: meeting).last
            guard let body = card.scope.body, record?.kind.name == "meeting", record?.text("body") == body else {
                throw Refusal.invalid([Problem("meeting", "\(meeting) is no meeting of the scorecard's body")])
            }
        }
        let digest = try tx.keep(card.paper)
        var fields: [String: Given] = [
            "name": .text("\(card.title), \(card.on.long)"), "drawn": .text("\(card.on)"), "digest": .text(digest),
            "indicators": .list(card.rows.map(\.indicator.id.text)),
        ]
        let stale = card.rows.filter { $0.isStale && $0.isOfOwnPlace }.map(\.indicator.id.text)
        if !stale.isEmpty { fields["stale"] = .list(stale) }
        if let body = card.scope.body { fields["body"] = .text(body) }
        if let meeting { fields["meeting"] = .text(meeting) }
        var draft = RecordDraft(FrozenScorecard.kind, fields)
        draft.give(CommonKey.from.rawValue, .text("\(card.on)"))
        let records = try AddRecord(draft, registry: registry, purpose: "It was drawn")
            .perform(by: caller.with(FrozenScorecard.made(of: digest)), under: policy, at: now, in: tx)

        guard let record = records.first else { throw Refusal.notFound }
        return record.id
    }
}

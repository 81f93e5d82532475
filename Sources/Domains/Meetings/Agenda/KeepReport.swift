import Kernel
import Partners
import Records
import Store

/// Keeps the report of an item, with the day it was open where the agenda is out already.
struct KeepReport: Sendable {
    let item: String
    let fields: [String: Given]
    /// What the writer saw: empty where there was no report yet.
    let seen: String?

    /// - Throws: `.invalid` where it comes too late for its clear days and nothing says why; `.changedMeanwhile`.
    func perform(by hand: Hand, in tx: Transaction) throws {
        try hand.caller.must(.changeMeetings, under: hand.policy)
        let of = AgendaItem(try hand.last(AgendaItem.kind, item, in: tx))
        let meeting = Meeting(try hand.last(Meeting.kind, of.meeting.text, in: tx))
        var fields = fields
        guard let held = try hand.shelf(tx).standing(Report.kind, where: "item", is: item).first else {
            fields["item"] = .text(item)
            if meeting.agendaPublished != nil { fields["opened"] = .text("\(hand.today)") }
            try hand.sealing.add(Report.kind, id: nil, fields, in: tx)
            return
        }
        if seen == "" { throw Refusal.changedMeanwhile(Self.othersReport) }
        guard fields.contains(where: { !held.says($0.key, $0.value) }) else { return }
        if meeting.agendaPublished != nil { fields["changed"] = .text("\(hand.today)") }
        try hand.sealing.amend(held, fields, because: "The report was put right", seen: seen, in: tx)
    }

    private static let othersReport = """
        Somebody else has begun this report while you wrote: open it in another window, put your words with theirs, \
        and save there
        """
}

import Kernel
import Partners
import Records
import Store

/// Puts an item on an agenda: at its end, or late with its special circumstances once the agenda is out (GOV-02).
struct AddItem: Sendable {
    let meeting: String
    /// Those of an `agenda-item`, less meeting and number.
    var fields: [String: Given]
    let ticket: FormTicket

    func perform(by hand: Hand, in tx: Transaction) throws {
        let held = Meeting(try hand.last(Meeting.kind, meeting, in: tx))
        try hand.caller.must(.changeMeetings, under: hand.policy)
        if try ticket.isSpent(on: AgendaItem.kind, saying: fields, in: tx, hand) { return }
        guard held.status == "planned" else {
            throw Refusal.wrong("title", "Nothing is added to the agenda of a meeting that was held or cancelled")
        }
        let there = try hand.shelf(tx).records(of: AgendaItem.kind, where: "meeting", is: meeting)
        var fields = fields
        fields["meeting"] = .text(meeting)
        fields["number"] = .text("\((there.compactMap { $0.integer("number") }.max() ?? 0) + 1)")
        if held.agendaPublished != nil {
            // A supplement that is still in time is not late; one that is not needs the chair (GOV-02).
            fields["added"] = .text("\(hand.today)")
            if try held.isTooLate(hand.today) { fields["late"] = .text("true") }
        }
        try hand.sealing.add(AgendaItem.kind, id: ticket.id(of: AgendaItem.kind), fields, in: tx)
    }
}

import Kernel
import Partners
import Records
import Store

/// Puts an item of an agenda otherwise: marked as changed where the agenda is out, and with its papers approved anew
/// where it opens.
struct ChangeItem: Sendable {
    let item: String
    let fields: [String: Given]
    let seen: String?

    func perform(by hand: Hand, in tx: Transaction) throws {
        try hand.caller.must(.changeMeetings, under: hand.policy)
        let held = try hand.last(AgendaItem.kind, item, in: tx)
        let meeting = Meeting(try hand.last(Meeting.kind, AgendaItem(held).meeting.text, in: tx))
        guard fields.contains(where: { !held.says($0.key, $0.value) }) else { return }
        var fields = fields
        if meeting.agendaPublished != nil { fields["reworded"] = .text("\(hand.today)") }
        let hand = hand.sealing
        // Before the item, which may not open with papers that were approved as closed.
        if opens { try approveAnew(AgendaItem(held), hand, tx) }
        try hand.amend(held, fields, because: "The agenda was put right", seen: seen, in: tx)
    }

    /// Whether it is open as it is put now: said so, or nothing said.
    private var opens: Bool {
        switch fields["access"] {
        case nil: false
        case .text(let access): access == "open"
        default: true
        }
    }

    /// Whoever approved a paper that goes with a closed item said nothing of its being open to all.
    private func approveAnew(_ item: AgendaItem, _ hand: Hand, _ tx: Transaction) throws {
        guard !item.isOpen else { return }
        for paper in try hand.shelf(tx).standing(Paper.kind, where: "item", is: item.id.text)
        where Paper(paper).isApproved && paper.text("access") == nil {
            try hand.amend(
                paper, ["approved-by": .nothing, "approved": .nothing, "added": .nothing],
                because: "Its item was opened", in: tx)
        }
    }
}

extension AgendaItem {
    /// What opens an item opens the papers that go with it: never without somebody who did not send them.
    static let safeguards = [
        Safeguard(of: kind.name, rule: "An item is not opened with papers that were approved while it was closed") {
            after, before, shelf in
            guard let now = after.last.map(AgendaItem.init), now.isOpen,
                let was = before.last.map(AgendaItem.init), !was.isOpen
            else { return nil }
            let papers = try shelf.standing(Paper.kind, where: "item", is: now.id.text)
            return papers.contains { Paper($0).isApproved && $0.text("access") == nil } ? .sealMeetings : nil
        }
    ]
}

import Kernel
import Partners
import Records
import Store

/// Says that a paper may go to the meeting. Whoever sent it cannot say so.
struct ApprovePaper: Sendable {
    let paper: String
    /// Why it is late, where it is and nobody said so.
    var lateBecause: String?
    let seen: String?

    /// - Throws: `.outOfOrder` for one's own paper, or one that is approved.
    func perform(by hand: Hand, in tx: Transaction) throws {
        let record = try hand.last(Paper.kind, paper, in: tx), held = Paper(record)
        let item = AgendaItem(try hand.last(AgendaItem.kind, held.item.text, in: tx))
        let meeting = Meeting(try hand.last(Meeting.kind, item.meeting.text, in: tx))
        try hand.caller.must(.confirmMeetings, under: hand.policy)
        let sight = try Sight(
            of: hand.caller, under: hand.policy, into: meeting.body, today: hand.today, hand.shelf(tx))
        guard sight.isWhole else { throw Refusal.notFound }
        guard sight.mayApprove else { throw Refusal.notAllowed(.confirmMeetings) }
        guard held.sentBy != hand.caller.owner else {
            throw Refusal.outOfOrder(
                "You sent this paper, and nobody approves a paper that they sent: ask somebody else")
        }
        guard !held.isApproved else { throw Refusal.outOfOrder("It has been approved already") }
        var fields: [String: Given] = [
            "approved-by": .text(String(hand.caller.owner.prefix(200))), "approved": .text("\(hand.today)"),
        ]
        if meeting.agendaPublished != nil { fields["added"] = .text("\(hand.today)") }
        if let lateBecause { fields["late-because"] = .text(lateBecause) }
        try hand.sealing.amend(record, fields, because: "The paper was approved", seen: seen, in: tx)
    }
}

/// Says which paper the public reads in place of one that is not open.
struct RedactPaper: Sendable {
    /// The one that is not open.
    let paper: String
    /// The one that is.
    let publicVersion: String
    let seen: String?

    /// - Throws: `.invalid` unless the one is closed, the other open, both of one item, and their files differ.
    func perform(by hand: Hand, in tx: Transaction) throws {
        let record = try hand.last(Paper.kind, paper, in: tx), closed = Paper(record)
        let open = Paper(try hand.last(Paper.kind, publicVersion, in: tx))
        let item = AgendaItem(try hand.last(AgendaItem.kind, closed.item.text, in: tx))
        try hand.caller.must(.changeMeetings, under: hand.policy)
        guard closed.item == open.item else { throw Refusal.wrong("public-version", "They are papers of two items") }
        guard !closed.isOpen(under: item), open.isOpen(under: item), closed.digest != open.digest else {
            throw Refusal.wrong(
                "public-version",
                "The public version must be open, the paper itself must not, and their files must differ")
        }
        try hand.amend(
            record, ["public-version": .text(publicVersion)], because: "A public version was given", seen: seen, in: tx)
    }
}

extension Paper {
    /// Sending and approving are commands of this room: nobody writes them down by hand, as part of something else.
    public static let safeguards = [
        Safeguard(of: kind.name, rule: "What was sent, by whom, and who approved it are not written down by hand") {
            after, before, _ in
            let isAsHeld = after.allSatisfy { record in
                before.contains { $0.sending == record.sending }
                    && (record.approval == nil || before.contains { $0.covers(record) })
            }
            return isAsHeld ? nil : .sealMeetings
        },
        .notBy(.ownPaper, of: kind.name, deciding: ["approved-by"], peopleIn: ["sent-by"]),
    ]
}

extension Record {
    /// Which file, from whom.
    fileprivate var sending: [String?] { [text("digest"), text("sent-by"), text("file")] }

    /// Who approved which file; nil where nobody has.
    fileprivate var approval: [String?]? { text("approved-by").map { [$0, text("digest")] } }

    /// Whether this approval holds for the other too: to close a paper is for anybody who keeps the record, to open one
    /// whatever its item is asks for somebody else again.
    fileprivate func covers(_ other: Record) -> Bool {
        approval == other.approval && (other.text("access") != "open" || text("access") == "open")
    }
}

import Kernel
import Partners
import Records
import Store

/// Keeps the minutes as their author left them, and numbers what they minute. Confirmed minutes are not edited any
/// more.
struct WriteMinutes: Sendable {
    let meeting: String
    let text: String
    let exempt: String?
    /// Whether the public may read the draft.
    let isPublished: Bool
    /// What the writer saw: empty where there were no minutes yet.
    let seen: String?

    func perform(by hand: Hand, in tx: Transaction) throws {
        let held = Meeting(try hand.last(Meeting.kind, meeting, in: tx)), shelf = hand.shelf(tx)
        try hand.caller.must(.changeMeetings, under: hand.policy)
        guard !held.isCancelled else { throw Refusal.wrong("text", "A meeting that was cancelled has no minutes") }
        guard held.on <= hand.on else {
            throw Refusal.wrong("text", "The meeting is on \(held.on.long), and has not been yet")
        }
        let before = try shelf.standing(Minutes.kind, where: "meeting", is: meeting).first
        let authors = before.map { Minutes($0).authors } ?? [], me = hand.caller.owner
        var fields: [String: Given] = [
            "text": .text(text), "exempt-text": .typed(exempt), "state": .text(isPublished ? "published" : "draft"),
            "author": .text(Minutes.written(by: authors.contains(me) ? authors : authors + [me])),
        ]
        let hand = hand.sealing
        if let record = before {
            guard !Minutes(record).isConfirmed else {
                throw Refusal.wrong(
                    "text", "These minutes are confirmed: what is wrong is put right by a later meeting")
            }
            if seen == "" {
                throw Refusal.changedMeanwhile(
                    """
                    Somebody else has begun these minutes while you wrote: open them in another window, put your \
                    words with theirs, and save there
                    """)
            }
            try hand.amend(record, fields, because: "The minutes were edited", seen: seen, in: tx)
            return
        }
        let items = try shelf.nouns(AgendaItem.self, where: "meeting", is: meeting).sorted { $0.number < $1.number }
        let first = try MunicipalYear.firstNumber(of: held, on: shelf)
        fields["meeting"] = .text(meeting)
        fields["first-number"] = .text("\(first)")
        fields["last-number"] = .text("\(max(first, first + items.count - 1))")
        try hand.add(Minutes.kind, id: nil, fields, in: tx)
        for (index, item) in items.enumerated() {
            for record in try shelf.standing(Resolution.kind, where: "item", is: item.id.text) {
                try hand.amend(record, ["minute": .text("\(first + index)")], because: "It was minuted", in: tx)
            }
        }
    }
}

/// Confirms minutes at a later meeting. Not by whoever wrote them: nobody approves their own paper.
struct ConfirmMinutes: Sendable {
    let minutes: String
    let meeting: String
    let corrections: String?
    let seen: String?

    func perform(by hand: Hand, in tx: Transaction) throws {
        let record = try hand.last(Minutes.kind, minutes, in: tx), held = Minutes(record)
        try hand.caller.must(.confirmMeetings, under: hand.policy)
        let shelf = hand.shelf(tx), later = Meeting(try hand.last(Meeting.kind, meeting, in: tx))
        let sight = try Sight(of: hand.caller, under: hand.policy, into: later.body, today: hand.today, shelf)
        guard sight.mayApprove else { throw Refusal.notAllowed(.confirmMeetings) }
        guard !held.isConfirmed else { throw Refusal.changedMeanwhile("Somebody else has confirmed these minutes") }
        guard later.status == "held" else {
            throw Refusal.wrong("confirmed-at", "That meeting is not held: its register says whether it was")
        }
        guard !held.authors.contains(hand.caller.owner) else {
            throw Refusal.wrong("confirmed-at", "Nobody confirms minutes that they wrote: ask somebody else")
        }
        guard later.on <= hand.on else {
            throw Refusal.wrong("confirmed-at", "That meeting is on \(later.on.long), and has not been yet")
        }
        let fields: [String: Given] = [
            "state": .text("confirmed"), "confirmed-by": .text(hand.caller.owner), "confirmed-at": .text(meeting),
            "confirmed-on": .text("\(later.on)"), "corrections": .typed(corrections),
        ]
        try hand.sealing.amend(record, fields, because: "They were confirmed", seen: seen, in: tx)
    }
}

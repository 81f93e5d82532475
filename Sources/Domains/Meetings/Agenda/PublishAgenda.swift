import Arrangements
import Kernel
import Partners
import Records
import Store

/// Opens a meeting's agenda to everybody, with the notice that the law of its day asks for (GOV-01).
struct PublishAgenda: Sendable {
    let meeting: String
    /// The day it was, or is, open to all.
    let on: Day
    /// Why the meeting is called at shorter notice; only where the usual can no longer be given.
    let shortNotice: String?
    /// How it is known that it was open on a day that is past; kept with the fact.
    var earlierBecause: String?
    let seen: String?

    /// - Throws: `.invalid`, `.changedMeanwhile`, `.notFound`, `.notAllowed`.
    func perform(by hand: Hand, in tx: Transaction) throws {
        let record = try hand.last(Meeting.kind, meeting, in: tx), held = Meeting(record)
        try hand.caller.must(.changeMeetings, under: hand.policy)
        guard held.status == "planned" else {
            throw Refusal.wrong("on", "The agenda of a meeting that was held or cancelled is not published any more")
        }
        let items = try hand.shelf(tx).records(of: AgendaItem.kind, where: "meeting", is: meeting)
        guard !items.isEmpty else { throw Refusal.wrong("on", "There is nothing on the agenda yet") }
        guard on <= held.on else {
            throw Refusal.wrong("on", "\(on.long) is after the meeting, which is on \(held.on.long)")
        }
        guard on <= hand.today else { throw Refusal.wrong("on", "\(on.long) is still to come: publish it then") }
        // A day that is past is kept as it is said, and notice is counted from the day it was said on.
        let isSaidAlready = held.agendaPublished == on
        guard on == hand.today || isSaidAlready || earlierBecause != nil else {
            throw EarlierDay.unexplained(hand.today)
        }
        let counted = isSaidAlready ? held.noticeFrom ?? hand.today : hand.today
        let last = try MeetingLaw.publishBy(held.on), days = MeetingLaw.notice(on: held.on).count
        if counted > last, shortNotice == nil, !held.isAtShortNotice {
            throw Refusal.wrong(
                "short-notice",
                """
                \(days) clear days are needed, so \(last.long) was the last day, and this counts from \(counted.long). \
                Say why the meeting is called at shorter notice, or move it
                """)
        }
        var fields: [String: Given] = ["agenda-published": .text("\(on)")]
        if !isSaidAlready { fields["agenda-noted"] = .text("\(hand.today)") }
        if held.record.day("notice-published") == nil { fields["notice-published"] = .text("\(on)") }
        if counted > last, let shortNotice { fields["short-notice"] = .text(shortNotice) }
        let because = earlierBecause.map { "The agenda was published earlier: \($0)" } ?? "The agenda was published"
        try hand.sealing.amend(record, fields, because: String(because.prefix(1_000)), seen: seen, in: tx)
        for item in items where item.day("added") == nil {
            try hand.sealing.amend(item, ["added": .text("\(on)")], because: "The agenda was published", in: tx)
        }
    }
}

import Kernel
import Partners
import Records
import Store

/// Moves a planned meeting to another day or time, for a reason that everybody may read.
struct MoveMeeting: Sendable {
    let meeting: String
    let on: Day
    let time: String?
    let place: String?
    let reason: String
    /// Why the usual notice of the new day need not be given; only asked for where it cannot be.
    let shortNotice: String?
    let seen: String?

    /// - Throws: `.invalid`, `.changedMeanwhile`, `.notFound`, `.notAllowed`.
    func perform(by hand: Hand, in tx: Transaction) throws {
        let record = try hand.last(Meeting.kind, meeting, in: tx), held = Meeting(record)
        try hand.caller.must(.changeMeetings, under: hand.policy)
        guard held.status == "planned" else {
            throw Refusal.wrong("on", "A meeting that was held or cancelled is not moved any more")
        }
        guard !reason.isEmpty else { throw Refusal.wrong("reason", "Say why the meeting is moved") }
        var fields: [String: Given] = [
            "on": .text("\(on)"), "time": .typed(time), "place": .typed(place), "reason": .text(reason),
        ]
        if on != held.on { fields["moved-from"] = .text("\(held.on)") }
        // Notice given for a day serves a later one, and an earlier one only as far as it is still in time.
        if let published = held.noticeFrom ?? held.agendaPublished, published > (try MeetingLaw.publishBy(on)),
            shortNotice == nil
        {
            throw Refusal.wrong(
                "short-notice",
                "The agenda was published on \(published.long), too late for \(on.long): say why shorter notice will do"
            )
        }
        if let shortNotice { fields["short-notice"] = .text(shortNotice) }
        try hand.amend(record, fields, because: reason, seen: seen, in: tx)
    }
}

/// Cancels a planned meeting, for a reason that everybody may read. It stays in the calendar.
struct CancelMeeting: Sendable {
    let meeting: String
    let reason: String
    let seen: String?

    func perform(by hand: Hand, in tx: Transaction) throws {
        let record = try hand.last(Meeting.kind, meeting, in: tx)
        try hand.caller.must(.changeMeetings, under: hand.policy)
        guard !["held", "inquorate"].contains(Meeting(record).status) else {
            throw Refusal.wrong("reason", "A meeting that was held is not cancelled any more")
        }
        guard !reason.isEmpty else { throw Refusal.wrong("reason", "Say why the meeting is cancelled") }
        try hand.amend(
            record, ["status": .text("cancelled"), "reason": .text(reason)], because: reason, seen: seen, in: tx)
    }
}

import Arrangements
import Kernel
import Partners
import Records
import Store

/// What notice was given that an executive's meeting, or a part of it, is to be held in private (GOV-04).
struct PrivateNotice: Sendable, Equatable {
    let because: String?
    /// The day of the first notice, and of the second.
    let first: Day?, second: Day?
    let representations: String?
    let response: String?
    /// Who agreed that it could not wait for the notice, and why.
    let urgent: String?

    init(_ meeting: Meeting) {
        let record = meeting.record
        because = record.text("private-because")
        (first, second) = (record.day("private-notice"), record.day("private-again"))
        (representations, response) = (record.text("representations"), record.text("response"))
        urgent = record.text("private-urgent")
    }

    /// Whether anything is said of it at all.
    var isThere: Bool { first != nil || second != nil || urgent != nil }

    /// What is wrong with it, to follow in a sentence; nil while it is in time, or it was agreed that it could not be.
    /// - Parameter day: the day it is: what is still in time is not missing.
    func lack(by last: (first: Day, second: Day), on day: Day) -> String? {
        guard urgent == nil else { return nil }
        func fault(_ which: String, _ given: Day?, _ last: Day) -> String? {
            guard let given else { return day > last ? "no \(which) notice of that was published" : nil }
            return given > last ? "the \(which) notice of that was published on \(given.long)" : nil
        }
        if let late = fault("first", first, last.first) { return "\(late); the last day was \(last.first.long)" }
        return fault("second", second, last.second).map { "\($0); the last day was \(last.second.long)" }
    }
}

/// Publishes one of the two notices that an executive's meeting is to be held in private, today (GOV-04).
struct GivePrivateNotice: Sendable {
    let meeting: String
    /// The further notice, which says what was said against the first and what the body answers.
    let isSecond: Bool
    /// `private-because`, `representations`, `response`, `private-urgent`.
    let fields: [String: Given]
    let seen: String?

    static let ofFirst = ["private-because", "private-urgent"]
    static let ofSecond = ["private-because", "representations", "response", "private-urgent"]

    /// - Throws: `.invalid` where the law asks for none, where it is too late and nobody agreed, or where it says too
    ///   little.
    func perform(by hand: Hand, in tx: Transaction) throws {
        let record = try hand.last(Meeting.kind, meeting, in: tx), held = Meeting(record)
        try hand.caller.must(.changeMeetings, under: hand.policy)
        let type = try Record.last(held.body.text, on: hand.shelf(tx))?.text("type")
        guard type == "executive", let last = try MeetingLaw.privateNoticeBy(held.on), held.status == "planned" else {
            throw Refusal.wrong(
                "private-because", "Such notice is given of an executive's meeting to come, since 10 September 2012")
        }
        var problems: [Problem] = []
        func ask(_ field: String, _ words: String) {
            if (self.fields[field] ?? .typed(record.text(field))).isNothing { problems.append(Problem(field, words)) }
        }
        ask("private-because", "Say why it is to be held in private: everybody may read that")
        if isSecond {
            ask("representations", "Say what was said for holding it in public, or that nobody said anything")
            ask("response", "Say what the body answers")
            if held.record.day("private-notice") == nil {
                ask("private-urgent", "The first notice was not published: say who agreed to that, and why")
            }
        }
        let day = isSecond ? last.second : last.first
        if hand.today > day {
            ask("private-urgent", "The last day for it was \(day.long): say who agreed that it could not wait, and why")
        }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        var kept = fields
        kept[isSecond ? "private-again" : "private-notice"] = .text("\(hand.today)")
        try hand.amend(record, kept, because: "Notice was given of a private meeting", seen: seen, in: tx)
    }
}

import Arrangements
import Kernel
import Partners
import Records
import Store

/// Keeps what a meeting decided under an item, with the quorum worked out for the moment it was taken.
struct DecideAtMeeting: Sendable {
    let meeting: String
    let item: String
    /// Those of a `resolution`, less what follows from the meeting.
    let fields: [String: Given]
    let ticket: FormTicket

    /// No meeting goes on for longer: our choice.
    private static let longestMinutes = 12 * 60

    /// - Throws: `.invalid` with every problem: no quorum, a vote by somebody who was not there, nothing on children.
    func perform(by hand: Hand, in tx: Transaction) throws {
        let held = Meeting(try hand.last(Meeting.kind, meeting, in: tx))
        try hand.caller.must(.changeMeetings, under: hand.policy)
        if try ticket.isSpent(on: Resolution.kind, saying: fields, in: tx, hand) { return }
        var fields = fields
        fields["meeting"] = .text(meeting)
        fields["item"] = .text(item)
        fields["body"] = .text(held.body.text)
        fields["on"] = .text("\(held.on)")
        fields["made"] = .text("meeting")
        let time: ClockTime? = if case .text(let text)? = fields["at"] { ClockTime(text) } else { nil }
        if let time, let began = held.time {
            let minutes = SittingTime(begins: began).minutes(time)
            guard minutes >= began.minutes, minutes <= began.minutes + Self.longestMinutes else {
                throw Refusal.wrong("at", "The meeting began at \(began.words): nothing was decided at \(time.words)")
            }
        }
        let there = try WhoWasThere(at: held, time: time, item: ID(item), on: hand.shelf(tx))
        if there.isTaken {
            fields["present"] = .text("\(there.count)")
            fields["quorum"] = .typed(there.quorum.map { "\($0)" })
        }
        try hand.add(Resolution.kind, id: ticket.id(of: Resolution.kind), fields, in: tx)
    }
}

/// Keeps a decision made between meetings: urgently, or under delegated powers.
struct DecideBetweenMeetings: Sendable {
    let body: String
    let fields: [String: Given]
    let ticket: FormTicket

    func perform(by hand: Hand, in tx: Transaction) throws {
        try hand.caller.must(.changeMeetings, under: hand.policy)
        if try ticket.isSpent(on: Resolution.kind, saying: fields, in: tx, hand) { return }
        if case .text(let text)? = fields["on"], let day = Day(text), day > hand.today {
            throw Refusal.wrong("on", "\(day.long) is still to come: nothing was decided then")
        }
        var fields = fields
        fields["body"] = .text(body)
        try hand.add(Resolution.kind, id: ticket.id(of: Resolution.kind), fields, in: tx)
    }
}

/// What follows on a decision: it is published, carried out, or reported to a meeting.
struct FollowDecision: Sendable {
    enum Step: Sendable { case publish(Day, because: String? = nil), carryOut(Day), report(meeting: String) }

    let decision: String
    let step: Step
    let seen: String?

    func perform(by hand: Hand, in tx: Transaction) throws {
        let held = try hand.last(Resolution.kind, decision, in: tx), resolution = Resolution(held)
        try hand.caller.must(.changeMeetings, under: hand.policy)
        switch step {
        case .publish(let day, let because):
            guard day >= resolution.on else {
                throw Refusal.wrong("published", "It was decided on \(resolution.on.long), after that day")
            }
            guard day <= hand.today else {
                throw Refusal.wrong("published", "\(day.long) is still to come: publish it then")
            }
            // A day that is past is kept as it is said, and call-in is counted from the day it was said on.
            guard day == hand.today || resolution.published == day || because != nil else {
                throw EarlierDay.unexplained(hand.today)
            }
            guard resolution.published == nil || resolution.published == day else {
                throw Refusal.wrong(
                    "published",
                    "It was published already, and call-in is counted from then. Put that record right, with a reason")
            }
            var fields: [String: Given] = ["published": .text("\(day)")]
            if resolution.published == nil {
                fields["published-noted"] = .text("\(hand.today)")
                if resolution.isOpenToCallIn {
                    fields["call-in-until"] = .text("\(try hand.shelf(tx).callInRule.lastDay(from: hand.today))")
                }
            }
            let why = because.map { "It was published earlier: \($0)" } ?? "It was published"
            try hand.sealing.amend(held, fields, because: String(why.prefix(1_000)), seen: seen, in: tx)
            try SendOn(decision: decision).perform(by: hand, in: tx)
        case .carryOut(let day):
            guard day >= resolution.on, resolution.isDecided else {
                throw Refusal.wrong("implemented", "It was not decided by then")
            }
            try hand.amend(held, ["implemented": .text("\(day)")], because: "It is carried out", seen: seen, in: tx)
        case .report(let id):
            let meeting = Meeting(try hand.last(Meeting.kind, id, in: tx))
            guard resolution.made != "meeting" else {
                throw Refusal.wrong("reported-to", "It was made at a meeting: there is nothing to report")
            }
            guard meeting.body == resolution.body, meeting.on >= resolution.on else {
                throw Refusal.wrong(
                    "reported-to",
                    "It is reported to a later meeting of the body that it was made for"
                )
            }
            try hand.amend(held, ["reported-to": .text(id)], because: "It was reported", seen: seen, in: tx)
        }
    }
}

/// Calls a decision in, or keeps what became of a call-in.
struct CallInDecision: Sendable {
    let decision: String
    let fields: [String: Given]
    let ticket: FormTicket

    func perform(by hand: Hand, in tx: Transaction) throws {
        _ = try hand.last(Resolution.kind, decision, in: tx)
        try hand.caller.must(.changeMeetings, under: hand.policy)
        if try ticket.isSpent(on: CallIn.kind, saying: fields, in: tx, hand) { return }
        if case .text(let text)? = fields["on"], let day = Day(text), day > hand.today {
            throw Refusal.wrong("on", "\(day.long) is still to come: nothing was called in then")
        }
        guard try hand.shelf(tx).standing(CallIn.kind, where: "resolution", is: decision).isEmpty else {
            throw Refusal.wrong("by", "This decision was called in already: it is called in once")
        }
        var fields = fields
        fields["resolution"] = .text(decision)
        try hand.add(CallIn.kind, id: ticket.id(of: CallIn.kind), fields, in: tx)
    }

    /// What the meeting that heard it did.
    static func hear(_ decision: String, _ fields: [String: Given], by hand: Hand, in tx: Transaction) throws {
        try hand.caller.must(.changeMeetings, under: hand.policy)
        let open = try hand.shelf(tx).standing(CallIn.kind, where: "resolution", is: decision)
            .last { $0.text("outcome") == nil }
        guard let open else { throw Refusal.wrong("outcome", "No call-in of it waits to be heard") }
        guard let outcome = fields["outcome"], outcome != .nothing else {
            throw Refusal.wrong("outcome", "Say what became of it")
        }
        try hand.amend(open, fields, because: "The call-in was heard", in: tx)
    }
}

/// Puts a recommendation that is published on the agenda of the next meeting of the body it was sent to, once.
struct SendOn: Sendable {
    let decision: String
    /// The council that a call-in referred it to; where nobody says, the body that it recommends something to.
    var council: String?

    /// - Returns: whether it was put on the agenda of a meeting to come.
    @discardableResult
    func perform(by hand: Hand, in tx: Transaction) throws -> Bool {
        let held = try hand.last(Resolution.kind, decision, in: tx)
        guard let body = council ?? held.text("sent-to") else { return false }
        let shelf = hand.shelf(tx)
        guard try !NextAgenda.holds(decision, shelf),
            let next = try NextAgenda(of: body, after: Resolution(held).on, today: hand.today, shelf)
        else { return false }
        var fields: [String: Given] = [
            "title": .text(Resolution(held).name), "route": .text("decision"), "came-from": .text(decision),
            "report-of": .typed(held.text("body")), "summary": .typed(held.text("wording")?.prefix(4_000).description),
        ]
        fields.merge(try closing(held, shelf)) { $1 }
        try next.take(fields, by: hand, in: tx)
        return true
    }

    /// What is closed at one table is closed at the next, by the words with which it was: those of the decision where
    /// it is closed itself, and otherwise those of its item.
    private func closing(_ held: Record, _ shelf: RecordShelf) throws -> [String: Given] {
        let decision = Resolution(held)
        let item = try held.text("item").flatMap { try Record.last($0, on: shelf) }.map(AgendaItem.init)
        guard !decision.isOpen(with: item) else { return [:] }
        let words = decision.isOpen(with: nil) ? item?.record ?? held : held
        var fields: [String: Given] = [
            "public-title": .text(item?.publicTitle ?? DecisionView.nameOfClosed)
        ]
        for name in ["access", "exempt-under", "exempt-because"] { fields[name] = .typed(words.text(name)) }
        return fields
    }
}

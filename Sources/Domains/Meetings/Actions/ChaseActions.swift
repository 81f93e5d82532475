import Arrangements
public import Kernel
import Partners
import Records
public import Store

/// Goes through the actions that are open: reminds their owners before and after they are due, and takes what stays
/// overdue to where the body's terms of reference say, as a matter of its agenda.
public struct ChaseActions: Sendable {
    /// What one owner is to be told.
    public struct Reminder: Sendable, Equatable {
        public let to: Addressee
        public let action: String
        public let body: String
        public let due: Day
        public let isOverdue: Bool
        /// Where it was taken, today or before; nil where it was not.
        public let escalatedTo: String?
    }

    /// Who is to be told what.
    public struct Told: Sendable, Equatable {
        public var reminders: [Reminder] = []
        public var arrivals: [Arrival] = []
    }

    let days: ChasingDays

    public init(_ days: ChasingDays = .usual) { self.days = days }

    /// - Returns: who is to be told what. Done twice on a day it tells nobody twice: what was told is on the record.
    public func perform(by hand: Hand, in tx: Transaction) throws -> Told {
        try hand.caller.must(.changeMeetings, under: hand.policy)
        let shelf = hand.shelf(tx)
        for action in try WithdrawMatter.settled(on: hand.today, shelf, in: tx) {
            try WithdrawMatter(action: action).perform(by: hand, in: tx)
        }
        var told = Told()
        for record in try shelf.standing(MeetingAction.kind, where: "state", is: "open") + shelf.unsaid() {
            let (reminder, isNew) = try chase(record, by: hand, on: shelf, in: tx)
            if let reminder { told.reminders.append(reminder) }
            // Every day: where no meeting could take it yet, one may be planned since.
            guard let now = try Record.last(record.id, on: shelf), now.text("escalated-to") != nil else { continue }
            let agenda = try TakeHigher(action: record.id).perform(by: hand, in: tx)
            if isNew, let arrival = try Arrival(of: MeetingAction(now), at: agenda, on: hand.today, shelf) {
                told.arrivals.append(arrival)
            }
        }
        return told
    }

    private func chase(
        _ record: Record, by hand: Hand, on shelf: RecordShelf, in tx: Transaction
    ) throws -> (Reminder?, isNewHigher: Bool) {
        let action = MeetingAction(record), today = hand.on
        guard action.isOpen, let due = action.due, due <= today.adding(days: days.before) else { return (nil, false) }
        var fields: [String: Given] = [:]
        let last = record.day("reminded")
        let isNow =
            last.map { last in
                due < today && (last <= due || last.adding(days: days.between) <= today)
            } ?? true
        var higher = record.text("escalated-to")
        let isNewHigher: Bool
        if higher == nil, due.adding(days: days.higher) < today, let to = try Self.higher(action, today, shelf) {
            higher = to
            fields["escalated"] = .text("\(today)")
            fields["escalated-to"] = .text(to)
            isNewHigher = true
        } else {
            isNewHigher = false
        }
        guard isNow || !fields.isEmpty else { return (nil, false) }
        let owner = try action.owner.flatMap { try Addressee(holding: $0.text, on: today, shelf) }
        if isNow, owner != nil { fields["reminded"] = .text("\(today)") }
        if !fields.isEmpty { try hand.amend(record, fields, because: "It was chased", in: tx) }
        guard isNow, let owner else { return (nil, isNewHigher) }
        let reminder = Reminder(
            to: owner, action: try action.nameInLetters(shelf),
            body: try shelf.subject(action.body.text)?.name ?? action.body.text, due: due, isOverdue: due < today,
            escalatedTo: try higher.flatMap { try shelf.subject($0)?.name })
        return (reminder, isNewHigher)
    }

    /// Where the terms of the day say that it goes.
    private static func higher(_ action: MeetingAction, _ day: Day, _ shelf: RecordShelf) throws -> String? {
        try shelf.records(of: Terms.kind, where: "body", is: action.body.text)
            .first { $0.period.holds(on: day) }?.text("escalates-to")
    }
}

extension MeetingAction {
    /// What a letter calls it, which anybody may come to read.
    func nameInLetters(_ shelf: any Shelf) throws -> String {
        try isOpen(shelf) ? name : "An action that is not open to the public: sign in to read it"
    }
}

extension RecordShelf {
    /// Actions whose state nobody said, which are open.
    fileprivate func unsaid() throws -> [Record] {
        try records(of: MeetingAction.kind).standing.filter { $0.text("state") == nil }
    }
}

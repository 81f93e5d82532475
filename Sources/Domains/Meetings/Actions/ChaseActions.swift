import Arrangements
public import Kernel
import Partners
import Records
public import Store

/// Goes through the actions that are open: reminds their owners before and after they are due, and takes what stays
/// overdue to where the body's terms of reference say. The numbers are ours.
public struct ChaseActions: Sendable {
    /// Days before it is due on which an owner is reminded first.
    public static let daysBefore = 7
    /// Days between one reminder of what is overdue and the next.
    public static let daysBetween = 14
    /// Days overdue after which it is taken higher.
    public static let daysUntilEscalation = 14

    /// What one owner is to be told.
    public struct Reminder: Sendable, Equatable {
        public let email: String
        /// Their name, and their identifier in the records.
        public let person: String
        public let personID: String
        public let action: String
        public let body: String
        public let due: Day
        public let isOverdue: Bool
        /// Where it was taken, today or before; nil where it was not.
        public let escalatedTo: String?
    }

    public init() {}

    /// - Returns: who is to be told what. Done twice on a day it tells nobody twice: what was told is on the record.
    public func perform(by hand: Hand, in tx: Transaction) throws -> [Reminder] {
        try hand.caller.must(.changeMeetings, under: hand.policy)
        let shelf = hand.shelf(tx)
        return try shelf.standing(MeetingAction.kind, where: "state", is: "open").compactMap { record in
            try chase(record, by: hand, on: shelf, in: tx)
        } + shelf.unsaid(hand).compactMap { try chase($0, by: hand, on: shelf, in: tx) }
    }

    private func chase(_ record: Record, by hand: Hand, on shelf: RecordShelf, in tx: Transaction) throws -> Reminder? {
        let action = MeetingAction(record), today = hand.on
        guard action.isOpen, let due = action.due, due <= today.adding(days: Self.daysBefore) else { return nil }
        var fields: [String: Given] = [:]
        let last = record.day("reminded")
        let isNow =
            last.map { last in
                due < today && (last <= due || last.adding(days: Self.daysBetween) <= today)
            } ?? true
        var higher = record.text("escalated-to")
        if higher == nil, due.adding(days: Self.daysUntilEscalation) < today {
            let terms = try shelf.records(of: Terms.kind, where: "body", is: action.body.text)
                .first { $0.period.holds(on: today) }
            if let to = terms?.text("escalates-to") {
                higher = to
                fields["escalated"] = .text("\(today)")
                fields["escalated-to"] = .text(to)
            }
        }
        guard isNow || !fields.isEmpty else { return nil }
        let owner = try action.owner.flatMap { try Self.holder(of: $0.text, on: today, shelf) }
        if isNow, owner != nil { fields["reminded"] = .text("\(today)") }
        if !fields.isEmpty { try hand.amend(record, fields, because: "It was chased", in: tx) }
        guard isNow, let owner else { return nil }
        let item = try record.text("item").flatMap { try Record.last($0, on: shelf) }
        let isOpen = item.map { AgendaItem($0).isOpen } ?? true
        return Reminder(
            email: owner.email, person: owner.name, personID: owner.id,
            action: isOpen ? action.name : "An action that is not open to the public: sign in to read it",
            body: try shelf.subject(action.body.text)?.name ?? action.body.text, due: due, isOverdue: due < today,
            escalatedTo: try higher.flatMap { try shelf.subject($0)?.name })
    }

    /// Who holds a post and where they are written to; nil where nobody is named or no address is held.
    private static func holder(
        of post: String, on day: Day, _ shelf: RecordShelf
    ) throws -> (id: String, name: String, email: String)? {
        let appointment = try shelf.records(of: Appointment.kind, where: "post", is: post)
            .first { $0.period.holds(on: day) && $0.text("status") != "vacant" }
        guard let person = appointment?.text("person"), let record = try shelf.versions(of: person).last,
            let email = record.text("email")
        else { return nil }
        return (person, Person(record).name, email)
    }
}

extension RecordShelf {
    /// Actions whose state nobody said, which are open.
    fileprivate func unsaid(_ hand: Hand) throws -> [Record] {
        try records(of: MeetingAction.kind).standing.filter { $0.text("state") == nil }
    }
}

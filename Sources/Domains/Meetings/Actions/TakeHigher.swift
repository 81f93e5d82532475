import Arrangements
import Kernel
import Partners
import Records
import Store

/// Puts an action that stays overdue on the next agenda of the body it was taken to, once.
struct TakeHigher: Sendable {
    let action: String

    /// - Returns: the meeting on whose agenda it was put now; nil where it is on one already, or none can take it.
    func perform(by hand: Hand, in tx: Transaction) throws -> Meeting? {
        let record = try hand.last(MeetingAction.kind, action, in: tx), held = MeetingAction(record)
        try hand.caller.must(.changeMeetings, under: hand.policy)
        let shelf = hand.shelf(tx)
        guard held.isOverdue(on: hand.today) == true, let due = held.due, let to = record.text("escalated-to"),
            try shelf.subject(to)?.kind == Body.kind.name, try held.isOut(on: hand.today, shelf),
            try !NextAgenda.holds(action, shelf),
            let next = try NextAgenda(of: to, after: hand.today.adding(days: -1), today: hand.today, shelf)
        else { return nil }
        let owner = try held.owner.flatMap { try shelf.subject($0.text)?.name } ?? "nobody named"
        let from = try shelf.subject(held.body.text)?.name ?? held.body.text
        let title = "Overdue: \(held.name)"
        var fields: [String: Given] = [
            "title": .text(String(title.prefix(300))), "route": .text("challenge"), "came-from": .text(action),
            "report-of": .text(held.body.text),
            "summary": .text("\(from) asked for it by \(due.long). Owner: \(owner). Nobody has said that it was done."),
        ]
        fields.merge(try closing(held, shelf)) { $1 }
        try next.take(fields, by: hand, in: tx)
        return next.meeting
    }

    /// What came of a closed item, or of a closed decision, is closed here by the same words.
    private func closing(_ held: MeetingAction, _ shelf: RecordShelf) throws -> [String: Given] {
        guard try !held.isOpen(shelf) else { return [:] }
        let decision = try held.record.text("resolution").flatMap { try Record.last($0, on: shelf) }
        let items = try [held.record.text("item"), decision?.text("item")].compactMap(\.self)
            .compactMap { try Record.last($0, on: shelf) }
        let closed = items.first { !AgendaItem($0).isOpen } ?? decision
        var fields: [String: Given] = ["public-title": .text("An overdue action that is not open")]
        for name in ["access", "exempt-under", "exempt-because"] { fields[name] = .typed(closed?.text(name)) }
        return fields
    }
}

/// Takes an action off the agenda that it was taken to, since it was done, dropped, or given another day: off one that
/// is not published yet, and otherwise by saying so there.
struct WithdrawMatter: Sendable {
    let action: String

    func perform(by hand: Hand, in tx: Transaction) throws {
        let record = try hand.last(MeetingAction.kind, action, in: tx), held = MeetingAction(record)
        try hand.caller.must(.changeMeetings, under: hand.policy)
        guard held.isOverdue(on: hand.today) != true else { return }
        if held.isOpen, record.text("escalated-to") != nil {
            try hand.amend(
                record, ["escalated": .nothing, "escalated-to": .nothing], because: "It has another day", in: tx)
        }
        let shelf = hand.shelf(tx)
        for item in try shelf.standing(AgendaItem.kind, where: "came-from", is: action) {
            let meeting = Meeting(try hand.last(Meeting.kind, AgendaItem(item).meeting.text, in: tx))
            guard meeting.status == "planned" else { continue }
            if meeting.agendaPublished == nil {
                var ending = RecordDraft(AgendaItem.kind)
                let since = item.period.from ?? item.period.attested ?? hand.on
                ending.give(CommonKey.until.rawValue, .text("\(max(hand.on, since.adding(days: 1)))"))
                try EndRecord(item.id, by: ending, because: held.settled, seen: nil, registry: hand.registry)
                    .perform(by: hand.caller, under: hand.policy, at: hand.now, in: tx)
            } else if item.text("summary")?.hasPrefix(held.settled) != true {
                let summary = String("\(held.settled).\n\n\(item.text("summary") ?? "")".prefix(4_000))
                try hand.sealing.amend(
                    item, ["summary": .text(summary), "reworded": .text("\(hand.today)")], because: held.settled,
                    in: tx)
            }
        }
    }

    /// Actions that stand on an agenda to come, or are said to be taken higher, and are overdue no more.
    static func settled(on day: Day, _ shelf: RecordShelf, in tx: Transaction) throws -> [String] {
        let waiting = try tx.rows(
            """
            SELECT DISTINCT i.came_from FROM meetings_agenda_item i
                JOIN meetings_meeting_action a ON a.id = i.came_from
                JOIN meetings_meeting m ON m.id = i.meeting AND m.until_day IS NULL
            WHERE i.until_day IS NULL AND (m.status IS NULL OR m.status = 'planned')
            UNION
            SELECT id FROM meetings_meeting_action
            WHERE until_day IS NULL AND escalated_to IS NOT NULL AND due >= \(day)
                AND (state IS NULL OR state = 'open')
            """
        ).map { $0.text(0) }.sorted()
        return try waiting.filter { id in
            try Record.last(id, on: shelf).map { MeetingAction($0).isOverdue(on: day) != true } ?? false
        }
    }
}

extension MeetingAction {
    /// Why it is no matter for anybody higher.
    fileprivate var settled: String {
        switch state {
        case "done": "It was done"
        case "dropped": "It was dropped"
        default: "It was given another day"
        }
    }

    /// Whether the decision it came of, where there is one, is published: before, nobody else is told of it.
    fileprivate func isOut(on day: Day, _ shelf: any Shelf) throws -> Bool {
        guard let decision = try record.text("resolution").flatMap({ try Record.last($0, on: shelf) }) else {
            return true
        }
        return Resolution(decision).openFrom.map { $0 <= day } ?? false
    }
}

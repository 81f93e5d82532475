import Kernel
import Partners
import Records
import Store

/// The agenda on which what one body sends another comes: that of its next meeting, while notice can be given.
struct NextAgenda: Sendable {
    let meeting: Meeting
    private let numberLast: Int

    /// Nil where no meeting is planned, or the next can take nothing any more without its chair.
    /// - Parameter day: meetings after it.
    init?(of body: String, after day: Day, today: Day, _ shelf: any Shelf) throws {
        let planned = try shelf.nouns(Meeting.self, where: "body", is: body)
            .filter { $0.status == "planned" && $0.on > day }
        guard let next = planned.min(by: { ($0.on, $0.id.text) < ($1.on, $1.id.text) }) else { return nil }
        let last = try MeetingLaw.publishBy(next.on)
        // Once notice can no longer be given, the chair there decides whether to admit it.
        guard next.agendaPublished == nil || today <= last else { return nil }
        meeting = next
        numberLast =
            try shelf.standing(AgendaItem.kind, where: "meeting", is: next.id.text).compactMap { $0.integer("number") }
            .max() ?? 0
    }

    /// Puts a matter at its end.
    func take(_ matter: [String: Given], by hand: Hand, in tx: Transaction) throws {
        var fields = matter
        fields["meeting"] = .text(meeting.id.text)
        fields["number"] = .text("\(numberLast + 1)")
        if meeting.agendaPublished != nil { fields["added"] = .text("\(hand.today)") }
        try hand.sealing.add(AgendaItem.kind, id: nil, fields, in: tx)
    }

    /// Whether what came of a decision or an action is on an agenda already; one that was cancelled does not count.
    static func holds(_ cause: String, _ shelf: any Shelf) throws -> Bool {
        try shelf.standing(AgendaItem.kind, where: "came-from", is: cause).contains { item in
            try item.text("meeting").flatMap { try Record.last($0, on: shelf) }.map { !Meeting($0).isCancelled } ?? true
        }
    }
}

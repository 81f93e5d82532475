import Arrangements
import Feeds
import Kernel
import Ledger
import Partners
import Records
import Store

/// Meetings as other programs follow them: nothing in it that the public may not read, whoever asks.
struct MeetingFeed: Sendable {
    /// Which bodies' meetings; every body's when nil.
    let bodies: [String]?
    let on: Day
    /// Whose service it is, as part of what each meeting is called for ever.
    let council: String
    /// Where the service is reached, without a slash at its end.
    let address: String

    /// How far back a calendar goes, and how many meetings it holds at most.
    static let daysBack = 366, meetingsMax = 2_000

    /// - Parameter most: how many at most.
    func events(in reading: DayBook, _ tx: Transaction, most: Int = meetingsMax) throws -> [CalendarEvent] {
        if let bodies, bodies.isEmpty { return [] }
        let ofBodies: SQL = bodies.map { "AND m.body IN \(list: $0)" } ?? ""
        // Those to come first, the nearest before the far, and then as far back as there is room.
        let coming = try tx.rows(
            """
            SELECT m.id FROM meetings_meeting m
            WHERE m."on" >= \(on) AND m.until_day IS NULL \(sql: ofBodies)
            ORDER BY m."on", m.id LIMIT \(most)
            """
        ).map { $0.text(0) }
        let past = try tx.rows(
            """
            SELECT m.id FROM meetings_meeting m
            WHERE m."on" >= \(on.adding(days: -Self.daysBack)) AND m."on" < \(on) AND m.until_day IS NULL
                \(sql: ofBodies)
            ORDER BY m."on" DESC, m.id DESC LIMIT \(most - coming.count)
            """
        ).map { $0.text(0) }
        let ids = past.reversed() + coming
        try reading.prefetch(ids)
        let changes = try tx.changes(of: Meeting.kind.name, among: ids)
        return try ids.compactMap { id in
            guard let record = try reading.versions(of: id).standing.first, let change = changes[id] else { return nil }
            return try event(Meeting(record), change, in: reading)
        }
    }

    /// Nil where only the month of the meeting is known.
    private func event(_ meeting: Meeting, _ change: Changes, in reading: DayBook) throws -> CalendarEvent? {
        guard !meeting.isMonthOnly else { return nil }
        let body = try reading.named(meeting.body).name
        var words: [String] = []
        if let from = meeting.record.day("moved-from") { words.append("Moved from \(from.long).") }
        if let reason = meeting.record.text("reason") { words.append(reason) }
        if let published = meeting.agendaPublished, published <= on {
            words.append("The agenda was published on \(published.long).")
        }
        return CalendarEvent(
            uid: "\(meeting.id)@\(council).thinkchild", sequence: change.count - 1, changed: change.last,
            day: meeting.on,
            minutes: meeting.time?.minutes, title: meeting.isCancelled ? "Cancelled: \(body)" : body,
            words: words.joined(separator: "\n"), place: meeting.record.text("place") ?? "",
            link: "\(address)/meetings/\(meeting.id)", status: meeting.isCancelled ? .cancelled : .confirmed)
    }

    /// The bodies at whose tables somebody sits.
    static func bodies(of person: String, on day: Day, _ shelf: any Shelf) throws -> [String] {
        let posts = try shelf.records(of: Appointment.kind, where: "person", is: person)
            .filter { $0.period.holds(on: day) }.compactMap { $0.text("post") }
        var seats = try shelf.records(of: Seat.kind, where: "person", is: person)
        for post in Set(posts).sorted() { seats += try shelf.records(of: Seat.kind, where: "post", is: post) }
        return Set(seats.filter { $0.period.holds(on: day) }.compactMap { $0.text("body") }).sorted()
    }
}

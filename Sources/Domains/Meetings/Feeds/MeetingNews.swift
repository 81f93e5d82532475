import Feeds
import Foundation
import Kernel
import Ledger
import Partners
import Records
import Store

/// What has been published of meetings lately, the youngest first; nothing that the public may not read.
struct MeetingNews: Sendable {
    let on: Day
    let council: String
    let address: String

    static let entriesMax = 50
    /// Meetings looked at to find them.
    private static let meetingsMax = 200

    func entries(in reading: DayBook, _ tx: Transaction) throws -> [AtomFeed.Entry] {
        let ids = try tx.rows(
            """
            SELECT m.id FROM meetings_meeting m
            WHERE m.until_day IS NULL AND (m.agenda_published <= \(on) OR m.status = 'cancelled')
                AND m."on" >= \(on.adding(days: -MeetingFeed.daysBack))
            ORDER BY m."on" DESC, m.id LIMIT \(Self.meetingsMax)
            """
        ).map { $0.text(0) }
        try reading.prefetch(ids)
        let changes = try tx.changes(of: Meeting.kind.name, among: ids)
        var entries: [AtomFeed.Entry] = []
        for id in ids {
            guard let record = try reading.versions(of: id).standing.first, let change = changes[id] else { continue }
            let meeting = Meeting(record)
            entries.append(try about(meeting, change.last, in: reading, tx))
            entries += try minutes(of: meeting, in: reading, tx)
        }
        return Array(entries.sorted { ($0.updated, $0.id) > ($1.updated, $1.id) }.prefix(Self.entriesMax))
    }

    private func about(
        _ meeting: Meeting, _ changed: Date, in reading: DayBook, _ tx: Transaction
    ) throws -> AtomFeed.Entry {
        let body = try reading.named(meeting.body).name
        var changed = changed
        var summary = [meeting.when] + [meeting.record.text("place"), meeting.record.text("reason")].compactMap(\.self)
        if meeting.agendaPublished.map({ $0 <= on }) == true {
            let items = try reading.shelf.nouns(AgendaItem.self, where: "meeting", is: meeting.id.text)
            summary += items.sorted { $0.number < $1.number }.map { "\($0.number). \($0.publicTitle)" }
            // An item that was added or put otherwise is news of its meeting.
            let ofItems = try tx.changes(of: AgendaItem.kind.name, among: items.map(\.id.text))
            changed = ofItems.values.map(\.last).reduce(changed, max)
        }
        return AtomFeed.Entry(
            id: "urn:thinkchild:\(council):meeting:\(meeting.id)",
            title: "\(meeting.isCancelled ? "Cancelled" : "Agenda"): \(body), \(meeting.on.long)", updated: changed,
            link: "\(address)/meetings/\(meeting.id)", summary: summary.joined(separator: "\n"))
    }

    private func minutes(of meeting: Meeting, in reading: DayBook, _ tx: Transaction) throws -> [AtomFeed.Entry] {
        let held = try reading.shelf.nouns(Minutes.self, where: "meeting", is: meeting.id.text).filter(\.isPublic)
        let changes = try tx.changes(of: Minutes.kind.name, among: held.map(\.id.text))
        return try held.compactMap { minutes in
            guard let change = changes[minutes.id.text] else { return nil }
            let body = try reading.named(meeting.body).name
            return AtomFeed.Entry(
                id: "urn:thinkchild:\(council):minutes:\(minutes.id)", title: "Minutes: \(body), \(meeting.on.long)",
                updated: change.last, link: "\(address)/meetings/\(meeting.id)/minutes",
                summary: Minutes.states.label(of: minutes.state))
        }
    }
}

import Arrangements
import Kernel
import Partners
import Records
import Store

/// Some of the meetings there are, in order of their days.
struct CalendarList: Sendable {
    /// One meeting in the calendar.
    struct Row: Sendable {
        let meeting: Meeting
        let body: Named
    }

    /// Which are asked for.
    struct Ask: Sendable, Equatable {
        var body: String?
        /// The first day, or when looking back the last but one.
        var from: Day
        var isBack = false
    }

    static let pageSize = 50

    let rows: [Row]
    /// The day to go on from; nil at the end.
    let next: Day?

    /// A page of them: from a day on, or before it.
    init(_ ask: Ask, in reading: DayBook, _ tx: Transaction) throws {
        let side: SQL = ask.isBack ? "m.\"on\" < \(ask.from)" : "m.\"on\" >= \(ask.from)"
        let ofBody: SQL = ask.body.map { "AND m.body = \($0)" } ?? ""
        let order: SQL = ask.isBack ? "DESC" : "ASC"
        let found = try tx.rows(
            """
            SELECT m.id, m."on" FROM meetings_meeting m
            WHERE \(sql: side) \(sql: ofBody) AND m.until_day IS NULL
            ORDER BY m."on" \(sql: order), m.time, m.id LIMIT \(Self.pageSize + 1)
            """
        ).map { (id: $0.text(0), on: $0.day(1)) }
        let shown = found.prefix(Self.pageSize)
        try reading.prefetch(shown.map(\.id))
        rows = try shown.compactMap { row in
            guard let record = try reading.versions(of: row.id).standing.first else { return nil }
            let meeting = Meeting(record)
            return Row(meeting: meeting, body: try reading.named(meeting.body))
        }
        next = found.count > Self.pageSize ? found[Self.pageSize].on : nil
    }
}

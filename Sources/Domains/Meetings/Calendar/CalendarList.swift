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
        /// How many of the first day were shown before.
        var skipped = 0

        /// The same as it stands in an address.
        var query: String { (isBack ? "before=\(from)" : "from=\(from)") + (skipped == 0 ? "" : "&skip=\(skipped)") }
    }

    static let pageSize = 50
    /// More than anybody meets on one day.
    static let skippedMax = 10_000

    let rows: [Row]
    /// What to ask for next; nil at the end.
    let next: Ask?

    /// Some of them: from a day on, or before it.
    init(_ ask: Ask, in reading: DayBook, _ tx: Transaction, size: Int = pageSize) throws {
        let side: SQL = ask.isBack ? "m.\"on\" < \(ask.from)" : "m.\"on\" >= \(ask.from)"
        let ofBody: SQL = ask.body.map { "AND m.body = \($0)" } ?? ""
        let order: SQL = ask.isBack ? "DESC" : "ASC"
        let found = try tx.rows(
            """
            SELECT m.id, m."on" FROM meetings_meeting m
            WHERE \(sql: side) \(sql: ofBody) AND m.until_day IS NULL
            ORDER BY m."on" \(sql: order), coalesce(m.time, ''), m.id LIMIT \(size + 1) OFFSET \(ask.skipped)
            """
        ).map { (id: $0.text(0), on: $0.day(1)) }
        let shown = found.prefix(size)
        try reading.prefetch(shown.map(\.id))
        rows = try shown.compactMap { row in
            guard let record = try reading.versions(of: row.id).standing.first else { return nil }
            let meeting = Meeting(record)
            return Row(meeting: meeting, body: try reading.named(meeting.body))
        }
        next = found.count > size ? ask.next(found.map(\.on)) : nil
    }
}

extension CalendarList.Ask {
    /// What goes on after these days, the last of which is the first that was not shown.
    fileprivate func next(_ days: [Day]) -> Self {
        guard let day = days.last else { return self }
        var next = self
        next.from = isBack ? day.adding(days: 1) : day
        next.skipped = days.dropLast().count { $0 == day } + (next.from == from ? skipped : 0)
        return next
    }
}

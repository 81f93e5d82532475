import Arrangements
import Kernel
import Partners
import Records
import Store

/// One page of actions, what is overdue first, as far as one reader may see them. The database pages and counts.
struct ActionList: Sendable {
    /// Which actions are asked for.
    struct Ask: Sendable {
        enum Which: Sendable {
            /// What a body asked for.
            case of(String)
            /// What others' terms of reference took to a body because it is overdue.
            case takenTo(String)
            case all
        }

        var which: Which
        /// Only what is open and should have been done.
        var isOverdueOnly = false
        var skipped = 0
        var size = 100
    }

    let ask: Ask
    let actions: [ActionView]
    /// How many there are on all pages, how many of them are open, and how many of those are overdue.
    let total: Int, open: Int, overdue: Int

    /// How many to skip for the next page; nil where this is the last.
    var next: Int? { ask.skipped + actions.count < total ? ask.skipped + actions.count : nil }

    /// - Parameters:
    ///   - isWhole: whether the reader reads what is closed, too.
    ///   - today: the day it is: what is published later is not open yet.
    init(_ ask: Ask, isWhole: Bool, today: Day, in reading: DayBook, _ tx: Transaction) throws {
        self.ask = ask
        let isOpen: SQL = "(a.state IS NULL OR a.state = 'open')", isLate: SQL = "a.due < \(reading.on)"
        var condition: SQL = "a.until_day IS NULL AND \(sql: Self.isLast("meetings_meeting_action", "a"))"
        switch ask.which {
        case .of(let body): condition += " AND a.body = \(body)"
        case .takenTo(let body): condition += " AND a.escalated_to = \(body)"
        case .all: break
        }
        if !isWhole { condition += " AND \(sql: Self.isPublic(today))" }
        if ask.isOverdueOnly { condition += " AND \(sql: isOpen) AND \(sql: isLate)" }
        let counts = try tx.one(
            """
            SELECT count(*), count(CASE WHEN \(sql: isOpen) THEN 1 END),
                count(CASE WHEN \(sql: isOpen) AND \(sql: isLate) THEN 1 END)
            FROM meetings_meeting_action a WHERE \(sql: condition)
            """)
        (total, open, overdue) = (
            counts?.integer(0) ?? 0, counts?.integer(1) ?? 0, counts?.integer(2) ?? 0
        )
        let ids = try tx.rows(
            """
            SELECT a.id FROM meetings_meeting_action a WHERE \(sql: condition)
            ORDER BY CASE WHEN \(sql: isOpen) AND \(sql: isLate) THEN 0 WHEN \(sql: isOpen) THEN 1 ELSE 2 END,
                CASE WHEN a.due IS NULL THEN 1 ELSE 0 END, a.due, a.id
            LIMIT \(ask.size) OFFSET \(ask.skipped)
            """
        ).map { $0.text(0) }
        actions = try ids.compactMap { id in
            try reading.versions(of: id).last.map { try ActionView($0, in: reading) }
        }
    }

    /// What everybody may read, as `MeetingAction.isOpen(to:_:)` has it.
    private static func isPublic(_ today: Day) -> SQL {
        """
        (a.resolution IS NULL OR EXISTS (
            SELECT 1 FROM meetings_resolution r
            WHERE r.id = a.resolution AND \(sql: isLast("meetings_resolution", "r"))
                AND (r.published <= \(today) OR r.sources <> '') AND (r.access IS NULL OR r.access = 'open')
                AND (r.item IS NULL OR \(sql: itemIsOpen("r.item")))))
        AND (a.item IS NULL OR \(sql: itemIsOpen("a.item")))
        """
    }

    private static func itemIsOpen(_ item: String) -> SQL {
        """
        EXISTS (
            SELECT 1 FROM meetings_agenda_item i
            WHERE i.id = \(raw: item) AND \(sql: isLast("meetings_agenda_item", "i"))
                AND (i.access IS NULL OR i.access = 'open'))
        """
    }

    private static func isLast(_ table: String, _ name: String) -> SQL {
        "\(raw: name).version = (SELECT max(v.version) FROM \(raw: table) v WHERE v.id = \(raw: name).id)"
    }
}

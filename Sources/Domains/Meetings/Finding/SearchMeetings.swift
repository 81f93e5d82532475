import Kernel
import Partners
import Records
import Store

/// Finds items, papers and decisions by the words of their titles, as far as somebody may see them; the latest first.
struct SearchMeetings: Sendable {
    /// Who looks.
    enum Reach: Sendable, Equatable {
        /// Whoever keeps the record, or may read it whole.
        case everything
        /// What is open, and all of the bodies at whose tables they sit.
        case open(andAllOf: [String])
    }

    /// One thing found.
    struct Found: Sendable, Equatable {
        let subject: String
        let kind: String
        let meeting: String?
        let body: String
        let on: Day
        let title: String
    }

    static let pageSize = 50, wordsMax = 8
    /// A word that as many things have is common: the rarest is looked for first.
    private static let commonFrom = 2_000

    let words: [String]
    let reach: Reach
    let today: Day

    init(_ text: String, reach: Reach, on today: Day) {
        words = Array(Set(Findable.words(of: text))).sorted().prefix(Self.wordsMax).map { $0 }
        (self.reach, self.today) = (reach, today)
    }

    /// By an index: the words of the rarest in order of their days, each asked for the other words.
    func perform(in tx: Transaction) throws -> [Found] {
        guard let rarest = try words.min(by: { try count($0, tx) < count($1, tx) }) else { return [] }
        let others = words.filter { $0 != rarest }
        let conditions: [SQL] = others.map { word in
            """
            EXISTS (SELECT 1 FROM meetings_word o WHERE o.word = \(word) AND o.on_day = w.on_day \
            AND o.subject = w.subject AND \(sql: seen("o")))
            """
        }
        let all = SQL.joined([seen("w")] + conditions, by: " AND ")
        return try tx.rows(
            """
            SELECT f.subject, f.kind, f.meeting, f.body, f.on_day, f.title, f.public_title
            FROM (SELECT w.subject, w.on_day FROM meetings_word w WHERE w.word = \(rarest) AND \(sql: all)
                  ORDER BY w.on_day DESC, w.subject DESC LIMIT \(Self.pageSize + 1)) w
            JOIN meetings_found f ON f.subject = w.subject
            ORDER BY w.on_day DESC, w.subject DESC
            """
        ).map { row in
            let body = row.text(3)
            return Found(
                subject: row.text(0), kind: row.text(1), meeting: row.optionalText(2), body: body, on: row.day(4),
                title: isWhole(body) ? row.text(5) : row.text(6))
        }
    }

    /// Of what was found, what may be shown now, and in today's words: the index may be behind the records, and what
    /// was made exempt a moment ago is found by nobody who may not read it.
    func recheck(_ found: [Found], in reading: DayBook) throws -> [Found] {
        try reading.prefetch(found.flatMap { [$0.subject, $0.body] + [$0.meeting].compactMap(\.self) })
        let above = try found.flatMap { hit in
            try reading.versions(of: hit.subject).flatMap { [$0.text("item"), $0.text("meeting")] }.compactMap(\.self)
        }
        try reading.prefetch(above)
        return try found.compactMap { hit in
            guard let record = try reading.versions(of: hit.subject).standing.first,
                let now = try Findable(record, reading.versions(of:))
            else { return nil }
            let isWhole = isWhole(now.body)
            guard isWhole || now.openFrom.map({ $0 <= today }) == true else { return nil }
            let title = isWhole ? now.title : now.publicTitle
            let has = Set(Findable.words(of: title)).union(Findable.words(of: now.publicTitle))
            guard words.allSatisfy(has.contains) else { return nil }
            return Found(
                subject: now.subject, kind: now.kind, meeting: now.meeting, body: now.body, on: now.on, title: title)
        }
    }

    private func isWhole(_ body: String) -> Bool {
        switch reach {
        case .everything: true
        case .open(let bodies): bodies.contains(body)
        }
    }

    private func seen(_ row: String) -> SQL {
        switch reach {
        case .everything: "TRUE"
        case .open(let bodies) where bodies.isEmpty: "\(raw: row).open_from <= \(today)"
        case .open(let bodies): "(\(raw: row).open_from <= \(today) OR \(raw: row).body IN \(list: bodies))"
        }
    }

    /// How many things have a word, as far as it matters.
    private func count(_ word: String, _ tx: Transaction) throws -> Int {
        guard words.count > 1 else { return 0 }
        return try tx.one(
            """
            SELECT count(*) FROM (SELECT 1 FROM meetings_word WHERE word = \(word) LIMIT \(Self.commonFrom)) AS few
            """)?.integer(0) ?? 0
    }
}

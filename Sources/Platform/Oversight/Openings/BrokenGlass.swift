public import Foundation
public import Kernel
public import Store

/// That somebody broke the glass over one restricted record: why, until when, who was told, and what came of it.
public struct BrokenGlass: Sendable, Equatable {
    public let id: ID<BrokenGlass>
    public let person: String
    public let personName: String
    /// By which role they had standing.
    public let role: Role
    public let action: Action
    public let subject: Subject
    /// The page that they asked for.
    public let path: String
    public let reason: String
    public let madeAt: Date
    public let endsAt: Date
    /// The post that was responsible; nil where none was.
    public let post: String?
    /// Identifiers of the people who were told.
    public let told: [String]
    public let review: Review?

    /// What whoever is responsible said of it.
    public struct Review: Sendable, Equatable {
        public let at: Date
        /// As the ledger names them.
        public let by: String
        public let verdict: Verdict
        public let words: String
    }

    /// Whether it was proper, or something is still to be asked.
    public enum Verdict: String, Sendable, CaseIterable {
        case proper, query

        public var words: String {
            switch self {
            case .proper: "Proper"
            case .query: "Queried"
            }
        }
    }

    static let columns: SQL = """
        id, person, person_name, role, action, subject_kind, subject_id, subject_name, path, reason, made_at, ends_at,
        post, told, reviewed_at, reviewed_by, verdict, words
        """

    init(_ row: Row) {
        id = ID(row.text(0))
        person = row.text(1)
        personName = row.text(2)
        role = Role(rawValue: row.text(3)) ?? .anyone
        action = Action(row.text(4))
        subject = Subject(kind: row.text(5), id: row.text(6), name: row.text(7))
        path = row.text(8)
        reason = row.text(9)
        madeAt = row.instant(10)
        endsAt = row.instant(11)
        post = row.optionalText(12)
        told = row.text(13).split(separator: " ").map(String.init)
        review = row.optionalText(16).flatMap { Verdict(rawValue: $0) }.map { verdict in
            Review(
                at: row.instant(14), by: row.optionalText(15) ?? "", verdict: verdict,
                words: row.optionalText(17) ?? "")
        }
    }

    /// As the ledger names it. A subject of its own: it changes nothing of the record.
    var asSubject: Subject {
        Subject(kind: "broken-glass", id: id.text, name: "Broken glass over \(subject.name)")
    }

    /// What it gives whoever broke it: to read the one record, until its end.
    public var grant: Grant {
        Grant(
            role, from: subject, because: "broke the glass on \(Day(number: madeDay).long): \(reason)",
            opening: Opening(action, of: subject.kind, subject.id, until: endsAt))
    }

    private var madeDay: Int { Int((madeAt.timeIntervalSince1970 / 86_400).rounded(.down)) }
}

/// Which of the glass that was broken somebody may see and review.
public enum GlassWatched: Sendable, Equatable {
    /// All of it: whoever administers the service.
    case all
    /// What they were told of, and what a post of theirs answers for.
    case part(person: String, posts: [String])
}

extension Transaction {
    /// The openings of a person that end after a moment: what they may read besides their rights.
    public func openings(of person: String, after moment: Date) throws -> [BrokenGlass] {
        try glass("WHERE person = \(person) AND ends_at > \(moment) ORDER BY id")
    }

    public func brokenGlass(_ id: ID<BrokenGlass>) throws -> BrokenGlass? { try glass("WHERE id = \(id)").first }

    /// What somebody watches over, the youngest first.
    /// - Parameters:
    ///   - isReviewed: what waits for its review, or what had it.
    ///   - before: only what is older than this one.
    public func brokenGlass(
        _ watched: GlassWatched, isReviewed: Bool, before: ID<BrokenGlass>? = nil, limit: Int = 100
    ) throws -> [BrokenGlass] {
        let state: SQL = isReviewed ? "reviewed_at IS NOT NULL" : "reviewed_at IS NULL"
        let older: SQL = before.map { "AND id < \($0)" } ?? ""
        let theirs: SQL =
            switch watched {
            case .all: "TRUE"
            case .part(let person, let posts):
                if posts.isEmpty {
                    "told LIKE \("% \(person) %")"
                } else {
                    "(told LIKE \("% \(person) %") OR post IN \(list: posts))"
                }
            }
        return try glass(
            "WHERE \(sql: state) AND \(sql: theirs) \(sql: older) ORDER BY id DESC LIMIT \(min(max(limit, 1), 1_000))")
    }

    /// How many wait for their review since before a moment, and how many of all that wait nobody could be told of.
    public func glassWaiting(since moment: Date) throws -> (late: Int, untold: Int) {
        let row = try one(
            """
            SELECT count(CASE WHEN made_at < \(moment) THEN 1 END), count(CASE WHEN told = ' ' THEN 1 END)
            FROM oversight_opening WHERE reviewed_at IS NULL
            """)
        return (row?.integer(0) ?? 0, row?.integer(1) ?? 0)
    }

    private func glass(_ condition: SQL) throws -> [BrokenGlass] {
        try rows("SELECT \(sql: BrokenGlass.columns) FROM oversight_opening \(sql: condition)").map { BrokenGlass($0) }
    }
}

public import Foundation
public import Kernel
public import Store

extension Transaction {
    /// Writes down that somebody is shown restricted records, each a fact of its own. Done before they are shown.
    ///
    /// Who comes back to a record through the same door within the same minute by the clock is held to be looking
    /// still: to go back a page, or to ask for it again, is one look, and whoever asks who looked wants to know of
    /// minutes, not of clicks. Two askings at once may leave two facts, which says no less.
    public func record(_ looking: Looking, by caller: Caller, at now: Date) throws {
        var seen = try seen(by: caller, through: looking.door, sinceMinuteOf: now)
        for shown in looking.shown where seen.insert([shown.subject.kind, shown.subject.id]).inserted {
            let subject = shown.subject
            let fact = try recorded(
                Fact(
                    Fact.looked, about: subject, "\(subject.name) \(looking.door.words) (\(looking.action.name))",
                    purpose: looking.why),
                by: caller, at: now)
            try send(
                """
                INSERT INTO ledger_look (fact, looker, subject_kind, subject_id, person, door)
                VALUES (\(fact), \(caller.owner), \(subject.kind), \(subject.id), \(shown.person),
                    \(looking.door.rawValue))
                """)
        }
    }

    private func seen(by caller: Caller, through door: WayIn, sinceMinuteOf now: Date) throws -> Set<[String]> {
        let minute = Date(timeIntervalSince1970: (now.timeIntervalSince1970 / 60).rounded(.down) * 60)
        return Set(
            try rows(
                """
                SELECT subject_kind, subject_id FROM ledger_look
                WHERE looker = \(caller.owner) AND fact >= \(FactID.first(at: minute)) AND door = \(door.rawValue)
                """
            ).map { [$0.text(0), $0.text(1)] })
    }
}

extension Ledger {
    /// Whose looks, at what.
    public enum LookedAt: Sendable, Equatable {
        /// At one thing, by anybody.
        case thing(kind: String, id: String)
        /// At whatever is about a person.
        case about(person: String)
        /// By one person or token's owner, as `Caller.owner`, at anything.
        case by(String)

        var condition: SQL {
            switch self {
            case .thing(let kind, let id): "l.subject_kind = \(kind) AND l.subject_id = \(id)"
            case .about(let person): "l.person = \(person)"
            case .by(let looker): "l.looker = \(looker)"
            }
        }
    }

    /// Who looked, the youngest first.
    /// - Parameter before: only what is older than this fact.
    public func looks(_ lookedAt: LookedAt, limit: Int = 100, before: String? = nil) async throws -> Looks {
        let limit = min(max(limit, 1), Ledger.limitMax)
        return try await store.read { tx in
            let older: SQL = before.map { "AND l.fact < \($0)" } ?? ""
            let looks = try tx.rows(
                """
                SELECT l.fact, f.at, f.caller, f.purpose, f.subject_kind, f.subject_id, f.subject_name, l.door,
                    f.sentence
                FROM ledger_look l JOIN ledger_fact f ON f.id = l.fact
                WHERE \(sql: lookedAt.condition) \(sql: older) ORDER BY l.fact DESC LIMIT \(limit + 1)
                """
            ).map { Look($0) }
            let page = Array(looks.prefix(limit))
            return Looks(looks: page, before: looks.count > limit ? page.last?.fact : nil)
        }
    }
}

import Foundation
import Kernel
import Store

/// A meeting's agenda, reports and papers as one PDF, for the public or for those at the table.
struct Pack: Sendable, Equatable {
    /// Who may read it.
    enum Audience: String, Sendable, CaseIterable {
        case everybody = "public"
        case table
    }

    enum State: String, Sendable {
        /// It is being made, or will be.
        case asked
        case made, failed
    }

    let meeting: String
    let audience: Audience
    let state: State
    /// How far it has come, or why it could not be made.
    let words: String
    /// Of so many steps, so many are done.
    let done: Int
    let total: Int
    let digest: String?
    let pages: Int?
    /// What it was made from: when that has changed, it is not given to anybody.
    let mark: String?
    let changed: Date

    /// What its bytes are kept for.
    static func subject(_ meeting: String, _ audience: Audience) -> Subject {
        Subject(kind: "pack", id: "\(meeting)/\(audience.rawValue)", name: "Pack of \(meeting)")
    }

    static func one(_ meeting: String, _ audience: Audience, in tx: Transaction) throws -> Pack? {
        try tx.one(
            """
            SELECT state, words, done, total, digest, pages, mark, changed_at FROM meetings_pack
            WHERE meeting = \(meeting) AND audience = \(audience.rawValue)
            """
        ).map { row in
            Pack(
                meeting: meeting, audience: audience, state: State(rawValue: row.text(0)) ?? .failed,
                words: row.text(1),
                done: row.integer(2), total: row.integer(3), digest: row.optionalText(4), pages: row.optionalInteger(5),
                mark: row.optionalText(6), changed: row.instant(7))
        }
    }

    /// Says how a pack stands. One that is made anew is read as it was until it is.
    static func put(
        _ meeting: String, _ audience: Audience, _ state: State, _ words: String, done: Int = 0, total: Int = 0,
        at now: Date, in tx: Transaction
    ) throws {
        try tx.run(
            """
            INSERT INTO meetings_pack (meeting, audience, state, words, done, total, changed_at)
            VALUES (\(meeting), \(audience.rawValue), \(state.rawValue), \(String(words.prefix(500))), \(done),
                \(total), \(now))
            ON CONFLICT (meeting, audience) DO UPDATE SET state = excluded.state, words = excluded.words,
                done = excluded.done, total = excluded.total, changed_at = excluded.changed_at
            """)
    }
}

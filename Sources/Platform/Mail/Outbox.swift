public import Foundation
public import Jobs
public import Kernel
public import Sealing
public import Store

/// Letters that are to be sent, and for a while those that were.
public enum Outbox {
    /// The kind of job that delivers a letter.
    public static let delivering = "mail.letter"
    static let tidying = "mail.tidy"
    static let keptDays = 30.0

    /// What waits to be sent may hold a link that lets somebody in: it is sealed, and a backup does not give it away.
    /// This is the key of letters to whoever has no account, and of those that an earlier version wrote.
    static let key = SealedFor("mail", "outbox")
    static func place(_ id: ID<Letter>) -> SealedPlace { SealedPlace("mail_letter", "body", of: id.text) }

    /// For the runner of jobs, whether or not a mail server is set: forgets, once an hour, what is kept no longer.
    public static let tidyingKind = JobKind(tidying) { job in
        Ending { tx in
            try tx.tidyOutbox(at: job.now)
            if try tx.one("SELECT 1 FROM mail_letter LIMIT 1") != nil { try tx.askForTidying(after: job.now) }
        }
    }

    /// The letter that a job's payload names.
    static func letter(in payload: String) -> ID<Letter>? {
        let told = try? JSONDecoder().decode([String: String].self, from: Data(payload.utf8))
        return told?["letter"].flatMap { ID(checking: $0) }
    }
}

/// A letter in the outbox, as an administrator sees it.
public struct HeldLetter: Sendable, Equatable {
    /// How far it has come.
    public enum State: String, Sendable, CaseIterable {
        case waiting, sent, lapsed
        /// The mail server refused it, or did not take it for too long.
        case givenUp = "given-up"
    }

    public let id: ID<Letter>
    public let recipient: String
    public let subject: String
    /// What it says; nil once it was delivered, or has lapsed.
    public let text: String?
    public let written: Date
    public let lapses: Date?
    public let sent: Date?
    /// The job that delivers it; nil once there is nothing left to do.
    public let job: HeldJob?

    public func state(at now: Date) -> State {
        if sent != nil { return .sent }
        if text == nil || lapses.map({ $0 <= now }) == true { return .lapsed }
        return job?.state == .givenUp ? .givenUp : .waiting
    }
}

extension Transaction {
    /// Sends a letter once this transaction has committed. It waits in the outbox until a mail server takes it; where
    /// none is set, an administrator can read it there and hand it over.
    @discardableResult
    public func send(_ letter: Letter, at now: Date) throws -> ID<Letter> {
        var random = SystemRandomNumberGenerator()
        let id = ID<Letter>(IDText.fresh(at: now, from: &random))
        let job = try ask(for: Job(Outbox.delivering, "{\"letter\":\"\(id)\"}"), at: now)
        // To whoever was erased nothing is sealed any more, and they may still be written to.
        let reader = try letter.reader.flatMap { try erasure(of: $0) == nil ? $0 : nil }
        let text = try seal(words: letter.text, for: reader ?? Outbox.key, at: Outbox.place(id))
        let month = now.addingTimeInterval(Outbox.keptDays * 86_400)
        try run(
            """
            INSERT INTO mail_letter (id, job, recipient, subject, body, written_at, lapses_at, keep_until, sealed_for)
            VALUES (\(id), \(job), \(letter.recipient.text), \(letter.subject.text), \(text), \(now),
                \(letter.lapses), \(max(month, letter.lapses ?? month)), \(reader?.description))
            """)
        try askForTidying(after: now)
        return id
    }

    /// The letters in the outbox, the youngest first.
    public func outbox(limit: Int = 100) throws -> [HeldLetter] {
        try letters("ORDER BY written_at DESC, id DESC LIMIT \(limit)")
    }

    /// One letter; nil when there is none of that name, or none any more.
    public func letter(_ id: ID<Letter>) throws -> HeldLetter? { try letters("WHERE id = \(id)").first }

    /// Forgets the letters to somebody whose account is erased: those that wait are not sent.
    public func forgetLetters(for reader: SealedFor, to address: String) throws {
        try run("DELETE FROM mail_letter WHERE sealed_for = \(reader.description) OR recipient = \(address)")
    }

    /// Forgets the letters that wait with a link in them: in a database that was put back from before, no link holds.
    /// - Returns: How many there were.
    public func forgetLapsingLetters() throws -> Int {
        try run("DELETE FROM mail_letter WHERE lapses_at IS NOT NULL AND sent_at IS NULL")
    }

    /// Notes that a letter was delivered, and forgets what it said.
    func delivered(_ id: ID<Letter>, at now: Date) throws {
        let until = now.addingTimeInterval(Outbox.keptDays * 86_400)
        try run("UPDATE mail_letter SET body = NULL, sent_at = \(now), keep_until = \(until) WHERE id = \(id)")
    }

    fileprivate func askForTidying(after now: Date) throws {
        try ask(for: Job(Outbox.tidying, "{}", due: now.addingTimeInterval(3_600)), named: ID("mail-tidy"), at: now)
    }

    /// Forgets what lapsed letters said, and letters that were kept for long enough.
    fileprivate func tidyOutbox(at now: Date) throws {
        try run("DELETE FROM mail_letter WHERE keep_until <= \(now)")
        try run("UPDATE mail_letter SET body = NULL WHERE body IS NOT NULL AND lapses_at <= \(now)")
    }

    private func letters(_ condition: SQL) throws -> [HeldLetter] {
        let columns: SQL = "id, recipient, subject, body, written_at, lapses_at, sent_at, job, sealed_for"
        let held = try rows("SELECT \(sql: columns) FROM mail_letter \(sql: condition)").map { row in
            let letter = HeldLetter(
                id: row.id(0), recipient: row.text(1), subject: row.text(2), text: row.optionalText(3),
                written: row.instant(4), lapses: row.optionalInstant(5), sent: row.optionalInstant(6), job: nil)
            return (letter, job: row.id(7) as ID<Job>, key: row.optionalText(8).flatMap { SealedFor($0) } ?? Outbox.key)
        }
        return try held.map { letter, job, key in
            let text = try letter.text.flatMap { try open(words: $0, for: key, at: Outbox.place(letter.id)) }
            return HeldLetter(
                id: letter.id, recipient: letter.recipient, subject: letter.subject, text: text,
                written: letter.written, lapses: letter.lapses, sent: letter.sent, job: try self.job(job))
        }
    }
}

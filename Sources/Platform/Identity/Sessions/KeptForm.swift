public import Foundation
import Kernel
import Store

/// A form that came after its sender's session had ended: kept for a while, to be given back once they have signed in.
public struct KeptForm: Sendable, Equatable, Codable {
    /// One name and what was typed in it.
    public struct Answer: Sendable, Equatable, Codable {
        public let name: String
        public let value: String
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Where it was sent: a path of this service, with its query.
    public let path: String
    public let answers: [Answer]
    /// The digest of what its browser alone holds, so that nobody else is given it.
    let browser: [UInt8]
    /// Whose it was, where their session was still known; it is given back to nobody else.
    let account: String?

    static let bytesMax = 2_000_000
    /// The most of somebody whose session is not known: such a form is seldom a long one's, and anybody may send it.
    static let strangersBytesMax = 100_000
    /// How many are kept at once of whom nothing is known; past it theirs are not kept.
    static let strangersMax = 500
    /// How many are kept at once in all.
    static let countMax = 2_000
}

extension Identity {
    /// Keeps what came. A stranger may send as much as anybody who was signed in, so that theirs is counted by where it
    /// comes from, is short, and is not kept once there is much of it.
    ///
    /// - Parameters:
    ///   - cookie: what the browser alone holds.
    ///   - session: the secret of the session that has ended, when one came.
    ///   - mustBeKnown: whether nothing is kept of somebody whose session is not known: whoever signs in
    ///     next in the same browser may be another person.
    /// - Returns: what it is asked for by; nil when it is more than is kept.
    /// - Throws: `.tooOften` after too many from one account, or from one address.
    public func keep(
        _ answers: [KeptForm.Answer], sentTo path: String, cookie: String, session: Secret?,
        mustBeKnown: Bool = false, from coming: Coming, at now: Date
    ) async throws -> Secret? {
        let secret = Secret.fresh(), settings = settings
        return try await store.write { tx in
            let account = try session.flatMap { try tx.session($0.digest) }?.account.text
            if account == nil, mustBeKnown { return nil }
            let form = KeptForm(
                path: path, answers: answers, browser: Secret(text: cookie).digest, account: account)
            let content = try JSONEncoder().encode(form)
            guard content.count <= (account == nil ? KeptForm.strangersBytesMax : KeptForm.bytesMax) else {
                return nil
            }
            try Throttle.forms(account ?? coming.address.map(Throttle.network) ?? "", settings).take(at: now, in: tx)
            let ends = now.addingTimeInterval(Double(settings.formMinutes) * 60)
            try tx.run("DELETE FROM identity_pending WHERE ends_at < \(now)")
            let held = try tx.one("SELECT count(*) FROM identity_pending WHERE kind = 'form'")?.integer(0) ?? 0
            guard held < (account == nil ? KeptForm.strangersMax : KeptForm.countMax) else { return nil }
            try tx.run(
                """
                INSERT INTO identity_pending (digest, kind, content, ends_at)
                VALUES (\(secret.digest), 'form', \(try secret.seal(content)), \(ends))
                """)
            return secret
        }
    }

    /// - Returns: nil for one that is over, another browser's, or another person's.
    public func keptForm(_ secret: Secret, cookie: String?, for account: ID<Account>, at now: Date) async throws
        -> KeptForm?
    {
        let content = try await store.read { tx in
            try tx.one(
                """
                SELECT content FROM identity_pending
                WHERE digest = \(secret.digest) AND kind = 'form' AND ends_at > \(now)
                """)?.text(0)
        }
        // One kept by an earlier version, within the hour, is as it was typed.
        let opened = content.flatMap { $0.hasPrefix("{") ? Data($0.utf8) : secret.open($0) }
        guard let opened, let cookie, let form = try? JSONDecoder().decode(KeptForm.self, from: opened),
            form.browser == Secret(text: cookie).digest, form.account == nil || form.account == account.text
        else { return nil }
        return form
    }
}

public import Foundation
public import Kernel
import Store
import Synchronization

/// Whoever comes with a session's secret or a token, and how far they have shown who they are.
public struct Visitor: Sendable, Equatable {
    /// What still has to be shown.
    public enum Stage: Sendable, Equatable {
        /// Nobody has signed in here, or it is over.
        case nobody
        /// A one-time code must follow the password.
        case needsCode
        /// Their post asks for one-time codes, and none are set up.
        case needsSetUp
        case whole
    }

    public let caller: Caller
    public let stage: Stage
    /// Nil for nobody.
    public let account: ID<Account>?
    /// Nil for a token.
    public let session: ID<Session>?
    public let personName: String?
    /// Whether their account has one-time codes.
    public var hasCode = false
    /// Whether they gave a second proof in this session, here or in the council's directory.
    public var isProven = false

    public static let nobody = Visitor(
        caller: .stranger, stage: .nobody, account: nil, session: nil, personName: nil)
}

extension Identity {
    /// Who holds the session, on this day.
    ///
    /// - Parameter version: the state of the records, such as the ledger's head: while it is the same, so is the
    ///   answer, and nothing is read. Nil to read anew.
    public func visitor(session secret: Secret, version: String?, at now: Date, on day: Day) async throws -> Visitor {
        let digest = secret.digest
        if let version, let known = remembered.find(digest, version: version, at: now, on: day) { return known }
        let found = try await store.read { tx -> (Visitor, Session)? in
            guard
                let row = try tx.one(
                    """
                    SELECT \(sql: Session.columns), \(sql: Account.columns) FROM identity_session s
                    JOIN identity_account a ON a.id = s.account WHERE s.digest = \(digest)
                    """)
            else { return nil }
            let session = Session(row), account = Account(row, from: Session.columnCount)
            if session.isOver(at: now, settings) || account.disabledAt != nil { return nil }
            return (try visitor(account, session, on: day, in: tx), session)
        }
        guard let (visitor, session) = found else { return .nobody }
        // Once a minute is enough to tell an idle session, and is no write on most requests.
        if now.timeIntervalSince(session.seenAt) >= 60 {
            _ = try await store.write { tx in
                try tx.run("UPDATE identity_session SET seen_at = \(now) WHERE digest = \(digest) AND seen_at < \(now)")
            }
        }
        if let version {
            remembered.keep(visitor, for: digest, version: version, seenAt: now, endsAt: session.endsAt, on: day)
        }
        return visitor
    }

    private func visitor(_ account: Account, _ session: Session, on day: Day, in tx: Transaction) throws -> Visitor {
        let standing = try standing(account.person, day, tx) ?? PersonStanding(name: account.person, grants: [])
        let isProven = session.provenAt != nil
        let stage: Visitor.Stage
        if isProven || (!account.hasCode && !needsCode(standing)) {
            stage = .whole
        } else {
            stage = account.hasCode ? .needsCode : .needsSetUp
        }
        let caller =
            stage == .whole ? Caller(person: account.person, name: standing.name, grants: standing.grants) : .stranger
        var visitor = Visitor(
            caller: caller, stage: stage, account: account.id, session: session.id, personName: standing.name)
        visitor.hasCode = account.hasCode
        visitor.isProven = isProven
        return visitor
    }

    /// Whether a role of theirs asks for one-time codes.
    func needsCode(_ standing: PersonStanding) -> Bool {
        standing.grants.contains { settings.rolesNeedingCode.contains($0.role) }
    }

    /// Whoever acts for an account in a command, as the ledger names them.
    func caller(for account: Account, on day: Day, in tx: Transaction) throws -> Caller {
        let standing = try standing(account.person, day, tx)
        return Caller(person: account.person, name: standing?.name ?? account.person, grants: standing?.grants ?? [])
    }
}

/// Visitors read a moment ago, good for as long as nothing has been written.
final class RememberedVisitors: Sendable {
    private struct Known {
        let visitor: Visitor
        let version: String
        let seenAt: Date
        let endsAt: Date
        let day: Day
    }
    private let known = Mutex<[[UInt8]: Known]>([:])
    private static let countMax = 10_000

    func find(_ digest: [UInt8], version: String, at now: Date, on day: Day) -> Visitor? {
        known.withLock { known in
            guard let held = known[digest], held.version == version, held.day == day, now < held.endsAt,
                now.timeIntervalSince(held.seenAt) < 60
            else { return nil }
            return held.visitor
        }
    }

    func keep(_ visitor: Visitor, for digest: [UInt8], version: String, seenAt: Date, endsAt: Date, on day: Day) {
        known.withLock { known in
            if known.count >= Self.countMax { known.removeAll() }
            known[digest] = Known(visitor: visitor, version: version, seenAt: seenAt, endsAt: endsAt, day: day)
        }
    }
}

public import Foundation
import Kernel
public import Store

extension Identity {
    /// Days for which a session that is over is still known: a form that is sent after it is kept for its sender.
    static let sessionDaysKnown = 1.0

    /// Throws away what has lapsed: tries that are counted no longer, sessions that are over, links, and forms that
    /// waited; and seals what an older process left unsealed.
    public func tidy(at now: Date, in tx: Transaction) throws {
        let tried = now.addingTimeInterval(-Double(settings.triesMinutes) * 60)
        let known = now.addingTimeInterval(-Self.sessionDaysKnown * 86_400)
        let seen = known.addingTimeInterval(-Double(settings.idleMinutes) * 60)
        try tx.run("DELETE FROM identity_try WHERE since <= \(tried)")
        try tx.run("DELETE FROM identity_session WHERE ends_at <= \(known) OR seen_at <= \(seen)")
        try tx.run("DELETE FROM identity_ticket WHERE ends_at <= \(now)")
        try tx.run("DELETE FROM identity_pending WHERE ends_at <= \(now)")
        // What an older process beside this one kept as it is.
        _ = try tx.sealSomeCodes()
    }
}

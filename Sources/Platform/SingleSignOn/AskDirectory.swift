import Foundation
import Kernel
import Outbound

/// What the directory says of itself, kept for a while.
extension SingleSignOn {
    func directory(at now: Date) async throws -> Directory {
        if let held = kept.withLock({ $0.directory }), isFresh(held.at, now) { return held.value }
        let answer = try await fetch { try await self.fetching.get(WebAddress(self.settings.discovery), []) }
        guard answer.status == 200 else { throw SignOnFailure.badDirectory("its description answers \(answer.status)") }
        let directory = try Directory(answer.body, of: settings.issuer)
        kept.withLock { $0.directory = (directory, now) }
        return directory
    }

    func keys(_ directory: Directory, at now: Date, again: Bool) async throws -> KeySet {
        if !again, let held = kept.withLock({ $0.keys }), isFresh(held.at, now) { return held.value }
        kept.withLock { $0.keysAsked = now }
        let answer = try await fetch { try await self.fetching.get(directory.keys, []) }
        guard answer.status == 200 else { throw SignOnFailure.badDirectory("its keys answer \(answer.status)") }
        let keys = try KeySet(answer.body)
        kept.withLock { $0.keys = (keys, now) }
        return keys
    }

    /// A directory changes its keys when it likes: one that is not known is asked for once more, though not at every
    /// turn.
    func believe(_ token: Token, _ check: TokenCheck, _ directory: Directory, _ now: Date) async throws
        -> TokenClaims
    {
        do {
            return try check.believe(token, try await keys(directory, at: now, again: false), at: now)
        } catch SignOnFailure.doubted(.unknownKey) {
            let asked = kept.withLock { $0.keysAsked } ?? .distantPast
            guard abs(now.timeIntervalSince(asked)) >= settings.keysAgain else {
                throw SignOnFailure.doubted(.unknownKey)
            }
            return try check.believe(token, try await keys(directory, at: now, again: true), at: now)
        }
    }

    private func isFresh(_ then: Date, _ now: Date) -> Bool { abs(now.timeIntervalSince(then)) < settings.keep }

    func fetch(_ call: @Sendable () async throws -> Outbound.Answer) async throws -> Outbound.Answer {
        do { return try await call() } catch is OutboundFailure { throw SignOnFailure.unreachable }
    }
}

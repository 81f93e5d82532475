public import Foundation
import Kernel
import Store

/// A way to the council's directory that somebody has set out on and not come back from: kept for one browser, and used
/// once.
public struct DirectoryTrip: Sendable, Equatable, Codable {
    /// What it takes to believe the directory's answer. Nothing here reads it.
    public let begun: Data
    /// Where they go in the end: a path of this service.
    public let to: String
    /// The form that waits to be given back to them, by its secret.
    public let kept: String?
    /// The digest of what their browser alone holds.
    let browser: [UInt8]

    public init(begun: Data, to: String, kept: String?, mark: Secret) {
        (self.begun, self.to, self.kept, browser) = (begun, to, kept, mark.digest)
    }
}

extension Identity {
    /// How long somebody may take to sign in there.
    public static let directoryMinutes = 10
    /// How many may set out from one address in the time over which tries are counted, for each wrong password that
    /// one address may try: setting out guesses at nothing, and a whole council may share an address.
    private static let tripsForEachTry = 20

    /// - Parameter state: what the directory hands back, and what the trip is then found by.
    /// - Throws: `.tooOften` after too many from one address.
    public func setOut(_ trip: DirectoryTrip, state: String, from coming: Coming, at now: Date) async throws {
        let content = String(decoding: try JSONEncoder().encode(trip), as: UTF8.self)
        let digest = Secret(text: state).digest, ends = now.addingTimeInterval(Double(Self.directoryMinutes) * 60)
        try await store.write { tx in
            if let address = coming.address {
                let throttle = Throttle(
                    key: "directory:" + Throttle.mark(of: Throttle.network(address)),
                    triesMax: settings.triesByAddress * Self.tripsForEachTry, minutes: settings.triesMinutes)
                try throttle.take(at: now, in: tx)
            }
            try tx.run("DELETE FROM identity_pending WHERE ends_at < \(now)")
            try tx.run(
                """
                INSERT INTO identity_pending (digest, kind, content, ends_at)
                VALUES (\(digest), 'directory', \(content), \(ends))
                """)
        }
    }

    /// Takes a trip out, so that an answer counts once.
    /// - Returns: nil for one that is over, used, another browser's, or was never begun here.
    public func comeBack(state: String, mark: Secret, at now: Date) async throws -> DirectoryTrip? {
        let digest = Secret(text: state).digest
        // What was never begun here costs a read: anybody may bring it.
        let content = try await store.read { tx in
            try tx.one(
                """
                SELECT content FROM identity_pending
                WHERE digest = \(digest) AND kind = 'directory' AND ends_at > \(now)
                """)?.text(0)
        }
        // Another browser's trip is left where it is: its own may still come back.
        guard let content, let trip = try? JSONDecoder().decode(DirectoryTrip.self, from: Data(content.utf8)),
            trip.browser == mark.digest
        else { return nil }
        return try await store.write { tx in
            try tx.run("DELETE FROM identity_pending WHERE digest = \(digest) AND kind = 'directory'") == 1 ? trip : nil
        }
    }
}

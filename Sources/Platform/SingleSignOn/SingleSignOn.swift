public import Foundation
import Kernel
public import Outbound
import Synchronization

/// Sign-in by the council's own directory: OpenID Connect, authorization code with PKCE.
public final class SingleSignOn: Sendable {
    /// Who signed in, as the directory says.
    public struct Claims: Sendable, Equatable {
        /// The directory and its own name for the person: together they are always the same person. An e-mail address
        /// is not.
        public let issuer: String
        public let subject: String
        public let email: String?
        /// Whether the directory has made sure that the address is theirs.
        public let emailVerified: Bool
        public let name: String?
        /// Whether the directory says that it asked for a second proof that counts here.
        public var hasProvedTwice = false
    }

    /// How pages are fetched, so that a test can say what is there.
    struct Fetching: Sendable {
        let get: @Sendable (WebAddress, [Outbound.Header]) async throws -> Outbound.Answer
        let post: @Sendable (WebAddress, [UInt8], [Outbound.Header]) async throws -> Outbound.Answer
    }

    /// What is kept of what the directory said of itself.
    struct Kept {
        var directory: (value: Directory, at: Date)?
        var keys: (value: KeySet, at: Date)?
        var keysAsked: Date?
    }

    public let settings: SignOnSettings
    let fetching: Fetching
    private let random: @Sendable (Int) -> [UInt8]
    let kept = Mutex(Kept())

    public convenience init(_ settings: SignOnSettings, by outbound: Outbound) {
        let fetching = Fetching(
            get: { try await outbound.get($0, headers: $1) },
            post: { try await outbound.post($0, $1, contentType: "application/x-www-form-urlencoded", headers: $2) })
        self.init(settings, fetching: fetching)
    }

    init(
        _ settings: SignOnSettings, fetching: Fetching,
        random: @escaping @Sendable (Int) -> [UInt8] = { count in
            var generator = SystemRandomNumberGenerator()
            return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        }
    ) {
        self.settings = settings
        self.fetching = fetching
        self.random = random
    }

    /// Asks the directory what it says of itself, and for its keys, whatever is kept of them.
    /// - Throws: `SignOnFailure`.
    public func look(at now: Date) async throws {
        kept.withLock { $0 = Kept() }
        _ = try await keys(try await directory(at: now), at: now, again: false)
    }

    /// Begins a sign-in: where to send the browser, and what to keep until it comes back.
    ///
    /// Keep the pending sign-in on the server, for the browser that asked (by its session or a cookie), and take it
    /// out when it is used.
    /// - Throws: `SignOnFailure`.
    public func begin(now: Date) async throws -> (address: String, pending: PendingSignOn) {
        let directory = try await directory(at: now)
        let pending = PendingSignOn(at: now, random: random)
        let query = FormText.encode([
            ("response_type", "code"), ("client_id", settings.clientID), ("redirect_uri", settings.redirect.text),
            ("scope", settings.scopes.joined(separator: " ")), ("state", pending.state), ("nonce", pending.nonce),
            ("code_challenge", pending.challenge), ("code_challenge_method", "S256"),
        ])
        let joint = directory.authorization.text.contains("?") ? "&" : "?"
        return (directory.authorization.text + joint + query, pending)
    }

    /// Ends a sign-in with what the browser brought back.
    ///
    /// - Parameters:
    ///   - error: the `error` that it brought in place of a code.
    ///   - issuer: the `iss` that it brought, which some directories send (RFC 9207).
    /// - Throws: `SignOnFailure`.
    public func finish(
        code: String?, state: String?, error: String? = nil, issuer: String? = nil, pending: PendingSignOn, now: Date
    ) async throws -> Claims {
        guard let state, isSame(state, pending.state) else { throw SignOnFailure.stateMismatch }
        if pending.isLate(at: now, patience: settings.patience) { throw SignOnFailure.tooLate }
        let directory = try await directory(at: now)
        if issuer.map({ $0 != settings.issuer.text }) ?? directory.namesItself { throw SignOnFailure.wrongIssuer }
        if let error { throw SignOnFailure.refused(code: String(error.filter(\.isASCII).prefix(40))) }
        guard let code, !code.isEmpty else { throw SignOnFailure.refused(code: "no code") }

        let tokens = try await exchange(code, pending, directory)
        let check = TokenCheck(
            issuer: settings.issuer.text, clientID: settings.clientID, nonce: pending.nonce, begun: pending.begun,
            skew: settings.skew, accessToken: tokens.accessToken)
        let claims = try await believe(Token(tokens.idToken), check, directory, now)
        return try await complete(claims, tokens.accessToken, directory)
    }
}

import Crypto
import Foundation

/// What an ID token must say to be believed (OpenID Connect Core 1.0, 3.1.3.7). No clock and no network of its own.
struct TokenCheck: Sendable {
    let issuer: String
    let clientID: String
    let nonce: String
    /// When the sign-in that it answers was begun.
    let begun: Date
    let skew: TimeInterval
    let accessToken: String?

    /// - Throws: `.doubted`: `.unknownKey` first of all, so that the caller may ask for keys again.
    func believe(_ token: Token, _ keys: KeySet, at now: Date) throws(SignOnFailure) -> TokenClaims {
        guard let algorithm = Algorithm(rawValue: token.head.alg) else { throw .doubted(.algorithm) }
        let candidates = keys.candidates(named: token.head.kid, for: algorithm)
        if candidates.isEmpty { throw .doubted(.unknownKey) }
        guard candidates.contains(where: { algorithm.holds(token.signature, of: token.signed, by: $0) }) else {
            throw .doubted(.signature)
        }
        if let doubt = doubt(of: token.claims, at: now) { throw .doubted(doubt) }
        return token.claims
    }

    private func doubt(of claims: TokenClaims, at now: Date) -> SignOnFailure.Doubt? {
        doubtOfWhom(claims) ?? doubtOfWhen(claims, now.timeIntervalSince1970)
    }

    private func doubtOfWhom(_ claims: TokenClaims) -> SignOnFailure.Doubt? {
        if claims.iss != issuer { return .issuer }
        let audience = claims.aud?.names ?? []
        if !audience.contains(clientID) { return .audience }
        if audience.count > 1 && claims.azp == nil { return .authorisedParty }
        if let party = claims.azp, party != clientID { return .authorisedParty }
        guard let given = claims.nonce, isSame(given, nonce) else { return .nonce }
        if claims.sub.isEmpty || claims.sub.utf8.count > 255 { return .subject }
        if let hash = claims.atHash {
            guard let accessToken, isSame(hash, TokenCheck.half(accessToken)) else { return .accessToken }
        }
        return nil
    }

    /// A token is for the sign-in that asked for it, so it is no older than that.
    private func doubtOfWhen(_ claims: TokenClaims, _ now: TimeInterval) -> SignOnFailure.Doubt? {
        guard let expires = claims.exp, now < expires + skew else { return .expired }
        if let from = claims.nbf, now < from - skew { return .notYetValid }
        guard let issued = claims.iat, issued >= begun.timeIntervalSince1970 - skew, issued <= now + skew else {
            return .issuedAt
        }
        return nil
    }

    /// The left half of the access token's digest. Every algorithm we allow is one of SHA-256.
    static func half(_ accessToken: String) -> String {
        Base64URL.encode(Array(SHA256.hash(data: Data(accessToken.utf8)).prefix(16)))
    }
}

import Foundation
import Testing

@testable import SingleSignOn

/// Every way in which a token is not what it should be, a row each (OpenID Connect Core 1.0, 3.1.3.7; RFC 8725).
@Suite("Which tokens are believed")
struct TokenTests {
    static let now = Date(timeIntervalSince1970: 1_262_260_800)
    static let accessToken = "an-access-token"

    /// A row: what is changed of a token that is right, and what is then made of it.
    struct Row: Sendable, CustomTestStringConvertible {
        let what: String
        let doubt: SignOnFailure.Doubt?
        var head: [String: any Sendable] = [:]
        var claims: [String: any Sendable] = [:]
        var without: [String] = []
        var stranger = false
        var testDescription: String { what }
    }

    static let seconds = now.timeIntervalSince1970

    static let rows: [Row] = [
        Row(what: "RS256", doubt: nil),
        Row(what: "PS256", doubt: nil, head: ["alg": "PS256"]),
        Row(what: "ES256", doubt: nil, head: ["alg": "ES256", "kid": "e1"]),
        Row(what: "no key's name, and one key that fits", doubt: nil, without: ["kid"]),
        Row(what: "algorithm none", doubt: .algorithm, head: ["alg": "none"]),
        Row(what: "algorithm None", doubt: .algorithm, head: ["alg": "None"]),
        Row(what: "HS256 with the public key for a secret", doubt: .algorithm, head: ["alg": "HS256"]),
        Row(what: "HS256 with the shared key of the set", doubt: .algorithm, head: ["alg": "HS256", "kid": "shared"]),
        Row(what: "RS1", doubt: .algorithm, head: ["alg": "RS1"]),
        Row(what: "an extension that must be understood", doubt: .malformed, head: ["crit": ["exp"], "exp": 1]),
        Row(what: "a key of another name", doubt: .unknownKey, head: ["kid": "r2"]),
        Row(what: "a key that is for encrypting", doubt: .unknownKey, head: ["kid": "enc"]),
        Row(what: "an RSA algorithm with the name of an EC key", doubt: .unknownKey, head: ["kid": "e1"]),
        Row(what: "signed by somebody else", doubt: .signature, stranger: true),
        Row(what: "another issuer", doubt: .issuer, claims: ["iss": "https://other.example"]),
        Row(what: "the issuer with a slash", doubt: .issuer, claims: ["iss": "https://login.example/"]),
        Row(what: "no issuer", doubt: .issuer, without: ["iss"]),
        Row(what: "for somebody else", doubt: .audience, claims: ["aud": "other"]),
        Row(what: "for nobody", doubt: .audience, without: ["aud"]),
        Row(what: "for us in a list", doubt: nil, claims: ["aud": ["trust"]]),
        Row(
            what: "for several, and nobody said who asked", doubt: .authorisedParty,
            claims: ["aud": ["trust", "other"]]),
        Row(what: "for several, and we asked", doubt: nil, claims: ["aud": ["trust", "other"], "azp": "trust"]),
        Row(
            what: "for several, and another asked", doubt: .authorisedParty,
            claims: ["aud": ["trust", "b"], "azp": "b"]),
        Row(what: "for us, and another asked", doubt: .authorisedParty, claims: ["azp": "other"]),
        Row(what: "another sign-in's", doubt: .nonce, claims: ["nonce": "other"]),
        Row(what: "no sign-in's", doubt: .nonce, without: ["nonce"]),
        Row(what: "expired", doubt: .expired, claims: ["exp": seconds - 61]),
        Row(what: "expired by less than the clocks may differ", doubt: nil, claims: ["exp": seconds - 59]),
        Row(what: "never expires", doubt: .expired, without: ["exp"]),
        Row(what: "not yet valid", doubt: .notYetValid, claims: ["nbf": seconds + 61]),
        Row(what: "valid just now", doubt: nil, claims: ["nbf": seconds + 59]),
        Row(what: "from the future", doubt: .issuedAt, claims: ["iat": seconds + 61]),
        Row(what: "from before the sign-in began", doubt: .issuedAt, claims: ["iat": seconds - 30 - 61]),
        Row(what: "from before it by less than the clocks may differ", doubt: nil, claims: ["iat": seconds - 30 - 59]),
        Row(what: "issued nobody knows when", doubt: .issuedAt, without: ["iat"]),
        Row(what: "beside another's access token", doubt: .accessToken, claims: ["at_hash": TokenCheck.half("other")]),
        Row(what: "beside its own access token", doubt: nil, claims: ["at_hash": TokenCheck.half(accessToken)]),
        Row(what: "about nobody", doubt: .subject, claims: ["sub": ""]),
        Row(
            what: "about a person with too long a name", doubt: .subject,
            claims: ["sub": String(repeating: "a", count: 256)]),
        Row(what: "no subject at all", doubt: .malformed, without: ["sub"]),
        Row(what: "an end that is no number", doubt: .malformed, claims: ["exp": "tomorrow"]),
    ]

    @Test("each kind of wrong is found, and what is right is believed", arguments: rows)
    func table(row: Row) throws {
        let forge = try Forge.shared.get()
        var head: [String: Any] = ["alg": "RS256", "kid": "r1", "typ": "JWT"], claims = Self.right
        for (name, value) in row.head { head[name] = value }
        for (name, value) in row.claims { claims[name] = value }
        for name in row.without { (head[name], claims[name]) = (nil, nil) }
        let text = try forge.token(head, claims, by: row.stranger)
        #expect(try doubt(of: text, KeySet(forge.keySet())) == row.doubt)
    }

    @Test("a token that was changed is not believed", arguments: [0, 1, 2])
    func changed(part: Int) throws {
        let forge = try Forge.shared.get()
        var parts = try forge.token(["alg": "RS256", "kid": "r1"], Self.right).split(separator: ".").map(String.init)
        let other = try forge.token(["alg": "RS256", "kid": "r1", "a": 1], ["sub": "eve"]).split(separator: ".")
        parts[part] = String(other[part])
        #expect(try doubt(of: parts.joined(separator: "."), KeySet(forge.keySet())) == .signature)
    }

    @Test(
        "what is no token",
        arguments: [
            "", "a", "a.b", "a.b.c", "..", "a.b.c.d", "e30.e30.", "e30=.e30=.e30=",
            String(repeating: "a", count: 40_000),
        ])
    func noToken(text: String) {
        #expect(throws: SignOnFailure.doubted(.malformed)) { try Token(text) }
    }

    @Test("a short RSA key, a point that is on no curve and a set of no keys are not used")
    func badKeys() throws {
        let short = Base64URL.encode([UInt8](repeating: 0xFF, count: 128))
        let off = Base64URL.encode([UInt8](repeating: 1, count: 32))
        let text = """
            {"keys": [{"kty": "RSA", "kid": "a", "n": "\(short)", "e": "AQAB"}, {"kty": "RSA", "kid": "b"},
                      {"kty": "EC", "kid": "c", "crv": "P-256", "x": "\(off)", "y": "\(off)"}]}
            """
        #expect(try KeySet(Array(text.utf8)).keys.isEmpty)
        #expect(throws: SignOnFailure.self) { try KeySet(Array("[]".utf8)) }
    }

    @Test("base64url round trips, and nothing else passes for it")
    func base64() {
        for count in 0..<70 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 251) }
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
        }
        for bad in ["a", "ab==", "a+b/", "ab c", "ab\n"] { #expect(Base64URL.decode(bad) == nil) }
    }

    /// What a token says that is right in everything, of a sign-in begun half a minute ago.
    static var right: [String: Any] {
        [
            "iss": "https://login.example", "aud": "trust", "sub": "alex", "nonce": "n1", "exp": seconds + 300,
            "iat": seconds - 10,
        ]
    }

    private func doubt(of text: String, _ keys: KeySet) throws -> SignOnFailure.Doubt? {
        let check = TokenCheck(
            issuer: "https://login.example", clientID: "trust", nonce: "n1", begun: Self.now.addingTimeInterval(-30),
            skew: 60, accessToken: Self.accessToken)
        do {
            _ = try check.believe(Token(text), keys, at: Self.now)
            return nil
        } catch SignOnFailure.doubted(let doubt) {
            return doubt
        }
    }
}

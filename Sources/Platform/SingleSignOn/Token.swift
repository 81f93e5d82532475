import Foundation

/// A signed token taken apart (JWS, RFC 7515), not yet believed.
struct Token: Sendable {
    /// What its head says, as far as it is used. What it says of where keys may be found is not.
    struct Head: Decodable, Sendable {
        let alg: String
        let kid: String?
        let crit: [String]?
    }

    let head: Head
    let claims: TokenClaims
    let signed: [UInt8]
    let signature: [UInt8]

    static let bytesMax = 32_768

    /// - Throws: `.doubted(.malformed)`, or `.algorithm` for one that is not allowed, before its claims are looked at.
    init(_ text: String) throws(SignOnFailure) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= Token.bytesMax, parts.count == 3, let head = Base64URL.decode(parts[0]),
            let head = try? JSONDecoder().decode(Head.self, from: Data(head)), head.crit == nil
        else { throw .doubted(.malformed) }
        guard Algorithm(rawValue: head.alg) != nil else { throw .doubted(.algorithm) }
        guard let body = Base64URL.decode(parts[1]), let signature = Base64URL.decode(parts[2]),
            let claims = try? JSONDecoder().decode(TokenClaims.self, from: Data(body))
        else { throw .doubted(.malformed) }
        self.head = head
        self.claims = claims
        self.signature = signature
        signed = Array((parts[0] + "." + parts[1]).utf8)
    }
}

/// What a token, or the directory's page about a person, says (OpenID Connect Core 1.0, 2 and 5.1).
struct TokenClaims: Decodable, Sendable {
    let iss: String?
    let sub: String
    let aud: Audience?
    let azp: String?
    let exp: Double?
    let iat: Double?
    let nbf: Double?
    let nonce: String?
    let atHash: String?
    let emailVerified: Flag?
    /// Every claim that is one text, by its name: which of them is an address is for the settings to say.
    let texts: [String: String]
    /// How the directory says it made sure of the person: `acr`, and each of `amr` (2).
    let proofs: Set<String>

    /// The name of a claim.
    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let claims = try decoder.container(keyedBy: Name.self)
        func find<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value? {
            try claims.decodeIfPresent(type, forKey: Name(stringValue: name))
        }
        sub = try claims.decode(String.self, forKey: Name(stringValue: "sub"))
        iss = try find(String.self, "iss")
        aud = try find(Audience.self, "aud")
        azp = try find(String.self, "azp")
        exp = try find(Double.self, "exp")
        iat = try find(Double.self, "iat")
        nbf = try find(Double.self, "nbf")
        nonce = try find(String.self, "nonce")
        atHash = try find(String.self, "at_hash")
        emailVerified = try find(Flag.self, "email_verified")
        var texts: [String: String] = [:]
        for name in claims.allKeys {
            if let text = try? claims.decode(String.self, forKey: name) { texts[name.stringValue] = text }
        }
        self.texts = texts
        // A directory that writes `amr` in another way than as a list has not said what was proved.
        let methods = (try? find([String].self, "amr")) ?? []
        proofs = Set(methods).union(texts["acr"].map { [$0] } ?? [])
    }

    /// One name, or a list.
    struct Audience: Decodable, Sendable {
        let names: [String]

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let one = try? value.decode(String.self) {
                names = [one]
            } else {
                names = try value.decode([String].self)
            }
        }
    }

    /// True or false; some directories say so in text.
    struct Flag: Decodable, Sendable {
        let isSet: Bool

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let flag = try? value.decode(Bool.self) {
                isSet = flag
            } else {
                isSet = try value.decode(String.self) == "true"
            }
        }
    }
}

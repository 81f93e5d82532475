import Crypto
import CryptoExtras
import Foundation

@testable import SingleSignOn

/// Makes tokens as a directory would, and as it would not.
struct Forge {
    /// One set of keys for all tests: making an RSA key takes a while.
    static let shared = Result { try Forge() }

    let rsa: _RSA.Signing.PrivateKey
    let other: _RSA.Signing.PrivateKey
    let p256 = P256.Signing.PrivateKey()

    init() throws {
        rsa = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        other = try _RSA.Signing.PrivateKey(keySize: .bits2048)
    }

    /// The keys that the directory shows: `r1`, `e1`, and one for encrypting, which signs nothing.
    func keySet(without name: String? = nil) throws -> [UInt8] {
        let public1 = try rsa.publicKey.getKeyPrimitives(), point = Array(p256.publicKey.rawRepresentation)
        let modulus = Base64URL.encode(Array(public1.modulus)),
            exponent = Base64URL.encode(Array(public1.publicExponent))
        let entries: [[String: String]] = [
            ["kty": "RSA", "kid": "r1", "use": "sig", "n": modulus, "e": exponent],
            [
                "kty": "EC", "kid": "e1", "crv": "P-256", "x": Base64URL.encode(Array(point[..<32])),
                "y": Base64URL.encode(Array(point[32...])),
            ],
            ["kty": "RSA", "kid": "enc", "use": "enc", "n": modulus, "e": exponent],
            ["kty": "oct", "kid": "shared", "k": "c2VjcmV0"],
        ]
        let shown = entries.filter { $0["kid"] != name }
        return Array(try JSONSerialization.data(withJSONObject: ["keys": shown]))
    }

    /// A token with these claims, signed by the head's algorithm.
    func token(_ head: [String: Any], _ claims: [String: Any], by stranger: Bool = false) throws -> String {
        let signed = try part(head) + "." + part(claims), bytes = Data(signed.utf8), key = stranger ? other : rsa
        let signature: Data
        switch head["alg"] as? String {
        case "RS256":
            signature = try key.signature(for: SHA256.hash(data: bytes), padding: .insecurePKCS1v1_5).rawRepresentation
        case "PS256": signature = try key.signature(for: SHA256.hash(data: bytes), padding: .PSS).rawRepresentation
        case "ES256": signature = try p256.signature(for: SHA256.hash(data: bytes)).rawRepresentation
        case "HS256":
            // The old trick: the directory's public key, which everybody has, taken for a shared secret.
            let secret = SymmetricKey(data: Data(rsa.publicKey.pemRepresentation.utf8))
            signature = Data(HMAC<SHA256>.authenticationCode(for: bytes, using: secret))
        default: signature = Data()
        }
        return signed + "." + Base64URL.encode(Array(signature))
    }

    private func part(_ fields: [String: Any]) throws -> String {
        Base64URL.encode(Array(try JSONSerialization.data(withJSONObject: fields)))
    }
}

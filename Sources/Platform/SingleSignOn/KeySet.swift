import Crypto
import CryptoExtras
import Foundation

/// The directory's public keys (JWKS, RFC 7517), as far as they can check a signature we allow.
struct KeySet: Sendable {
    /// A key, what it is called, and the one algorithm it is for where that is said.
    struct Key: Sendable {
        let name: String?
        let algorithm: String?
        let material: Material
    }

    enum Material: Sendable {
        case rsa(_RSA.Signing.PublicKey)
        case p256(P256.Signing.PublicKey)
    }

    let keys: [Key]

    private struct Document: Decodable { let keys: [Entry] }

    private struct Entry: Decodable {
        let kty: String
        let kid: String?
        let use: String?
        let alg: String?
        let n: String?
        let e: String?
        let crv: String?
        let x: String?
        let y: String?
    }

    static let keysMax = 100

    /// Keys of other kinds, and for other uses, are passed over.
    /// - Throws: `SignOnFailure.badDirectory` when it is no set of keys.
    init(_ body: [UInt8]) throws(SignOnFailure) {
        guard let document = try? JSONDecoder().decode(Document.self, from: Data(body)),
            document.keys.count <= KeySet.keysMax
        else { throw .badDirectory("its keys are not a JSON Web Key Set") }
        keys = document.keys.compactMap(KeySet.key)
    }

    /// The keys that may have made a signature: those of the name, or the only fitting one where the token names none.
    func candidates(named name: String?, for algorithm: Algorithm) -> [Key] {
        let fitting = keys.filter { algorithm.fits($0) }
        guard let name else { return fitting.count == 1 ? fitting : [] }
        return fitting.filter { $0.name == name }
    }

    private static func key(_ entry: Entry) -> Key? {
        guard entry.use == nil || entry.use == "sig", let material = material(entry) else { return nil }
        return Key(name: entry.kid, algorithm: entry.alg, material: material)
    }

    private static func material(_ entry: Entry) -> Material? {
        switch entry.kty {
        case "RSA":
            guard let n = entry.n.flatMap({ Base64URL.decode($0) }), let e = entry.e.flatMap({ Base64URL.decode($0) }),
                let key = try? _RSA.Signing.PublicKey(n: n, e: e), (2_048...8_192).contains(key.keySizeInBits)
            else { return nil }
            return .rsa(key)
        case "EC" where entry.crv == "P-256":
            guard let x = entry.x.flatMap({ Base64URL.decode($0) }), let y = entry.y.flatMap({ Base64URL.decode($0) }),
                x.count == 32, y.count == 32, let key = try? P256.Signing.PublicKey(rawRepresentation: x + y)
            else { return nil }
            return .p256(key)
        default: return nil
        }
    }
}

/// The signatures we believe (RFC 7518, 3.1). Never `none`, and none with a shared secret: with one of those a public
/// key could be passed off as the secret.
enum Algorithm: String, Sendable, CaseIterable {
    case rs256 = "RS256"
    case ps256 = "PS256"
    case es256 = "ES256"

    func fits(_ key: KeySet.Key) -> Bool {
        if let own = key.algorithm, own != rawValue { return false }
        switch (self, key.material) {
        case (.rs256, .rsa), (.ps256, .rsa), (.es256, .p256): return true
        default: return false
        }
    }

    func holds(_ signature: [UInt8], of signed: [UInt8], by key: KeySet.Key) -> Bool {
        let digest = SHA256.hash(data: signed)
        switch (self, key.material) {
        case (.rs256, .rsa(let key)):
            return key.isValidSignature(
                _RSA.Signing.RSASignature(rawRepresentation: Data(signature)), for: digest, padding: .insecurePKCS1v1_5)
        case (.ps256, .rsa(let key)):
            return key.isValidSignature(
                _RSA.Signing.RSASignature(rawRepresentation: Data(signature)), for: digest, padding: .PSS)
        case (.es256, .p256(let key)):
            guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else { return false }
            return key.isValidSignature(signature, for: digest)
        default: return false
        }
    }
}

import Crypto
import CryptoExtras
import Foundation

/// How hard a password is to try: scrypt's N, r and p (RFC 7914).
public struct PasswordCost: Sendable, Equatable {
    /// N as a power of two. Memory for one try is 128 · r · N bytes: 128 MiB at 17.
    public var logRounds: Int
    public var blockSize: Int
    public var parallelism: Int

    public init(logRounds: Int = 17, blockSize: Int = 8, parallelism: Int = 1) {
        self.logRounds = logRounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }
}

/// A password as it is kept: `scrypt$17$8$1$SALT$KEY`, in base64url. Nothing leads back from it.
struct PasswordHash: Sendable, Equatable {
    let cost: PasswordCost
    let salt: [UInt8]
    let key: [UInt8]

    private static let keyBytes = 32, saltBytes = 16

    /// Takes as long as the cost says: never on a thread that others wait for.
    init(of password: String, cost: PasswordCost) throws {
        self.cost = cost
        salt = RandomBytes.of(Self.saltBytes)
        key = try Self.derive(password, salt, cost)
    }

    /// One that no password matches, and that takes as long as any to find out.
    init(never cost: PasswordCost) {
        self.cost = cost
        salt = RandomBytes.of(Self.saltBytes)
        key = RandomBytes.of(Self.keyBytes)
    }

    /// Nil unless the text is what `text` gives, with a cost that this service could have chosen.
    init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let block = Int(parts[2]),
            let parallel = Int(parts[3]), (1...20).contains(rounds), (1...32).contains(block),
            (1...16).contains(parallel), let salt = Base64URL.bytes(of: String(parts[4])),
            let key = Base64URL.bytes(of: String(parts[5])), key.count == Self.keyBytes
        else { return nil }
        cost = PasswordCost(logRounds: rounds, blockSize: block, parallelism: parallel)
        self.salt = salt
        self.key = key
    }

    var text: String {
        "scrypt$\(cost.logRounds)$\(cost.blockSize)$\(cost.parallelism)$"
            + "\(Base64URL.text(of: salt))$\(Base64URL.text(of: key))"
    }

    /// Whether the password is the one, found out in a time that does not depend on where it differs.
    func matches(_ password: String) throws -> Bool {
        let other = try Self.derive(password, salt, cost)
        return zip(key, other).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func derive(_ password: String, _ salt: [UInt8], _ cost: PasswordCost) throws -> [UInt8] {
        // One password may be typed as different characters on different keyboards (NIST SP 800-63B 5.1.1.2).
        let typed = Array(password.precomposedStringWithCompatibilityMapping.utf8)
        let key = try KDF.Scrypt.deriveKey(
            from: typed, salt: salt, outputByteCount: keyBytes, rounds: 1 << cost.logRounds,
            blockSize: cost.blockSize, parallelism: cost.parallelism)
        return key.withUnsafeBytes { Array($0) }
    }
}

import Crypto
public import Foundation

/// A sign-in that was begun and has not come back: kept by whoever began it, for one browser, and used once.
public struct PendingSignOn: Sendable, Equatable, Codable {
    /// Goes to the directory and comes back, so that nobody can be signed in by an answer they did not ask for.
    public let state: String
    let nonce: String
    /// What proves to the directory that whoever brings the code is whoever asked for it (RFC 7636).
    let verifier: String
    public let begun: Date

    /// - Parameter random: makes that many bytes nobody can guess.
    init(at now: Date, random: (Int) -> [UInt8]) {
        state = Base64URL.encode(random(32))
        nonce = Base64URL.encode(random(32))
        verifier = Base64URL.encode(random(32))
        begun = now
    }

    /// The verifier's digest, which may be seen (S256).
    var challenge: String { Base64URL.encode(Array(SHA256.hash(data: Data(verifier.utf8)))) }

    /// Whether it is too old, or from the future.
    func isLate(at now: Date, patience: TimeInterval) -> Bool {
        now.timeIntervalSince(begun) > patience || begun.timeIntervalSince(now) > patience
    }
}

/// Base64 as tokens have it (RFC 4648, 5), without padding.
enum Base64URL {
    static func encode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }

    /// Nil for anything but letters, digits, `-` and `_` in a number that can be.
    static func decode(_ text: some StringProtocol) -> [UInt8]? {
        guard text.utf8.allSatisfy(isSign), text.utf8.count % 4 != 1 else { return nil }
        let plain = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        let padding = String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        return Data(base64Encoded: plain + padding).map(Array.init)
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}

/// Whether two texts are one, told in a time that does not depend on where they differ.
func isSame(_ one: String, _ other: String) -> Bool {
    let one = Array(one.utf8), other = Array(other.utf8)
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}

import Crypto

/// Something only its holder knows: 256 random bits, given out once. What is kept is its digest.
///
/// A digest with no salt is enough for what nobody could guess; passwords are another matter (`PasswordHash`).
public struct Secret: Sendable, Equatable {
    static let byteCount = 32

    /// 43 characters of base64url, fit for a cookie or an address.
    public let text: String

    public static func fresh() -> Secret { Secret(text: Base64URL.text(of: RandomBytes.of(byteCount))) }

    init(text: String) { self.text = text }

    /// Nil unless the text could be a secret of ours, so that nothing else is looked up.
    public init?(checking text: String) {
        guard text.utf8.count == 43, Base64URL.bytes(of: text)?.count == Secret.byteCount else { return nil }
        self.text = text
    }

    /// SHA-256 of the text, 32 bytes.
    public var digest: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}

/// Bytes that nobody can foretell: the system's own generator.
enum RandomBytes {
    static func of(_ count: Int) -> [UInt8] {
        var system = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &system) }
    }
}

/// Base 64 with `-` and `_`, without padding (RFC 4648 section 5).
enum Base64URL {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    static func text(of bytes: [UInt8]) -> String { Radix.text(of: bytes, bits: 6, digits) }
    static func bytes(of text: String) -> [UInt8]? { Radix.bytes(of: text, bits: 6, digits) }
}

/// Base 32 in capitals, without padding (RFC 4648 section 6), which is how authenticator apps take a key.
enum Base32 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func text(of bytes: [UInt8]) -> String { Radix.text(of: bytes, bits: 5, digits) }
    static func bytes(of text: String) -> [UInt8]? { Radix.bytes(of: text, bits: 5, digits) }
}

/// Bytes written in digits of so many bits each.
private enum Radix {
    static func text(of bytes: [UInt8], bits: Int, _ digits: [UInt8]) -> String {
        var text: [UInt8] = [], pool = 0, held = 0
        for byte in bytes {
            pool = (pool << 8 | Int(byte)) & 0xFFFF
            held += 8
            while held >= bits {
                held -= bits
                text.append(digits[(pool >> held) & (1 << bits - 1)])
            }
        }
        if held > 0 { text.append(digits[(pool << (bits - held)) & (1 << bits - 1)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil for what this would not have written.
    static func bytes(of text: String, bits: Int, _ digits: [UInt8]) -> [UInt8]? {
        var bytes: [UInt8] = [], pool = 0, held = 0
        for byte in text.utf8 {
            guard let value = digits.firstIndex(of: byte) else { return nil }
            pool = (pool << bits | value) & 0xFFFF
            held += bits
            if held >= 8 {
                held -= 8
                bytes.append(UInt8(truncatingIfNeeded: pool >> held))
            }
        }
        return pool & (1 << held - 1) == 0 ? bytes : nil
    }
}

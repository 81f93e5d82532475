import Crypto
public import Foundation

/// Six digits that change every thirty seconds, made from a key that the person's own device holds too (RFC 6238).
public struct OneTimeCode: Sendable {
    /// The step of thirty seconds that a moment falls in.
    static let stepSeconds: Int64 = 30
    static let digits = 6
    static let keyBytes = 20
    /// Steps before and after that are taken too, for clocks that differ (RFC 6238 5.2).
    static let slack: Int64 = 1

    let key: [UInt8]

    public init(key: [UInt8]) { self.key = key }

    public static func fresh() -> OneTimeCode { OneTimeCode(key: RandomBytes.of(keyBytes)) }

    static func step(at now: Date) -> Int64 { Int64((now.timeIntervalSince1970 / Double(stepSeconds)).rounded(.down)) }

    /// The code of one step, HMAC-SHA1 cut as RFC 4226 5.3 says.
    func code(at step: Int64, digits: Int = OneTimeCode.digits) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: key)))
        let offset = Int(mac[mac.count - 1] & 0x0F)
        let number = mac[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        var limit: UInt32 = 1
        for _ in 0..<digits { limit *= 10 }
        let text = String(number % limit)
        return String(repeating: "0", count: digits - text.count) + text
    }

    public func code(at now: Date) -> String { code(at: Self.step(at: now)) }

    /// The step that a typed code belongs to; nil when it belongs to none near now, or to one used already, so that a
    /// code seen over a shoulder cannot be used again.
    func step(of typed: String, at now: Date, after used: Int64) -> Int64? {
        let code = typed.filter { !$0.isWhitespace }
        let here = Self.step(at: now)
        return (here - Self.slack...here + Self.slack).first { step in
            let right = Array(self.code(at: step).utf8), given = Array(code.utf8)
            let isSame = right.count == given.count && zip(right, given).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
            return isSame && step > used
        }
    }

    /// The key as it is typed into an app: groups of four.
    public var typed: String {
        let text = Array(Base32.text(of: key))
        return stride(from: 0, to: text.count, by: 4).map { String(text[$0..<min($0 + 4, text.count)]) }
            .joined(separator: " ")
    }

    /// What an app takes from a link: `otpauth://totp/…`.
    public func address(of account: String, at service: String) -> String {
        func part(_ text: String) -> String {
            text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        }
        return "otpauth://totp/\(part(service)):\(part(account))?secret=\(Base32.text(of: key))&issuer=\(part(service))"
    }

    /// Reads a key back from `typed`, spaces or not.
    public init?(typed: String) {
        guard let key = Base32.bytes(of: typed.filter { !$0.isWhitespace }.uppercased()), key.count == Self.keyBytes
        else { return nil }
        self.key = key
    }
}

/// Codes to be kept on paper for the day the device is lost: each works once.
enum RecoveryCode {
    static let count = 10
    private static let bytes = 10

    /// `ABCD-EFGH-IJKL-MNOP`: 80 random bits.
    static func fresh() -> String {
        let text = Array(Base32.text(of: RandomBytes.of(bytes)))
        return stride(from: 0, to: text.count, by: 4).map { String(text[$0..<$0 + 4]) }.joined(separator: "-")
    }

    /// The digest of a typed code; nil for what cannot be one.
    static func digest(_ typed: String) -> [UInt8]? {
        let code = typed.uppercased().filter { $0.isLetter || $0.isNumber }
        guard code.count == 16, Base32.bytes(of: code)?.count == bytes else { return nil }
        return Array(SHA256.hash(data: Array(code.utf8)))
    }
}

import Crypto
import Foundation

/// The one key that wraps all others: 256 random bits, kept outside the database.
public struct MasterKey: Sendable, Equatable {
    static let byteCount = 32

    private let bytes: [UInt8]
    /// Tells one master key from another without giving anything of it away: 16 digits of base 16.
    public let mark: String

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        mark =
            MasterKey.derived(from: bytes, for: "thinkchild master key mark 1", count: 8)
            .withUnsafeBytes { Array($0) }.hexadecimal
    }

    public static func fresh() -> MasterKey {
        MasterKey(SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
    }

    /// Nil unless the text is 32 bytes in base 64, white space around it aside.
    public init?(text: String) {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard let data = Data(base64Encoded: text), data.count == Self.byteCount else { return nil }
        self.init(Array(data))
    }

    /// As a setting or a file holds it: base 64.
    public var text: String { Data(bytes).base64EncodedString() }

    /// What data keys are wrapped with. The master key itself encrypts nothing.
    var wrapping: SymmetricKey { Self.derived(from: bytes, for: "thinkchild data key wrapping 1", count: 32) }

    private static func derived(from bytes: [UInt8], for use: String, count: Int) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: bytes), info: Data(use.utf8), outputByteCount: count)
    }
}

/// The master keys that a process was given: the one in use and, while it is being changed, the one before.
public struct MasterKeys: Sendable {
    public let now: MasterKey
    public let before: MasterKey?

    public init(now: MasterKey, before: MasterKey? = nil) { (self.now, self.before) = (now, before) }

    /// - Parameter mark: Of the one that is wanted.
    public subscript(mark: String) -> MasterKey? { [now, before].compactMap { $0 }.first { $0.mark == mark } }
}

extension [UInt8] {
    var hexadecimal: String { map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() }
}

import Crypto
public import Foundation

/// SHA-256 of bytes that come in pieces: what shows that a file is what it was.
public struct FileDigest: Sendable {
    private var hasher = SHA256()

    public init() {}

    public mutating func add(_ bytes: Data) { hasher.update(data: bytes) }

    public mutating func add(_ bytes: [UInt8]) { hasher.update(data: bytes) }

    /// 64 digits of base 16.
    public var hexadecimal: String {
        hasher.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}

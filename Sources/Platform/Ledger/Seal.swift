import Crypto
import Foundation
import Kernel
import Store

/// The 32 bytes of a SHA-256, held in place: a verification makes millions.
struct Digest: Equatable, Sendable {
    private(set) var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    /// What the first fact is chained to.
    static let none = Digest()

    private init() {}

    /// Nil unless there are 32 bytes.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 32 else { return nil }
        withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: bytes) }
    }

    init?(_ bytes: [UInt8]) {
        guard let digest = bytes.withUnsafeBytes({ Digest($0) }) else { return nil }
        self = digest
    }

    init(of bytes: UnsafeRawBufferPointer) {
        var hasher = SHA256()
        hasher.update(bufferPointer: bytes)
        hasher.finalize().withUnsafeBytes { sum in withUnsafeMutableBytes(of: &words) { $0.copyMemory(from: sum) } }
    }

    /// The next link of a chain: SHA-256 of this one and a fact's digest.
    func followed(by fact: Digest) -> Digest {
        var both = (words, fact.words)
        return withUnsafeBytes(of: &both) { Digest(of: $0) }
    }

    static func == (one: Digest, other: Digest) -> Bool { one.words == other.words }

    var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }
    var hexadecimal: String { bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() }

    /// Nil unless there are 64 digits of base 16.
    init?(hexadecimal text: some StringProtocol) {
        let digits = Array(text.utf8)
        guard digits.count == 64 else { return nil }
        let bytes = stride(from: 0, to: 64, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
        self.init(bytes)
    }
}

/// A fact as bytes that no other fact has: a version, the moment, then each text after its length.
final class CanonicalFact {
    private var bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 4_096, alignment: 8)
    private var count = 0

    deinit { bytes.deallocate() }

    func begin(at microseconds: Int64) {
        bytes[0] = 1
        count = 1
        append(microseconds)
    }

    func add(_ text: UnsafeRawBufferPointer) {
        append(Int64(text.count))
        makeRoom(for: text.count)
        UnsafeMutableRawBufferPointer(rebasing: bytes[count..<count + text.count]).copyMemory(from: text)
        count += text.count
    }

    func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    /// No text at all, which is not the empty text.
    func addNothing() { append(-1) }

    var digest: Digest { Digest(of: UnsafeRawBufferPointer(rebasing: bytes[..<count])) }

    private func append(_ number: Int64) {
        makeRoom(for: 8)
        bytes.storeBytes(of: number.bigEndian, toByteOffset: count, as: Int64.self)
        count += 8
    }

    private func makeRoom(for more: Int) {
        guard count + more > bytes.count else { return }
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: (count + more) * 2, alignment: 8)
        larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
        bytes.deallocate()
        bytes = larger
    }
}

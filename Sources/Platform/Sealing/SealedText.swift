import Crypto
import Foundation
import Store

/// Sealed bytes as they are kept: how they are made, which key, a nonce, what they hide, and a tag.
///
///     1 byte   1: AES-256-GCM
///     4 bytes  the key's version, the larger end first
///     12 bytes a random nonce
///     n bytes  what they hide, and 16 bytes more
struct SealedText {
    static let format: UInt8 = 1
    private static let headCount = 5, nonceCount = 12, tagCount = 16

    let keyVersion: Int
    private let box: [UInt8]

    /// - Throws: `StoreError.misread` for bytes that are nothing sealed.
    init(reading bytes: [UInt8], at place: SealedPlace) throws {
        guard bytes.count >= Self.headCount + Self.nonceCount + Self.tagCount, bytes[0] == Self.format else {
            throw place.isBroken
        }
        keyVersion = bytes[1..<Self.headCount].reduce(0) { $0 << 8 | Int($1) }
        box = Array(bytes[Self.headCount...])
    }

    static func seal(_ bytes: [UInt8], with key: DataKey, for subject: SealedFor, at place: SealedPlace) throws
        -> [UInt8]
    {
        let bound = bound(to: subject, place, keyVersion: key.version)
        let box = try AES.GCM.seal(bytes, using: key.key, authenticating: bound)
        // Nil only for a nonce of another length than the usual.
        guard let combined = box.combined else { throw place.isBroken }
        return [format] + withUnsafeBytes(of: UInt32(key.version).bigEndian) { Array($0) } + combined
    }

    /// - Throws: `StoreError.misread` when they were changed, moved here from elsewhere, or sealed for another.
    func open(with key: DataKey, for subject: SealedFor, at place: SealedPlace) throws -> [UInt8] {
        let bound = Self.bound(to: subject, place, keyVersion: keyVersion)
        guard let sealed = try? AES.GCM.SealedBox(combined: box),
            let bytes = try? AES.GCM.open(sealed, using: key.key, authenticating: bound)
        else { throw place.isBroken }
        return Array(bytes)
    }

    /// What is not hidden and must be as it was.
    private static func bound(to subject: SealedFor, _ place: SealedPlace, keyVersion: Int) -> [UInt8] {
        Bound.bytes(
            "thinkchild sealed 1", subject.kind, subject.id, place.table, place.field, place.row, "\(keyVersion)")
    }
}

/// Texts as bytes that no other texts have: each after its length.
enum Bound {
    static func bytes(_ texts: String...) -> [UInt8] {
        texts.flatMap { text in
            withUnsafeBytes(of: UInt64(text.utf8.count).bigEndian) { Array($0) } + Array(text.utf8)
        }
    }
}

extension SealedPlace {
    var isBroken: StoreError {
        StoreError(
            .misread,
            "What is sealed in \(table).\(field) of \(row) is not what was sealed there: it was changed, or moved")
    }
}

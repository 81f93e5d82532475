import Foundation
import Kernel
import Ledger
public import Sealing
import Store

/// The keys of a database in a file of their own, apart from its backups: a line with a digest, and what it is of.
///
///     thinkchild-keys 1 5f0c…
///     {"database":"8e1f…","erased":[…],"keys":[…],"master":"21aa…"}
public struct KeyFile: Sendable {
    /// What it is called beside a backup, where nobody says otherwise: one for all backups of a folder.
    public static let usualName = "thinkchild.keys"
    private static let firstWords = "thinkchild-keys 1 "

    public let path: String

    public init(_ path: String) { self.path = path }

    /// The one beside a backup.
    public static func beside(_ backup: String) -> KeyFile {
        KeyFile(URL(fileURLWithPath: backup).deletingLastPathComponent().appending(path: usualName).path)
    }

    public var isThere: Bool { FileManager.default.fileExists(atPath: path) }

    /// Nil where there is none.
    /// - Throws: `.invalid` for one that is damaged, or is something else.
    public func read() throws(Refusal) -> KeyCopy? {
        guard isThere else { return nil }
        guard let data = FileManager.default.contents(atPath: path),
            let end = data.firstIndex(of: UInt8(ascii: "\n")), case let body = Data(data[(end + 1)...]),
            String(decoding: data[..<end], as: UTF8.self) == Self.firstWords + Self.digest(body)
        else { throw .invalid([Problem("keys", "\(path) is not a key file, or is damaged")]) }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        guard let copy = try? decoder.decode(KeyCopy.self, from: body) else {
            throw .invalid([Problem("keys", "\(path) is not a key file that this ThinkChild can read")])
        }
        return copy
    }

    /// Puts a copy in place of the one there, with what the one there holds besides, less whatever was erased.
    /// - Throws: `.outOfOrder` where the one there is of another database.
    public func replace(with copy: KeyCopy) throws {
        try FolderLock.holding(path) { try write(try read().map { try copy.over($0) } ?? copy) }
    }

    /// Takes the keys of what was erased out of the one there, if there is one.
    /// - Returns: Whether there was one.
    @discardableResult
    public func forget(_ erasures: [Erasure], of database: String) throws -> Bool {
        // Where there is no folder there is no file, and nothing to lock.
        guard isThere else { return false }
        return try FolderLock.holding(path) {
            guard let held = try read() else { return false }
            guard held.database == database else {
                throw Refusal.outOfOrder("\(path) is the key file of another database: it was left as it is")
            }
            try write(held.without(erasures))
            return true
        }
    }

    private func write(_ copy: KeyCopy) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        let body = try encoder.encode(copy), part = path + ".part-" + UUID().uuidString.prefix(8)
        let whole = Data((Self.firstWords + Self.digest(body) + "\n").utf8) + body
        guard FileManager.default.createFile(atPath: part, contents: whole, attributes: [.posixPermissions: 0o600])
        else { throw Refusal.unavailable("\(path) cannot be written: check that its folder exists and may be written") }
        do {
            try Durable.flush(part)
            try Durable.move(part, to: path)
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw error
        }
    }

    private static func digest(_ body: Data) -> String {
        var digest = FileDigest()
        digest.add(body)
        return digest.hexadecimal
    }
}

import Foundation
public import Kernel
import Store

/// A master key in a file of its own, which only its owner may read: one line of base 64.
public struct MasterKeyFile: Sendable {
    public let path: String

    public init(_ path: String) { self.path = path }

    /// The file beside a SQLite database where no setting names a master key.
    public static func beside(_ database: String) -> MasterKeyFile { MasterKeyFile(database + ".key") }

    public var isThere: Bool { FileManager.default.fileExists(atPath: path) }

    /// Nil where there is none.
    /// - Throws: `.unavailable` for one that cannot be read, holds no key, or may be read by anybody.
    public func read() throws(Refusal) -> MasterKey? {
        guard isThere else { return nil }
        let mode = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
        if let mode, mode.intValue & 0o007 != 0 {
            throw .unavailable("Others on this machine may open \(path), which holds the master key: chmod go= \(path)")
        }
        guard let data = FileManager.default.contents(atPath: path),
            let key = MasterKey(text: String(decoding: data.prefix(200), as: UTF8.self))
        else { throw .unavailable("\(path) cannot be read, or holds no master key") }
        return key
    }

    /// Writes a new key where there is no file yet, whole or not at all: the key of whoever came first counts.
    /// - Returns: The key that the file holds now.
    @discardableResult
    public func make() throws(Refusal) -> (key: MasterKey, isNew: Bool) {
        let key = MasterKey.fresh(), part = path + ".part-" + UUID().uuidString.prefix(8)
        defer { try? FileManager.default.removeItem(atPath: part) }
        let isMade = FileManager.default.createFile(
            atPath: part, contents: Data((key.text + "\n").utf8), attributes: [.posixPermissions: 0o600])
        guard isMade else { throw .unavailable("\(path) cannot be written, and the master key must be kept there") }
        try Durable.flush(part)
        if link(part, path) != 0 {
            guard errno == EEXIST, let held = try read() else { throw .unavailable("\(path) cannot be made") }
            return (held, false)
        }
        try Durable.flush(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        return (key, true)
    }
}

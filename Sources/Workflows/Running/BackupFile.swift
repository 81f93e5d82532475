import Foundation
import Kernel
import Ledger
import Store

/// A backup as a file: a line that says what it is, a line with its manifest, and a SQLite database.
///
///     thinkchild-backup 1
///     {"bytes":1187840,"chain":"9f2c…", …}
///     SQLite format 3…
struct BackupFile {
    static let firstLine = "thinkchild-backup 1"
    private static let headBytesMax = 1_048_576
    private static let pieceBytes = 1_048_576

    let path: String
    let manifest: BackupManifest
    private let start: UInt64

    /// Reads what the backup says of itself.
    /// - Throws: `.invalid` for a file that is no backup.
    init(reading path: String) throws(Refusal) {
        self.path = path
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw .invalid([Problem("file", "\(path) cannot be read")])
        }
        defer { try? file.close() }
        let head = (try? file.read(upToCount: Self.headBytesMax)) ?? Data()
        let lines = head.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
        guard lines.count == 3, lines[0] == Data(Self.firstLine.utf8),
            let manifest = try? BackupManifest(json: Data(lines[1]))
        else { throw .invalid([Problem("file", "\(path) is not a backup that this ThinkChild can read")]) }
        self.manifest = manifest
        start = UInt64(lines[0].count + lines[1].count + 2)
    }

    /// Writes the database out, and proves on the way that it is what was put in.
    /// - Throws: `.invalid` when it is not.
    func extract(to target: String) throws {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? file.close() }
        try file.seek(toOffset: start)
        let (bytes, digest) = try Self.copy(file, to: try Self.make(target))
        guard bytes == manifest.bytes, digest == manifest.digest else {
            throw Refusal.invalid([
                Problem("file", "\(path) is damaged: what it holds is not what was put into it. Nothing was changed")
            ])
        }
    }

    /// Puts a manifest and a database together, under a name that nothing has until it is whole and on the disk.
    static func write(_ manifest: BackupManifest, _ database: String, to path: String) throws {
        // Of its own name, since two may be taken at once.
        let part = path + ".part-" + UUID().uuidString.prefix(8)
        do {
            let target = try make(part)
            try target.write(contentsOf: Data((firstLine + "\n").utf8) + manifest.json() + Data("\n".utf8))
            let source = try FileHandle(forReadingFrom: URL(fileURLWithPath: database))
            defer { try? source.close() }
            _ = try copy(source, to: target)
            try Durable.flush(part)
            try Durable.move(part, to: path)
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw error
        }
    }

    /// The bytes of a whole file, and their digest.
    static func measure(_ path: String) throws -> (bytes: Int, digest: String) {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? file.close() }
        return try copy(file, to: nil)
    }

    /// A new file that only its owner may read: a backup holds what the database holds.
    private static func make(_ path: String) throws(Refusal) -> FileHandle {
        let isMade = FileManager.default.createFile(
            atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        guard isMade, let file = FileHandle(forWritingAtPath: path) else {
            throw .unavailable("\(path) cannot be written: check that its folder exists and may be written")
        }
        return file
    }

    private static func copy(_ source: FileHandle, to target: FileHandle?) throws -> (bytes: Int, digest: String) {
        var digest = FileDigest(), bytes = 0
        while let piece = try source.read(upToCount: pieceBytes), !piece.isEmpty {
            digest.add(piece)
            bytes += piece.count
            do { try target?.write(contentsOf: piece) } catch {
                throw Refusal.unavailable("The backup could not be written whole (\(error)): is the disk full?")
            }
        }
        try target?.close()
        return (bytes, digest.hexadecimal)
    }
}

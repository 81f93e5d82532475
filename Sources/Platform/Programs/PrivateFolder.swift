import Foundation
public import Kernel

/// A folder that nobody else may look into, gone when the last who holds it lets go.
public final class PrivateFolder: Sendable {
    public let path: String
    /// Open and locked for as long as this process has the folder: the system lets go of it however the process ends.
    private let lock: Int32

    /// In the folder for temporary files.
    /// - Throws: `.unavailable` where none can be made.
    public init() throws(Refusal) {
        let made = FileManager.default.temporaryDirectory.appendingPathComponent(
            Self.prefix + UUID().uuidString)
        do {
            try FileManager.default.createDirectory(
                at: made, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .unavailable("There is nowhere to work: the folder for temporary files cannot be written to")
        }
        path = made.path
        // Locked before it has its name, so that whoever sweeps never finds it there and free.
        let new = path + "/new"
        lock = open(new, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0, rename(new, path + "/" + Self.lockName) == 0 else {
            // What is there is removed by `deinit`, which runs for an object that was begun.
            throw .unavailable("There is nowhere to work: the folder for temporary files cannot be written to")
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
        if lock >= 0 { close(lock) }
    }

    /// The name it has had since only PDFs were made in one: what an older version left is swept as well.
    private static let prefix = "thinkchild-press-", lockName = "held"

    /// Removes what processes left behind that were killed at their work: there may be exempt papers in it. What a
    /// process still has is left alone.
    /// - Returns: how many folders were removed.
    @discardableResult
    public static func sweep(in folder: String = FileManager.default.temporaryDirectory.path) -> Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasPrefix(prefix) }.count { name in
            let path = folder + "/" + name, lock = open(path + "/" + lockName, O_WRONLY | O_CLOEXEC)
            // One without a lock was only just begun, or is of a version that made none: then a day is long enough.
            guard lock >= 0 else { return isOld(path) && remove(path) }
            defer { close(lock) }
            return flock(lock, LOCK_EX | LOCK_NB) == 0 && remove(path)
        }
    }

    private static func remove(_ path: String) -> Bool { (try? FileManager.default.removeItem(atPath: path)) != nil }

    private static func isOld(_ path: String) -> Bool {
        var about = stat()
        return lstat(path, &about) == 0 && time(nil) - about.st_mtim.tv_sec > 86_400
    }

    /// Where a file of that name is, or would be.
    public func file(_ name: String) -> String { path + "/" + name }

    /// Writes a file that comes in pieces.
    /// - Throws: `.unavailable` when the disk is full.
    public func write(_ name: String, _ pieces: (_ take: ([UInt8]) throws -> Void) async throws -> Void) async throws {
        let path = file(name)
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw Refusal.unavailable("There is nowhere to work: \(name) cannot be written") }
        defer { try? handle.close() }
        try await pieces { piece in
            do { try handle.write(contentsOf: Data(piece)) } catch {
                throw Refusal.unavailable("There is no room left to make this in")
            }
        }
    }
}

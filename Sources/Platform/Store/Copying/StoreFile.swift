import Foundation
import GRDB
public import Kernel

/// A SQLite database's file, as whoever looks after it sees it.
public enum StoreFile {
    /// Refuses while a program has the file open. A file that is not there is free.
    public static func mustBeFree(_ path: String) throws(Refusal) {
        guard FileManager.default.fileExists(atPath: path) else { return }
        do { try alone(path) {} } catch { throw isOpen(path, error) }
    }

    /// Puts one file in place of another, which is kept under a name of its own: at no moment is there none.
    /// - Parameter new: On the same file system, and whole by itself.
    /// - Throws: `.unavailable` while a program has the old one open.
    public static func replace(_ path: String, with new: String, keepingAs aside: String) throws {
        try Durable.flush(new)
        giveOwner(of: path, to: new)
        guard FileManager.default.fileExists(atPath: path) else {
            moveLogs(of: path, to: aside)
            return try Durable.move(new, to: path)
        }
        do {
            try alone(path) {
                // A second name for the old file, so that the new one can take its first name in one step.
                guard link(path, aside) == 0 else { throw Refusal.unavailable("\(aside) cannot be made") }
                moveLogs(of: path, to: aside)
                try Durable.move(new, to: path)
            }
        } catch {
            throw isOpen(path, error)
        }
    }

    /// When the administrator puts a file in place, whoever the service runs as must still be able to open it.
    private static func giveOwner(of path: String, to new: String) {
        var held = stat()
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard geteuid() == 0, stat(path, &held) == 0 || stat(folder, &held) == 0 else { return }
        _ = chown(new, held.st_uid, held.st_gid)
    }

    /// Takes what a store left in its write-ahead log into the file.
    public static func settle(_ path: String) throws { try SQLiteCopy.settle(path) }

    /// Runs while nobody else can read or write the file, its write-ahead log taken in.
    private static func alone(_ path: String, _ work: () throws -> Void) throws {
        // A connection that has just been let go is closed a moment later.
        for _ in 0..<40 {
            do { return try aloneAtOnce(path, work) } catch let error as DatabaseError {
                switch error.resultCode {
                case .SQLITE_BUSY, .SQLITE_LOCKED: usleep(50_000)
                // What is damaged can be replaced, but nobody can be asked who has it open.
                case .SQLITE_CORRUPT, .SQLITE_NOTADB: return try work()
                default: throw error
                }
            }
        }
        throw IsOpen()
    }

    private static func aloneAtOnce(_ path: String, _ work: () throws -> Void) throws {
        var configuration = Configuration()
        configuration.busyMode = .immediateError
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { db in
            // Only whoever is alone can leave write-ahead logging.
            guard try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE") == "delete" else { throw IsOpen() }
            try db.execute(sql: "BEGIN EXCLUSIVE")
            defer { try? db.execute(sql: "ROLLBACK") }
            try work()
        }
        try queue.close()
    }

    /// The log of a file that could not be taken in belongs to that file: the new one must not be given it.
    private static func moveLogs(of path: String, to aside: String) {
        for ending in ["-wal", "-shm", "-journal"] { _ = rename(path + ending, aside + ending) }
    }

    private static func isOpen(_ path: String, _ error: any Error) -> Refusal {
        if error is IsOpen {
            return .unavailable("The service has the database open: stop it first (\(path))")
        }
        if let refusal = error as? Refusal { return refusal }
        guard let refusal = SQLiteFailure.meaning(of: error, in: nil) as? Refusal else {
            return .unavailable("\(path) cannot be replaced: \(error)")
        }
        return refusal
    }
}

/// Somebody else has the file open.
struct IsOpen: Error {}

/// Files that outlive a power cut.
public enum Durable {
    /// Has the file's content, or the folder's list of files, written to the disk.
    public static func flush(_ path: String) throws(Refusal) {
        let file = open(path, O_RDONLY)
        guard file >= 0 else { throw .unavailable("\(path) cannot be opened") }
        defer { close(file) }
        guard fsync(file) == 0 else { throw .unavailable("\(path) cannot be written to the disk") }
    }

    /// Gives a file another name in one step, in place of what had it.
    public static func move(_ from: String, to path: String) throws(Refusal) {
        guard rename(from, path) == 0 else { throw .unavailable("\(path) cannot be put in place") }
        try flush(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    }
}

public import Foundation
import Kernel
public import Store

/// That a file's bytes were taken away, when and why.
public struct RemovedFile: Sendable, Equatable {
    public let digest: String
    /// Bytes that it had.
    public let length: Int
    public let because: String
    public let at: Date
}

extension Transaction {
    /// Takes a file's bytes away from everything that speaks of it, for good: whoever speaks of it is told that it was.
    /// Backups made before hold it for as long as they are kept.
    /// - Throws: `.notFound` when there is none.
    public func remove(_ digest: String, because: String, at now: Date) throws {
        guard let file = try one("SELECT length FROM files_file WHERE digest = \(digest)") else {
            throw Refusal.notFound
        }
        try run(
            """
            INSERT INTO files_removed (digest, length, because, removed_at)
            VALUES (\(digest), \(file.integer(0)), \(because), \(now))
            """)
        try run("DELETE FROM files_use WHERE digest = \(digest)")
        try run("DELETE FROM files_file WHERE digest = \(digest)")
    }

    /// That a file was taken away; nil where it was not.
    public func removal(of digest: String) throws -> RemovedFile? {
        try one("SELECT length, because, removed_at FROM files_removed WHERE digest = \(digest)").map { row in
            RemovedFile(digest: digest, length: row.integer(0), because: row.text(1), at: row.instant(2))
        }
    }
}

public import Foundation
public import Kernel
public import Store

/// A file that is kept, without its bytes.
public struct KeptFile: Sendable, Equatable {
    /// SHA-256, as 64 digits of base 16.
    public let digest: String
    public let type: FileType
    public let length: Int
    public let keptAt: Date
    /// When a scanner last found no virus in it; nil where none was asked.
    public let scannedAt: Date?
}

extension Transaction {
    /// Keeps a file's bytes for the thing that speaks of it, in the transaction that says so: neither is ever there
    /// without the other. The same bytes are kept once, for however many things.
    public func keep(_ file: InspectedFile, for subject: Subject, at now: Date) throws {
        if let removed = try removal(of: file.digest) {
            let day = Day(inEnglandAt: removed.at).long
            throw Refusal.invalid([Problem("file", "This very file was removed on \(day), and is not taken again")])
        }
        let scannedAt = file.wasScanned ? now : nil
        let isNew =
            try run(
                """
                INSERT INTO files_file (digest, type, length, scanned_at, kept_at)
                VALUES (\(file.digest), \(file.type.rawValue), \(file.count), \(scannedAt), \(now))
                ON CONFLICT (digest) DO NOTHING
                """) == 1
        if isNew {
            var number = 0
            try file.source.eachPiece { piece in
                try run("INSERT INTO files_piece (digest, number, bytes) VALUES (\(file.digest), \(number), \(piece))")
                number += 1
            }
        } else if file.wasScanned {
            try run("UPDATE files_file SET scanned_at = \(now) WHERE digest = \(file.digest)")
        }
        try run(
            """
            INSERT INTO files_use (digest, subject_kind, subject_id)
            VALUES (\(file.digest), \(subject.kind), \(subject.id)) ON CONFLICT DO NOTHING
            """)
    }

    /// Lets go of a file for a thing that does not speak of it any more. What nothing else uses is gone.
    public func release(_ digest: String, for subject: Subject) throws {
        try run(
            """
            DELETE FROM files_use
            WHERE digest = \(digest) AND subject_kind = \(subject.kind) AND subject_id = \(subject.id)
            """)
        if try one("SELECT 1 FROM files_use WHERE digest = \(digest) LIMIT 1") == nil {
            try run("DELETE FROM files_file WHERE digest = \(digest)")
        }
    }

    /// What is kept under a digest for a thing; nil when it keeps no such file, whoever else does.
    public func file(_ digest: String, of subject: Subject) throws -> KeptFile? {
        try one(
            """
            SELECT f.digest, f.type, f.length, f.kept_at, f.scanned_at
            FROM files_use u JOIN files_file f ON f.digest = u.digest
            WHERE u.subject_kind = \(subject.kind) AND u.subject_id = \(subject.id) AND u.digest = \(digest)
            """
        ).map { row in
            KeptFile(
                digest: row.text(0), type: FileType(rawValue: row.text(1)) ?? .text, length: row.integer(2),
                keptAt: row.instant(3), scannedAt: row.optionalInstant(4))
        }
    }

    /// One piece of a file; nil past its end.
    func piece(_ number: Int, of digest: String) throws -> [UInt8]? {
        try one("SELECT bytes FROM files_piece WHERE digest = \(digest) AND number = \(number)")?.optionalBytes(0)
    }
}

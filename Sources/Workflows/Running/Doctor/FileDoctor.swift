import Foundation

/// Looks at the file that a SQLite database is in, and at what it stands on.
struct FileDoctor {
    let path: String
    private var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

    private static let wrongBelow = 100 * 1_048_576, warnBelow = 1_024 * 1_048_576, logMax = 256 * 1_048_576

    init(_ path: String) { self.path = path }

    var isThere: Bool { FileManager.default.fileExists(atPath: path) }

    var newLine: DoctorLine {
        .warning("database", "there is none at \(path) yet", mend: "The service makes it at its first start.")
    }

    var lines: [DoctorLine] { folderLines + [permissions, writeAheadLog] }

    var folderLines: [DoctorLine] {
        guard FileManager.default.fileExists(atPath: folder) else {
            return [.warning("folder", "\(folder) is not there yet", mend: "The service makes it at its first start.")]
        }
        guard access(folder, W_OK) == 0 else {
            return [
                .wrong(
                    "folder", "this user may not write in \(folder)",
                    mend: "Run this as the service's user, or give it the folder: chown.")
            ]
        }
        return [space]
    }

    private var space: DoctorLine {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.intValue else {
            return .warning("disk", "how much is free cannot be told", mend: "Look with `df`.")
        }
        let needed = max(Self.warnBelow, 2 * size(path))
        let words = "\(free / 1_048_576) MiB are free where the database is"
        if free < Self.wrongBelow { return .wrong("disk", words, mend: "Make room now: writes will soon be refused.") }
        if free < needed {
            return .warning("disk", words, mend: "Make room: \(needed / 1_048_576) MiB leaves it space for a backup.")
        }
        return .fine("disk", words)
    }

    private var permissions: DoctorLine {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0
        if access(path, R_OK | W_OK) != 0 {
            return .wrong("permissions", "this user may not read and write \(path)", mend: "Run as the service's user.")
        }
        if mode & 0o077 != 0 {
            return .wrong(
                "permissions", "others on this machine may open \(path)",
                mend: "chmod go= \(path) \(path)-wal \(path)-shm")
        }
        return .fine("permissions", "only its owner may open \(path)")
    }

    private var writeAheadLog: DoctorLine {
        let bytes = size(path + "-wal")
        let words = "the write-ahead log holds \(bytes / 1_048_576) MiB"
        if bytes <= Self.logMax { return .fine("log", words) }
        return .warning(
            "log", words, mend: "Something has been reading for long, or a restart is due: it shrinks at the next one.")
    }

    private func size(_ path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }
}

public import Foundation
public import Store

/// What backups and restores leave behind that holds keys, besides what they are asked for.
public enum LeftBehind {
    /// Hours after which a file that was being written is nobody's any more. Ours.
    static let hours = 24.0

    /// Takes away what a backup or a restore that was killed left in a folder: a copy of the database with all its
    /// keys, or a part of a key file.
    /// - Returns: The paths of those that it took away.
    @discardableResult
    public static func sweep(_ folder: URL, at now: Date) -> [String] {
        let old = now.addingTimeInterval(-hours * 3_600), files = FileManager.default
        let names = (try? files.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter(isUnfinished).map { folder.appending(path: $0).path }.filter { path in
            guard let changed = (try? files.attributesOfItem(atPath: path))?[.modificationDate] as? Date, changed < old
            else { return false }
            return (try? files.removeItem(atPath: path)) != nil
        }
    }

    /// Whether a file has a name that only what is not finished has: `a.backup.copy-5F0C21AA`, and what SQLite puts
    /// beside it.
    static func isUnfinished(_ name: String) -> Bool {
        // Without a regular expression: a folder for temporary files may hold very many.
        var stem = name[...]
        for ending in ["-wal", "-shm", "-journal"] where stem.hasSuffix(ending) { stem = stem.dropLast(ending.count) }
        guard let dash = stem.lastIndex(of: "-"), case let mark = stem[dash...].dropFirst(), mark.utf8.count == 8,
            mark.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x46).contains($0) })
        else { return false }
        let before = stem[..<dash]
        return before.utf8.count > 5 && (before.hasSuffix(".copy") || before.hasSuffix(".part"))
    }

    /// What restores kept of the database before them, each with the keys that it had: files beside it, or schemas.
    public static func byRestores(of store: Store) async throws -> [String] {
        switch store.location {
        case .memory: return []
        case .file(let path):
            let url = URL(fileURLWithPath: path), folder = url.deletingLastPathComponent()
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            let ours = names.filter {
                $0.hasPrefix(url.lastPathComponent + RestoreBackup.asideFile)
                    || $0.hasPrefix(url.lastPathComponent + RestoreBackup.unfinished)
            }
            return ours.sorted().map { folder.appending(path: $0).path }
        case .postgres:
            return try await store.schemas(beginningWith: RestoreBackup.asideSchema).map { "the schema \($0)" }
        }
    }
}

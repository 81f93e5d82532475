import Foundation
import Kernel

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// One at a time, among all processes of this machine, for a file that is read, changed and put back. What is locked is
/// its folder, since the file itself is replaced.
enum FolderLock {
    /// - Throws: `.unavailable` where the folder cannot be opened; what `work` throws.
    static func holding<Value>(_ path: String, _ work: () throws -> Value) throws -> Value {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let held = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard held >= 0 else {
            throw Refusal.unavailable("\(path) cannot be written: check that its folder exists and may be written")
        }
        // Closing lets go of it.
        defer { close(held) }
        while flock(held, LOCK_EX) != 0 {
            guard errno == EINTR else { throw Refusal.unavailable("\(folder) cannot be locked to change \(path)") }
        }
        return try work()
    }
}

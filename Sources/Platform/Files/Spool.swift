import Foundation
public import Kernel
import Synchronization

/// Where a file waits while it arrives: on disk, under no name, so that it is gone when the last who holds it lets go,
/// however the process ends.
public final class Spool: ByteSource, Sendable {
    let descriptor: Int32
    private let written = Mutex(0)

    /// In the folder that the system gives for such files (`TMPDIR`).
    /// - Throws: `.unavailable` where none can be made.
    public convenience init() throws(Refusal) {
        let template = FileManager.default.temporaryDirectory.appendingPathComponent("thinkchild-upload-XXXXXX").path
        var name = Array(template.utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else {
            throw .unavailable(
                "There is nowhere to keep a file while it arrives: the folder for temporary files is full")
        }
        // Not for the programs that this one starts.
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(name)
        self.init(descriptor: descriptor)
    }

    /// Takes over an open file.
    init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    public var count: Int { written.withLock { $0 } }

    /// - Throws: `.unavailable` when the disk is full, with words for whoever sent the file.
    public func append(_ bytes: UnsafeRawBufferPointer) throws(Refusal) {
        var rest = bytes
        while let start = rest.baseAddress, !rest.isEmpty {
            let count = write(descriptor, start, rest.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw .unavailable("There is no room left to take the file in: whoever runs the service must make some")
            }
            written.withLock { $0 += count }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }

    public func bytes(at offset: Int, length: Int) throws -> [UInt8] {
        guard offset >= 0, length > 0 else { return [] }
        let wanted = min(length, max(0, count - offset))
        var isWhole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
            while filled < wanted, let start = buffer.baseAddress {
                let count = pread(descriptor, start + filled, wanted - filled, off_t(offset + filled))
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { break }
                filled += count
            }
            isWhole = filled == wanted
        }
        guard isWhole else { throw Refusal.unavailable("The file that was sent cannot be read again") }
        return bytes
    }
}

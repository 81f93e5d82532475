import Foundation
public import Kernel

/// A folder that nobody else may look into, gone when the last who holds it lets go.
public final class PrivateFolder: Sendable {
    public let path: String

    /// In the folder for temporary files.
    /// - Throws: `.unavailable` where none can be made.
    public init() throws(Refusal) {
        let made = FileManager.default.temporaryDirectory.appendingPathComponent(
            "thinkchild-press-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(
                at: made, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .unavailable("There is nowhere to work: the folder for temporary files cannot be written to")
        }
        path = made.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

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

import Files
import Foundation
import Kernel
import Ledger
import Tables

/// A file that is read a piece at a time, twice: once for its digest, and once for its rows.
@_spi(Workflows)
public struct FigureFile: Sendable {
    /// The name that remarks give it.
    public let name: String
    private let content: Content

    private enum Content: Sendable {
        case path(String)
        case sent(any ByteSource)
    }

    static let pieceBytes = 1 << 20

    /// - Throws: `Refusal.invalid` unless there is a file at the path.
    public init(path: String) throws(Refusal) {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular else {
            throw .invalid([Problem("path", "There is no file at \(path)")])
        }
        name = URL(fileURLWithPath: path).lastPathComponent
        content = .path(path)
    }

    /// What somebody sent.
    public init(_ content: any ByteSource, named name: String) { (self.name, self.content) = (name, .sent(content)) }

    /// SHA-256, in hexadecimal.
    func digest() throws -> String {
        var digest = FileDigest()
        let next = try source()
        while let piece = try next(), !piece.isEmpty { digest.add(Data(piece)) }
        return digest.hexadecimal
    }

    func source() throws -> TableStream.Source {
        switch content {
        case .sent(let content):
            var position = 0
            return {
                let piece = try content.bytes(at: position, length: Self.pieceBytes)
                position += piece.count
                return piece
            }
        case .path(let path):
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            return { try handle.read(upToCount: Self.pieceBytes).map { [UInt8]($0) } }
        }
    }
}

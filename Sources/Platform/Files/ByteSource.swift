/// Bytes that can be looked at anywhere, a piece at a time: a file that is never held in memory whole.
public protocol ByteSource: Sendable {
    /// How many there are.
    var count: Int { get }
    /// The bytes from `offset` on; fewer than `length` only where there are no more.
    func bytes(at offset: Int, length: Int) throws -> [UInt8]
}

extension ByteSource {
    /// The size of the pieces in which a file is read, kept and sent.
    public static var pieceBytes: Int { 262_144 }

    /// Every piece in turn.
    public func eachPiece(_ body: ([UInt8]) throws -> Void) throws {
        for offset in stride(from: 0, to: count, by: Self.pieceBytes) {
            try body(try bytes(at: offset, length: Self.pieceBytes))
        }
    }

    /// All of it, in memory: for what is known to be small.
    public func whole() throws -> [UInt8] { try bytes(at: 0, length: count) }
}

/// Bytes in memory.
public struct HeldBytes: ByteSource {
    private let held: [UInt8]

    public init(_ bytes: [UInt8]) { held = bytes }

    public var count: Int { held.count }

    public func bytes(at offset: Int, length: Int) -> [UInt8] {
        guard offset >= 0, offset < held.count, length > 0 else { return [] }
        return Array(held[offset..<min(held.count, offset + length)])
    }
}

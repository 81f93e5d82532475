public import Store

/// A kept file on its way to somebody, read a piece at a time as they take it.
public struct Download: Sendable, Equatable {
    public let digest: String
    public let type: FileType
    /// Bytes.
    public let length: Int
    /// What it is to be called where it goes.
    public let filename: String
    private let store: Store

    /// - Parameter name: as a person would call it, with or without its ending.
    public init(_ file: KeptFile, named name: String, from store: Store) {
        digest = file.digest
        type = file.type
        length = file.length
        let ending = "." + (file.type.endings.first ?? file.type.rawValue)
        let hasEnding = file.type.endings.contains { name.lowercased().hasSuffix(".\($0)") }
        filename = hasEnding ? name : name + ending
        self.store = store
    }

    /// Hands over every piece in order. What is kept under a digest never changes, so each piece is read by itself.
    /// - Throws: `StoreError` when a piece is missing; what `take` throws.
    public func eachPiece(_ take: ([UInt8]) async throws -> Void) async throws {
        var number = 0, sent = 0
        while sent < length {
            let (digest, wanted) = (digest, number)
            guard let piece = try await store.read({ tx in try tx.piece(wanted, of: digest) }), !piece.isEmpty else {
                throw StoreError(.misread, "A piece of the file \(digest) is missing")
            }
            try await take(piece)
            sent += piece.count
            number += 1
        }
    }

    public static func == (one: Download, other: Download) -> Bool {
        one.digest == other.digest && one.filename == other.filename
    }
}

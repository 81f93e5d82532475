import Foundation
public import Store

extension Transaction {
    private static let beginning = "sealed:"

    /// Seals a text for a column of text.
    public func seal(words text: String, for subject: SealedFor, at place: SealedPlace) throws -> String {
        Self.beginning + Data(try seal(Array(text.utf8), for: subject, at: place)).base64EncodedString()
    }

    /// Opens a text that may have been written before such texts were sealed, and is then as it was.
    /// - Returns: Nil where nobody can read it any more.
    /// - Throws: as `open`.
    public func open(words text: String, for subject: SealedFor, at place: SealedPlace) throws -> String? {
        guard text.hasPrefix(Self.beginning) else { return text }
        guard let bytes = Data(base64Encoded: String(text.dropFirst(Self.beginning.count))) else {
            throw place.isBroken
        }
        guard case .open(let words) = try open(Array(bytes), for: subject, at: place) else { return nil }
        return String(decoding: words, as: UTF8.self)
    }
}

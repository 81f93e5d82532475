/// An e-mail address: kept as it was typed, compared without regard to capitals.
public struct Email: Sendable, Equatable, CustomStringConvertible {
    public static let lengthMax = 200

    public let text: String
    /// What two spellings of one address have in common.
    public let folded: String

    /// Nil unless it could be one: something, an at sign, and a name with a dot in it or `localhost`.
    public init?(_ typed: String) {
        let text = String(typed.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[0].isEmpty, text.utf8.count <= Self.lengthMax,
            halves[1].contains(".") || halves[1] == "localhost", !halves[1].hasPrefix("."), !halves[1].hasSuffix("."),
            text.unicodeScalars.allSatisfy({
                $0.value > 0x20 && $0.value != 0x7F && !"<>()[],;:\\\"".unicodeScalars.contains($0)
            })
        else { return nil }
        self.text = text
        folded = text.lowercased()
    }

    public var description: String { text }
}

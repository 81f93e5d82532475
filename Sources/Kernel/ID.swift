public import Foundation

/// A name for one thing of one kind: `ID<Post>` and `ID<Body>` never mix.
///
/// 1 to 80 characters of `a-z`, `0-9` and `-`, so that it can stand in a path, a file and a query unescaped;
/// not `-` first, so that a terminal cannot take it for an option.
public struct ID<Of>: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let text: String

    /// Takes `text` as it is. Use `ID(checking:)` for what comes from outside.
    public init(_ text: String) { self.text = text }

    /// Nil unless `text` is a well-formed identifier.
    public init?(checking text: String) {
        guard IDText.isWellFormed(text) else { return nil }
        self.text = text
    }

    public var description: String { text }
    public static func < (one: ID, other: ID) -> Bool { one.text < other.text }
}

extension ID: Codable {
    public init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// What identifiers are made of.
public enum IDText {
    public static let lengthMax = 80

    public static func isWellFormed(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= lengthMax && text.utf8.allSatisfy(isAllowed) && !text.hasPrefix("-")
    }

    /// A new identifier: milliseconds since 1970 then 80 random bits, so that identifiers sort by when they were made.
    public static func fresh(at now: Date, from random: inout some RandomNumberGenerator) -> String {
        let milliseconds = UInt64(max(0, now.timeIntervalSince1970 * 1_000))
        let low = random.next(), high = random.next() & 0xFFFF
        return hexadecimal(milliseconds, digits: 12) + hexadecimal(high, digits: 4) + hexadecimal(low, digits: 16)
    }

    /// The name's letters and digits, without accents, lower-cased and joined by hyphens; nil when there are none.
    public static func slug(of name: String) -> String? {
        var slug = ""
        for byte in name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).utf8
        where slug.utf8.count < 60 {
            if isAllowed(byte), byte != UInt8(ascii: "-") {
                slug.unicodeScalars.append(Unicode.Scalar(byte))
            } else if !slug.isEmpty, !slug.hasSuffix("-"), byte != UInt8(ascii: "'") {
                slug += "-"
            }
        }
        while slug.hasSuffix("-") { slug.removeLast() }
        return slug.isEmpty ? nil : slug
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }

    private static func hexadecimal(_ number: UInt64, digits: Int) -> String {
        let text = String(number, radix: 16)
        return text.utf8.count >= digits
            ? String(text.suffix(digits)) : String(repeating: "0", count: digits - text.utf8.count) + text
    }
}

public import Kernel

/// Where a letter goes: `somebody@example.org`. Cannot hold a line break, or anything else that would begin a header.
///
/// What is asked is what any mail server can take (RFC 5321, without quoted local parts or SMTPUTF8): whether the
/// letter arrives is known only by sending it.
public struct MailAddress: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    public static let lengthMax = 254

    /// - Throws: `.invalid` with a sentence to show beside the field.
    public init(_ text: String) throws(Refusal) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw MailAddress.refused("An e-mail address has one @, such as in name@example.org")
        }
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw MailAddress.refused("An e-mail address has no spaces, line breaks or letters with accents")
        }
        guard text.utf8.count <= MailAddress.lengthMax, parts[0].utf8.count <= 64 else {
            throw MailAddress.refused("The e-mail address is longer than an address can be")
        }
        guard MailAddress.isLocalPart(parts[0]), MailAddress.isDomain(parts[1]) else {
            throw MailAddress.refused("That is not an e-mail address, such as name@example.org")
        }
        self.text = text
    }

    public var description: String { text }

    /// What follows the `@`.
    public var domain: String { String(text.drop { $0 != "@" }.dropFirst()) }

    /// Atoms with dots between them (RFC 5321, 4.1.2).
    private static func isLocalPart(_ part: Substring) -> Bool {
        part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.utf8.allSatisfy { isLetterOrDigit($0) || signs.contains($0) }
        }
    }

    /// Names with dots between them, at least one; or `localhost`, for trying things out.
    private static func isDomain(_ part: Substring) -> Bool {
        let names = part.split(separator: ".", omittingEmptySubsequences: false)
        guard names.count > 1 || part == "localhost" else { return false }
        return names.allSatisfy { name in
            !name.isEmpty && name.utf8.count <= 63 && !name.hasPrefix("-") && !name.hasSuffix("-")
                && name.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
        }
    }

    private static let signs = Set("!#$%&'*+-/=?^_`{|}~".utf8)

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    private static func refused(_ why: String) -> Refusal { .invalid([Problem("email", why)]) }
}

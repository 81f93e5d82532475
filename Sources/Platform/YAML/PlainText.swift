/// Which texts can stand without quotes and be read back as the same text, by us and by other programs.
enum PlainText {
    /// `style` plain: only what the grammar needs quoted is. Quoted: also what another program would take for a number,
    /// a day,
    /// an answer or nothing.
    static func needsQuotes(_ text: String, _ style: YAMLStyle) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, let last = bytes.last else { return style != .plain }
        if first == space || last == space || last == colon || startsWithMark(bytes) { return true }
        for at in bytes.indices.dropLast() {
            if bytes[at] == colon && bytes[at + 1] == space || bytes[at] == space && bytes[at + 1] == hash {
                return true
            }
        }
        if text.hasPrefix("---") || text.hasPrefix("...") { return true }
        return style != .plain && isTakenForSomethingElse(text, first)
    }

    /// Whether every character may stand in quotes as it is. Line breaks of any sort may not.
    static func isPrintable(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isPrintable) }

    static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    private static let space = UInt8(ascii: " "), colon = UInt8(ascii: ":"), hash = UInt8(ascii: "#")
    private static let marks = Set("?:,[]{}#&*!|>'\"%@`".utf8)

    private static func startsWithMark(_ bytes: [UInt8]) -> Bool {
        guard bytes[0] == UInt8(ascii: "-") else { return marks.contains(bytes[0]) }
        return bytes.count == 1 || !isDigit(bytes[1])
    }

    private static let words: Set<String> = [
        "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<", ".inf", ".nan", "-.inf", "+.inf",
    ]

    /// Numbers (sexagesimal ones too), days and times start with a digit, a sign or a point: quoted to be safe unless
    /// letters show otherwise.
    private static func isTakenForSomethingElse(_ text: String, _ first: UInt8) -> Bool {
        if text.utf8.count <= 5, words.contains(text.lowercased()) { return true }
        guard isDigit(first) || first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first == UInt8(ascii: ".")
        else { return false }
        return text.utf8.allSatisfy { isDigit($0) || numberLetters.contains($0) }
    }

    private static let numberLetters = Set("+-._:xXobeEabcdefABCDEFTtZz ".utf8)

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

internal import Kernel

/// Readings of one piece of text that several fields share.
enum TextCheck {
    static let flags = ["true": true, "false": false, "yes": true, "no": false]
    static let sourcesMax = 50
    static let citationMax = 300
    static let noteMax = 4_000

    /// Without space, tabs or line ends at either end.
    static func trimmed(_ text: String) -> Substring {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" || $0 == "\r" }
        guard let first = text.first, let last = text.last, isSpace(first) || isSpace(last) else { return text[...] }
        let start = text.firstIndex { !isSpace($0) } ?? text.endIndex
        guard let end = text.lastIndex(where: { !isSpace($0) }) else { return "" }
        return text[start...end]
    }

    static func line(_ text: String, atMost max: Int, for key: String) throws(Flaw) -> String {
        if text.unicodeScalars.contains(where: isControl) {
            throw Flaw(key, "\(key) has more than one line, or a control character", mend: "Give one line")
        }
        return try short(text, atMost: max, for: key)
    }

    static func prose(_ text: String, atMost max: Int, for key: String) throws(Flaw) -> String {
        // One sort of line end, and none at the end: the same words are the same text whatever they were typed in.
        let unix = text.utf8.contains(0x0D) ? lines(text) : text
        let tidy = String(trimmed(unix))
        if tidy.unicodeScalars.contains(where: { isControl($0) && $0 != "\n" && $0 != "\t" }) {
            throw Flaw(key, "\(key) has a control character in it", mend: "Take it away")
        }
        return try short(tidy, atMost: max, for: key)
    }

    static func day(_ text: some StringProtocol, for key: String) throws(Flaw) -> Day {
        guard let day = Day(text) else {
            throw Flaw(key, "\(text.shown) is not a day", mend: "Enter the day as 2009-12-31")
        }
        return day
    }

    static func integer(_ text: some StringProtocol) -> Int? {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        guard digits.utf8.count <= 18, digits == "0" || !digits.hasPrefix("0"), !digits.isEmpty,
            digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return Int(text)
    }

    static func identifier(_ text: String, for key: String) throws(Flaw) -> String {
        guard !IDText.isWellFormed(text) else { return text }
        let mend = IDText.slug(of: text).map { "Write \($0)" } ?? "Give 1 to \(IDText.lengthMax) of a-z, 0-9 and -"
        throw Flaw(key, "\(text.shown) is not an identifier", mend: mend)
    }

    static func citation(_ text: String) throws(Flaw) -> Citation {
        let line = try line(String(trimmed(text)), atMost: citationMax, for: CommonKey.source.rawValue)
        guard let citation = Citation(reading: line) else {
            throw Flaw(
                CommonKey.source.rawValue, "\(text.shown) is not a document and a paragraph",
                mend: "Write the document, a space and the paragraph, as in P10 3.1.6")
        }
        return citation
    }

    private static func short(_ text: String, atMost max: Int, for key: String) throws(Flaw) -> String {
        guard text.utf8.count > max else { return text }
        let count = text.unicodeScalars.count
        guard count > max else { return text }
        throw Flaw(key, "\(key) has \(count) characters; \(max) is the most", mend: "Shorten it")
    }

    private static func lines(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: "\n")
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
    }
}

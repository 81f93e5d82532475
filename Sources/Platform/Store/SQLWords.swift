/// The words of an SQL script, with everything between them, so that joined they are the script again.
struct SQLWords: Sequence, IteratorProtocol {
    /// A piece of the script.
    struct Word {
        enum Kind {
            /// A bare word, or a quoted name.
            case name
            /// White space or a comment.
            case space
            /// A bracket, a comma, a string, a number's sign: anything else.
            case mark
        }

        let kind: Kind
        let text: String
    }

    private var rest: Substring.UTF8View

    init(_ script: String) { rest = Substring(script).utf8 }

    mutating func next() -> Word? {
        guard let first = rest.first else { return nil }
        switch first {
        case UInt8(ascii: "'"): return quoted(first, .mark)
        case UInt8(ascii: "\""): return quoted(first, .name)
        case UInt8(ascii: "$"): return dollarQuoted()
        case UInt8(ascii: "-") where rest.starts(with: "--".utf8):
            return word(.space, rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex)
        case UInt8(ascii: "/") where rest.starts(with: "/*".utf8): return word(.space, end(of: "*/", after: 2))
        case let byte where SQLWords.isSpace(byte):
            return word(.space, rest.firstIndex { !SQLWords.isSpace($0) } ?? rest.endIndex)
        case let byte where SQLWords.isWordPart(byte):
            return word(.name, rest.firstIndex { !SQLWords.isWordPart($0) } ?? rest.endIndex)
        default: return word(.mark, rest.index(after: rest.startIndex))
        }
    }

    /// A doubled quote ends one piece and starts another, which joins up again.
    private mutating func quoted(_ quote: UInt8, _ kind: Word.Kind) -> Word {
        let close = rest.dropFirst().firstIndex(of: quote)
        return word(kind, close.map { rest.index(after: $0) } ?? rest.endIndex)
    }

    /// `$$ … $$` or `$tag$ … $tag$`.
    private mutating func dollarQuoted() -> Word {
        guard let close = rest.dropFirst().firstIndex(where: { !SQLWords.isWordPart($0) }),
            rest[close] == UInt8(ascii: "$")
        else {
            return word(.mark, rest.index(after: rest.startIndex))
        }
        let tag = String(decoding: rest[...close], as: UTF8.self)
        return word(.mark, end(of: tag, after: tag.utf8.count))
    }

    /// Where the text that ends something ends.
    private func end(of closing: String, after skipped: Int) -> Substring.UTF8View.Index {
        var place = rest.dropFirst(skipped)
        while !place.isEmpty {
            if place.starts(with: closing.utf8) { return place.index(place.startIndex, offsetBy: closing.utf8.count) }
            place = place.dropFirst()
        }
        return rest.endIndex
    }

    private mutating func word(_ kind: Word.Kind, _ end: Substring.UTF8View.Index) -> Word {
        defer { rest = rest[end...] }
        return Word(kind: kind, text: String(decoding: rest[..<end], as: UTF8.self))
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isWordPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"), 0x80...0xFF:
            true
        default: false
        }
    }
}

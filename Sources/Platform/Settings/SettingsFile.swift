/// The lines of a settings file: `name = value`, or a remark after `#`.
///
/// A value is the rest of its line, without the white space around it. Quotes around it are taken off, so that a value
/// may begin or end with a space; nothing inside is special, and a `#` in a value is part of it.
struct SettingsFile {
    /// What stands on a line that says something.
    enum Line {
        case value(line: Int, name: String, text: String)
        case wrong(line: Int, String)
    }

    private var lines: ArraySlice<(offset: Int, element: Substring)>

    init(_ text: String, path: String) {
        lines = Array(text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated())[...]
    }

    /// The next line that says something; nil after the last.
    mutating func next() -> Line? {
        while let (offset, line) = lines.popFirst() {
            let said = Self.trimmed(line)
            if said.isEmpty || said.hasPrefix("#") || offset == 0 && said == "\u{FEFF}" { continue }
            guard let mark = said.firstIndex(of: "=") else {
                return .wrong(line: offset + 1, "write a setting as name = value, and a remark after #")
            }
            let name = Self.trimmed(said[..<mark])
            let text = Self.trimmed(said[said.index(after: mark)...])
            return .value(line: offset + 1, name: String(name), text: Self.unquoted(text))
        }
        return nil
    }

    private static func unquoted(_ text: Substring) -> String {
        guard text.count >= 2, let first = text.first, first == "\"" || first == "'", text.last == first else {
            return String(text)
        }
        return String(text.dropFirst().dropLast())
    }

    private static func trimmed(_ text: Substring) -> Substring {
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return text[first...last]
    }
}

/// Writes a tree as YAML: block style, two spaces a step, quotes only where reading back needs them.
///
/// The same tree always gives the same bytes, and reading them gives the same tree.
public struct YAMLWriter {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    public static func text(_ node: YAMLNode) -> String {
        var writer = YAMLWriter()
        writer.write(node)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Writes a whole document, with an empty line between the keys of its outermost mapping.
    public mutating func write(_ node: YAMLNode) {
        guard case .mapping(let pairs) = node.content, !pairs.isEmpty else {
            value(node, indent: 0, after: .nothing)
            return
        }
        for (position, pair) in pairs.enumerated() {
            // A block that keeps its empty lines would keep this one too.
            if position > 0, !bytes.suffix(2).elementsEqual("\n\n".utf8) { put("\n") }
            key(pair.key)
            value(pair.value, indent: 0, after: .key)
        }
    }

    /// What stands on the line before the value.
    private enum Before { case nothing, key, dash }

    private mutating func value(_ node: YAMLNode, indent: Int, after before: Before) {
        switch node.content {
        case .scalar(let text, let style):
            scalar(text, style, indent: indent, after: before)
        case .list(let items):
            guard !items.isEmpty else { put(before == .key ? " []\n" : "[]\n"); return }
            if before == .key { put("\n") }
            for (position, item) in items.enumerated() {
                if before != .dash || position > 0 { spaces(indent + 2) }
                put("- ")
                value(item, indent: indent + 2, after: .dash)
            }
        case .mapping(let pairs):
            guard !pairs.isEmpty else { put(before == .key ? " {}\n" : "{}\n"); return }
            if before == .key { put("\n") }
            for (position, pair) in pairs.enumerated() {
                if before != .dash || position > 0 { spaces(indent + 2) }
                key(pair.key)
                value(pair.value, indent: indent + 2, after: .key)
            }
        }
    }

    private mutating func key(_ text: String) {
        if PlainText.needsQuotes(text, .quoted) || !PlainText.isPrintable(text) { quoted(text) } else { put(text) }
        put(":")
    }

    private mutating func scalar(_ text: String, _ style: YAMLStyle, indent: Int, after before: Before) {
        if text.isEmpty, style == .plain { put("\n"); return }
        if before == .key { put(" ") }
        if let lines = blockLines(text) {
            block(text, lines, indent: indent + 2)
        } else {
            if PlainText.needsQuotes(text, style) || !PlainText.isPrintable(text) { quoted(text) } else { put(text) }
            put("\n")
        }
    }

    /// The lines of a text that can stand as a literal block; nil when it must be quoted or is one line.
    private func blockLines(_ text: String) -> [Substring]? {
        guard text.utf8.contains(UInt8(ascii: "\n")) else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, let start = first.utf8.first, start != UInt8(ascii: " ") else { return nil }
        return lines.allSatisfy { $0.unicodeScalars.allSatisfy(PlainText.isPrintable) } ? lines : nil
    }

    private mutating func block(_ text: String, _ lines: [Substring], indent: Int) {
        let ends = text.hasSuffix("\n\n") ? "|+\n" : text.hasSuffix("\n") ? "|\n" : "|-\n"
        put(ends)
        for line in text.hasSuffix("\n") ? lines.dropLast() : lines[...] {
            if !line.isEmpty { spaces(indent) }
            put(line)
            put("\n")
        }
    }

    /// Single quotes; double ones where something must be escaped.
    private mutating func quoted(_ text: String) {
        guard !PlainText.isPrintable(text) else {
            put("'")
            for byte in text.utf8 {
                bytes.append(byte)
                if byte == UInt8(ascii: "'") { bytes.append(byte) }
            }
            put("'")
            return
        }
        put("\"")
        for scalar in text.unicodeScalars { escaped(scalar) }
        put("\"")
    }

    private mutating func escaped(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\n": put("\\n")
        case "\t": put("\\t")
        case "\"": put("\\\"")
        case "\\": put("\\\\")
        case _ where PlainText.isPrintable(scalar): put(String(scalar))
        default:
            let digits = String(scalar.value, radix: 16)
            let width = scalar.value > 0xFFFF ? 8 : 4
            put(scalar.value > 0xFFFF ? "\\U" : "\\u")
            put(String(repeating: "0", count: width - digits.utf8.count) + digits)
        }
    }

    private mutating func put(_ text: some StringProtocol) { bytes.append(contentsOf: text.utf8) }
    private mutating func spaces(_ count: Int) { for _ in 0..<count { bytes.append(UInt8(ascii: " ")) } }
}

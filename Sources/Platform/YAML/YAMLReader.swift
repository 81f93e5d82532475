// The parser under Yams, event by event: it does not recurse, and what is not wanted is refused before it is built.
internal import CYaml

/// Reads one YAML document from bytes: everything as text, nothing resolved, nothing expanded.
///
/// Refused: more than the limits; other encodings than UTF-8; anchors, aliases and tags; a key given twice; a second
/// document.
public struct YAMLReader: Sendable {
    public let limits: YAMLLimits

    public init(limits: YAMLLimits = .standard) { self.limits = limits }

    /// - Returns: nil when there is nothing but space and comments.
    public func read(_ text: String) throws(YAMLRefusal) -> YAMLNode? { try read(Array(text.utf8)) }

    /// - Returns: nil when there is nothing but space and comments.
    public func read(_ bytes: [UInt8]) throws(YAMLRefusal) -> YAMLNode? {
        guard bytes.count <= limits.bytes else {
            let sizes = "The file is \(bytes.count) bytes; \(limits.bytes) is the most that is taken"
            throw YAMLRefusal(1, 1, sizes, "Split it into several files")
        }
        let start = bytes.starts(with: TextScan.byteOrderMark) ? TextScan.byteOrderMark.count : 0
        return try bytes.withUnsafeBufferPointer { (all) throws(YAMLRefusal) -> YAMLNode? in
            let text = UnsafeBufferPointer(rebasing: all[start...])
            try TextScan.check(text)
            return try parse(text)
        }
    }

    private func parse(_ text: UnsafeBufferPointer<UInt8>) throws(YAMLRefusal) -> YAMLNode? {
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { parser.deallocate() }
        guard yaml_parser_initialize(parser) == 1 else {
            throw YAMLRefusal(1, 1, "There is not enough memory to read the file", "Split it into several files")
        }
        defer { yaml_parser_delete(parser) }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
        var builder = TreeBuilder(limits: limits)
        while try step(parser, &builder, text) {}
        guard builder.problems.isEmpty else { throw YAMLRefusal(builder.problems) }
        return builder.root
    }

    /// Takes one event. False at the end of the stream.
    private func step(
        _ parser: UnsafeMutablePointer<yaml_parser_t>, _ builder: inout TreeBuilder, _ text: UnsafeBufferPointer<UInt8>
    ) throws(YAMLRefusal) -> Bool {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw refusal(of: parser.pointee, text, builder.problems) }
        defer { yaml_event_delete(&event) }
        let line = Int(event.start_mark.line) + 1, column = Int(event.start_mark.column) + 1
        switch event.type {
        case YAML_SCALAR_EVENT:
            try refuse(event.data.scalar.anchor, event.data.scalar.tag, line, column)
            guard event.data.scalar.length <= limits.scalarBytes else {
                let most = "This value is longer than \(limits.scalarBytes) bytes"
                throw YAMLRefusal(line, column, most, "Shorten it")
            }
            let value = UnsafeBufferPointer(start: event.data.scalar.value, count: event.data.scalar.length)
            try builder.scalar(
                String(decoding: value, as: UTF8.self), style(event.data.scalar.style), line: line, column: column)
        case YAML_MAPPING_START_EVENT:
            try refuse(event.data.mapping_start.anchor, event.data.mapping_start.tag, line, column)
            try builder.open(mapping: true, line: line, column: column)
        case YAML_SEQUENCE_START_EVENT:
            try refuse(event.data.sequence_start.anchor, event.data.sequence_start.tag, line, column)
            try builder.open(mapping: false, line: line, column: column)
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
            try builder.close()
        case YAML_ALIAS_EVENT:
            throw YAMLRefusal(line, column, "Aliases (words after *) are not taken", "Write the value out in full")
        case YAML_DOCUMENT_START_EVENT where builder.root != nil:
            let (message, mend) = ParserWords.told("did not find expected <document start>")
            throw YAMLRefusal(line, column, message, mend)
        case YAML_STREAM_END_EVENT:
            return false
        default:
            break
        }
        return true
    }

    private func style(_ style: yaml_scalar_style_t) -> YAMLStyle {
        switch style {
        case YAML_PLAIN_SCALAR_STYLE: .plain
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
        default: .quoted
        }
    }

    private func refuse(
        _ anchor: UnsafeMutablePointer<UInt8>?, _ tag: UnsafeMutablePointer<UInt8>?, _ line: Int, _ column: Int
    ) throws(YAMLRefusal) {
        if anchor != nil {
            throw YAMLRefusal(line, column, "Anchors (words after &) are not taken", "Take the anchor away")
        }
        if tag != nil { throw YAMLRefusal(line, column, "Tags (words after !) are not taken", "Take the tag away") }
    }

    private func refusal(
        of parser: yaml_parser_t, _ text: UnsafeBufferPointer<UInt8>, _ earlier: [YAMLProblem]
    ) -> YAMLRefusal {
        let said = parser.problem.map { String(cString: $0) } ?? "the parser stopped"
        let isOpen = said == "found unexpected end of stream" || said.hasPrefix("did not find expected ','")
        let mark = isOpen && parser.context != nil ? parser.context_mark : parser.problem_mark
        let line = Int(mark.line) + 1
        let (message, mend) = startsWithTab(line, of: text) ? ParserWords.tab : ParserWords.told(said)
        return YAMLRefusal(earlier + [YAMLProblem(line: line, column: Int(mark.column) + 1, message, mend: mend)])
    }

    /// Whether a tab stands in the space before the line's first word.
    private func startsWithTab(_ line: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
        let lines = text.split(separator: UInt8(ascii: "\n"), maxSplits: line, omittingEmptySubsequences: false)
        guard line <= lines.count else { return false }
        return lines[line - 1].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.contains(
            UInt8(ascii: "\t"))
    }
}

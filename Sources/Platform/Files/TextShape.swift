/// Text that only says something: UTF-8, and no page, script or formula that a program would run.
struct TextShape {
    let source: any ByteSource

    init(_ source: any ByteSource) { self.source = source }

    /// Plain text; whether it is a table too is for its name to say.
    func type() throws -> FileType {
        var reader = TextReader()
        var isText = true
        try source.eachPiece { piece in if isText { isText = reader.take(piece) } }
        guard isText, reader.isAtEnd else {
            throw NotTaken("is none of the types that are taken: send \(FileType.taken)")
        }
        try mustNotBePage()
        return .text
    }

    /// A browser that is told to look no further does not; one that is not told would find a page.
    private func mustNotBePage() throws {
        let start = String(decoding: try source.bytes(at: 0, length: 4_096), as: UTF8.self).lowercased()
        let first = start.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if first.hasPrefix("#!") { throw NotTaken("is a script, which is a program") }
        if first.hasPrefix("<?php") { throw NotTaken("is a script, which is a program") }
        for mark in ["<!doctype", "<html", "<head", "<body", "<script", "<iframe", "<svg"] where start.contains(mark) {
            throw NotTaken("is a web page or a drawing that may hold a script: save it as PDF")
        }
        if first.hasPrefix("<") { throw NotTaken("is XML or a web page: save it as PDF") }
    }

    /// A cell that begins as a formula does is run by the spreadsheet that opens it (OWASP, CSV injection).
    func mustHoldNoFormula() throws {
        var line = 1, isCellStart = true
        // What a cell that begins with a sign has said so far; nil in any other.
        var signed: [UInt8]?
        func end() throws {
            if let cell = signed, !TextShape.isFigure(cell) { throw NotTaken(TextShape.formula(line)) }
            (signed, isCellStart) = (nil, true)
        }
        try source.eachPiece { piece in
            for byte in piece {
                switch byte {
                case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"):
                    try end()
                    if byte == UInt8(ascii: "\n") { line += 1 }
                case UInt8(ascii: "\""): break
                case _ where signed != nil:
                    guard (signed?.count ?? 0) < TextShape.figureMax else { throw NotTaken(TextShape.formula(line)) }
                    signed?.append(byte)
                case UInt8(ascii: " "), 0xEF, 0xBB, 0xBF: break
                case UInt8(ascii: "="), UInt8(ascii: "@"):
                    if isCellStart { throw NotTaken(TextShape.formula(line)) }
                case UInt8(ascii: "+"), UInt8(ascii: "-"):
                    if isCellStart { signed = [byte] }
                    isCellStart = false
                default: isCellStart = false
                }
            }
        }
        try end()
    }

    /// More than any number or telephone number has characters.
    private static let figureMax = 40

    /// Whether what begins with a sign is wholly a number, a telephone number, or a dash that stands for nothing:
    /// `-4`, `-.5`, `- £1 200`, `-1.5e-3`, `-20%`, `+44 (0)113 496 0000`, `--`. Anything else is a sum or worse.
    private static func isFigure(_ cell: [UInt8]) -> Bool {
        let end = cell.lastIndex { $0 != UInt8(ascii: " ") } ?? 0
        let text = String(decoding: cell[...end], as: UTF8.self)
        return text.wholeMatch(of: /-+/) != nil
            || text.wholeMatch(of: /[+\-] ?£?(\d[\d ]*(\.\d*)?|\.\d+)([eE][+\-]?\d{1,3})? ?%?/) != nil
            || text.wholeMatch(of: /\+\d[\d ()\-]{5,}/) != nil
    }

    private static func formula(_ line: Int) -> String {
        "has a cell that a spreadsheet would run, in line \(line): put an apostrophe before its first character"
    }
}

/// Reads UTF-8 that comes in pieces, and refuses control characters other than those that lay text out.
private struct TextReader {
    private var following = 0
    private var isFirst = true
    private var lead: UInt8 = 0

    /// Whether no character was left half-read.
    var isAtEnd: Bool { following == 0 }

    mutating func take(_ piece: [UInt8]) -> Bool {
        for byte in piece where !take(byte) { return false }
        return true
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        if following > 0 {
            guard byte & 0xC0 == 0x80, !isFirst || mayFollow(byte) else { return false }
            isFirst = false
            following -= 1
            return true
        }
        (lead, isFirst) = (byte, true)
        switch byte {
        case 0x09, 0x0A, 0x0C, 0x0D, 0x20...0x7E: return true
        case 0xC2...0xDF: following = 1
        case 0xE0...0xEF: following = 2
        case 0xF0...0xF4: following = 3
        default: return false
        }
        return true
    }

    /// No overlong forms, no surrogates, nothing past the last character (Unicode, table 3-7).
    private func mayFollow(_ byte: UInt8) -> Bool {
        switch lead {
        case 0xE0: byte >= 0xA0
        case 0xED: byte < 0xA0
        case 0xF0: byte >= 0x90
        case 0xF4: byte < 0x90
        default: true
        }
    }
}

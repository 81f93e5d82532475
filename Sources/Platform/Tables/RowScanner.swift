private let quote = UInt8(ascii: "\""), comma = UInt8(ascii: ",")
private let lineFeed = UInt8(ascii: "\n"), carriageReturn = UInt8(ascii: "\r")

/// Walks the bytes of a file row by row, as RFC 4180 has it: commas, rows ended by CRLF (or LF, or CR), quotes doubled
/// inside quotes. Knows nothing of headings.
struct RowScanner {
    /// Why the bytes at hand are no row.
    struct Fault: Error, Equatable {
        /// Where the row at fault begins, and which of its cells it is, from 1.
        let line: Int
        let cell: Int
        let reason: String
    }

    /// One row's cells, as they stood, with the line it began on.
    struct Cells: Equatable {
        let line: Int
        let texts: [String]
    }

    private var bytes: [UInt8]
    private let limits: TableLimits
    private let encoding: TableEncoding
    private var at = 0
    private var line = 1
    /// Whether a byte order mark at the beginning of the file has been left out.
    private var isBegun = false

    /// - Parameter isWhole: False when more bytes may be added.
    init(_ bytes: [UInt8], limits: TableLimits, encoding: TableEncoding = .utf8, isWhole: Bool = true) {
        self.bytes = []
        self.limits = limits
        self.encoding = encoding
        if isWhole { add(bytes) }
    }

    /// Whether every byte at hand has been looked at.
    var isAtEnd: Bool { at >= bytes.count }

    /// Takes more of the file, and lets go of what was read of it.
    mutating func add(_ more: [UInt8]) {
        if at > 0 { bytes.removeFirst(at) }
        at = 0
        bytes += more
        if line == 1, !isBegun, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { (at, isBegun) = (3, true) }
    }

    /// The next row, empty lines left out; nil at the end. After a fault the scan goes on at the next line.
    mutating func next() throws(Fault) -> Cells? {
        skipEmptyLines()
        guard at < bytes.count else { return nil }
        let start = line
        var texts: [String] = []
        while true {
            do throws(Reason) {
                guard texts.count < limits.columnsMax else {
                    throw Reason("There are more than \(limits.columnsMax) columns")
                }
                texts.append(try cell())
            } catch {
                skipLine()
                // One stray quotation mark can take many lines into a cell: none of them is a row any more.
                let last = at >= bytes.count && !endsLine ? line : line - 1
                let more = last > start ? "; lines \(start) to \(last) are passed over" : ""
                throw Fault(line: start, cell: texts.count + 1, reason: error.words + more)
            }
            if at < bytes.count, bytes[at] == comma { at += 1; continue }
            endLine()
            return Cells(line: start, texts: texts)
        }
    }

    /// What is wrong with one cell.
    private struct Reason: Error {
        let words: String
        init(_ words: String) { self.words = words }
    }

    private mutating func cell() throws(Reason) -> String {
        if at < bytes.count, bytes[at] == quote { return try quoted() }
        let start = at
        while at < bytes.count, bytes[at] != comma, bytes[at] != lineFeed, bytes[at] != carriageReturn {
            if bytes[at] == quote {
                throw Reason("There is a quotation mark in the middle of a cell that does not begin with one")
            }
            at += 1
        }
        return try text(bytes[start..<at])
    }

    private mutating func quoted() throws(Reason) -> String {
        var content: [UInt8] = []
        let opened = line
        at += 1
        while at < bytes.count {
            let byte = bytes[at]
            if byte == quote {
                at += 1
                guard at < bytes.count, bytes[at] == quote else { return try closed(content) }
            } else if byte == lineFeed
                || (byte == carriageReturn && (at + 1 >= bytes.count || bytes[at + 1] != lineFeed))
            {
                line += 1
            }
            guard content.count < limits.cellBytesMax else {
                throw Reason("The cell is longer than \(limits.cellBytesMax) bytes")
            }
            content.append(bytes[at])
            at += 1
        }
        throw Reason("The quotation mark that opens on line \(opened) is never closed")
    }

    private func closed(_ content: [UInt8]) throws(Reason) -> String {
        guard at >= bytes.count || bytes[at] == comma || bytes[at] == lineFeed || bytes[at] == carriageReturn else {
            throw Reason("There is text after the closing quotation mark")
        }
        return try text(content[...])
    }

    private func text(_ bytes: ArraySlice<UInt8>) throws(Reason) -> String {
        guard bytes.count <= limits.cellBytesMax else {
            throw Reason("The cell is longer than \(limits.cellBytesMax) bytes")
        }
        guard !bytes.contains(0) else { throw Reason("There is a NUL character") }
        if encoding == .windows1252 { return TableEncoding.text(ofWindows1252: bytes) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Reason("The text is not valid UTF-8") }
        return text
    }

    /// Whether what was read last is the end of a line.
    private var endsLine: Bool { at > 0 && (bytes[at - 1] == lineFeed || bytes[at - 1] == carriageReturn) }

    private mutating func skipEmptyLines() {
        while at < bytes.count, bytes[at] == lineFeed || bytes[at] == carriageReturn { endLine() }
    }

    private mutating func endLine() {
        guard at < bytes.count else { return }
        at += bytes[at] == carriageReturn && at + 1 < bytes.count && bytes[at + 1] == lineFeed ? 2 : 1
        line += 1
    }

    private mutating func skipLine() {
        while at < bytes.count, bytes[at] != lineFeed, bytes[at] != carriageReturn { at += 1 }
        endLine()
    }
}

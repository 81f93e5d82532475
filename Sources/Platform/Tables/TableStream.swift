/// A file of rows with a heading, read from a source of bytes: what is held in memory is one piece of it, however long
/// the file is.
///
///     var rows = try TableStream(file: "lait.csv") { try handle.read(upToCount: 1 << 20) … }
///     while let row = try rows.next() { … }        // .success(cells), or .failure(why it will not do)
public struct TableStream {
    /// Gives the next bytes of the file; nil, or none, at its end.
    public typealias Source = () throws -> [UInt8]?

    /// One row's cells as they stood, and the line it began on.
    public struct Line: Sendable {
        public let line: Int
        public let cells: [String]
    }

    public let file: String
    /// The columns' headings, in their order.
    public private(set) var heading: [String]
    /// How many cells every row has: more than the heading, where columns after its last are empty.
    private var width = 0
    private let source: Source
    private let limits: TableLimits
    private var scanner: RowScanner
    private var hasEnded = false
    private var rowsRead = 0

    /// - Parameters:
    ///   - encoding: How the file's letters are written; a wrong one is told of, once.
    ///   - headingLine: The line that the heading stands on, from 1; what stands above it is passed over.
    /// - Throws: `TableProblem` when there is no heading, or one that names a column twice or not at all; what the
    ///   source throws.
    public init(
        file: String, encoding: TableEncoding = .utf8, limits: TableLimits = .standard,
        headingLine: Int = 1, source: @escaping Source
    ) throws {
        self.file = file
        self.limits = limits
        self.source = source
        scanner = RowScanner([], limits: limits, encoding: encoding, isWhole: false)
        heading = []
        let head = try source() ?? []
        if let reason = NoTable.reason(head) { throw TableProblem(file: file, line: 0, reason) }
        scanner.add(head)
        try readHeading(on: headingLine)
    }

    private mutating func readHeading(on line: Int) throws {
        var read = try row()
        while let above = read, above.line < line { read = try row() }
        guard let first = read else {
            let reason = "a heading is needed"
            throw TableProblem(file: file, line: line, line > 1 ? "There is no such line: \(reason)" : Self.empty)
        }
        let cells: RowScanner.Cells
        switch first {
        case .failure(let fault): throw TableProblem(file: file, line: fault.line, fault.reason)
        case .success(let read): cells = read
        }
        guard line == 1 || cells.line == line else {
            throw TableProblem(
                file: file, line: line, "The line is empty, or within another: the heading is to be there")
        }
        width = cells.texts.count
        // Spreadsheets write columns after the last that they once coloured or ruled.
        heading = Array(cells.texts.prefix(max(1, (cells.texts.lastIndex { !$0.isEmpty } ?? 0) + 1)))
        for (index, name) in heading.enumerated() {
            if name.isEmpty {
                throw TableProblem(
                    file: file, line: cells.line, column: "column \(index + 1)", "The column has no heading")
            }
            if heading[..<index].contains(name) {
                throw TableProblem(
                    file: file, line: cells.line, column: name, "There are two columns of this name")
            }
        }
    }

    private static let empty = "The file is empty: a heading is needed"

    /// The next row, or why it will not do; nil at the end. A row that will not do does not stop the rows after it.
    public mutating func next() throws -> Result<Line, TableProblem>? {
        var read = try row()
        // What a spreadsheet writes of an empty line.
        while case .success(let cells)? = read, cells.texts.count > 1, cells.texts.allSatisfy(\.isEmpty) {
            read = try row()
        }
        guard let read else { return nil }
        switch read {
        case .failure(let fault):
            let column = heading.indices.contains(fault.cell - 1) ? heading[fault.cell - 1] : "column \(fault.cell)"
            return .failure(TableProblem(file: file, line: fault.line, column: column, fault.reason))
        case .success(let cells):
            rowsRead += 1
            guard rowsRead <= limits.rowsMax else {
                (scanner, hasEnded) = (RowScanner([], limits: limits), true)
                return .failure(
                    TableProblem(
                        file: file, line: cells.line,
                        "There are more than \(limits.rowsMax) rows; none after this is read"))
            }
            guard cells.texts.count == width else {
                let reason = "The row has \(cells.texts.count) cells and the heading \(width)"
                return .failure(TableProblem(file: file, line: cells.line, reason))
            }
            if let index = cells.texts[heading.count...].firstIndex(where: { !$0.isEmpty }) {
                return .failure(
                    TableProblem(
                        file: file, line: cells.line, column: "column \(index + 1)", "The column has no heading"))
            }
            let kept = heading.count == width ? cells.texts : Array(cells.texts.prefix(heading.count))
            return .success(Line(line: cells.line, cells: kept))
        }
    }

    /// A row whose reading came to the end of the bytes at hand is read again with more of them.
    private mutating func row() throws -> Result<RowScanner.Cells, RowScanner.Fault>? {
        while true {
            let before = scanner
            let read: Result<RowScanner.Cells, RowScanner.Fault>?
            do throws(RowScanner.Fault) { read = try scanner.next().map { .success($0) } } catch {
                read = .failure(error)
            }
            guard scanner.isAtEnd, !hasEnded else { return read }
            guard let more = try source(), !more.isEmpty else {
                hasEnded = true
                scanner = before
                continue
            }
            scanner = before
            scanner.add(more)
        }
    }
}

/// How the letters of a file are written.
public enum TableEncoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    /// What older spreadsheets in Britain write; Latin-1 with letters where that has none.
    case windows1252 = "windows-1252"
}

extension Result<RowScanner.Cells, RowScanner.Fault> {
    fileprivate var line: Int {
        switch self {
        case .success(let cells): cells.line
        case .failure(let fault): fault.line
        }
    }
}

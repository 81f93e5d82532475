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
    private let source: Source
    private let limits: TableLimits
    private var scanner: RowScanner
    private var hasEnded = false
    private var rowsRead = 0

    /// - Parameter encoding: How the file's letters are written; a wrong one is told of, once.
    /// - Throws: `TableProblem` when there is no heading, or one that names a column twice or not at all; what the
    ///   source throws.
    public init(
        file: String, encoding: TableEncoding = .utf8, limits: TableLimits = .standard, source: @escaping Source
    ) throws {
        self.file = file
        self.limits = limits
        self.source = source
        scanner = RowScanner([], limits: limits, encoding: encoding, isWhole: false)
        heading = []
        let head = try source() ?? []
        if let reason = NoTable.reason(head) { throw TableProblem(file: file, line: 0, reason) }
        scanner.add(head)
        guard let first = try row() else {
            throw TableProblem(file: file, line: 1, "The file is empty: a heading is needed")
        }
        let cells: RowScanner.Cells
        switch first {
        case .failure(let fault): throw TableProblem(file: file, line: fault.line, fault.reason)
        case .success(let read): cells = read
        }
        for (index, name) in cells.texts.enumerated() {
            if name.isEmpty {
                throw TableProblem(
                    file: file, line: cells.line, column: "column \(index + 1)", "The column has no heading")
            }
            if cells.texts[..<index].contains(name) {
                throw TableProblem(
                    file: file, line: cells.line, column: name, "There are two columns of this name")
            }
        }
        heading = cells.texts
    }

    /// The next row, or why it will not do; nil at the end. A row that will not do does not stop the rows after it.
    public mutating func next() throws -> Result<Line, TableProblem>? {
        guard let read = try row() else { return nil }
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
            guard cells.texts.count == heading.count else {
                let reason = "The row has \(cells.texts.count) cells and the heading \(heading.count)"
                return .failure(TableProblem(file: file, line: cells.line, reason))
            }
            return .success(Line(line: cells.line, cells: cells.texts))
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

/// A file of rows with a heading, read a row at a time: what is held in memory is the file's bytes and one row.
///
///     var reader = try TableReader(bytes, file: "wards.csv", needing: ["code", "name"])
///     while let row = reader.next() { … }          // .success(row), or .failure(why it will not do)
public struct TableReader: Sequence, IteratorProtocol {
    public let file: String
    /// The columns' headings, in their order.
    public let heading: [String]
    private let positions: [String: Int]
    private let limits: TableLimits
    private var scanner: RowScanner
    private var rowsRead = 0

    /// - Parameter needed: headings without which the file means nothing.
    /// - Throws: `TableProblem` when there is no heading, or one that names a column twice or lacks one that is needed.
    public init(
        _ bytes: [UInt8], file: String, needing needed: [String] = [], limits: TableLimits = .standard
    ) throws(TableProblem) {
        guard bytes.count <= limits.fileBytesMax else {
            throw TableProblem(
                file: file, line: 0,
                "The file is \(bytes.count) bytes; \(limits.fileBytesMax) is the most that is taken")
        }
        if let reason = NoTable.reason(bytes) { throw TableProblem(file: file, line: 0, reason) }
        self.file = file
        self.limits = limits
        scanner = RowScanner(bytes, limits: limits)
        let first: RowScanner.Cells?
        do { first = try scanner.next() } catch { throw TableProblem(file: file, error, []) }
        guard let first else { throw TableProblem(file: file, line: 1, "The file is empty: a heading is needed") }
        heading = first.texts
        var positions: [String: Int] = [:]
        for (index, name) in heading.enumerated() {
            guard !name.isEmpty else {
                throw TableProblem(
                    file: file, line: first.line, column: "column \(index + 1)", "The column has no heading")
            }
            guard positions.updateValue(index, forKey: name) == nil else {
                throw TableProblem(file: file, line: first.line, column: name, "There are two columns of this name")
            }
        }
        self.positions = positions
        if let missing = needed.first(where: { positions[$0] == nil }) {
            throw TableProblem(file: file, line: first.line, column: missing, "There is no such column")
        }
    }

    /// The position of a column, for reading many rows.
    public func position(of column: String) -> Int? { positions[column] }

    /// The next row, or why it will not do; nil at the end. A row that will not do does not stop the rows after it.
    public mutating func next() -> Result<TableRow, TableProblem>? {
        let cells: RowScanner.Cells
        do {
            guard let next = try scanner.next() else { return nil }
            cells = next
        } catch {
            return .failure(TableProblem(file: file, error, heading))
        }
        rowsRead += 1
        guard rowsRead <= limits.rowsMax else {
            scanner = RowScanner([], limits: limits)
            return .failure(
                TableProblem(
                    file: file, line: cells.line, "There are more than \(limits.rowsMax) rows; none after this is read")
            )
        }
        guard cells.texts.count == heading.count else {
            let reason = "The row has \(cells.texts.count) cells and the heading \(heading.count)"
            return .failure(TableProblem(file: file, line: cells.line, reason))
        }
        return .success(
            TableRow(file: file, line: cells.line, cells: cells.texts, heading: heading, positions: positions))
    }
}

/// One row of a table, and where it stands.
public struct TableRow: Sendable {
    public let file: String
    /// The line the row begins on, the heading being line 1.
    public let line: Int
    public let cells: [String]
    let heading: [String]
    let positions: [String: Int]

    /// What stands under a heading; empty when nothing does, or there is no such heading.
    public subscript(column: String) -> String { positions[column].map { cells[$0] } ?? "" }

    /// What is wrong with this row, or with one cell of it.
    public func problem(_ column: String = "", _ reason: String) -> TableProblem {
        TableProblem(file: file, line: line, column: column, reason)
    }
}

extension TableProblem {
    fileprivate init(file: String, _ fault: RowScanner.Fault, _ heading: [String]) {
        let column = heading.indices.contains(fault.cell - 1) ? heading[fault.cell - 1] : "column \(fault.cell)"
        self.init(file: file, line: fault.line, column: column, fault.reason)
    }
}

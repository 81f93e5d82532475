import Foundation
import Kernel

/// The values of one result, by row and column: a live statement, kept bytes, or a libpq result.
class Cells {
    let columns: [String]
    let state: TransactionState

    init(columns: [String], state: TransactionState) {
        self.columns = columns
        self.state = state
    }

    /// The value in the engine's own type: on SQLite a day is `.text`.
    func cell(_ row: Int, _ column: Int) -> SQLBinding { .null }

    /// The bytes of a text or a blob; nil when the cell holds neither. Valid only in `body`.
    func bytes<Result>(_ row: Int, _ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result? { nil }

    /// The type the column was declared with, upper-case; empty where a value is computed or the engine's type says it.
    func declared(_ column: Int) -> String { "" }

    /// Remembers that a column was not what the code read it as: the closure's outcome is then an error, whatever it returns.
    func misread(_ column: Int, as wanted: String, _ found: SQLBinding? = nil) {
        let name = columns.indices.contains(column) ? columns[column] : "number \(column)"
        let kind = found.map { " but \($0.kind)" } ?? ""
        state.fail(StoreError(.misread, "Column \(name) is not \(wanted)\(kind)", statement: state.statement))
    }
}

/// Rows copied out of a statement: every text and blob in one buffer, so that a row costs no allocation of its own.
final class KeptCells: Cells {
    private enum Kept {
        case null, integer(Int64), real(Double), text(Int, Int), bytes(Int, Int)
    }

    private var cells: [Kept] = []
    private var buffer: [UInt8] = []
    private let declaredTypes: [String]

    init(columns: [String], declared: [String], state: TransactionState) {
        declaredTypes = declared
        super.init(columns: columns, state: state)
    }

    func keepNull() { cells.append(.null) }
    func keep(_ integer: Int64) { cells.append(.integer(integer)) }
    func keep(_ real: Double) { cells.append(.real(real)) }

    func keep(_ bytes: UnsafeRawBufferPointer, isText: Bool) {
        cells.append(isText ? .text(buffer.count, bytes.count) : .bytes(buffer.count, bytes.count))
        buffer.append(contentsOf: bytes)
    }

    override func declared(_ column: Int) -> String { declaredTypes[column] }

    override func cell(_ row: Int, _ column: Int) -> SQLBinding {
        switch cells[row * columns.count + column] {
        case .null: .null
        case .integer(let number): .integer(number)
        case .real(let number): .real(number)
        case .text(let from, let count): .text(String(decoding: buffer[from..<from + count], as: UTF8.self))
        case .bytes(let from, let count): .bytes([UInt8](buffer[from..<from + count]))
        }
    }

    override func bytes<Result>(_ row: Int, _ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result? {
        switch cells[row * columns.count + column] {
        case .text(let from, let count), .bytes(let from, let count):
            try buffer.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[from..<from + count])) }
        case .null, .integer, .real: nil
        }
    }
}

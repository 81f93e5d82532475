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

    /// The bytes of a text or a blob, where they lie; nil when the cell holds neither. Valid until the row is left.
    func raw(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer? { nil }

    /// The type the column was declared with, upper-case; empty where a value is computed or the engine's type says it.
    func declared(_ column: Int) -> String { "" }

    /// Remembers that a column was not what the code read it as: the closure's outcome is then an error, whatever it
    /// returns.
    func misread(_ column: Int, as wanted: String, _ found: SQLBinding? = nil) {
        let name = columns.indices.contains(column) ? columns[column] : "number \(column)"
        let kind = found.map { " but \($0.kind)" } ?? ""
        state.fail(StoreError(.misread, "Column \(name) is not \(wanted)\(kind)", statement: state.statement))
    }
}

/// Rows copied out of a statement: every text and blob in one buffer, so that neither a row nor a cell costs an
/// allocation.
final class KeptCells: Cells {
    /// One cell: a number's bits, or where in the buffer its bytes lie.
    private struct Kept {
        enum Kind: UInt8 { case null, integer, real, text, bytes }

        let kind: Kind
        let count: Int32
        let bits: Int64
    }

    private var cells: [Kept] = []
    private var buffer = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    private var used = 0
    private let declaredTypes: [String]

    init(columns: [String], declared: [String], state: TransactionState) {
        declaredTypes = declared
        super.init(columns: columns, state: state)
    }

    deinit { buffer.deallocate() }

    func keepNull() { cells.append(Kept(kind: .null, count: 0, bits: 0)) }
    func keep(_ integer: Int64) { cells.append(Kept(kind: .integer, count: 0, bits: integer)) }
    func keep(_ real: Double) { cells.append(Kept(kind: .real, count: 0, bits: Int64(bitPattern: real.bitPattern))) }

    func keep(_ bytes: UnsafeRawBufferPointer, isText: Bool) {
        if used + bytes.count > buffer.count { grow(by: bytes.count) }
        UnsafeMutableRawBufferPointer(rebasing: buffer[used..<used + bytes.count]).copyMemory(from: bytes)
        cells.append(Kept(kind: isText ? .text : .bytes, count: Int32(bytes.count), bits: Int64(used)))
        used += bytes.count
    }

    private func grow(by count: Int) {
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: max(256, (used + count) * 2), alignment: 1)
        larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<used]))
        buffer.deallocate()
        buffer = larger
    }

    override func declared(_ column: Int) -> String { declaredTypes[column] }

    override func cell(_ row: Int, _ column: Int) -> SQLBinding {
        let cell = cells[row * columns.count + column]
        return switch cell.kind {
        case .null: .null
        case .integer: .integer(cell.bits)
        case .real: .real(Double(bitPattern: UInt64(bitPattern: cell.bits)))
        case .text: .text(String(decoding: raw(cell), as: UTF8.self))
        case .bytes: .bytes([UInt8](raw(cell)))
        }
    }

    override func raw(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer? {
        let cell = cells[row * columns.count + column]
        return cell.kind == .text || cell.kind == .bytes ? raw(cell) : nil
    }

    private func raw(_ cell: Kept) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: buffer[Int(cell.bits)..<Int(cell.bits) + Int(cell.count)])
    }
}

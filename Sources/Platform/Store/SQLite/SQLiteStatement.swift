import Foundation
import GRDB
import GRDBSQLite
import Kernel

/// A prepared statement of SQLite, with what is known of its columns.
final class SQLiteStatement {
    private let owner: Statement
    let handle: OpaquePointer
    let columns: [String]
    let declared: [String]

    init(_ statement: Statement) {
        owner = statement
        handle = statement.sqliteStatement
        columns = statement.columnNames
        let handle = handle
        declared = columns.indices.map {
            sqlite3_column_decltype(handle, Int32($0)).map { String(cString: $0).uppercased() } ?? ""
        }
    }

    var isBusy: Bool { sqlite3_stmt_busy(handle) != 0 }

    /// Whether there is a row.
    func step(_ sql: SQL) throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw SQLiteFailure.last(on: sqlite3_db_handle(handle), in: sql.text)
        }
    }

    /// Lets go of the snapshot, and of the values.
    func finish() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    func bind(_ values: [SQL.Bound]) throws {
        guard values.count == Int(sqlite3_bind_parameter_count(handle)) else {
            throw StoreError(
                .statement,
                "The statement has \(sqlite3_bind_parameter_count(handle)) places for \(values.count) values")
        }
        for (index, bound) in values.enumerated() {
            let code = try bind(bound.value, at: Int32(index + 1))
            guard code == SQLITE_OK else {
                throw StoreError(.statement, "Value \(index + 1) could not be bound", code: "\(code)")
            }
        }
    }

    private func bind(_ value: SQLBinding, at place: Int32) throws -> Int32 {
        switch value {
        case .null: sqlite3_bind_null(handle, place)
        case .integer(let number): sqlite3_bind_int64(handle, place, number)
        case .real(let number): sqlite3_bind_double(handle, place, number)
        case .flag(let flag): sqlite3_bind_int64(handle, place, flag ? 1 : 0)
        case .text(let text): bind(try text.withoutNull(), at: place)
        case .day(let day): bind(day.description, at: place)
        case .instant(let date): bind(Instant.text(Instant.microseconds(of: date)), at: place)
        case .bytes(let bytes):
            bytes.isEmpty
                ? sqlite3_bind_zeroblob(handle, place, 0)
                : sqlite3_bind_blob64(handle, place, bytes, UInt64(bytes.count), copied)
        }
    }

    private func bind(_ text: String, at place: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) {
                // An empty buffer has no address, and SQLite would take that for null.
                sqlite3_bind_text64(
                    handle, place, $0.baseAddress ?? noCharacters, UInt64($0.count), copied, UInt8(SQLITE_UTF8))
            }
        }
    }

    func copyRow(to kept: KeptCells) {
        for column in 0..<Int32(columns.count) {
            switch sqlite3_column_type(handle, column) {
            case SQLITE_INTEGER: kept.keep(sqlite3_column_int64(handle, column))
            case SQLITE_FLOAT: kept.keep(sqlite3_column_double(handle, column))
            case SQLITE_TEXT: kept.keep(text(column), isText: true)
            case SQLITE_BLOB: kept.keep(blob(column), isText: false)
            default: kept.keepNull()
            }
        }
    }

    /// The order of the calls matters: the length is asked after the conversion.
    func text(_ column: Int32) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_text(handle, column)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }

    func blob(_ column: Int32) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(handle, column)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }
}

/// The row a statement stands on.
final class SQLiteCells: Cells {
    private let statement: SQLiteStatement

    init(_ statement: SQLiteStatement, state: TransactionState) {
        self.statement = statement
        super.init(columns: statement.columns, state: state)
    }

    override func declared(_ column: Int) -> String { statement.declared[column] }

    override func cell(_ row: Int, _ column: Int) -> SQLBinding {
        let place = Int32(column)
        switch sqlite3_column_type(statement.handle, place) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement.handle, place))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(statement.handle, place))
        case SQLITE_TEXT: return .text(String(decoding: statement.text(place), as: UTF8.self))
        case SQLITE_BLOB: return .bytes([UInt8](statement.blob(place)))
        default: return .null
        }
    }

    override func raw(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer? {
        switch sqlite3_column_type(statement.handle, Int32(column)) {
        case SQLITE_TEXT: statement.text(Int32(column))
        case SQLITE_BLOB: statement.blob(Int32(column))
        default: nil
        }
    }
}

/// Tells SQLite to copy what it is given: Swift keeps a value's address only for the length of the call.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
nonisolated(unsafe) private let noCharacters = UnsafePointer(UnsafeMutablePointer<CChar>.allocate(capacity: 1))

extension String {
    /// - Throws: `Refusal.invalid` for text with the null character in it, which PostgreSQL cannot hold.
    func withoutNull() throws(Refusal) -> String {
        guard !utf8.contains(0) else {
            throw .invalid([Problem("text", "Text may not contain the null character")])
        }
        return self
    }
}

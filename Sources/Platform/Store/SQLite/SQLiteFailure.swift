import Foundation
import GRDB
import GRDBSQLite
import Kernel

/// What SQLite's result codes mean to a person, or to an engineer.
enum SQLiteFailure {
    static func last(on connection: OpaquePointer?, in statement: String?) -> any Error {
        meaning(
            sqlite3_extended_errcode(connection), sqlite3_errmsg(connection).map { String(cString: $0) } ?? "",
            in: statement)
    }

    /// What GRDB threw, in our terms.
    static func meaning(of error: any Error, in statement: String?) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        return meaning(error.extendedResultCode.rawValue, error.message ?? "", in: statement ?? error.sql)
    }

    static func meaning(_ code: Int32, _ message: String, in statement: String?) -> any Error {
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED:
            return Refusal.unavailable(
                "Another program is writing to the database. Nothing was changed; please try again in a moment")
        case SQLITE_FULL: return Refusal.unavailable("The disk that holds the database is full. Nothing was changed")
        case SQLITE_IOERR:
            return Refusal.unavailable(
                "The disk that holds the database failed (\(message)). Nothing is known to be saved")
        case SQLITE_CANTOPEN:
            return Refusal.unavailable(
                "The database file cannot be opened. Check that its folder exists and may be written")
        case SQLITE_READONLY where code != SQLITE_READONLY:
            return Refusal.unavailable("The database file may only be read")
        case SQLITE_NOTADB: return Refusal.unavailable("The file is not a database of ThinkChild's")
        case SQLITE_CORRUPT: return Refusal.unavailable("The database file is damaged: restore it from a backup")
        default: return StoreError(kind(of: code), message, statement: statement, code: "\(code)")
        }
    }

    private static func kind(of code: Int32) -> StoreError.Kind {
        switch code {
        case SQLITE_CONSTRAINT | (8 << 8), SQLITE_CONSTRAINT | (6 << 8), SQLITE_CONSTRAINT | (10 << 8): .duplicate
        case SQLITE_CONSTRAINT | (3 << 8): .dangling
        case SQLITE_CONSTRAINT | (1 << 8), SQLITE_CONSTRAINT | (5 << 8), SQLITE_CONSTRAINT | (7 << 8), SQLITE_MISMATCH:
            .rule
        case SQLITE_READONLY: .readOnly
        default: .statement
        }
    }
}

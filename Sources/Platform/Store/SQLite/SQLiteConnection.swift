import Foundation
import GRDB
import GRDBSQLite
import Kernel

/// One SQLite connection, used by the thread that holds it.
///
/// GRDB opens, configures and prepares; values are bound and read here with SQLite's own calls, since going through
/// GRDB's rows costs an allocation a value.
final class SQLiteConnection: Connection {
    let engine = Engine.sqlite
    private let db: Database
    /// In milliseconds.
    private let waitMax: Int
    private var cache: StatementCache<SQLiteStatement>

    init(_ db: Database, _ settings: StoreSettings) {
        self.db = db
        waitMax = settings.waitMax.milliseconds
        cache = StatementCache(countMax: settings.statementsKept)
    }

    /// Whether a transaction is open. Some failures (a full disk) end it on SQLite's own account.
    var isInTransaction: Bool { sqlite3_get_autocommit(db.sqliteConnection) == 0 }

    func run(_ sql: SQL) throws -> Int {
        try with(sql) { statement in
            let before = sqlite3_total_changes64(db.sqliteConnection)
            while try statement.step(sql) {}
            // A statement that changes nothing (a SELECT) leaves `changes` as the last one left it.
            return sqlite3_total_changes64(db.sqliteConnection) == before
                ? 0 : Int(sqlite3_changes64(db.sqliteConnection))
        }
    }

    func send(_ sql: SQL) throws { _ = try run(sql) }

    func rows(_ sql: SQL, _ state: TransactionState) throws -> [Row] {
        try with(sql) { statement in
            let kept = KeptCells(columns: statement.columns, declared: statement.declared, state: state)
            var count = 0
            while try statement.step(sql) {
                statement.copyRow(to: kept)
                count += 1
            }
            return (0..<count).map { Row(cells: kept, index: $0) }
        }
    }

    func one(_ sql: SQL, _ state: TransactionState) throws -> Row? {
        try with(sql) { statement in
            guard try statement.step(sql) else { return nil }
            let kept = KeptCells(columns: statement.columns, declared: statement.declared, state: state)
            statement.copyRow(to: kept)
            return Row(cells: kept, index: 0)
        }
    }

    func each(_ sql: SQL, _ state: TransactionState, _ body: (Row) -> Bool) throws {
        try with(sql) { statement in
            let row = Row(cells: SQLiteCells(statement, state: state), index: 0)
            while try statement.step(sql), body(row) {}
        }
    }

    func script(_ text: String) throws {
        do { try db.execute(sql: text) } catch { throw SQLiteFailure.meaning(of: error, in: nil) }
    }

    /// One process migrates; the others wait their turn between its migrations, then find nothing left to do.
    func beginMigrating() throws { try script("PRAGMA foreign_keys = OFF; PRAGMA busy_timeout = 600000") }
    func endMigrating() { try? script("PRAGMA foreign_keys = ON; PRAGMA busy_timeout = \(waitMax)") }

    func checkMigrated() throws {
        let state = TransactionState()
        guard let row = try one("PRAGMA foreign_key_check", state) else { return }
        throw StoreError(
            .dangling, "A row of \(row.optionalText(0) ?? "?") points at nothing in \(row.optionalText(2) ?? "?")")
    }

    private func with<Value>(_ sql: SQL, _ work: (SQLiteStatement) throws -> Value) throws -> Value {
        let statement = try prepared(sql)
        defer { statement.finish() }
        try statement.bind(sql.values)
        return try work(statement)
    }

    /// A statement that is not in the middle of something: recursion over one text needs a second one.
    private func prepared(_ sql: SQL) throws -> SQLiteStatement {
        if let statement = cache.statement(sql.text), !statement.isBusy { return statement }
        do {
            let statement = SQLiteStatement(try db.makeStatement(sql: sql.text))
            _ = cache.keep(statement, for: sql.text)
            return statement
        } catch {
            throw SQLiteFailure.meaning(of: error, in: sql.text)
        }
    }
}

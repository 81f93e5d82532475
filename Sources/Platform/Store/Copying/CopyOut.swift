import Foundation
import GRDB
import Kernel

extension Store {
    /// Writes everything that is committed now into a SQLite file of its own, from one snapshot, while others go on
    /// writing. The file is whole and alone: no `-wal` beside it.
    ///
    /// From PostgreSQL the rows are copied into the tables that the same migrations make on SQLite, so that a copy is
    /// read, checked and put back in one way whatever it was taken from.
    /// - Parameters:
    ///   - path: Where no file is yet.
    ///   - schemas: What made the tables; on PostgreSQL the database must be at exactly these.
    public func copy(to path: String, schemas: [Schema]) async throws {
        switch location {
        case .memory: throw Refusal.invalid([Problem("database", "A database in memory cannot be copied")])
        case .file(let source):
            // On a reader's own thread, since it blocks for as long as the copying takes.
            try await read { _ in try SQLiteCopy.copy(source, to: path) }
        case .postgres: try await copyRows(to: path, schemas)
        }
    }

    private func copyRows(to path: String, _ schemas: [Schema]) async throws {
        guard try await pending(schemas) == .none else {
            throw Refusal.outOfOrder(
                "The database is older than this ThinkChild: start the service once, then try again")
        }
        let made = try Store.open(.file(path))
        try await made.migrate(schemas)
        made.close()
        try SQLiteCopy.settle(path)
        try await read { tx in
            // Longer than any statement should take; and a second statement is what makes this one snapshot.
            try tx.run("SET LOCAL statement_timeout = 0")
            try SQLiteCopy.with(path) { copy in
                let tables = try copy.tables()
                try tx.mustHoldOnly(tables)
                try copy.run("PRAGMA foreign_keys = OFF")
                try copy.run("BEGIN IMMEDIATE")
                for table in tables {
                    // The closure may be run again: what it left behind the first time is not to be added to.
                    try copy.run("DELETE FROM \(raw: table.quoted)")
                    try table.copyRows(from: tx, to: copy)
                }
                try copy.run("COMMIT")
            }
        }
        try SQLiteCopy.settle(path)
    }
}

extension Transaction {
    /// A table that only PostgreSQL has would be left behind without a word.
    fileprivate func mustHoldOnly(_ tables: [TableShape]) throws {
        let held = try rows("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()").map { $0.text(0) }
        let known = Set(tables.map(\.name) + [TableShape.migrations])
        if let other = held.sorted().first(where: { !known.contains($0) }) {
            throw StoreError(.statement, "The database holds a table that is none of ThinkChild's: \(other)")
        }
    }
}

/// SQLite files that no store has open.
enum SQLiteCopy {
    /// SQLite's online backup: all pages in one step, from one snapshot; writers are not kept waiting.
    static func copy(_ source: String, to path: String) throws {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(30)
            let from = try DatabaseQueue(path: source, configuration: configuration)
            let to = try DatabaseQueue(path: path)
            try from.backup(to: to)
            try from.close()
            try to.close()
        } catch {
            throw SQLiteFailure.meaning(of: error, in: nil)
        }
        try settle(path)
    }

    /// Works on a file with a connection of its own, without GRDB's transaction around it.
    static func with<Value>(_ path: String, _ work: (Transaction) throws -> Value) throws -> Value {
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(1)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let value = try queue.writeWithoutTransaction { db in
                try work(Transaction(connection: SQLiteConnection(db, StoreSettings()), state: TransactionState()))
            }
            try queue.close()
            return value
        } catch {
            throw SQLiteFailure.meaning(of: error, in: nil)
        }
    }

    /// Takes the write-ahead log into the file, which is then whole by itself.
    static func settle(_ path: String) throws {
        try patiently {
            let mode = try with(path) { try $0.one("PRAGMA journal_mode = DELETE")?.optionalText(0) }
            guard mode == "delete" else { throw Refusal.unavailable("\(path) is open in another program") }
        }
    }

    /// Tries again for five seconds: a connection that has been let go is closed a moment later.
    private static func patiently(_ work: () throws -> Void) throws {
        let end = ContinuousClock.now + .seconds(5)
        while true {
            do { return try work() } catch let error as Refusal {
                guard case .unavailable = error, ContinuousClock.now < end else { throw error }
                usleep(50_000)
            }
        }
    }
}

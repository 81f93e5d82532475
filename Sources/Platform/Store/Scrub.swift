extension Store {
    /// Overwrites what was deleted from a table, or changed in it, in the database's own files.
    ///
    /// On SQLite the rows are written anew with the old pages zeroed, and the write-ahead log is emptied. On PostgreSQL
    /// the table is written anew (`VACUUM FULL`): the server's write-ahead log, its archive and its standbys keep what
    /// they have until they let it go by themselves. Holds the table, on SQLite every write, for as long as it takes.
    /// - Parameter table: Trusted; small enough for memory.
    /// - Returns: False where somebody who reads keeps the log from being emptied.
    public func scrub(_ table: String) async throws -> Bool {
        let isFile = if case .file = location { true } else { false }
        return try await ask(.exclusive) { tx in
            guard tx.engine == .sqlite else {
                try tx.connection.script("VACUUM FULL \(table)")
                return true
            }
            try tx.connection.beginMigrating()
            defer { tx.connection.endMigrating() }
            // Some builds of SQLite have it on in any case.
            let before = try tx.one("PRAGMA secure_delete")?.integer(0) ?? 0
            try tx.connection.script("PRAGMA secure_delete = ON")
            defer { try? tx.connection.script("PRAGMA secure_delete = \(before)") }
            try tx.connection.script(
                """
                BEGIN IMMEDIATE;
                CREATE TEMP TABLE store_kept AS SELECT * FROM main.\(table);
                DELETE FROM main.\(table);
                INSERT INTO main.\(table) SELECT * FROM temp.store_kept;
                DROP TABLE temp.store_kept;
                COMMIT;
                """)
            return try !isFile || tx.emptyLog()
        }
    }

    /// SQLite: writes the whole file anew, without what was deleted from it. For a file that nobody else has open.
    public func rebuild() async throws {
        guard engine == .sqlite else { return }
        try await ask(.exclusive) { tx in
            try tx.connection.script("VACUUM")
            _ = try tx.emptyLog()
        }
    }
}

extension Transaction {
    /// Takes the write-ahead log into the file and cuts it to nothing.
    fileprivate func emptyLog() throws -> Bool {
        try one("PRAGMA wal_checkpoint(TRUNCATE)")?.integer(0) == 0
    }
}

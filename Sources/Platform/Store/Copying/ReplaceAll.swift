import Kernel

extension Store {
    /// PostgreSQL: puts what a copy holds in place of everything here, in one transaction. What was here is moved to
    /// another schema, from which nothing reads.
    /// - Parameters:
    ///   - path: What `copy` wrote, at exactly the migrations of `schemas`.
    ///   - aside: The schema that what was here moves to; not made when nothing was here.
    /// - Returns: Whether anything was moved there.
    /// - Throws: `Refusal.unavailable` while another program has the database open.
    public func replaceAll(from path: String, schemas: [Schema], keepingAs aside: String) async throws -> Bool {
        try await ask(.exclusive) { tx in
            try tx.connection.script("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
            do {
                try tx.run("SET LOCAL statement_timeout = 0")
                try tx.mustBeAlone()
                let isMoved = try tx.moveAside(to: aside)
                try tx.connection.script(Dialect.rewrite(migrationTable, for: .postgres))
                for schema in schemas {
                    for migration in schema.migrations { try tx.migrate(schema.room, migration) }
                }
                try SQLiteCopy.with(path) { copy in
                    let tables = try copy.tables()
                    for table in tables {
                        try table.copyRows(from: copy, to: tx)
                        let (here, there) = (try tx.count(of: table), try copy.count(of: table))
                        guard here == there else {
                            throw StoreError(.rule, "\(table.name) has \(here) rows of \(there)")
                        }
                    }
                }
                try tx.moveNumbersOn()
                try tx.state.mustBeSound()
                try tx.connection.script("COMMIT")
                return isMoved
            } catch {
                try? tx.connection.script("ROLLBACK")
                throw error
            }
        }
    }

    /// PostgreSQL: the schemas of the database whose names begin so, sorted.
    public func schemas(beginningWith text: String) async throws -> [String] {
        try await read { tx in
            try tx.rows("SELECT nspname FROM pg_namespace WHERE starts_with(nspname, \(text)) ORDER BY nspname")
                .map { $0.text(0) }
        }
    }

    /// PostgreSQL: refuses while another program has the database open.
    public func mustBeAlone() async throws {
        if engine == .postgres { try await read { try $0.mustBeAlone() } }
    }
}

extension Transaction {
    /// Looks for other sessions of this program, told by the name it gives itself. One that has just been closed is
    /// there for a moment longer, and is waited for.
    fileprivate func mustBeAlone() throws {
        for _ in 0..<30 {
            let others = try one(
                """
                SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
                    AND application_name = current_setting('application_name')
                """)
            if others?.integer(0) == 0 { return }
            _ = try one("SELECT pg_stat_clear_snapshot(), pg_sleep(0.1)")
        }
        throw Refusal.unavailable("The service has the database open: stop it first")
    }

    /// - Returns: Whether there was anything to move.
    fileprivate func moveAside(to schema: String) throws -> Bool {
        let commands = try rows(
            """
            SELECT format('ALTER TABLE %I SET SCHEMA %I', c.relname, \(schema)) FROM pg_class c
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
                AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
            UNION ALL
            SELECT format('ALTER FUNCTION %s SET SCHEMA %I', p.oid::regprocedure, \(schema)) FROM pg_proc p
            WHERE p.pronamespace = current_schema()::regnamespace
                AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
            """
        ).map { $0.text(0) }
        if commands.isEmpty { return false }
        try run("CREATE SCHEMA \(raw: schema)")
        for command in commands { try run(SQL(raw: command)) }
        return true
    }

    /// Columns that number their rows by themselves go on after the last.
    fileprivate func moveNumbersOn() throws {
        let columns = try rows(
            """
            SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.relnamespace = current_schema()::regnamespace AND a.attidentity <> ''
            """)
        for column in columns {
            let (table, name) = (column.text(0), column.text(1))
            _ = try one(
                """
                SELECT setval(
                    pg_get_serial_sequence(\(table), \(name)), greatest(max(\(raw: name)), 1),
                    max(\(raw: name)) IS NOT NULL)
                FROM \(raw: table)
                """)
        }
    }
}

import Kernel

extension Store {
    /// Brings the tables up to what `schemas` say: each migration once, in order, under a lock, in a transaction of
    /// its own.
    /// - Throws: `StoreError.migration` when a shipped migration was edited, or when the database holds one that is
    ///   not in `schemas`: it was made by a newer ThinkChild. Those before the one that failed stay.
    public func migrate(_ schemas: [Schema]) async throws {
        let engine = engine
        let isDone = try await read { tx in
            try tx.hasMigrations() && Migrating(schemas, engine, applied: tx.applied()).next == nil
        }
        if isDone { return }
        try await ask(.exclusive) { tx in
            try tx.connection.beginMigrating()
            defer { tx.connection.endMigrating() }
            while try tx.migrateNext(schemas) {}
        }
    }
}

/// What has been done of what is to be done.
struct Migrating {
    struct Applied: Sendable {
        let room: String
        let name: String
        let digest: String
    }

    /// The first that has not been run.
    let next: (room: String, migration: Migration)?

    init(_ schemas: [Schema], _ engine: Engine, applied: [Applied]) throws {
        var digests: [String: String] = [:]
        for one in applied { digests[one.room + "/" + one.name] = one.digest }
        var next: (room: String, migration: Migration)?
        for schema in schemas {
            for migration in schema.migrations {
                let name = schema.room + "/" + migration.name
                if let digest = digests.removeValue(forKey: name) {
                    guard digest == migration.digest(for: engine) else { throw Migrating.edited(name) }
                    guard next?.room != schema.room else { throw Migrating.outOfOrder(name) }
                } else if next == nil {
                    next = (schema.room, migration)
                }
            }
        }
        if let unknown = digests.keys.min() { throw Migrating.newer(unknown) }
        self.next = next
    }

    private static func edited(_ name: String) -> StoreError {
        StoreError(
            .migration,
            "Migration \(name) is not what this database was made with: put it back, and write the change as a new one"
        )
    }

    private static func outOfOrder(_ name: String) -> StoreError {
        StoreError(
            .migration, "Migration \(name) has been run before one that stands ahead of it: a new migration goes last")
    }

    private static func newer(_ name: String) -> StoreError {
        StoreError(
            .migration,
            "This database was made by a newer ThinkChild (it has \(name)): use that version, or a backup from before")
    }
}

extension Transaction {
    func hasMigrations() throws -> Bool {
        switch engine {
        case .sqlite: try one("SELECT 1 FROM sqlite_schema WHERE name = 'store_migration'") != nil
        case .postgres: try one("SELECT to_regclass('store_migration') IS NOT NULL")?.flag(0) ?? false
        }
    }

    func applied() throws -> [Migrating.Applied] {
        try rows("SELECT room, name, digest FROM store_migration")
            .map { Migrating.Applied(room: $0.text(0), name: $0.text(1), digest: $0.text(2)) }
    }

    /// Runs the next one.
    /// - Returns: Whether there was one.
    fileprivate func migrateNext(_ schemas: [Schema]) throws -> Bool {
        try connection.script(engine == .sqlite ? "BEGIN IMMEDIATE" : "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
        do {
            if try !hasMigrations() { try connection.script(Dialect.rewrite(migrationTable, for: engine)) }
            let next = try Migrating(schemas, engine, applied: applied()).next
            if let next { try migrate(next.room, next.migration) }
            try state.mustBeSound()
            try connection.script("COMMIT")
            return next != nil
        } catch {
            try? connection.script("ROLLBACK")
            throw error
        }
    }

    private func migrate(_ room: String, _ migration: Migration) throws {
        do {
            try connection.script(Dialect.rewrite(migration.text(for: engine), for: engine))
            try connection.checkMigrated()
        } catch let error as StoreError {
            throw StoreError(
                error.kind, "Migration \(room)/\(migration.name): \(error.message)", statement: error.statement,
                code: error.code)
        }
        let now: SQL = engine == .sqlite ? "strftime('%Y-%m-%dT%H:%M:%f000Z', 'now')" : "clock_timestamp()"
        try run(
            """
            INSERT INTO store_migration (room, name, digest, applied_at)
            VALUES (\(room), \(migration.name), \(migration.digest(for: engine)), \(sql: now))
            """)
    }
}

private let migrationTable = """
    CREATE TABLE store_migration (
        room       TEXT NOT NULL,
        name       TEXT NOT NULL,
        digest     TEXT NOT NULL,
        applied_at TIMESTAMPTZ NOT NULL,
        PRIMARY KEY (room, name)
    );
    """

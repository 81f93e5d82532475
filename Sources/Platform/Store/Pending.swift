/// What a database has still to be brought up to.
public enum PendingMigrations: Sendable, Equatable {
    case none
    /// There is nothing in it yet.
    case new
    /// It was made by an older version.
    case some([String])
}

extension Store {
    /// What `migrate` would do.
    /// - Throws: `StoreError.migration` when the database was made by a newer version, or a migration was edited.
    public func pending(_ schemas: [Schema]) async throws -> PendingMigrations {
        let engine = engine
        return try await read { tx in
            guard try tx.hasMigrations() else { return .new }
            let applied = try tx.applied()
            guard try Migrating(schemas, engine, applied: applied).next != nil else { return .none }
            let done = Set(applied.map { "\($0.room)/\($0.name)" })
            return .some(
                schemas.flatMap { schema in schema.migrations.map { "\(schema.room)/\($0.name)" } }
                    .filter { !done.contains($0) })
        }
    }

    /// Every migration that has been run, as `room/name`; empty in a new database.
    public func migrationsDone() async throws -> [String] {
        try await read { tx in
            guard try tx.hasMigrations() else { return [] }
            return try tx.applied().map { "\($0.room)/\($0.name)" }.sorted()
        }
    }
}

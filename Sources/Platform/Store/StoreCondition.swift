import Foundation

/// How a database is set up, in the engine's own words, for whoever looks after it.
public struct StoreCondition: Sendable {
    /// Each setting that matters, by name: `journal_mode`, `server_version`, `fsync`.
    public let settings: [String: String]
    /// PostgreSQL: the server's clock; nil on SQLite, which has none.
    public let clock: Date?
    /// PostgreSQL: whether the server is a standby, which cannot be written.
    public let isStandby: Bool
}

extension Store {
    public func condition() async throws -> StoreCondition {
        try await read { tx in
            switch tx.engine {
            case .sqlite:
                let names = ["journal_mode", "page_count", "page_size"]
                let values = try names.map { try tx.one("PRAGMA \(raw: $0)")?.binding(0) }
                return StoreCondition(
                    settings: Dictionary(
                        uniqueKeysWithValues: zip(names, values.map { $0.map(StoreCondition.words) ?? "" })),
                    clock: nil, isStandby: false)
            case .postgres:
                let rows = try tx.rows(
                    """
                    SELECT name, setting FROM pg_settings WHERE name IN ('server_version', 'server_version_num',
                        'fsync', 'synchronous_commit', 'full_page_writes', 'max_connections', 'server_encoding')
                    """)
                let server = try tx.one("SELECT clock_timestamp(), pg_is_in_recovery()")
                return StoreCondition(
                    settings: Dictionary(rows.map { ($0.text(0), $0.text(1)) }, uniquingKeysWith: { $1 }),
                    clock: server?.optionalInstant(0), isStandby: server?.optionalFlag(1) ?? false)
            }
        }
    }

    /// What the engine finds wrong with the file, and rows that point at nothing; empty when all is well.
    /// Reads everything on SQLite; asks nothing of PostgreSQL, which minds its own files.
    public func faults() async throws -> [String] {
        guard engine == .sqlite else { return [] }
        return try await read { tx in
            let torn = try tx.rows("PRAGMA integrity_check(5)").map { $0.text(0) }.filter { $0 != "ok" }
            let dangling = try tx.one("PRAGMA foreign_key_check")
                .map { "A row of \($0.text(0)) points at nothing in \($0.text(2))" }
            return torn + [dangling].compactMap { $0 }
        }
    }
}

extension StoreCondition {
    fileprivate static func words(_ value: SQLBinding) -> String {
        switch value {
        case .text(let text): text
        case .integer(let number): "\(number)"
        default: ""
        }
    }
}

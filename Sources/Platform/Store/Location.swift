import Foundation
public import Kernel

/// Where a database is: in memory, in a file, or on a PostgreSQL server.
public enum Location: Sendable, Equatable {
    /// SQLite in memory: one connection, gone when the store closes.
    case memory
    /// SQLite in a file, with its `-wal` and `-shm` beside it.
    case file(String)
    /// A `postgres://` or `postgresql://` URL, as libpq reads it (several hosts allowed).
    case postgres(String)

    /// Reads a path, `:memory:`, or a URL.
    public init(_ text: String) throws(Refusal) {
        let scheme = text.range(of: "://").map { text[..<$0.lowerBound].lowercased() }
        switch scheme {
        case "postgres", "postgresql": self = .postgres(text)
        case .some(let other):
            throw .invalid([
                Problem("database", "\(other):// is not a kind of database: give a file's path, or a postgres:// URL")
            ])
        case nil where text == ":memory:": self = .memory
        case nil where text.isEmpty || text.utf8.contains(0):
            throw .invalid([Problem("database", "Give a file's path, or a postgres:// URL")])
        case nil: self = .file(text)
        }
    }

    public var engine: Engine {
        if case .postgres = self { .postgres } else { .sqlite }
    }
}

extension Location: CustomStringConvertible {
    /// The path or the URL, without any password.
    public var description: String {
        switch self {
        case .memory: ":memory:"
        case .file(let path): path
        case .postgres(let url): Location.withoutPassword(url)
        }
    }

    /// What the database is called, which tells nobody where it is: the file's own name, or the database's.
    public var name: String {
        switch self {
        case .memory: description
        case .file(let path): URL(fileURLWithPath: path).lastPathComponent
        case .postgres: description.split(separator: "/").last.map(String.init) ?? "postgres"
        }
    }

    /// A password may stand before the `@` and among the parameters: the first is cut, and parameters are left out
    /// whole.
    private static func withoutPassword(_ url: String) -> String {
        guard let scheme = url.range(of: "://") else { return "postgres" }
        var rest = url[scheme.upperBound...]
        if let parameters = rest.firstIndex(of: "?") { rest = rest[..<parameters] }
        guard let at = rest.lastIndex(of: "@") else { return String(url[..<scheme.upperBound] + rest) }
        let user = rest[..<at].prefix { $0 != ":" }
        return String(url[..<scheme.upperBound] + user + rest[at...])
    }
}

/// The limits of a store, each with its unit. The defaults suit two cores and one authority.
public struct StoreSettings: Sendable {
    /// SQLite: connections that read in parallel.
    public var readers = 4
    /// SQLite: how many waiting writes may share one flush.
    public var groupMax = 128
    /// SQLite: page cache of each connection, in kibibytes.
    public var cacheKibibytes = 12_288
    /// PostgreSQL: connections, each with a thread of its own.
    public var connections = 8
    /// How long a closure may wait for its turn, or for another process's lock.
    public var waitMax: Duration = .seconds(10)
    /// How many closures may wait at once; the next is refused.
    public var waitersMax = 4_096
    /// How long one statement may run on PostgreSQL.
    public var statementMax: Duration = .seconds(300)
    /// Prepared statements kept for each connection.
    public var statementsKept = 256
    /// PostgreSQL: how often a write that met another's is run again before it is given up.
    public var retriesMax = 20

    public init() {}
}

extension Duration {
    var milliseconds: Int { Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000) }
}

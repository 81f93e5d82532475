import Kernel

/// The database: what is written in one closure happens whole or not at all, and is durable when the caller hears of
/// it.
public final class Store: Sendable {
    public let location: Location
    private let backend: any Backend
    private let counting: Counting
    private let chores = Chores()
    let companions = Companions()

    /// Opens the database and, on PostgreSQL, connects once, so that a wrong address is found at the start.
    public static func open(_ location: Location, settings: StoreSettings = .init()) throws -> Store {
        try Store(location, settings)
    }

    private init(_ location: Location, _ settings: StoreSettings) throws {
        self.location = location
        counting = Counting()
        switch location {
        case .memory: backend = try SQLiteEngine(path: nil, settings, counting)
        case .file(let path): backend = try SQLiteEngine(path: path, settings, counting)
        case .postgres(let url): backend = try postgresEngine(url, settings, counting)
        }
    }

    // Whoever lets go last may be one of the threads that closing waits for.
    deinit { backend.close(waiting: false) }

    public var engine: Engine { location.engine }

    public var counters: StoreCounters { counting.now }

    /// Reads from one snapshot: statements in `work` agree with one another, and never see what is not committed.
    /// `work` may run more than once, and must do nothing but read.
    /// - Throws: What `work` throws; `Refusal.unavailable` where the database does not answer; `StoreError`.
    public func read<Value: Sendable>(_ work: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value {
        counting.add { $0.reads += 1 }
        return try await ask(.read, work)
    }

    /// Writes whole or not at all. What `work` read is still true when it is kept, on both engines.
    ///
    /// `work` may run more than once before the caller hears of it: when it met another's write, when the connection
    /// was lost before the commit, or when another write of the same group spoilt the commit.
    /// - Throws: What `work` throws, with nothing kept; `Refusal.unavailable`, which says so where it may have been
    ///   kept; `StoreError`.
    public func write<Value: Sendable>(_ work: @escaping @Sendable (Transaction) throws -> Value) async throws -> Value
    {
        try await ask(.write(.serial), work)
    }

    /// Writes with another view of what others write meanwhile.
    public func write<Value: Sendable>(
        _ isolation: Isolation, _ work: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        try await ask(.write(isolation), work)
    }

    /// Lets what has been asked be done, then closes. What is asked later is refused. Blocks.
    public func close() { backend.close(waiting: true) }

    func ask(_ chore: Chore) { chores.ask(chore, of: self) }

    func ask<Value: Sendable>(_ kind: Job.Kind, _ work: @escaping @Sendable (Transaction) throws -> Value) async throws
        -> Value
    {
        try await withUnsafeThrowingContinuation { caller in backend.add(Asked(kind, of: self, work, for: caller)) }
    }
}

/// What a write may see of others' writes while it runs.
public enum Isolation: Sendable {
    /// As if it ran alone: what every command needs.
    case serial
    /// Each statement sees whatever is committed when it begins. For work that takes a lock of its own first.
    case latest
}

/// An engine as a store sees it.
protocol Backend: Sendable {
    func add(_ job: Job)
    /// May be called again.
    func close(waiting: Bool)
}

#if PostgreSQL
private func postgresEngine(_ url: String, _ settings: StoreSettings, _ counting: Counting) throws -> any Backend {
    try PostgresEngine(url, settings, counting)
}
#else
private func postgresEngine(_ url: String, _ settings: StoreSettings, _ counting: Counting) throws -> any Backend {
    throw Refusal.unavailable(
        "This ThinkChild was built without PostgreSQL. Build it with --traits PostgreSQL, or give a file's path")
}
#endif

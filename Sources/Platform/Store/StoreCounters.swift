import Synchronization

/// What a store has done since it was opened, for `/metrics` and the bench. Everything only grows.
public struct StoreCounters: Sendable, Equatable {
    /// Read closures asked for.
    public var reads = 0
    /// Write closures that were kept.
    public var writes = 0
    /// Commits that made writes durable: on SQLite one flush each, however many writes shared it.
    public var commits = 0
    /// The most writes that ever shared a commit.
    public var groupSizeMax = 0
    /// Closures refused because their turn, or a lock, did not come in time.
    public var busy = 0
    /// Writes run again because they met another's.
    public var retries = 0
    /// Connections made anew after one was lost.
    public var reconnects = 0

    public init() {}
}

/// Counters that any thread may add to.
final class Counting: Sendable {
    private let counters = Mutex(StoreCounters())

    var now: StoreCounters { counters.withLock { $0 } }
    func add(_ change: (inout sending StoreCounters) -> Void) { counters.withLock { change(&$0) } }
}

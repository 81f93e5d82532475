import Dispatch

/// A closure waiting for a thread that has a connection.
class Job: @unchecked Sendable {
    /// How the closure is to be run.
    enum Kind: Sendable, Equatable {
        case read
        case write(Isolation)
        /// The closure begins and commits for itself.
        case exclusive
    }

    let kind: Kind
    private weak let store: Store?
    let asked = DispatchTime.now().uptimeNanoseconds

    init(_ kind: Kind, of store: Store) {
        self.kind = kind
        self.store = store
    }

    /// Runs the closure and keeps its value. May be called again: the last value counts.
    func attempt(_ transaction: Transaction) throws {}
    /// Tells the caller, once.
    func succeed() {}
    func fail(_ error: any Error) {}

    /// Runs the closure once on a connection whose transaction has begun.
    /// - Returns: What is to be done after the commit.
    func run(on connection: any Connection) throws -> [@Sendable () -> Void] {
        let state = TransactionState(store)
        try attempt(Transaction(connection: connection, state: state))
        try state.mustBeSound()
        return state.after
    }
}

/// A job that gives a value. Touched by one thread at a time: first the asker's, then the connection's.
final class Asked<Value: Sendable>: Job, @unchecked Sendable {
    private let work: @Sendable (Transaction) throws -> Value
    private let caller: UnsafeContinuation<Value, any Error>
    private var value: Value?

    init(
        _ kind: Kind, of store: Store, _ work: @escaping @Sendable (Transaction) throws -> Value,
        for caller: UnsafeContinuation<Value, any Error>
    ) {
        self.work = work
        self.caller = caller
        super.init(kind, of: store)
    }

    override func attempt(_ transaction: Transaction) throws { value = try work(transaction) }

    override func succeed() {
        guard let value else { preconditionFailure("A job succeeds only after it was attempted") }
        caller.resume(returning: value)
    }

    override func fail(_ error: any Error) { caller.resume(throwing: error) }
}

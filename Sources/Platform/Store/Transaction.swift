/// One unit of work. Everything inside happens, or none of it does.
///
/// Its methods do not suspend, so what a command checked is still true when it writes. A statement that fails ends
/// the transaction on both engines: what follows fails the same way, and nothing is kept, even where the error was
/// caught. A closure may be run more than once before its caller hears of it, so it must do nothing but speak to its
/// transaction; `afterCommit` is for the rest.
public struct Transaction {
    let connection: any Connection
    let state: TransactionState

    public var engine: Engine { connection.engine }

    /// Rows changed.
    @discardableResult
    public func run(_ sql: SQL) throws -> Int {
        try state.stating(sql) { try connection.run(sql) }
    }

    /// Runs a statement whose outcome nobody waits for: a failure surfaces at the next statement, or at the commit.
    /// On PostgreSQL it travels with that one, which saves a round trip.
    public func send(_ sql: SQL) throws {
        try state.stating(sql) { try connection.send(sql) }
    }

    /// Every row, in memory: for results whose size is known to be bounded.
    public func rows(_ sql: SQL) throws -> [Row] {
        try state.stating(sql) { try connection.rows(sql, state) }
    }

    /// The first row, or nil.
    public func one(_ sql: SQL) throws -> Row? {
        try state.stating(sql) { try connection.one(sql, state) }
    }

    /// Streams: memory does not grow with the result. The row is valid only in `body`, which may run other statements.
    public func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        // What the body throws is the caller's own affair: it stops the reading, and does not break the transaction.
        var thrown: (any Error)?
        try state.stating(sql) {
            try connection.each(sql, state) { row in
                do { try body(row) } catch { thrown = error }
                return thrown == nil
            }
        }
        if let thrown { throw thrown }
    }

    /// Runs `work` once the change is durable, on the database's own thread: keep it short. Dropped if nothing is kept.
    public func afterCommit(_ work: @escaping @Sendable () -> Void) { state.after.append(work) }

    /// Has a chore done soon after the change is durable.
    public func afterCommit(_ chore: Chore) {
        if state.chores.contains(where: { $0.name == chore.name }) { return }
        state.chores.append(chore)
        state.after.append { [weak store = state.store] in store?.ask(chore) }
    }
}

/// What an engine gives a transaction: statements, one at a time, on one thread.
protocol Connection: AnyObject {
    var engine: Engine { get }
    func run(_ sql: SQL) throws -> Int
    func send(_ sql: SQL) throws
    func rows(_ sql: SQL, _ state: TransactionState) throws -> [Row]
    func one(_ sql: SQL, _ state: TransactionState) throws -> Row?
    /// Until `body` answers false, or there are no more rows.
    func each(_ sql: SQL, _ state: TransactionState, _ body: (Row) -> Bool) throws
    /// Runs several statements that bind nothing.
    func script(_ text: String) throws
    func beginMigrating() throws
    func endMigrating()
    /// What must hold before a migration is committed.
    func checkMigrated() throws
}

/// What one run of a closure leaves behind besides its value.
final class TransactionState {
    var after: [@Sendable () -> Void] = []
    var chores: [Chore] = []
    private(set) weak var store: Store?
    private(set) var failure: (any Error)?
    /// The text of the statement last run, for errors.
    private(set) var statement: String?

    init(_ store: Store? = nil) { self.store = store }

    /// Keeps the first failure: what follows from it says less.
    func fail(_ error: any Error) {
        if failure == nil { failure = error }
    }

    func stating<Value>(_ sql: SQL, _ work: () throws -> Value) throws -> Value {
        try mustBeSound()
        statement = sql.text
        do {
            return try work()
        } catch {
            fail(error)
            throw error
        }
    }

    func mustBeSound() throws {
        if let failure { throw failure }
    }
}

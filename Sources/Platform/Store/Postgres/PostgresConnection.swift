#if PostgreSQL
import CPostgres
import Foundation
import Kernel

/// One connection to PostgreSQL: prepared statements, and requests that travel together.
///
/// A transaction's BEGIN, and statements whose outcome nobody waits for, are owed: they go with the next that is
/// waited for.
final class PostgresConnection: Connection {
    let engine = Engine.postgres
    let wire: PostgresWire
    /// How long a statement, and a lock, may take.
    private let limits: String
    var cache: StatementCache<PostgresVariants>
    /// How many statements have been prepared: the next one's name.
    var made = 0
    /// Prepared statements that the server may drop.
    var forgotten: [String] = []
    private var owed: [SQL] = []
    /// The rows of an `each` that are still to come.
    private var stream: PostgresStream?
    /// What broke the transaction, whatever its closure made of it.
    private(set) var trouble: PostgresTrouble?
    private var isOpen = false

    /// How far a read has come without a transaction.
    private enum Reading: Equatable { case no, nothingYet, one(String) }
    private var reading = Reading.no
    private let longReads: LongReads
    /// Whether the server has been told to commit, so that a loss from now on leaves the outcome unknown.
    private(set) var isCommitting = false

    var isLost: Bool { wire.isLost }

    init(_ url: String, _ settings: StoreSettings, _ longReads: LongReads) throws {
        self.longReads = longReads
        wire = try PostgresWire(url, settings)
        cache = StatementCache(countMax: settings.statementsKept)
        limits =
            """
            SET statement_timeout = \(settings.statementMax.milliseconds);
            SET lock_timeout = \(settings.waitMax.milliseconds)
            """
        try wire.script(
            """
            SET default_transaction_read_only = on; SET TimeZone = 'UTC';
            SET client_min_messages = error; SET jit = off;

            """
                + limits)
    }

    // MARK: - Transactions

    /// - Parameter how: Nil when the closure begins for itself.
    func begin(_ how: SQL?) {
        (owed, trouble, isOpen, isCommitting, reading) = (how.map { [$0] } ?? [], nil, false, false, .no)
    }

    /// One statement is a snapshot of itself and needs no transaction, which saves more than half of its cost. A
    /// closure that turns out to ask for more is run again in one, and so is, from then on, every one that begins
    /// with the same statement.
    func beginReading(inTransaction isLong: Bool) {
        begin(isLong ? PostgresConnection.beginRead : nil)
        reading = isLong ? .no : .nothingYet
    }

    private static let beginRead: SQL = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"

    func commit() throws {
        // A closure that asked for nothing has nothing to commit.
        guard isOpen || owed.count > 1 else { return owed = [] }
        // Nothing has been asked yet: whether the server is there is found out before it is told to commit.
        if !isOpen, let last = owed.popLast() { PQclear(try ask(last).result) }
        isCommitting = true
        let answer = try ask("COMMIT")
        isOpen = false
        defer { PQclear(answer.result) }
        // A COMMIT after a failure is answered with ROLLBACK.
        guard let word = PQcmdStatus(answer.result), String(cString: word) == "COMMIT" else {
            throw StoreError(.statement, "The transaction had failed before it was committed")
        }
    }

    /// Ends a transaction that changed nothing, without waiting for the answer.
    func finishReading() {
        owed = []
        guard isOpen, !isLost, reading == .no else { return }
        isOpen = false
        _ = try? noting {
            try send(try requests(for: "COMMIT"))
            try wire.syncUnread()
        }
    }

    func rollBack() {
        owed = []
        guard isOpen, !isLost, reading == .no else { return }
        isOpen = false
        if let answer = try? ask("ROLLBACK") { PQclear(answer.result) }
    }

    // MARK: - Statements

    func run(_ sql: SQL) throws -> Int {
        let answer = try ask(sql)
        defer { PQclear(answer.result) }
        return PQcmdTuples(answer.result).flatMap { Int(String(cString: $0)) } ?? 0
    }

    func send(_ sql: SQL) throws {
        owed.append(sql)
        // Bounded, since what is owed is held here until it goes.
        guard owed.count >= 64, let last = owed.popLast() else { return }
        PQclear(try ask(last).result)
    }

    func rows(_ sql: SQL, _ state: TransactionState) throws -> [Row] {
        let answer = try ask(sql)
        let cells = PostgresCells(answer.result, answer.shape, state)
        return (0..<cells.count).map { Row(cells: cells, index: $0) }
    }

    func one(_ sql: SQL, _ state: TransactionState) throws -> Row? { try rows(sql, state).first }

    func each(_ sql: SQL, _ state: TransactionState, _ body: (Row) -> Bool) throws {
        if sql.endsInLimit {
            for row in try rows(sql, state) where !body(row) { return }
            return
        }
        let stream = try noting {
            let (before, last) = try sendOwed(and: sql)
            do { PQclear(try readAnswers(to: before)) } catch {
                if !isLost { try wire.readToSync() }
                throw error
            }
            let stream = PostgresStream(wire, sql.text, last)
            self.stream = stream
            try stream.start()
            return stream
        }
        defer { stream.end() }
        while let row = try noting({ try stream.next(state) }), body(row) {}
        try noting { try stream.drain(keeping: false) }
    }

    func script(_ text: String) throws {
        try noting {
            try stream?.drain(keeping: true)
            try wire.script(text)
        }
    }

    func beginMigrating() throws {
        // One process migrates; the others wait, then find nothing left to do.
        try script(
            """
            SET statement_timeout = 0; SET lock_timeout = '10min';
            SELECT pg_advisory_lock(\(migrationLock), hashtext(current_schema()))
            """
        )
    }

    func endMigrating() {
        try? script("SELECT pg_advisory_unlock(\(migrationLock), hashtext(current_schema())); " + limits)
    }

    func checkMigrated() throws {}

    // MARK: - Batches

    /// Sends what is owed and one statement more, and waits for their answers.
    private func ask(_ sql: SQL) throws -> PostgresAnswer {
        try noting {
            let (before, last) = try sendOwed(and: sql)
            let result: OpaquePointer?
            do { result = try readAnswers(to: before + [last]) } catch {
                if !isLost { try wire.readToSync() }
                throw error
            }
            try wire.readToSync()
            guard let result else {
                throw StoreError(.statement, "The statement was not answered", statement: sql.text)
            }
            if case .execute(let statement) = last.kind, let shape = statement.shape {
                return PostgresAnswer(result: result, shape: shape)
            }
            return PostgresAnswer(result: result, shape: PostgresShape(of: result))
        }
    }

    private func sendOwed(and sql: SQL) throws -> (before: [PostgresRequest], last: PostgresRequest) {
        try stream?.drain(keeping: true)
        try startReading(with: sql)
        if !isOpen { try forget() }
        isOpen = true
        var all: [PostgresRequest] = []
        for sql in owed + [sql] { all += try requests(for: sql) }
        owed = []
        try send(all)
        try wire.sync()
        try wire.catchUp()
        let last = all.removeLast()
        return (all, last)
    }

    /// Has the server drop what is no longer kept prepared, in a batch of its own between two transactions: before a
    /// BEGIN in one batch it would be that transaction's first statement, and after a failure it would be in the way
    /// of the ROLLBACK.
    private func forget() throws {
        guard !forgotten.isEmpty else { return }
        try send(
            forgotten.map {
                PostgresRequest(kind: .forget($0), sql: "DEALLOCATE", parameters: try PostgresParameters([]))
            })
        forgotten = []
        try wire.syncUnread()
    }

    private func startReading(with sql: SQL) throws {
        switch reading {
        case .no: break
        case .nothingYet where longReads.contains(sql.text) || !owed.isEmpty:
            owed.insert(PostgresConnection.beginRead, at: 0)
            reading = .no
        case .nothingYet: reading = .one(sql.text)
        case .one(let first):
            longReads.insert(first)
            throw PostgresTrouble.longRead
        }
    }

    private func noting<Value>(_ work: () throws -> Value) throws -> Value {
        do { return try work() } catch {
            if trouble == nil { trouble = error as? PostgresTrouble }
            throw error
        }
    }
}

/// "store" on a telephone's keys.
private let migrationLock = 78_673
#endif

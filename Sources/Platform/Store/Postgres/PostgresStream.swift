#if PostgreSQL
import CPostgres

/// The rows of one statement as they come, each a result of its own.
///
/// A small result is read whole before its first row is given, so that the connection is free for what the body asks;
/// a large one is read on as rows are taken, or to its end when the body asks something else meanwhile.
final class PostgresStream {
    private let wire: PostgresWire
    private let request: PostgresRequest
    private let statement: String
    private var waiting: [OpaquePointer] = []
    private var taken = 0
    private var shape: PostgresShape?
    private var isOver = false
    private static let aheadMax = 1_000

    init(_ wire: PostgresWire, _ statement: String, _ request: PostgresRequest) {
        self.wire = wire
        self.statement = statement
        self.request = request
    }

    deinit { end() }

    /// Lets go of what nobody took.
    func end() {
        waiting[taken...].forEach { PQclear($0) }
        (waiting, taken) = ([], 0)
    }

    func start() throws {
        wire.readRowByRow()
        while !isOver, waiting.count < PostgresStream.aheadMax { try read(keeping: true) }
    }

    func next(_ state: TransactionState) throws -> Row? {
        if taken == waiting.count, !isOver {
            (waiting, taken) = ([], 0)
            try read(keeping: true)
        }
        guard taken < waiting.count else { return nil }
        let result = waiting[taken]
        taken += 1
        let shape = shape ?? PostgresShape(of: result)
        self.shape = shape
        return Row(cells: PostgresCells(result, shape, state), index: 0)
    }

    /// Reads to the end, so that the connection can be asked something else.
    func drain(keeping: Bool) throws {
        while !isOver { try read(keeping: keeping) }
    }

    private func read(keeping: Bool) throws {
        do {
            guard let result = try wire.answer() else {
                isOver = true
                return try wire.readToSync()
            }
            let checked = try wire.checked(result, in: statement)
            if keeping, PQresultStatus(checked) == PGRES_SINGLE_TUPLE {
                waiting.append(checked)
            } else {
                PQclear(checked)
            }
        } catch {
            if !isOver, !wire.isLost { try wire.readToSync() }
            isOver = true
            throw error
        }
    }
}
#endif

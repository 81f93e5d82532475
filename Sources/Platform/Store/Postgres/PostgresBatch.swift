#if PostgreSQL
import CPostgres

extension PostgresConnection {
    /// What is to be sent for a statement: itself, and before it, when it is not prepared, its preparation.
    func requests(for sql: SQL) throws -> [PostgresRequest] {
        let parameters = try PostgresParameters(sql.values)
        func request(_ kind: PostgresRequest.Kind) -> PostgresRequest {
            PostgresRequest(kind: kind, sql: sql, parameters: parameters)
        }
        let known = cache.statement(sql.text)?.statements ?? []
        if let statement = known.first(where: { $0.takes(parameters.types) }) { return [request(.execute(statement))] }
        if known.count >= PostgresVariants.countMax { return [request(.once)] }
        made += 1
        let statement = PostgresStatement("s\(made)", parameters.types)
        let description = statement.infers ? [request(.describe(statement))] : []
        return [request(.prepare(statement))] + description + [request(.execute(statement))]
    }

    func send(_ requests: [PostgresRequest]) throws {
        for request in requests {
            switch request.kind {
            case .prepare(let statement): try wire.sendPrepare(statement.name, request.sql.numbered, statement.types)
            case .describe(let statement): try wire.sendDescribe(statement.name)
            case .execute(let statement): try wire.sendPrepared(statement.name, request.parameters)
            case .once: try wire.send(request.sql.numbered, request.parameters)
            case .forget(let name): try wire.send("DEALLOCATE \(name)", request.parameters)
            }
        }
    }

    /// Reads the answers to `requests` in order.
    /// - Returns: The last one's.
    /// - Throws: The first failure, once all answers are read.
    func readAnswers(to requests: [PostgresRequest]) throws -> OpaquePointer? {
        var last: OpaquePointer?, failure: (any Error)?
        for request in requests {
            while let result = try wire.answer() {
                // Nothing is done of what follows a failure.
                if PQresultStatus(result) == PGRES_PIPELINE_ABORTED {
                    PQclear(result)
                    continue
                }
                do {
                    let checked = try wire.checked(result, in: request.sql.text)
                    last.map { PQclear($0) }
                    last = checked
                    learn(from: checked, request)
                } catch { failure = failure ?? error }
            }
        }
        if let failure {
            last.map { PQclear($0) }
            throw failure
        }
        return last
    }

    private func learn(from result: OpaquePointer, _ request: PostgresRequest) {
        switch request.kind {
        case .prepare(let statement):
            var variants = cache.statement(request.sql.text) ?? PostgresVariants()
            variants.statements.append(statement)
            for evicted in cache.keep(variants, for: request.sql.text)?.statements ?? [] {
                forgotten.append(evicted.name)
            }
        case .describe(let statement): statement.learn(from: result)
        case .execute(let statement):
            if statement.shape == nil { statement.shape = PostgresShape(of: result) }
        case .once, .forget: break
        }
    }
}
#endif

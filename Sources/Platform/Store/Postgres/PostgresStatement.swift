#if PostgreSQL
import CPostgres

/// One statement prepared on one connection: PostgreSQL fixes its parameters' types when it is.
final class PostgresStatement {
    let name: String
    /// 0 where the server is still to say what it inferred.
    private(set) var types: [Oid]
    /// The result's columns, once it has run.
    var shape: PostgresShape?

    init(_ name: String, _ types: [Oid]) {
        self.name = name
        self.types = types
    }

    /// Whether the server was left to infer a type: of a null that could be anything.
    var infers: Bool { types.contains(0) }

    /// Whether values of these types may be bound: 0, a null that could be anything, goes anywhere.
    func takes(_ wanted: [Oid]) -> Bool { zip(types, wanted).allSatisfy { $0 == $1 || $1 == 0 } }

    /// Learns what the server inferred.
    func learn(from description: OpaquePointer) {
        types = (0..<PQnparams(description)).map { PQparamtype(description, $0) }
    }
}

/// What one SQL text has been prepared as: more than one thing only when nulls of no particular type were bound.
struct PostgresVariants {
    var statements: [PostgresStatement] = []
    static let countMax = 8
}

/// One request of a batch, and what is to be made of its answer.
struct PostgresRequest {
    enum Kind {
        case prepare(PostgresStatement), describe(PostgresStatement), execute(PostgresStatement), once, forget(String)
    }

    let kind: Kind
    let sql: SQL
    let parameters: PostgresParameters
}

/// What a statement gave. Whoever asked frees the result.
struct PostgresAnswer {
    let result: OpaquePointer
    let shape: PostgresShape
}
#endif

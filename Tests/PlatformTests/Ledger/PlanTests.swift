import Cast
import Kernel
import Store
import Testing

@testable import Ledger

/// What every request asks of the ledger costs the same however long the ledger is.
@Suite struct PlanTests {
    @Test(
        "SQLite goes through no facts to tell where the ledger ends, or what was said since",
        arguments: [
            Head.statement(knowsLooks: true), Head.statement(knowsLooks: false), ReadingPoint.waiting,
            ReadingPoint.sealed(after: 1),
        ])
    func plan(statement: SQL) async throws {
        let store = try await LedgerTests.store(.sqlite, facts: 3)
        let steps = try await store.read { tx in
            try tx.rows("EXPLAIN QUERY PLAN \(sql: statement)").map { $0.text(3) }
        }
        // `f` and `g` are the facts: each is looked up by its number, and never scanned.
        #expect(steps.contains { $0.hasPrefix("SEARCH f ") || $0.hasPrefix("SEARCH g ") })
        #expect(!steps.contains { $0.hasPrefix("SCAN f") || $0.hasPrefix("SCAN g") }, "\(steps)")
    }
}

import Foundation
import Kernel
import Ledger
import Store
import Synchronization
import Testing

/// Several at once, each writing one thing and its fact after another, and noting how each write ended.
final class Traffic: Sendable {
    /// How the writes ended, by the identifier of the thing that was written.
    struct Outcome {
        var acknowledged: Set<Int> = []
        /// Refused: the thing may be there only where the commit had been sent.
        var refused: Set<Int> = []
        /// Refusals of another kind than `unavailable`, and errors meant for engineers.
        var unclear: [String] = []
    }

    private let store: Store
    private let first: Int
    private let noted = Mutex(Outcome())
    private let isOver = Atomic(false)

    static let schemas = [Ledger.schema, WritersTests.tables]
    private static let fact = Fact(
        "traffic.written", about: Subject(kind: "thing", id: "x", name: "X"), "Wrote a thing")

    /// - Parameter first: Identifiers from this one on are its own.
    init(_ store: Store, from first: Int) { (self.store, self.first) = (store, first) }

    var outcome: Outcome { noted.withLock { $0 } }

    /// Writes until told to stop. `acknowledged` hears of each write that was kept.
    func run(writers: Int, _ acknowledged: @escaping @Sendable (Int) -> Void = { _ in }) async {
        await withTaskGroup { group in
            for writer in 0..<writers {
                group.addTask {
                    var id = self.first + writer * 1_000_000
                    while !self.isOver.load(ordering: .relaxed) {
                        await self.write(id, acknowledged)
                        id += 1
                    }
                }
            }
        }
    }

    func stop() { isOver.store(true, ordering: .relaxed) }

    private func write(_ id: Int, _ acknowledged: @Sendable (Int) -> Void) async {
        do {
            try await store.write { tx in
                try tx.run("INSERT INTO writers_thing (id) VALUES (\(id))")
                try tx.record(Traffic.fact, by: .keyboard, at: Date(timeIntervalSince1970: 0))
            }
            acknowledged(id)
            noted.withLock { _ = $0.acknowledged.insert(id) }
        } catch {
            noted.withLock { noted in
                noted.refused.insert(id)
                if case Refusal.unavailable? = error as? Refusal { return }
                noted.unclear.append("\(error)")
            }
            try? await Task.sleep(for: .milliseconds(5))
        }
    }

    /// Waits until so many more have been acknowledged; gives up, and says so, after a minute.
    func goesOn(for count: Int = 100, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let wanted = outcome.acknowledged.count + count
        for _ in 0..<6_000 {
            if outcome.acknowledged.count >= wanted { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("No \(count) writes in a minute; \(outcome.unclear)", sourceLocation: sourceLocation)
    }
}

/// What a store holds of `Traffic`'s writes, checked against what was acknowledged.
struct Kept {
    let things: Set<Int>
    let facts: Int

    init(in store: Store) async throws {
        (things, facts) = try await store.read { tx in
            let things = Set(try tx.rows("SELECT id FROM writers_thing").map { $0.integer(0) })
            return (things, try tx.one("SELECT count(*) FROM ledger_fact")?.integer(0) ?? 0)
        }
    }

    /// Everything acknowledged is there, a thing and its fact are there together, and the chain holds.
    func expect(
        _ acknowledged: Set<Int>, in store: Store, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let lost = acknowledged.subtracting(things)
        #expect(lost.isEmpty, "\(lost.count) acknowledged writes are gone", sourceLocation: sourceLocation)
        #expect(facts == things.count, sourceLocation: sourceLocation)
        let verdict = try await Ledger(store: store).verify()
        #expect(verdict.isWhole, "\(verdict)", sourceLocation: sourceLocation)
        #expect(verdict.facts >= facts, sourceLocation: sourceLocation)
    }
}

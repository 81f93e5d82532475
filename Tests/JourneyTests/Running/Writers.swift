import Cast
import Foundation
import Kernel
import Ledger
import Store
import Synchronization

/// People who save something all the while, each noting what they were told was saved.
final class Writers: Sendable {
    private let store: Store
    private let isOver = Atomic<Bool>(false)
    private let saved = Mutex<Set<String>>([])
    private let failures = Mutex<[String]>([])

    init(_ store: Store) { self.store = store }

    /// What has been acknowledged so far.
    var acknowledged: Set<String> { saved.withLock { $0 } }
    var troubles: [String] { failures.withLock { $0 } }

    /// Writes with so many hands until `stop`.
    func work(hands: Int) async {
        await withTaskGroup(of: Void.self) { group in
            for hand in 0..<hands {
                group.addTask { [self] in
                    var number = 0
                    while !isOver.load(ordering: .relaxed) {
                        number += 1
                        await save("\(hand)-\(number)")
                    }
                }
            }
        }
    }

    func stop() { isOver.store(true, ordering: .relaxed) }

    /// Waits until so many more have been acknowledged than now.
    func more(_ count: Int) async throws {
        let target = acknowledged.count + count
        while acknowledged.count < target {
            guard troubles.isEmpty else { return }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    private func save(_ id: String) async {
        do {
            try await store.write { tx in try tx.record(Self.fact(id), by: .keyboard, at: Self.noon) }
            saved.withLock { _ = $0.insert(id) }
        } catch {
            failures.withLock { $0.append("\(error)") }
            stop()
        }
    }

    static let noon = Date(timeIntervalSince1970: 1_772_712_000)

    static func fact(_ id: String) -> Fact {
        Fact("drill.saved", about: Subject(kind: "drill", id: id, name: "Drill \(id)"), "Saved \(id)", record: "{}")
    }

    /// What a database holds of what they wrote.
    static func held(in store: Store) async throws -> Set<String> {
        try await store.read { tx in
            Set(
                try tx.rows("SELECT subject_id FROM ledger_fact WHERE subject_kind = 'drill'").map { $0.text(0) })
        }
    }
}

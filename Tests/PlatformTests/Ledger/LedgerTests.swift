import Cast
import Foundation
import Kernel
import Ledger
import Store
import Testing

@Suite struct LedgerTests {
    static let noon = Date(timeIntervalSince1970: 1_262_260_800)
    static let clerk = Caller(name: "clerk", roles: [.clerk])

    static func fact(_ number: Int, about id: String = "leeds", record: String? = "{}") -> Fact {
        Fact(
            "bodies.changed", about: Subject(kind: "body", id: id, name: "Body \(id)"), "Change \(number)",
            purpose: "test", record: record)
    }

    static func store(_ engine: Engine, facts: Int = 0) async throws -> Store {
        let store = try await freshStore(on: engine)
        try await store.migrate([Ledger.schema])
        for number in 0..<facts {
            try await store.write {
                try $0.record(fact(number + 1), by: clerk, at: noon.addingTimeInterval(Double(number)))
            }
        }
        try await Ledger(store: store).seal()
        return store
    }

    @Test("what was recorded is read back, youngest first", arguments: Engine.allForTests)
    func history(engine: Engine) async throws {
        let store = try await Self.store(engine)
        let ledger = Ledger(store: store)
        try await store.write { tx in
            try tx.record(Self.fact(1), by: Self.clerk, at: Self.noon)
            try tx.record(Self.fact(2, about: "york", record: nil), by: .keyboard, at: Self.noon)
        }
        try await store.write {
            try $0.record(Self.fact(3), by: Self.clerk, at: Self.noon.addingTimeInterval(0.000001))
        }
        let history = try await ledger.history(of: "body", id: "leeds")
        #expect(history.map(\.sentence) == ["Change 3", "Change 1"])
        let first = try #require(history.last)
        #expect(first.caller == "clerk" && first.purpose == "test" && first.at == Self.noon && first.record == "{}")
        #expect(first.subject == Subject(kind: "body", id: "leeds", name: "Body leeds"))
        #expect(try await ledger.entry(first.id)?.sentence == "Change 1")
        #expect(
            try await ledger.history(of: "body", id: "leeds", before: history[0].number).map(\.sentence) == ["Change 1"]
        )
        let page = try await ledger.recent(limit: 2)
        #expect(page.entries.map(\.sentence) == ["Change 3", "Change 2"])
        let rest = try await ledger.recent(limit: 2, before: page.before)
        #expect(rest.entries.map(\.sentence) == ["Change 1"] && rest.before == nil)
        #expect(history.map(\.id).sorted(by: >) == history.map(\.id))
    }

    @Test("a fact is kept with its change or not at all", arguments: Engine.allForTests)
    func undone(engine: Engine) async throws {
        let store = try await Self.store(engine)
        await #expect(throws: Refusal.notFound) {
            try await store.write { tx in
                try tx.record(Self.fact(1), by: Self.clerk, at: Self.noon)
                throw Refusal.notFound
            }
        }
        #expect(try await Ledger(store: store).verify() == Verdict(facts: 0, sealed: 0, unsealed: 0, firstMisfit: nil))
    }

    @Test("a record as it was known at a moment", arguments: Engine.allForTests)
    func asKnownAt(engine: Engine) async throws {
        let store = try await Self.store(engine)
        let ledger = Ledger(store: store)
        for (hours, record) in [(0, "first"), (2, "second"), (4, nil), (6, "fourth")] {
            try await store.write {
                try $0.record(
                    Self.fact(hours, record: record), by: Self.clerk,
                    at: Self.noon.addingTimeInterval(Double(hours) * 3_600))
            }
        }
        for (hours, known) in [(-1.0, nil), (0, "first"), (1.9, "first"), (2, "second"), (5, "second"), (99, "fourth")]
            as [(Double, String?)]
        {
            let moment = Self.noon.addingTimeInterval(hours * 3_600)
            #expect(
                try await ledger.record(of: "body", id: "leeds", asKnownAt: moment) == known, "after \(hours) hours")
        }
        #expect(try await ledger.record(of: "body", id: "york", asKnownAt: .distantFuture) == nil)
    }

    @Test("the head changes with every commit that records, at once", arguments: Engine.allForTests)
    func head(engine: Engine) async throws {
        let store = try await Self.store(engine)
        let ledger = Ledger(store: store)
        let start = try await ledger.head()
        #expect(start.position == 0 && start.unsealed == 0 && start.at == nil)
        var totals: [Int] = []
        for number in 1...5 {
            try await store.write { try $0.record(Self.fact(number), by: Self.clerk, at: Self.noon) }
            let head = try await ledger.head()
            totals.append(head.position + head.unsealed)
        }
        #expect(totals == [1, 2, 3, 4, 5])
        try await ledger.seal()
        let head = try await ledger.head()
        #expect(head.position == 5 && head.unsealed == 0 && head.at == Self.noon)
        #expect(head.mark.hasPrefix("5-"))
    }

    @Test("many write at once, and every fact is in the chain once", arguments: Engine.allForTests)
    func manyWriters(engine: Engine) async throws {
        let store = try await Self.store(engine)
        try await withThrowingTaskGroup { group in
            for number in 0..<120 {
                group.addTask {
                    try await store.write { tx in
                        for _ in 0..<2 { try tx.record(Self.fact(number), by: Self.clerk, at: Self.noon) }
                    }
                }
            }
            try await group.waitForAll()
        }
        let verdict = try await Ledger(store: store).verify()
        #expect(verdict == Verdict(facts: 240, sealed: 240, unsealed: 0, firstMisfit: nil))
        let entries = try await Ledger(store: store).recent(limit: 1_000).entries
        #expect(entries.compactMap(\.position).sorted() == Array(1...240))
        if engine == .sqlite { #expect(store.counters.commits < 120 + 4) }
    }

    @Test(
        "on PostgreSQL writers do not queue behind an open transaction that wrote a fact",
        .enabled(if: Engine.allForTests.contains(.postgres)))
    func openTransaction() async throws {
        let store = try await Self.store(.postgres)
        let ledger = Ledger(store: store)
        let held = Gate(), isHeld = Gate()
        async let slow: Void = store.write { tx in
            try tx.record(Self.fact(1), by: Self.clerk, at: Self.noon)
            // What was sent goes with the next statement.
            _ = try tx.one("SELECT 1")
            isHeld.open()
            held.wait()
        }
        await isHeld.opened()
        for number in 2...4 {
            try await store.write { try $0.record(Self.fact(number), by: Self.clerk, at: Self.noon) }
        }
        try await ledger.seal()
        #expect(try await ledger.head().position == 3)
        held.open()
        try await slow
        let verdict = try await ledger.verify()
        #expect(verdict.isWhole && verdict.sealed == 4)
        let positions = try await ledger.recent().entries.map { "\($0.sentence) at \($0.position ?? 0)" }
        #expect(positions == ["Change 4 at 3", "Change 3 at 2", "Change 2 at 1", "Change 1 at 4"])
    }

    @Test(
        "what is sealed is sealed soon, without being asked for", .enabled(if: Engine.allForTests.contains(.postgres)))
    func sealsByItself() async throws {
        let store = try await Self.store(.postgres)
        try await store.write { try $0.record(Self.fact(1), by: Self.clerk, at: Self.noon) }
        for _ in 0..<6_000 where try await Ledger(store: store).head().position == 0 {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(try await Ledger(store: store).head().position == 1)
    }

    @Test func anchorsAreText() async throws {
        let anchor = try await Ledger(store: Self.store(.sqlite, facts: 3)).anchor(at: Self.noon)
        #expect(anchor.description.hasPrefix("thinkchild-anchor 1 3 "))
        #expect(anchor.description.hasSuffix(" 2009-12-31T12:00:02.000000Z"))
        #expect(try Anchor(reading: anchor.description + "\n") == anchor)
        for text in ["", "thinkchild-anchor 2 3 x y", anchor.description.replacingOccurrences(of: "Z", with: "")] {
            #expect(throws: Refusal.self) { try Anchor(reading: text) }
        }
    }

    @Test("more facts than one segment holds", arguments: Engine.allForTests)
    func segments(engine: Engine) async throws {
        let store = try await Self.store(engine)
        for _ in 0..<17 {
            try await store.write { tx in
                for number in 0..<1_000 { try tx.record(Self.fact(number), by: Self.clerk, at: Self.noon) }
            }
        }
        let verdict = try await Ledger(store: store).verify()
        #expect(verdict == Verdict(facts: 17_000, sealed: 17_000, unsealed: 0, firstMisfit: nil))
    }
}

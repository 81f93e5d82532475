import Cast
import Foundation
import Kernel
import Ledger
import Store
import Testing

/// AC-01 to AC-04: that somebody looked is a fact, and nothing else changes by it.
@Suite("Who looked, in the ledger")
struct LookTests {
    static let noon = Date(timeIntervalSince1970: 1_772_712_000)
    static let post = Subject(kind: "post", id: "clerk", name: "Clerk")
    static let ann = Caller(person: "ann", name: "Ann", grants: [Grant(.clerk, from: post, because: "hold the post")])
    static let bob = Caller(person: "bob", name: "Bob", grants: [Grant(.clerk, from: post, because: "hold the post")])

    private func ledger(_ engine: Engine) async throws -> Ledger {
        let store = try await freshStore(on: engine)
        try await store.migrate([Ledger.schema])
        return Ledger(store: store)
    }

    private func thing(_ id: String) -> Shown {
        Shown(Subject(kind: "case", id: id, name: "Case \(id)"), about: "child-\(id)")
    }

    private func look(
        _ ids: [String], by caller: Caller = ann, through door: WayIn = .page, after seconds: Double = 0,
        in ledger: Ledger
    ) async throws {
        let looking = Looking(at: ids.map(thing), through: door, by: Action("case.see"), because: "hold the post")
        try await ledger.store.write(.latest) {
            try $0.record(looking, by: caller, at: Self.noon.addingTimeInterval(seconds))
        }
    }

    private func change(_ id: String, _ record: String, in ledger: Ledger) async throws {
        let fact = Fact("case.changed", about: thing(id).subject, "Changed", record: record)
        try await ledger.store.write { try $0.record(fact, by: Self.ann, at: Self.noon) }
    }

    @Test("a look says who, when, what, why and by which door", arguments: Engine.allForTests)
    func whole(engine: Engine) async throws {
        let ledger = try await ledger(engine)
        try await look(["1"], through: .api, in: ledger)
        let look = try #require(try await ledger.looks(.thing(kind: "case", id: "1")).looks.first)
        #expect(look.caller == "Ann (ann)" && look.why == "hold the post" && look.door == .api)
        #expect(look.at == Self.noon && look.subject == thing("1").subject)
        #expect(look.sentence == "Case 1 was read by a program (case.see)")
        #expect(try await ledger.verify().isWhole)
    }

    @Test(
        "once a minute is enough of one person, one door and one record",
        arguments: [
            (WayIn.page, "1", true, 59.0, 1), (.page, "1", true, 60, 2), (.api, "1", true, 1, 2),
            (.page, "2", true, 1, 1), (.page, "1", false, 1, 2),
        ])
    func onceAMinute(door: WayIn, id: String, isAnn: Bool, seconds: Double, count: Int) async throws {
        for engine in Engine.allForTests {
            let ledger = try await ledger(engine)
            try await look(["1"], in: ledger)
            try await look([id, id], by: isAnn ? Self.ann : Self.bob, through: door, after: seconds, in: ledger)
            #expect(try await ledger.looks(.thing(kind: "case", id: "1")).looks.count == count)
            #expect(try await ledger.looks(.thing(kind: "case", id: "2")).looks.count == (id == "2" ? 1 : 0))
        }
    }

    @Test("looks are found by what, about whom and by whom, page by page", arguments: Engine.allForTests)
    func found(engine: Engine) async throws {
        let ledger = try await ledger(engine)
        try await look((1...5).map(String.init), in: ledger)
        try await look(["3"], by: Self.bob, after: 300, in: ledger)
        #expect(try await ledger.looks(.about(person: "child-3")).looks.map(\.caller) == ["Bob (bob)", "Ann (ann)"])
        let first = try await ledger.looks(.by("ann"), limit: 3)
        let rest = try await ledger.looks(.by("ann"), limit: 3, before: first.before)
        #expect(first.looks.map(\.subject.id) == ["5", "4", "3"] && rest.looks.map(\.subject.id) == ["2", "1"])
        #expect(rest.before == nil)
    }

    @Test("what tells a kept page that it is old does not change by a look", arguments: Engine.allForTests)
    func mark(engine: Engine) async throws {
        let ledger = try await ledger(engine)
        func mark() async throws -> String {
            try await ledger.seal()
            return try await ledger.head().mark
        }
        var marks = [try await mark()]
        try await look(["1"], in: ledger)
        #expect(try await mark() == marks[0])
        for round in 1...3 {
            try await change("1", "{\"round\":\(round)}", in: ledger)
            let changed = try await mark()
            #expect(!marks.contains(changed))
            try await look(["1", "2"], after: Double(round) * 60, in: ledger)
            // Not yet sealed, then sealed.
            #expect(try await ledger.head().mark == changed)
            #expect(try await mark() == changed)
            marks.append(changed)
        }
        #expect(try await ledger.head().position == 1 + 3 * 3)
    }

    @Test(
        "the index of looks is only added to, and what is done to it all the same is found",
        arguments: Engine.allForTests)
    func index(engine: Engine) async throws {
        let ledger = try await ledger(engine), store = ledger.store
        try await look(["1", "2"], in: ledger)
        try await change("1", "{}", in: ledger)
        #expect(try await ledger.verify().isWhole)
        let first = try await ledger.looks(.thing(kind: "case", id: "1")).looks[0].fact
        let acts: [(SQL, Misfit.What)] = [
            ("UPDATE ledger_look SET looker = 'bob' WHERE fact = \(first)", .edited),
            ("UPDATE ledger_look SET subject_id = '9' WHERE fact = \(first)", .edited),
            (
                """
                INSERT INTO ledger_look (fact, looker, subject_kind, subject_id, door)
                VALUES ('f', 'bob', 'case', '1', 'page')
                """, .inserted
            ), ("DELETE FROM ledger_look WHERE fact = \(first)", .removed), ("DELETE FROM ledger_look", .removed),
        ]
        for (act, _) in acts where !act.text.contains("INSERT") {
            await #expect(throws: StoreError.self) { try await store.write { try $0.run(act) } }
        }
        let drops: [SQL] =
            engine == .sqlite
            ? ["DROP TRIGGER ledger_look_no_update", "DROP TRIGGER ledger_look_no_delete"]
            : ["DROP TRIGGER ledger_look_kept ON ledger_look"]
        _ = try await store.write { tx in for drop in drops { try tx.run(drop) } }
        for (act, what) in acts {
            let verdict = try await verdict(after: act, in: ledger)
            #expect(verdict?.firstMisfit?.what == what, "\(act.text)")
        }
        #expect(try await ledger.verify().isWhole)
    }

    /// What is said of the ledger once something was done to the index; it is undone again.
    private func verdict(after act: SQL, in ledger: Ledger) async throws -> Verdict? {
        let columns = ["fact", "looker", "subject_kind", "subject_id", "person", "door"].joined(separator: ", ")
        try await ledger.store.write { tx in
            try tx.run("CREATE TABLE ledger_aside AS SELECT * FROM ledger_look")
            try tx.run(act)
        }
        let verdict = try await ledger.verify()
        try await ledger.store.write { tx in
            try tx.run("DELETE FROM ledger_look")
            try tx.run("INSERT INTO ledger_look (\(raw: columns)) SELECT \(raw: columns) FROM ledger_aside")
            try tx.run("DROP TABLE ledger_aside")
        }
        return verdict
    }

    @Test("what a thing was, and what was done to it, are not hidden by looks", arguments: Engine.allForTests)
    func unhidden(engine: Engine) async throws {
        let ledger = try await ledger(engine)
        try await change("1", "{}", in: ledger)
        try await look(["1"], after: 1, in: ledger)
        #expect(try await ledger.record(of: "case", id: "1", asKnownAt: Self.noon.addingTimeInterval(9)) == "{}")
        #expect(try await ledger.history(of: "case", id: "1").map(\.name) == ["case.changed"])
    }
}

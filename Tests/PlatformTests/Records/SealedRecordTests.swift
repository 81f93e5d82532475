import Cast
import Foundation
import Kernel
import Ledger
import Sealing
import Store
import Testing

@testable import Records

/// A room whose records hold what only some may read: sealed for the record itself, or for the child it is about.
enum Ward {
    static let child = Kind(
        "child", plural: "children", room: "ward", title: "Child", about: "A made-up child.",
        fields: [
            Field("name", "Name", .name, required: true, sealed: .itself, "Its name."),
            Field("born", "Born", .day, sealed: .itself, "When."),
            Field("nickname", "Nickname", .name, "What is no secret."),
        ])
    static let visit = Kind(
        "visit", plural: "visits", room: "ward", title: "Visit", about: "Somebody came.",
        fields: [
            Field("child", "Child", .reference(["child"]), required: true, "Whom they saw."),
            Field("story", "Story", .prose(max: 4_000), sealed: .field("child"), "What was found."),
            Field("count", "Count", .integer(0...9), sealed: .field("child"), "How many."),
            Field("is-urgent", "Urgent", .flag, sealed: .field("child"), "Whether it cannot wait."),
        ])
    static let registry = Registry([child, visit])
    static let policy = Policy([Action("ward.change"): [.administrator]])
    static let now = Date(timeIntervalSince1970: 1_774_958_400)
    static let schemas: [Schema] = [
        Ledger.schema, Sealing.schema, RecordStore.schema,
        Schema(
            room: "ward",
            migrations: [
                Migration(
                    "0001-records",
                    Array(registry.kinds.map(RecordStore.expectedTable(for:)).joined(separator: "\n").utf8))
            ]),
    ]
    static let words = ["Quillon", "2017-04-05", "a bruise like a crescent", "never again"]

    static func store(_ engine: Engine) async throws -> Store {
        let store = try await freshStore(on: engine)
        try await store.migrate(schemas)
        try await store.write { tx in
            try add(child, ["id": "c1", "name": "Quillon", "born": "2017-04-05", "nickname": "Kit"], tx)
            try add(child, ["id": "c2", "name": "Peregrine"], tx)
            try add(
                visit,
                ["id": "v1", "child": "c1", "story": "a bruise like a crescent", "count": "3", "is-urgent": "true"], tx)
            try add(visit, ["id": "v2", "child": "c2", "story": "all well"], tx)
            _ = try ChangeRecord(
                "v1", to: RecordDraft(visit, ["from": .text("2026-02-01"), "story": .text("never again")]), seen: nil,
                registry: registry
            ).perform(by: .keyboard, under: policy, at: now, in: tx)
        }
        return store
    }

    private static func add(_ kind: Kind, _ fields: [String: String], _ tx: Transaction) throws {
        var given = fields.mapValues { Given.text($0) }
        given["from"] = .text("2026-01-01")
        _ = try AddRecord(RecordDraft(kind, given), registry: registry)
            .perform(by: .keyboard, under: policy, at: now, in: tx)
    }

    static func versions(_ id: String, in store: Store) async throws -> [Record] {
        try await store.read { try RecordShelf($0, registry).versions(of: id) }
    }

    static func erase(_ id: String, in store: Store) async throws {
        try await store.write { tx in
            try tx.erase(SealedFor("child", id), called: id, under: "the retention schedule", by: .keyboard, at: now)
        }
        try await store.scrubMarked()
    }
}

@Suite("Fields of a record that are sealed")
struct SealedRecordTests {
    @Test("They read as they were written, of every type and in every version", arguments: Engine.allForTests)
    func reading(engine: Engine) async throws {
        let store = try await Ward.store(engine)
        let visit = try await Ward.versions("v1", in: store)
        #expect(visit.map { $0.text("story") } == ["a bruise like a crescent", "never again"])
        #expect(visit.map { $0.integer("count") } == [3, 3] && visit.map { $0.flag("is-urgent") } == [true, true])
        let child = try #require(try await Ward.versions("c1", in: store).first)
        #expect(
            child.text("name") == "Quillon" && child.day("born") == Day(2017, 4, 5) && child.text("nickname") == "Kit")
        let book = try await store.read { try $0.loadBook(Ward.registry) }
        #expect(book["v1"] == visit)
    }

    @Test(
        "Neither the tables nor the ledger nor the names nor the search hold what they say",
        arguments: Engine.allForTests)
    func hidden(engine: Engine) async throws {
        let store = try await Ward.store(engine)
        let facts = try await Ledger(store: store).recent().entries
        for word in Ward.words {
            #expect(!facts.contains { "\($0)".contains(word) }, "\(word) in the ledger")
        }
        #expect(facts.contains { $0.sentence == "c1 was added" })
        let found = try await store.read { tx in
            let shelf = RecordShelf(tx, Ward.registry)
            return (
                try shelf.search("quillon").count, try shelf.subject("c1")?.name,
                try shelf.list(of: Ward.child, RecordFilter(fields: ["name": "Quillon"])).things.count,
                try shelf.search("c1").count
            )
        }
        #expect(found.0 == 0 && found.1 == "c1" && found.2 == 0 && found.3 == 1)
        guard case .file(let path) = store.location else { return }
        for ending in ["", "-wal"] {
            let data = try Data(contentsOf: URL(fileURLWithPath: path + ending))
            for word in Ward.words {
                #expect(data.firstRange(of: Data(word.utf8)) == nil, "\(word) in the file\(ending)")
            }
        }
    }

    @Test("History and what was known open what the ledger holds", arguments: Engine.allForTests)
    func known(engine: Engine) async throws {
        let store = try await Ward.store(engine)
        let text = try #require(try await Ledger(store: store).record(of: "visit", id: "v1", asKnownAt: Ward.now))
        let sealed = try #require(RecordJSON.versions(in: text, registry: Ward.registry))
        #expect(sealed[0]["story"] == .withheld(.sealed))
        let opened = try await store.read { try sealed.opened(in: $0) }
        #expect(opened.map { $0.text("story") } == ["a bruise like a crescent", "never again"])
    }

    @Test(
        "After erasure they say so, the other child's still open, and tables and ledger agree and hold",
        arguments: Engine.allForTests)
    func erased(engine: Engine) async throws {
        let store = try await Ward.store(engine)
        let before = try await CompareWithLedger(Ward.registry).perform(in: store)
        #expect(before.agrees && before.things == 4, "\(before.departures)")
        try await Ward.erase("c1", in: store)
        let visit = try await Ward.versions("v1", in: store)
        let gone = Value.withheld(.erased("erased on 31 March 2026 under: the retention schedule"))
        #expect(visit.map { $0["story"] } == [gone, gone])
        #expect(try await Ward.versions("c1", in: store)[0]["name"] == gone)
        #expect(try await Ward.versions("c1", in: store)[0].text("nickname") == "Kit")
        #expect(try await Ward.versions("v2", in: store)[0].text("story") == "all well")
        let after = try await CompareWithLedger(Ward.registry).perform(in: store)
        #expect(after.agrees && after.things == 4, "\(after.departures)")
        #expect(try await Ledger(store: store).verify().isWhole)
        // What is not sealed may still be put right; nothing sealed is added.
        try await store.write { tx in
            _ = try ChangeRecord(
                "c1",
                to: RecordDraft(
                    Ward.child, ["from": .text("2026-03-01"), "nickname": .text("Kitty"), "name": .nothing]), seen: nil,
                registry: Ward.registry
            ).perform(by: .keyboard, under: Ward.policy, at: Ward.now, in: tx)
        }
        #expect(try await Ward.versions("c1", in: store).map { $0["name"] } == [gone, gone])
        await #expect(throws: Refusal.self) {
            try await store.write { tx in
                _ = try ChangeRecord(
                    "v1", to: RecordDraft(Ward.visit, ["from": .text("2026-03-01"), "story": .text("more")]), seen: nil,
                    registry: Ward.registry
                ).perform(by: .keyboard, under: Ward.policy, at: Ward.now, in: tx)
            }
        }
        #expect(try await CompareWithLedger(Ward.registry).perform(in: store).agrees)
    }

    @Test(
        "A sealed column that was changed, or moved from another row, is found by the comparison",
        arguments: Engine.allForTests)
    func tampered(engine: Engine) async throws {
        let store = try await Ward.store(engine)
        try await store.write { tx in
            let other = try tx.one("SELECT story FROM ward_visit WHERE id = 'v2'")?.bytes(0) ?? []
            try tx.run("UPDATE ward_visit SET story = \(other) WHERE id = 'v1' AND version = 2")
        }
        let found = try await CompareWithLedger(Ward.registry).perform(in: store)
        #expect(found.departures.map(\.id) == ["v1"])
        #expect(found.departures.first?.sentence.contains("story") == true, "\(found.departures)")
        let error = await #expect(throws: StoreError.self) { try await Ward.versions("v1", in: store) }
        #expect(error?.kind == .misread)
    }

    @Test(
        "A subject's new key takes over what its records hold, and they still agree with the ledger",
        arguments: Engine.allForTests)
    func renewed(engine: Engine) async throws {
        let store = try await Ward.store(engine), child = SealedFor("child", "c1")
        let things = try await store.write { tx in
            _ = try tx.renewKey(of: child, by: .keyboard, at: Ward.now)
            return try SealAnew(child, registry: Ward.registry).perform(by: .keyboard, at: Ward.now, in: tx)
        }
        #expect(things == 2)
        let versions = try await store.read { tx in
            try tx.rows("SELECT story FROM ward_visit ORDER BY id, version").map { tx.keyVersion(of: $0.bytes(0)) }
        }
        #expect(versions == [2, 2, 1])
        #expect(
            try await Ward.versions("v1", in: store).map { $0.text("story") } == [
                "a bruise like a crescent", "never again",
            ])
        #expect(try await CompareWithLedger(Ward.registry).perform(in: store).agrees)
        #expect(
            try await store.write {
                try SealAnew(child, registry: Ward.registry).perform(by: .keyboard, at: Ward.now, in: $0)
            } == 0)
    }

    @Test("A dry run says that something sealed is otherwise, and not what it was or is to be")
    func dryRun() async throws {
        let store = try await Ward.store(.sqlite), other = try await Ward.store(.sqlite)
        try await other.write { tx in
            _ = try CorrectRecord(
                "v2", version: 1, to: RecordDraft(Ward.visit, ["story": .text("thin, and cold")]), because: "a slip",
                seen: nil, registry: Ward.registry
            ).perform(by: .keyboard, under: Ward.policy, at: Ward.now, in: tx)
        }
        let book = try await other.read { try $0.loadBook(Ward.registry) }
        let plan = try await store.read { tx in
            try ImportRecords(book, from: "a test", registry: Ward.registry).plan(on: Day(number: 20_000), in: tx)
        }
        let text = plan.text()
        #expect(plan.count(of: .changed) == 1 && text.contains("story: otherwise, and sealed"), "\(text)")
        #expect(!text.contains("cold") && !text.contains("all well"), "\(text)")
    }

    @Test("Taken in twice, the second time changes nothing")
    func imported() async throws {
        let store = try await Ward.store(.sqlite)
        let book = try await store.read { try $0.loadBook(Ward.registry) }
        let plan = try await store.write { tx in
            try ImportRecords(book, from: "a test", registry: Ward.registry)
                .perform(by: .keyboard, under: Ward.policy, at: Ward.now, on: Day(number: 20_000), in: tx)
        }
        #expect(plan.isEmpty && plan.unchanged == 4)
    }
}

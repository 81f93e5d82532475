import Cast
import Kernel
import Ledger
import Store
import Testing

@testable import Records

/// AC-32: nobody approves their own paper, said of a made-up kind of paper.
@Suite("Two steps of one matter are for two people")
struct SeparationOfDutiesTests {
    static let paper = Kind(
        "paper", plural: "papers", room: "sample", title: "Paper", about: "Something written.",
        fields: [
            Field("name", "Title", .name, required: true, "What it is called."),
            Field("author", "Author", .text(max: 80), "Who wrote it."),
            Field("approved", "Approved", .flag, "Whether it may go out."),
        ])
    static let safeguard = Safeguard.notBy(.ownPaper, of: "paper", deciding: ["approved"], peopleIn: ["author"])
    static let registry = Registry([paper], safeguards: [safeguard])
    static let policy = Policy([Action("sample.see"): [.clerk], Action("sample.change"): [.clerk]])

    private func caller(_ person: String?) -> Caller {
        guard let person else { return .keyboard }
        let post = Subject(kind: "post", id: "clerk", name: "Clerk")
        return Caller(person: person, name: "Somebody", grants: [Grant(.clerk, from: post, because: "hold a post")])
    }

    @Test(
        "whoever wrote a paper may change it, and not approve it",
        arguments: [
            // author before, author after, approved before, approved after, who asks; refused
            ("ann", "ann", nil, nil, "ann", false),
            ("ann", "ann", nil, true, "ann", true),
            ("ann", "ann", nil, true, "bob", false),
            // Taking one's name off a paper in the same breath is no way round.
            ("ann", "bob", nil, true, "ann", true),
            // To say that it is not approved is a decision too; what was decided before is none.
            ("ann", "ann", nil, false, "ann", true),
            ("ann", "ann", true, true, "ann", false),
            // The machine's own terminal is no person.
            ("ann", "ann", nil, true, nil, false),
        ] as [(String, String, Bool?, Bool?, String?, Bool)])
    func papers(
        author: String, newAuthor: String, was: Bool?, isNow: Bool?, asker: String?, isRefused: Bool
    ) throws {
        func version(_ author: String, _ approved: Bool?) -> Record {
            record(
                Self.paper, "p",
                ["name": "Paper", "author": .text(author), "approved": approved.map { .flag($0) } ?? .none])
        }
        let after = [version(newAuthor, isNow)], before = [version(author, was)]
        func ask() throws {
            try Self.registry.mustBeSafe(
                after, over: before, of: Self.paper, by: caller(asker), under: Self.policy, on: Book(after))
        }
        guard isRefused else { return try ask() }
        #expect(
            throws: Refusal.outOfOrder("Nobody approves their own paper: ask somebody else to do this (AC-32)")
        ) { try ask() }
    }

    @Test("a command is refused whole, and tells the ledger nothing", arguments: Engine.allForTests)
    func command(engine: Engine) async throws {
        let store = try await freshStore(on: engine)
        let table = Migration("0001-sample", Array(RecordStore.expectedTable(for: Self.paper).utf8))
        try await store.migrate([Ledger.schema, RecordStore.schema, Schema(room: "sample", migrations: [table])])
        let now = Trust.now, ann = caller("ann"), bob = caller("bob")
        let draft = RecordDraft(
            Self.paper, ["id": .text("p"), "name": .text("Paper"), "author": .text("ann"), "from": .text("2010-01-01")])
        _ = try await store.write {
            try AddRecord(draft, registry: Self.registry).perform(by: ann, under: Self.policy, at: now, in: $0)
        }
        let approval = RecordDraft(Self.paper, ["from": .text("2010-02-01"), "approved": .text("yes")])
        let approve = ChangeRecord("p", to: approval, seen: nil, registry: Self.registry)
        await #expect(throws: Refusal.self) {
            _ = try await store.write { try approve.perform(by: ann, under: Self.policy, at: now, in: $0) }
        }
        #expect(try await Ledger(store: store).recent().entries.map(\.name) == ["sample.added"])
        let approved = try await store.write { try approve.perform(by: bob, under: Self.policy, at: now, in: $0) }
        #expect(approved.last?.flag("approved") == true)
        // What was decided goes on: to change something else later is no decision.
        let renaming = RecordDraft(Self.paper, ["from": .text("2010-03-01"), "name": .text("Another name")])
        let renamed = try await store.write {
            try ChangeRecord("p", to: renaming, seen: nil, registry: Self.registry)
                .perform(by: ann, under: Self.policy, at: now, in: $0)
        }
        #expect(renamed.last?.flag("approved") == true)
    }
}

import Cast
import Foundation
import Kernel
import Ledger
import Sealing
import Store
import Testing

@testable import Records

/// Whatever is done to the records, a book that follows the ledger says what one read whole says.
@Suite("A book brought up to date")
struct ReadBookTests {
    @Test(
        "After any change, by either of two processes, it is the book that is read whole", arguments: Engine.allForTests
    )
    func follows(_ engine: Engine) async throws {
        let location = try await freshLocation(on: engine)
        let stores = try [Store.open(location, settings: .forTests), Store.open(location, settings: .forTests)]
        for store in stores { store.keep(MasterKeys(now: .forTests)) }
        try await stores[0].migrate(Trust.schemas)
        try await Trust.take(Trust.start, into: stores[0])
        var dice = Dice(11), doings = Doings()
        var followed = try await stores[0].read { try $0.readBook(Trust.registry) }
        var moved = 0, stood = 0
        for _ in 0..<80 {
            for _ in 0..<Int.random(in: 1...3, using: &dice) {
                let store = stores[Int.random(in: 0...1, using: &dice)]
                try await doings.one(in: store, &dice)
            }
            let before = followed
            followed = try await stores[0].read { try $0.readBook(Trust.registry, after: before) }
            let whole = try await stores[0].book()
            #expect(followed.book.kindNames == whole.kindNames)
            for kind in Trust.kinds {
                #expect(followed.book.all(kind.name) == whole.all(kind.name), "\(kind.name) after \(doings.last)")
            }
            for versions in whole.things {
                let id = versions[0].id
                #expect(followed.book[id] == versions && followed.book.kindName(of: id) == versions[0].kind.name)
            }
            let isSame = before.book.things == whole.things
            #expect((followed.edition == before.edition) == isSame)
            if isSame { stood += 1 } else { moved += 1 }
        }
        #expect(moved > 40 && stood > 2)
        for store in stores { store.close() }
    }

    @Test("A book of another ledger, or of one put back from earlier, is read whole", arguments: Engine.allForTests)
    func another(_ engine: Engine) async throws {
        let one = try await Trust.store(engine), other = try await Trust.emptyStore(engine)
        try await Trust.take("organisations:\n- {id: only, name: Only, from: 2001-01-01}", into: other)
        for store in [one, other] { try await Ledger(store: store).seal() }
        let read = try await one.read { try $0.readBook(Trust.registry) }
        let brought = try await other.read { try $0.readBook(Trust.registry, after: read) }
        let whole = try await other.book()
        #expect(brought.book.things == whole.things)
        #expect(brought.edition != read.edition)
    }

    @Test("Past so many facts it is read whole, and says the same", arguments: Engine.allForTests)
    func many(_ engine: Engine) async throws {
        let store = try await Trust.store(engine)
        try await Ledger(store: store).seal()
        let read = try await store.read { try $0.readBook(Trust.registry) }
        let lines = (0...ReadingPoint.factsMax).map { "- {id: o\($0), name: Organisation \($0), from: 2001-01-01}" }
        try await Trust.take("organisations:\n" + lines.joined(separator: "\n"), into: store)
        let spoken = try await store.read { try $0.spokenOf(since: read.point) }
        #expect(spoken == nil)
        let brought = try await store.read { try $0.readBook(Trust.registry, after: read) }
        #expect(brought.book.count == read.book.count + lines.count)
    }

    @Test("What is sealed stays shut in a book that a process keeps, erased or not", arguments: Engine.allForTests)
    func erased(_ engine: Engine) async throws {
        let store = try await Ward.store(engine)
        try await Ledger(store: store).seal()
        let read = try await store.read { try $0.readBook(Ward.registry) }
        #expect(read.book["v1"].last?["story"] == .withheld(.sealed))
        try await Ward.erase("c1", in: store)
        let brought = try await store.read { try $0.readBook(Ward.registry, after: read) }
        let whole = try await store.read { try $0.loadBook(Ward.registry, isOpening: false) }
        #expect(brought.book.things == whole.things && brought.edition == read.edition)
        #expect(brought.book["v1"].last?["story"] == .withheld(.sealed))
    }
}

/// Things that people do to records, at random.
private struct Doings {
    private var posts = ["director", "deputy"]
    private var seats = ["t"]
    private var count = 0
    private(set) var last = ""

    /// Not `Trust.policy`: here anybody may do anything.
    private static let policy = Policy([
        Action("partners.change"): [.administrator], Action("arrangements.change"): [.administrator],
    ])

    private struct ThoughtBetterOfIt: Error {}

    mutating func one(in store: Store, _ dice: inout Dice) async throws {
        count += 1
        let number = Int.random(in: 0..<1_000, using: &dice), post = posts.randomElement(using: &dice) ?? "deputy"
        let sort = Int.random(in: 0..<9, using: &dice)
        last = "\(sort)"
        do {
            switch sort {
            case 0, 1:
                let id = "p\(number)-\(count)"
                try await add(Trust.post, ["id": id, "name": "Post \(number)", "organisation": "council"], to: store)
                posts.append(id)
            case 2:
                let id = "a\(number)-\(count)"
                try await add(
                    Trust.seat, ["id": id, "role": "member", "post": post, "represents": "pct"], to: store)
                seats.append(id)
            case 3: try await change(Trust.post, post, "name", "Renamed \(number)", number, in: store)
            case 4:
                let seat = seats.randomElement(using: &dice) ?? "t"
                try await change(Trust.seat, seat, "number", "\(number % 9 + 1)", number, in: store)
            case 5: try await correct(post, "Corrected \(number)", in: store)
            case 6:
                _ = try await Trust.take(
                    "organisations:\n- {id: i\(number % 5), name: Imported \(number), from: 2003-01-01}", into: store)
            case 7:
                // Nobody looked, nothing was changed; somebody did something else.
                try await store.write { tx in
                    try tx.record(
                        Fact("other.done", about: Subject(kind: "other", id: "x", name: "X"), "Something was done"),
                        by: .keyboard, at: Trust.now)
                }
            default:
                let registry = Trust.registry
                try await store.write { tx in
                    let draft = RecordDraft(Trust.post, ["name": .text("Never"), "organisation": .text("council")])
                    _ = try AddRecord(draft, registry: registry)
                        .perform(by: .keyboard, under: Self.policy, at: Trust.now, in: tx)
                    throw ThoughtBetterOfIt()
                }
            }
        } catch is Refusal {
            // Some of it makes no sense, and is refused: then nothing may have changed.
        } catch is ThoughtBetterOfIt {}
    }

    private func add(_ kind: Kind, _ given: [String: String], to store: Store) async throws {
        var fields = given.mapValues { Given.text($0) }
        fields["from"] = .text("2007-01-01")
        let draft = RecordDraft(kind, fields)
        _ = try await store.write { tx in
            try AddRecord(draft, registry: Trust.registry)
                .perform(by: .keyboard, under: Self.policy, at: Trust.now, in: tx)
        }
    }

    private func change(
        _ kind: Kind, _ id: String, _ field: String, _ value: String, _ number: Int, in store: Store
    ) async throws {
        let from = Day(2008, 1, 1)?.adding(days: number) ?? Day(number: number)
        let draft = RecordDraft(kind, [field: .text(value), "from": .text("\(from)")])
        _ = try await store.write { tx in
            try ChangeRecord(id, to: draft, seen: nil, registry: Trust.registry)
                .perform(by: .keyboard, under: Self.policy, at: Trust.now, in: tx)
        }
    }

    private func correct(_ id: String, _ name: String, in store: Store) async throws {
        let draft = RecordDraft(Trust.post, ["name": .text(name)])
        _ = try await store.write { tx in
            try CorrectRecord(
                id, version: 1, to: draft, because: "A slip", seen: nil, registry: Trust.registry
            ).perform(by: .keyboard, under: Self.policy, at: Trust.now, in: tx)
        }
    }
}

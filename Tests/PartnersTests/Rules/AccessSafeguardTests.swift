import Cast
import Kernel
import Records
import Testing

@testable import Partners

/// AC-35: nobody gives themselves a right by keeping the record.
@Suite("What takes an administrator")
struct AccessSafeguardTests {
    /// Records, and the posts that an operator said answer for rooms.
    private struct Told: Shelf {
        let book: Book
        let answering: AnsweringPosts

        func versions(of id: String) -> [Record] { book.versions(of: id) }
        func records(of kind: Kind) -> [Record] { book.records(of: kind) }
        func records(of kind: Kind, where field: String, is value: String) -> [Record] {
            book.records(of: kind, where: field, is: value)
        }
        func kept<Thing: Sendable>(_ type: Thing.Type) -> Thing? { answering as? Thing }
    }

    private func asks(_ after: [Record], over before: [Record], on records: [Record] = []) throws -> Bool {
        let shelf = Told(
            book: Book((records + after).sorted { ($0.id, $0.version) < ($1.id, $1.version) }),
            answering: AnsweringPosts(["guardian"]))
        return try Access.safeguards.filter { $0.kind == after[0].kind.name }
            .contains { try $0.asks(after, before, shelf) != nil }
    }

    private func post(
        _ from: Int?, _ until: Int?, _ role: String?, attested: Int? = nil, id: String = "p", version: Int = 1
    ) -> Record {
        record(
            Post.kind, id, version: version, from: from.flatMap { Day($0, 1, 1) },
            until: until.flatMap { Day($0, 1, 1) },
            attested: attested.flatMap { Day($0, 1, 1) },
            [
                "name": "Post", "organisation": "council", "access": role.map { .list([$0]) } ?? .none,
            ])
    }

    @Test("What a post gives is no more than it gave, for no longer and no earlier")
    func posts() throws {
        let clerk = "clerk", administrator = "administrator"
        let before = [post(2007, 2010, administrator), post(2010, nil, nil, version: 2)]
        #expect(try asks([post(2007, nil, clerk)], over: []))
        #expect(try !asks([post(2007, nil, nil)], over: []))
        // Given years ago and ended: given again, gone on with, or earlier.
        #expect(try asks([before[0], post(2010, nil, administrator, version: 2)], over: before))
        #expect(try asks([post(2007, 2011, administrator), post(2011, nil, nil, version: 2)], over: before))
        #expect(try asks([post(2006, 2010, administrator)], over: before))
        #expect(try asks([post(nil, 2010, administrator, attested: 2006)], over: before))
        // The same, less, split in two, and joined again.
        #expect(try !asks(before, over: before))
        #expect(try !asks([post(2008, 2009, clerk)], over: [post(2007, 2010, clerk)]))
        #expect(try asks([post(2008, 2009, administrator)], over: before), "who looks is not ended by who is looked at")
        #expect(try !asks([post(nil, 2010, administrator, attested: 2007)], over: before))
        let halves = [post(2007, 2008, administrator), post(2008, 2010, administrator, version: 2)]
        #expect(try !asks(halves, over: before))
        #expect(try !asks([post(2007, 2010, administrator)], over: halves))
        // With a day between them that gave nothing.
        #expect(try asks([post(2007, 2010, administrator)], over: [halves[0], post(2009, 2010, administrator)]))
        #expect(try asks([post(2007, 2010, clerk)], over: before))
        #expect(try asks([post(2007, nil, clerk)], over: [post(2007, 2010, clerk)]))
    }

    private func appointment(_ post: String, _ person: String? = "ann", from: Int = 2010) -> Record {
        record(
            Appointment.kind, "a", from: Day(from, 1, 1),
            ["post": .text(post), "status": "held", "person": person.map { .text($0) } ?? .none])
    }

    private func line(_ post: String, _ to: String, _ type: String = "management", _ standing: String? = nil) -> Record
    {
        record(
            Line.kind, "l", from: Day(2010, 1, 1),
            [
                "post": .text(post), "to": .text(to), "type": .text(type),
                "standing": standing.map { .text($0) } ?? .none,
            ])
    }

    @Test("To name the holder of a post by which one answers for others takes one too")
    func appointments() throws {
        let posts = [
            post(2007, nil, "administrator", id: "admin"), post(2007, nil, nil, id: "guardian"),
            post(2007, nil, nil, id: "plain"),
        ]
        #expect(try asks([appointment("admin")], over: [], on: posts))
        #expect(try asks([appointment("guardian")], over: [], on: posts))
        #expect(try !asks([appointment("guardian", nil)], over: [], on: posts))
        #expect(try !asks([appointment("guardian")], over: [appointment("guardian")], on: posts))
        #expect(try !asks([appointment("plain")], over: [], on: posts))
        #expect(try asks([appointment("plain")], over: [], on: posts + [line("admin", "plain")]))
        #expect(try !asks([appointment("plain")], over: [], on: posts + [line("admin", "plain", "accountability")]))
        #expect(try !asks([appointment("plain")], over: [], on: posts + [line("guardian", "plain")]))
    }

    @Test(
        "To say who manages a post that gives a role takes one",
        arguments: [
            ("admin", "management", nil, true), ("admin", "management", "holds", true),
            ("admin", "management", "lacking", false), ("admin", "accountability", nil, false),
            ("plain", "management", nil, false),
        ] as [(String, String, String?, Bool)])
    func lines(post below: String, type: String, standing: String?, isAsked: Bool) throws {
        let posts = [post(2007, nil, "administrator", id: "admin"), post(2007, nil, nil, id: "plain")]
        let line = line(below, "mine", type, standing)
        #expect(try asks([line], over: [], on: posts) == isAsked)
        #expect(try !asks([line], over: [line], on: posts))
    }
}

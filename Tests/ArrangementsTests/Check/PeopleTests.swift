import Arrangements
import Cast
import Kernel
import Partners
import Records
import Testing

/// One person in two seats is one person, whether a seat names the post or the person.
@Suite("Who is in a seat")
struct PeopleTests {
    private static let person = record(Person.kind, "person", ["name": "Ash Example"])

    /// The ways in which a seat may say that the holder of a post is in it.
    enum Way: String, CaseIterable {
        case byPost, byPerson, byAnotherPost

        func seat(_ id: String, _ body: String, _ role: String, post: String) -> [Record] {
            switch self {
            case .byPost: [Town.seat(id, body, role, ["post": .text(post)])]
            case .byPerson: [Town.seat(id, body, role, ["person": "person"])]
            case .byAnotherPost:
                [
                    record(Post.kind, "other-post", ["name": "Other post", "organisation": "police"]),
                    PeopleTests.appointed("other-post"),
                    Town.seat(id, body, role, ["post": "other-post"]),
                ]
            }
        }
    }

    private static func appointed(_ post: String) -> Record {
        record(
            Appointment.kind, "appointed-\(post)",
            ["post": .text(post), "status": "held", "person": "person"])
    }

    @Test("CTB-10: one person does not chair both boards", arguments: Way.allCases)
    func chairsApart(way: Way) {
        let book = Book(
            [Town.council, Town.police, Town.chair, Town.safeguarding, Town.trustBoard, Self.person]
                + [Self.appointed("chair"), Town.seat("independent", "lscb", "chair", ["post": "chair"])]
                + way.seat("ctb-chair", "ctb", "chair", post: "chair"))
        #expect(book.findings("L10").map(\.severity) == [.error])
        #expect(way == .byPost || book.without("appointed-chair").findings("L10").isEmpty)
    }

    @Test("LM-03: who answers for a function chairs by post or in person", arguments: Way.allCases)
    func chairApart(way: Way) {
        let book = Book(
            [
                Town.council, Town.police, Town.director, Town.board, ConductTests.function, Self.person,
                Self.appointed("director"),
                record(
                    Responsibility.kind, "answers", ["post": "director", "function": "care", "level": "accountable"]),
                record(Remit.kind, "remit", ["body": "board", "function": "care", "role": "oversees"]),
            ] + way.seat("seat", "board", "chair", post: "director"))
        #expect(book.findings("L04").map(\.severity) == [.warning])
        #expect(way == .byPost || book.without("appointed-director").findings("L04").isEmpty)
    }

    @Test("LSCB-11: the safeguarding chair is no member of a commissioning board", arguments: Way.allCases)
    func attendee(way: Way) {
        let book = Book(
            StatutoryBoardTests.protected + [
                Town.board, record(Function.kind, "buying", ["name": "Commissioning"]), Self.person,
                Self.appointed("chair"),
                record(Remit.kind, "remit", ["body": "board", "function": "buying", "role": "commissions"]),
            ] + way.seat("guest", "board", "member", post: "chair"))
        #expect(book.findings("F20").filter { $0.basis == .derived }.count == 1)
        #expect(way == .byPost || book.without("appointed-chair").findings("F20").isEmpty)
    }
}

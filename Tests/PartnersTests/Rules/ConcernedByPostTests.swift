import Cast
import Kernel
import Records
import Testing

@testable import Partners

/// AC-31: who holds a post with an organisation when something is decided on it.
@Suite("Who is concerned in an organisation")
struct ConcernedByPostTests {
    @Test(
        "whoever holds a post with it, while they hold it",
        arguments: [
            (2007, Int?.none, "held", ["ann"]), (2007, 2009, "held", []), (2011, nil, "held", []),
            (2007, nil, "vacant", []),
        ])
    func holders(start: Int, end: Int?, status: String, people: [String]) throws {
        let post = record(Post.kind, "manager", ["name": "Manager", "organisation": "provider"])
        let appointment = record(
            Appointment.kind, "in-post", from: Day(start, 1, 1), until: end.flatMap { Day($0, 1, 1) },
            ["post": "manager", "status": .text(status), "person": status == "held" ? "ann" : .none])
        let elsewhere = record(Post.kind, "other", ["name": "Other", "organisation": "council"])
        let book = Book([post, elsewhere, appointment].sorted { $0.id < $1.id })
        let decided = try Period(from: Day(2010, 1, 1), until: Day(2010, 12, 31))
        #expect(try Post.holders(at: "provider", during: decided, on: book) == people)
        #expect(try Post.holders(at: "council", during: decided, on: book) == [])
    }
}

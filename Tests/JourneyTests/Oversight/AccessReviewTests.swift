import App
import Cast
import Doors
import Foundation
import Identity
import Kernel
import Ledger
import Mail
import Oversight
import Store
import Testing

@testable import Server
@testable import Workflows

/// AC-21 to AC-23 and AC-34, through the whole service.
@Suite("Reviews of access")
struct AccessReviewTests {
    /// A clerk, whose post is managed by another's.
    private func house(_ engine: Engine) async throws -> (house: SignInHouse, manager: Browser, clerk: Browser) {
        let house = try await SignInHouse(engine)
        let clerk = try await house.settle("priya", .clerk), manager = try await house.settle("mona", .analyst)
        _ = try await house.run(
            "record", "add", "line", "--id", "mona-manages", "--set", "post=priya-post", "--set", "to=mona-post",
            "--set",
            "type=management", "--from", "\(house.today)")
        _ = try await house.setUpCodes(manager)
        return (house, manager, clerk)
    }

    private func overdue(_ house: SignInHouse) async throws -> [String] {
        try await house.run("access", "reviews", "--overdue").text.split(separator: "\n").map {
            String($0.prefix { $0 != " " })
        }
    }

    @Test("each holder is due six months on, by whoever manages the post", arguments: Engine.allForTests)
    func cycle(engine: Engine) async throws {
        let (house, manager, clerk) = try await house(engine)
        #expect(try await overdue(house).isEmpty)
        let page = try await manager.get("/access-reviews")
        #expect(
            page.status == 200 && page.body.contains("Post of priya")
                && !page.body.contains("/access-reviews/mona-post"))
        #expect(page.body.contains("you hold the post Post of mona, which manages Post of priya"))
        #expect(try await clerk.get("/access-reviews").status == 403)
        #expect(try await house.browser().get("/access-reviews").status == 404)
        #expect(try await manager.get("/access-reviews/mona-post").status == 404, "one's own is for one's own manager")

        let due = house.today.adding(months: 6)
        house.wait(minutes: Double(due.number - house.today.number) * 1_440)
        #expect(try await overdue(house).isEmpty, "the whole day is in time")
        house.wait(minutes: 1_440)
        #expect(try await overdue(house) == ["mona-post", "priya-post"])
        let lines = await OversightDoctor(house.house, house.building.registry, at: house.clock).lines()
        #expect(lines.map(\.state) == [.fine, .warning])
    }

    @Test("confirming begins the months again; ending takes the access that day", arguments: Engine.allForTests)
    func answers(engine: Engine) async throws {
        let (house, manager, clerk) = try await house(engine)
        let path = "/access-reviews/priya-post"
        _ = try await manager.get(path)
        #expect(try await manager.post(path, [("because", "")]).status == 422)
        #expect(try await manager.post(path, [("answer-priya-in-post", "confirm")]).status == 303)
        #expect(
            try await manager.get(path).body.contains("Last confirmed on \(house.today.long), by Mona Example (mona)"))
        #expect(try await clerk.get("/records/posts/new").status == 200)

        house.wait(minutes: 10 * 1_440)
        let again = try house.browser()
        _ = try await again.get("/sign-in")
        _ = try await again.post("/sign-in", ["email": "priya@example.org", "password": SignInHouse.password])
        #expect(try await again.get("/records/posts/new").status == 200)
        try await say(.confirm, in: house)
        #expect(try await due(house) == house.today.adding(months: 6))
        try await say(.end, in: house)
        #expect(try await again.get("/records/posts/new").status == 404, "gone that day, in a session that is open")
        #expect(try await due(house) == nil)
        let fact = try #require(
            try await Ledger(store: house.house.store).history(of: "appointment", id: "priya-in-post").first)
        #expect(
            fact.name == "partners.ended" && fact.purpose == "Review of access: Left" && fact.caller == "Mona (mona)")
    }

    /// As the manager says it, of the one holder of the clerk's post.
    private func say(_ answer: ReviewAccess.Answer, in house: SignInHouse) async throws {
        let review = ReviewAccess(
            registry: house.building.registry, post: "priya-post", answers: ["priya-in-post": answer], because: "Left")
        let post = Subject(kind: "post", id: "mona-post", name: "Post of mona")
        let mona = Caller(
            person: "mona", name: "Mona", grants: [Grant(.responsible, from: post, because: "hold the post")])
        let (now, day, inner) = (house.clock, house.today, house.house)
        try await inner.store.write { tx in try review.perform(by: mona, at: now, on: day, in: inner, tx) }
    }

    private func due(_ house: SignInHouse) async throws -> Day? {
        let (registry, day, inner) = (house.building.registry, house.today, house.house)
        return try await inner.store.read { tx in
            try ReadAccess(tx, registry, on: day, in: inner).post("priya-post")?.dueOn
        }
    }

    @Test("nobody confirms or ends their own, an administrator neither", arguments: Engine.allForTests)
    func own(engine: Engine) async throws {
        let house = try await SignInHouse(engine)
        let admin = try await house.settle("ada", .administrator)
        _ = try await house.setUpCodes(admin)
        let page = try await admin.get("/access-reviews/ada-post")
        #expect(page.status == 200 && page.body.contains("You hold it yourself"))
        for answer in ["confirm", "end"] {
            #expect(try await admin.post("/access-reviews/ada-post", [("answer-ada-in-post", answer)]).status == 409)
        }
    }

    @Test(
        "whoever answers is written to two weeks ahead, and every two weeks until it is done",
        arguments: Engine.allForTests)
    func letters(engine: Engine) async throws {
        let (house, _, _) = try await house(engine)
        let reminders = RemindReviewers(house.house, house.building.registry)
        func remind(after days: Int) async throws -> [String] {
            house.wait(minutes: Double(days) * 1_440)
            let before = Set(try await house.letters.map(\.id))
            try await house.house.store.write { [clock = house.clock] tx in _ = try reminders.remind(at: clock, in: tx)
            }
            return try await house.letters.filter { !before.contains($0.id) }.map(\.recipient)
        }
        let due = house.today.adding(months: 6).number - house.today.number
        #expect(try await remind(after: due - 15) == [])
        #expect(try await remind(after: 1) == ["mona@example.org"])
        #expect(try await remind(after: 13) == [])
        #expect(try await remind(after: 1) == ["mona@example.org"])
    }
}

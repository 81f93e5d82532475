import App
import Arrangements
import Cast
import Doors
import Kernel
import Meetings
import Partners
import Records
import Store
import Testing

@testable import Plan
@testable import Workflows

/// From an outcome to who answers for it, and back.
@Suite("The golden thread")
struct ThreadTests {
    static func house(on engine: Engine = .sqlite) async throws -> PlanHouse {
        let house = try await PlanHouse(on: engine)
        try await house.published()
        return house
    }

    static func thread(
        _ house: PlanHouse, _ id: String, place: String? = nil, as caller: Caller = .stranger,
        with more: [ThreadContribution] = [], endsMax: Int = GoldenThread.endsMax
    ) async throws -> GoldenThread {
        let ask = ThreadContribution.Ask(
            caller, under: house.house.policy, on: PlanHouse.today, today: PlanHouse.today)
        let (registry, contributions) = (house.building.registry, house.house.threads + more)
        return try await house.house.store.read { tx in
            try GoldenThread(
                id, place: place.map { ID($0) }, contributions: contributions, ask, RecordShelf(tx, registry),
                endsMax: endsMax)
        }
    }

    @Test(
        "up and down from anywhere",
        arguments: [
            ("p-safe", ["head", "p-action", "p-need", "p-one", "p-safe", "team", "warden"]),
            ("p-one", ["head", "p-action", "p-need", "p-one", "p-safe", "team", "warden"]),
            // Up from a post, and not down again to what others do.
            ("warden", ["p-action", "p-one", "p-safe", "warden"]), ("head", ["head", "p-one", "p-safe"]),
            ("team", ["p-one", "p-safe", "team"]), ("p-need", ["p-need", "p-one", "p-safe"]), ("trust", ["trust"]),
        ])
    func walk(start: String, expected: [String]) async throws {
        for engine in Engine.allForTests {
            let thread = try await Self.thread(try await Self.house(on: engine), start)
            #expect(thread.ends.map(\.subject.id).sorted() == expected)
            #expect(thread.links.allSatisfy { $0.from.level <= $0.to.level })
        }
    }

    @Test("another room adds its links as values, and the thread runs through them")
    func contributed() async throws {
        let house = try await Self.house()
        let priority = Subject(kind: "priority", id: "p-one", name: "Homes")
        let indicator = Subject(kind: "indicator", id: "i", name: "Children in need")
        let link = ThreadLink(
            from: .init(priority, .priority), to: .init(indicator, .indicator), "is measured by", since: PlanHouse.today
        )
        let room = ThreadContribution(links: { things, _, _ in
            things.isDisjoint(with: ["p-one", "i"]) ? [] : [link]
        })
        let down = try await Self.thread(house, "p-safe", with: [room])
        #expect(down.ends.contains { $0.subject.id == "i" && $0.level == .indicator })
        let up = try await Self.thread(house, "i", with: [room])
        #expect(up.ends.map(\.subject.id) == ["p-safe", "p-one", "i"])
    }

    @Test("for a place: the city's own, the area's, and nobody else's")
    func place() async throws {
        let house = try await Self.house()
        for (index, area) in ["east", "west"].enumerated() {
            let plan = "in-\(area)"
            try await house.draft(
                plan,
                more: [
                    "type": .text("area-delivery"), "area": .text(area), "under": .text("p"), "name": .text(area),
                ])
            try await house.does { tx, hand in
                let held = try hand.last(Priority.kind, "\(plan)-one", in: tx)
                try hand.amend(held, ["picks-up": .text("p-one")], because: "It does", in: tx)
            }
            try await house.agree(plan, by: "team", ticket: index + 4)
            try await house.publish(plan)
        }
        let all = try await Self.thread(house, "p-one").ends.map(\.subject.id)
        #expect(all.contains("in-east-one") && all.contains("in-west-one"))
        // A ward of the east wedge is reached by the east's plan.
        for place in ["east", "dock"] {
            let some = try await Self.thread(house, "p-one", place: place).ends.map(\.subject.id)
            #expect(some.contains("in-east-one") && !some.contains("in-west-one") && some.contains("p-safe"))
        }
        await #expect(throws: Refusal.notFound) { try await Self.thread(house, "p-one", place: "nowhere") }
    }

    @Test("a decision that is not published is on the thread of those who may read of it, and of nobody else")
    func decisions() async throws {
        let house = try await PlanHouse()
        try await house.does(.keyboard) { tx, hand in
            try hand.add(
                Resolution.kind, id: "r",
                [
                    "name": .text("Badger decision"), "body": .text("cabinet"), "on": .text("\(PlanHouse.today)"),
                    "outcome": .text("agreed"), "wording": .text("So"), "impact": .text("none"),
                    "impact-how": .text("Of procedure"), "made": .text("delegated"), "decided-by": .text("head"),
                    "consulted": .text("Nobody: of procedure"), "call-in": .text("not-executive"),
                ], in: tx)
        }
        try await house.draft()
        try await house.does { tx, hand in
            let held = try hand.last(Priority.kind, "p-one", in: tx)
            try hand.amend(held, ["decision": .text("r")], because: "It was", in: tx)
        }
        try await house.agree()
        try await house.publish()
        let clerk = try await Self.thread(house, "p-one", as: PlanHouse.clerk)
        #expect(clerk.ends.contains { $0.subject.name == "Badger decision" && $0.level == .decision })
        #expect(clerk.links.contains { $0.what == "was made by" && $0.to.subject.id == "cabinet" })
        let fromBody = try await Self.thread(house, "cabinet", as: PlanHouse.clerk)
        #expect(fromBody.ends.map(\.subject.id) == ["p-safe", "p-one", "r", "cabinet"])
        let open = try await Self.thread(house, "p-one")
        #expect(!open.ends.contains { $0.subject.id == "r" })
        for way in [
            "/thread/priority/p-one", "/api/v1/thread/priority/p-one", "/thread/body/cabinet", "/priorities/p-one",
        ] {
            #expect(!(try await house.page(way, as: .stranger)).contains("Badger"), "\(way)")
        }
    }

    @Test("one drawing, one table, one JSON, one CSV; the wrong kind is not found")
    func shown() async throws {
        let house = try await Self.house()
        let page = try await house.page("/thread/priority/p-one", as: .stranger)
        #expect(page.contains("<svg") && page.contains("is answered for by") && page.contains("Post"))
        #expect(page.contains("P03") == false && page.contains("/api/v1/thread/priority/p-one"))
        #expect(try await house.page("/api/v1/thread/priority/p-one", as: .stranger).contains("\"what\":\"rests on\""))
        #expect(try await house.page("/thread/priority/p-one/links.csv", as: .stranger).contains("is acted on by"))
        #expect(try await house.page("/thread/priority/p-one/picture.svg", as: .stranger).contains("<svg"))
        #expect(try await house.page("/thread", as: .stranger).contains("/thread/outcome/p-safe"))
        await #expect(throws: Refusal.notFound) { try await house.page("/thread/post/p-one", as: .stranger) }
        await #expect(throws: Refusal.notFound) { try await house.page("/thread/person/noor", as: .stranger) }
        // A broken thread is said to be so.
        let later = PlanHouse.today.adding(days: 40)
        let broken = try await house.page("/thread/outcome/p-safe?on=\(later)", as: .stranger, on: later)
        #expect(broken.contains("P03"))
    }

    /// Many actions above the head's post, which only a test's room knows.
    private static let crowd = ThreadContribution(links: { things, _, _ in
        guard things.contains("head") else { return [] }
        return (0..<100).map { number in
            let action = Subject(kind: "plan-action", id: "act-\(number)", name: "Act \(number)")
            return ThreadLink(
                from: .init(action, .action), to: .init(Subject(kind: "post", id: "head", name: "Head"), .post),
                "is to be done by")
        }
    })

    @Test("a post's thread runs through the plan in use; that of an earlier edition is its own, and says so")
    func editions() async throws {
        let house = try await Self.house()
        let next = try await house.does { tx, hand in
            try RevisePlan(plan: "p", name: "The second", ticket: PlanHouse.ticket(3)).perform(by: hand, in: tx)
        }
        try await house.agree(next, ticket: 4)
        let copies = try await PlanLifeTests.view(house, next).priorities.map(\.id)
        // Whoever writes the next one sees that it is not in use yet.
        let writer = try await Self.thread(house, "head", as: PlanHouse.clerk).ends
        #expect(writer.contains { $0.subject.id == copies[0] && $0.subject.name.contains("(plan: agreed)") })
        try await house.publish(next)
        let post = try await Self.thread(house, "head").ends.map(\.subject.id)
        #expect(post.contains(copies[0]) && !post.contains("p-one") && !post.contains("p-safe"))
        let old = try await Self.thread(house, "p-one").ends
        #expect(old.contains { $0.subject.id == "p-safe" && $0.subject.name.contains("taken over") })
        #expect(!old.contains { $0.subject.id == copies[0] })
    }

    @Test("what is cut going down cuts nothing going up")
    func cut() async throws {
        let house = try await Self.house()
        let thread = try await Self.thread(house, "p-one", endsMax: 2)
        #expect(thread.isCut && thread.ends.contains { $0.subject.id == "p-safe" })
        let up = try await Self.thread(house, "head", with: [Self.crowd], endsMax: 50)
        #expect(up.isCut && up.ends.count == 51)
        #expect(try await Self.thread(house, "p-one").isCut == false)
    }

    @Test("the drawing keeps the start and what is nearest, and says how many it leaves out")
    func drawn() async throws {
        let thread = try await Self.thread(try await Self.house(), "head", with: [Self.crowd])
        #expect(thread.ends.count == 103)
        let picture = ThreadPicture(thread: thread, findings: []) { _ in "/" }
        #expect(picture.drawn.count == 80 && picture.drawn.contains { $0.subject.id == "head" })
        // Two steps away, while a hundred stand one step away.
        #expect(!picture.drawn.contains { $0.subject.id == "p-safe" })
        #expect(
            String(decoding: picture.svg.file, as: UTF8.self).contains("23 things farther from the start are not drawn")
        )
    }

    @Test("what can be no place is refused, and not taken for the whole city")
    func malformed() async throws {
        let house = try await Self.house()
        for way in ["/thread/priority/p-one", "/api/v1/thread/priority/p-one"] {
            await #expect(throws: Refusal.self) { try await house.page("\(way)?place=No%20where!", as: .stranger) }
        }
        #expect(throws: Refusal.self) { try ThreadRoutes.place("No where!") }
        #expect(try ThreadRoutes.place("") == nil)
        #expect(try ThreadRoutes.place("east")?.text == "east")
    }
}

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
        with more: [ThreadContribution] = []
    ) async throws -> GoldenThread {
        let ask = ThreadContribution.Ask(
            caller, under: house.house.policy, on: PlanHouse.today, today: PlanHouse.today)
        let (registry, contributions) = (house.building.registry, house.house.threads + more)
        return try await house.house.store.read { tx in
            try GoldenThread(
                id, place: place.map { ID($0) }, contributions: contributions, ask, RecordShelf(tx, registry))
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
}

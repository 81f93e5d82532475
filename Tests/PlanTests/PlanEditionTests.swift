import Arrangements
import Cast
import Kernel
import Partners
import Records
import Store
import Testing

@testable import Plan

/// One edition after another, and areas' plans beside them.
@Suite("Editions of plans")
struct PlanEditionTests {
    private static let ofEast: [String: Given] = [
        "type": .text("area-delivery"), "area": .text("east"), "under": .text("p"), "name": .text("East"),
    ]

    /// The city's plan, and East's under it, of which one priority takes up the city's first.
    private static func house() async throws -> PlanHouse {
        let house = try await PlanHouse()
        try await house.published()
        try await house.draft("e", more: ofEast)
        try await house.does { tx, hand in
            let held = try hand.last(Priority.kind, "e-one", in: tx)
            try hand.amend(
                held, ["picks-up": .text("p-one"), "outcome": .text("p-safe")], because: "It does", in: tx)
        }
        try await house.agree("e", by: "team", ticket: 2)
        try await house.publish("e")
        return house
    }

    @discardableResult
    private static func revise(
        _ house: PlanHouse, _ id: String, ticket: Int, by body: String = "cabinet", publishes: Bool = true
    ) async throws -> String {
        let next = try await house.does { tx, hand in
            try RevisePlan(plan: id, name: "Edition \(ticket)", ticket: PlanHouse.ticket(ticket))
                .perform(by: hand, in: tx)
        }
        guard publishes else { return next }
        try await house.agree(next, by: body, ticket: ticket + 1)
        try await house.publish(next)
        return next
    }

    @Test("a revised plan of an area still serves the outcome of the city's")
    func outcome() async throws {
        let house = try await Self.house()
        let next = try await Self.revise(house, "e", ticket: 3, publishes: false)
        let one = try #require(try await PlanLifeTests.view(house, next).priorities.first { $0.line.count == 2 })
        #expect(one.priority.outcome?.text == "p-safe")
    }

    @Test("an area's plan under an earlier edition is seen and checked beside the latest, two editions on")
    func chain() async throws {
        let house = try await Self.house()
        let second = try await Self.revise(house, "p", ticket: 3)
        let third = try await Self.revise(house, second, ticket: 5)
        let found = try await house.findings().filter { $0.code == "P05" }
        let view = try await PlanLifeTests.view(house, third)
        let other = try #require(view.priorities.first { $0.line.last?.text == "p-two" })
        #expect(found.filter { $0.severity == .warning }.map(\.subject.id) == [other.id])
        #expect(found.filter { $0.severity == .cannotTell }.allSatisfy { $0.message.contains("West") })
        #expect(view.locals.map(\.id.text) == ["e"])
        let beside = try await house.page("/plans/\(third)/areas", as: .stranger)
        #expect(beside.contains("/priorities/e-one") && beside.contains("Not picked up"))
        #expect(!beside.contains("No area's delivery plan"))
        let first = try #require(view.priorities.first { $0.line.last?.text == "p-one" })
        #expect(first.pickedUp.map(\.priority.id) == ["e-one"])
    }

    @Test("an area's plan says which plan of the city's it is under; one that is under none in use is found")
    func apart() async throws {
        let house = try await Self.house()
        let problems = try await house.problems { tx, hand in
            try hand.add(TrustPlan.kind, id: "q", Self.ofEast.filter { $0.key != "under" }, in: tx)
        }
        #expect(problems.map(\.field) == ["under"])
        try await house.does { tx, hand in
            try ClosePlan(plan: "p", because: "Given up", seen: nil).perform(by: hand, in: tx)
        }
        try await house.published("other", more: ["name": .text("Another")], ticket: 4)
        let found = try await house.findings().filter { $0.subject.id == "e" && $0.code == "P05" }
        #expect(found.map(\.severity) == [.warning])
    }

    @Test("no law is said to have asked for an area's plan")
    func law() async throws {
        let house = try await PlanHouse(), day = PlanHouse.day("2010-06-01")
        let period: [String: Given] = [
            "starts": .text("2010-06-01"), "ends": .text("2013-05-31"), "owner": .text("trust"),
        ]
        try await house.published(more: period, by: "trust", on: day)
        try await house.published("e", more: Self.ofEast, by: "team", on: day, ticket: 2)
        for way in ["/plans/e", "/plans/e/life"] {
            let page = try await house.page(way, as: .stranger, on: day)
            #expect(page.contains("no law asked for one") && !page.contains("which the law asked for"), "\(way)")
        }
        #expect(try await house.page("/api/v1/plans/e/public", as: .stranger).contains("\"law\":\"area\""))
    }

    @Test("editions are compared by what continues what, two editions on too, and by all that they say")
    func compared() async throws {
        let house = try await PlanHouse()
        try await house.draft()
        try await house.does { tx, hand in
            let measure = try hand.last(SuccessMeasure.kind, "p-measure", in: tx)
            try hand.amend(measure, ["aim": .text("77%")], because: "Said", in: tx)
        }
        try await house.agree()
        try await house.publish()
        let second = try await Self.revise(house, "p", ticket: 3)
        let third = try await Self.revise(house, second, ticket: 5, publishes: false)
        let ids = try await PlanLifeTests.view(house, third).priorities.map(\.id)
        try await house.does { tx, hand in
            // The names change places: what continues what does not.
            for (id, name) in zip(ids, ["Streets \(PlanHouse.secret)", "Homes \(PlanHouse.secret)"]) {
                try hand.amend(try hand.last(Priority.kind, id, in: tx), ["name": .text(name)], because: "So", in: tx)
            }
            let held = try hand.shelf(tx).records(of: SuccessMeasure.kind, where: "priority", is: ids[0])
            let measure = try #require(held.first)
            try hand.amend(measure, ["aim": .text("85%")], because: "Higher", in: tx)
            for record in try hand.shelf(tx).records(of: PlanAction.kind, where: "priority", is: ids[0]) {
                try hand.amend(record, ["due": .text("2027-12-31")], because: "Later", in: tx)
            }
        }
        let rows = ComparedPlans(
            before: try await PlanLifeTests.view(house, "p"), after: try await PlanLifeTests.view(house, third)
        ).rows
        #expect(rows.map(\.before?.id) == ["p-one", "p-two"])
        #expect(
            rows.map(\.change) == [
                "Changed: its words, its measures of success, its actions", "Changed: its words",
            ])
    }

    @Test("a priority of the same name takes nothing from one that is continued")
    func names() async throws {
        let house = try await PlanHouse()
        try await house.published()
        let next = try await Self.revise(house, "p", ticket: 3, publishes: false)
        try await house.does { tx, hand in
            // It comes first, and has the name of what another continues.
            try hand.add(
                Priority.kind, id: "new",
                ["name": .text("Streets \(PlanHouse.secret)"), "plan": .text(next), "number": .text("1")], in: tx)
        }
        let rows = ComparedPlans(
            before: try await PlanLifeTests.view(house, "p"), after: try await PlanLifeTests.view(house, next)
        ).rows
        #expect(rows.first { $0.after?.id == "new" }?.change == "New")
        #expect(rows.count { $0.change == "Kept" } == 2 && rows.count == 3)
    }

    @Test("a post that has ended answers for nothing, and a body that has ended watches over nothing")
    func ended() async throws {
        let house = try await PlanHouse(), later = PlanHouse.today.adding(days: 5)
        try await house.published()
        func found(_ day: Day) async throws -> [String] {
            try await house.findings(on: day).filter { $0.subject.id == "p-one" }.map(\.code)
        }
        #expect(try await found(later).isEmpty)
        try await house.ends(Post.kind, "head", on: PlanHouse.today.adding(days: 3))
        try await house.ends(Body.kind, "team", on: PlanHouse.today.adding(days: 3))
        #expect(try await found(later) == ["P01", "P02"])
        #expect(try await found(PlanHouse.today.adding(days: 2)).contains("P01") == false)
    }

    @Test("whether a body was entitled is judged of the body as it was when it agreed")
    func dissolved() async throws {
        let house = try await PlanHouse(), day = PlanHouse.day("2010-05-01")
        func add(_ id: String, agreed: String) async throws {
            try await house.does(.keyboard, on: day) { tx, hand in
                try hand.add(
                    TrustPlan.kind, id: id,
                    [
                        "name": .text(id), "type": .text("cypp"), "state": .text("published"),
                        "published": .text("2010-05-01"), "agreed": .text(agreed), "agreed-by": .text("cabinet"),
                    ], in: tx)
            }
        }
        try await add("p", agreed: "2010-05-01")
        // Before there was such a body at all.
        try await add("q", agreed: "2004-05-01")
        try await house.ends(Body.kind, "cabinet", on: PlanHouse.day("2010-06-01"))
        let found = try await house.findings(on: PlanHouse.day("2010-07-01")).filter { $0.code == "P06" }
        #expect(found.map(\.subject.id) == ["p", "q"] && found.map(\.severity) == [.error, .cannotTell])
    }
}

import Cast
import Doors
import Kernel
import Partners
import Records
import Store
import Testing

@testable import Plan

/// A draft is for those who write it.
@Suite("Nothing of a draft leaks")
struct PlanSightTests {
    /// Every way in over which a stranger or a member might come by a draft's words.
    static let ways = [
        "/plans", "/plans.csv", "/plans/p", "/plans/p/plain", "/plans/p/young", "/plans/p/life", "/plans/p/actions",
        "/plans/p/areas", "/plans/p/compare?with=open", "/plans/open/compare?with=p", "/plans/open",
        "/plans/open/areas", "/plans/p/priorities.csv", "/plans/p/actions.csv", "/plans/open/priorities.csv",
        "/api/v1/plans/p/public", "/api/v1/plans/open/public", "/api/v1/plans/p", "/api/v1/plans",
        "/api/v1/priorities", "/api/v1/priorities/p-one", "/api/v1/plans/p/history", "/api/v1/plans/p/known",
        "/priorities/p-one", "/outcomes/p-safe", "/plan-actions/p-action", "/plan-needs/p-need", "/records/plans",
        "/records/plans.csv", "/records/priorities", "/records/priorities/p-one", "/records/plans/p/history",
        "/records/plan-actions.csv", "/search?q=Homes", "/search?q=Plan", "/findings", "/findings.csv",
        "/api/v1/findings",
        "/thread", "/thread/priority/p-one", "/thread/outcome/p-safe", "/thread/post/head", "/thread/body/team",
        "/api/v1/thread/priority/p-one", "/api/v1/thread/post/head", "/thread/post/head/links.csv",
        "/thread/body/team/picture.svg", "/posts/head", "/bodies/team", "/records/posts/head", "/records/bodies/team",
        "/plans/p/agree", "/",
    ]

    static func house(on engine: Engine = .sqlite, state: String) async throws -> PlanHouse {
        let house = try await PlanHouse(on: engine)
        try await house.draft()
        if state == "consultation" {
            try await house.does { tx, hand in
                try OpenConsultation(plan: "p", until: PlanHouse.today.adding(days: 9), seen: nil)
                    .perform(by: hand, in: tx)
            }
        }
        if state == "agreed" || state == "closed" { try await house.agree() }
        if state == "closed" {
            try await house.does { tx, hand in
                try ClosePlan(plan: "p", because: "Given up", seen: nil).perform(by: hand, in: tx)
            }
        }
        // Another plan, which everybody reads, and in which the draft's words do not stand.
        try await house.does(.keyboard) { tx, hand in
            let hand = hand.sealingPlans
            let open: [String: Given] = [
                "name": .text("Open plan"), "type": .text("cypp"), "state": .text("published"),
                "published": .text("2026-01-01"), "agreed": .text("2026-01-01"), "agreed-by": .text("cabinet"),
            ]
            try hand.add(TrustPlan.kind, id: "open", open, in: tx)
            try hand.add(
                Priority.kind, id: "open-one",
                ["name": .text("Open priority"), "plan": .text("open"), "accountable": .text("head")], in: tx)
        }
        return house
    }

    @Test(
        "no way in shows a word of what is not published", arguments: ["draft", "consultation", "agreed", "closed"])
    func closed(state: String) async throws {
        let house = try await Self.house(state: state)
        // A member is told apart from a stranger by rights, which are the same in every state.
        for caller in state == "draft" ? [Caller.stranger, PlanHouse.member] : [.stranger] {
            for way in Self.ways {
                var shown = ""
                do { shown = try await house.page(way, as: caller) } catch is Refusal {}
                #expect(!shown.contains(PlanHouse.secret), "\(caller.name) reads \(way) of a plan that is \(state)")
            }
        }
        // The same ways do show it to whoever writes it: the test can fail.
        #expect(try await house.page("/plans/p", as: PlanHouse.clerk).contains(PlanHouse.secret))
        // What was closed no longer runs through anybody's work.
        let thread = try await house.page("/thread/post/head", as: PlanHouse.clerk)
        #expect(thread.contains(PlanHouse.secret) == (state != "closed"))
        #expect(try await house.page("/api/v1/priorities", as: PlanHouse.clerk).contains(PlanHouse.secret))
    }

    @Test(
        "once it is published everybody reads it, and the way back in time shows none of it",
        arguments: Engine.allForTests)
    func published(engine: Engine) async throws {
        let house = try await PlanHouse(on: engine), later = PlanHouse.today.adding(days: 10)
        try await house.draft()
        try await house.agree()
        try await house.publish(on: later)
        for way in ["/plans", "/plans/p", "/priorities/p-one", "/thread/post/head", "/api/v1/plans/p/public"] {
            #expect(try await house.page(way, as: .stranger, on: later).contains(PlanHouse.secret), "\(way)")
            var earlier = ""
            do {
                earlier = try await house.page("\(way)?on=\(PlanHouse.today)", as: .stranger, on: later)
            } catch is Refusal {}
            #expect(!earlier.contains(PlanHouse.secret), "\(way) shows the draft of an earlier day")
        }
    }

    @Test("what is to be published on a day that is still to come is not read by asking about that day")
    func toCome() async throws {
        let house = try await PlanHouse(), later = PlanHouse.today.adding(days: 10)
        try await house.draft()
        try await house.agree()
        try await house.publish(on: later)
        for way in ["/plans?on=\(later)", "/plans/p?on=\(later)", "/api/v1/thread/post/head?on=\(later)"] {
            var shown = ""
            do { shown = try await house.page(way, as: .stranger) } catch is Refusal {}
            #expect(!shown.contains(PlanHouse.secret), "\(way)")
        }
    }

    @Test("an area's published priority does not name the draft of the city's that it picks up")
    func pickedUp() async throws {
        let house = try await Self.house(state: "draft")
        try await house.does(.keyboard) { tx, hand in
            let hand = hand.sealingPlans
            try hand.add(
                TrustPlan.kind, id: "local",
                [
                    "name": .text("East plan"), "type": .text("area-delivery"), "area": .text("east"),
                    "under": .text("p"), "state": .text("published"), "published": .text("2026-01-01"),
                    "agreed": .text("2026-01-01"), "agreed-by": .text("team"),
                ], in: tx)
            try hand.add(
                Priority.kind, id: "local-one",
                ["name": .text("Local"), "plan": .text("local"), "picks-up": .text("p-one")], in: tx)
        }
        for way in [
            "/plans/local", "/priorities/local-one", "/thread/priority/local-one", "/plans/local/priorities.csv",
        ] {
            let shown = try await house.page(way, as: .stranger)
            #expect(shown.contains("Local") && !shown.contains(PlanHouse.secret), "\(way)")
        }
    }

    @Test("the steps are for those who write", arguments: PlanLife.steps.map(\.name))
    func steps(step: String) async throws {
        let house = try await Self.house(state: "draft")
        await #expect(throws: Refusal.notAllowed(.changePlans)) {
            try await house.send("/plans/open/\(step)", [], as: PlanHouse.member)
        }
        await #expect(throws: Refusal.notFound) { try await house.send("/plans/open/\(step)", [], as: .stranger) }
    }

    @Test("a step's form gives back what is wrong, and does it once it is right")
    func forms() async throws {
        let house = try await PlanHouse()
        try await house.draft()
        guard case .page(let page, _) = try await house.send("/plans/p/agree", []) else {
            Issue.record("an agreement without a body was taken")
            return
        }
        #expect(page.problems.map(\.field) == ["body"])
        let ticket = PlanHouse.ticket(7).text
        let reply = try await house.send("/plans/p/agree", [("body", "cabinet"), ("ticket", ticket)])
        guard case .see("/plans/p") = reply else {
            Issue.record("the agreement was not taken: \(reply)")
            return
        }
        #expect(try await house.plan("p").state == "agreed")
        for step in ["agree", "publish", "review", "revise", "close"] {
            #expect(!(try await house.page("/plans/p/\(step)", as: PlanHouse.clerk)).isEmpty)
        }
    }
}

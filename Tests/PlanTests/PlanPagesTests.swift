import App
import Cast
import Doors
import Foundation
import Kernel
import Records
import Testing
import Web

@testable import Plan

/// What people are shown of a plan.
@Suite("Pages of plans")
struct PlanPagesTests {
    static func house() async throws -> PlanHouse {
        let house = try await PlanHouse()
        try await house.draft(more: [
            "plain-words": .text("What we want for every child."), "young-words": .text("This plan is for you."),
            "starts": .text("2026-11-03"), "ends": .text("2029-11-02"),
        ])
        try await house.does { tx, hand in
            let outcome = try hand.last(Outcome.kind, "p-safe", in: tx)
            try hand.amend(outcome, ["young-words": .text("Nobody hurts you.")], because: "Words", in: tx)
            try hand.add(
                PlanConsultation.kind, id: "asked",
                [
                    "plan": .text("p"), "name": .text("Summer talks"),
                    "consultees": .list(["young-people", "parents"]),
                    "count": .text("8000"), "count-is": .text("about"), "changed": .text("Homes came first"),
                ], in: tx)
            try hand.add(
                PlanResource.kind, id: "money",
                ["plan": .text("p"), "name": .text("Fund"), "pounds": .text("125000"), "pooled": .text("true")], in: tx)
        }
        try await house.agree()
        try await house.publish()
        return house
    }

    @Test(
        "each page shows what it is for",
        arguments: [
            ("/plans", ["3 November 2026 to 2 November 2029", "Children and young people"]),
            ("/plans/p", ["<svg", "Every child thrives", "Head", "Team", "nobody named answers for it", "P01"]),
            ("/plans/p/plain", ["What we want for every child.", "About 8,000 people took part", "The person to ask"]),
            ("/plans/p/young", ["This plan is for you.", "Nobody hurts you.", "Have your say"]),
            ("/plans/p/life", ["Cabinet", "Summer talks", "about 8,000", "Homes came first", "125,000", "by choice"]),
            ("/plans/p/actions", ["Act Wolverine", "Warden", "Open"]),
            ("/plans/p/areas", ["No area's delivery plan"]), ("/plans.csv", ["2026-11-03", "published"]),
            ("/priorities/p-one", ["Need Wolverine", "Fewer Wolverine", "/thread/priority/p-one"]),
            ("/plans/p/priorities.csv", ["p-one", "Head", "Team"]), ("/plans/p/actions.csv", ["Warden", "open"]),
            ("/api/v1/plans/p/public", ["\"countIs\":\"about\"", "\"agreedBy\":\"cabinet\"", "\"law\":\"choice\""]),
            ("/outcomes/p-safe", ["/plans/p#priorities"]), ("/plan-needs/p-need", ["/priorities/p-one#needs"]),
            ("/posts/head", ["/thread/post/head"]),
        ])
    func shows(path: String, words: [String]) async throws {
        let page = try await Self.house().page(path, as: .stranger)
        for word in words { #expect(page.contains(word), "\(path) lacks \(word)") }
        #expect(!page.contains("/plans/p/revise"), "\(path) offers a stranger what they may not do")
    }

    @Test("what the pages themselves say to young people is short")
    func young() async throws {
        let page = try await Self.house().page("/plans/p/young", as: .stranger)
        let text = page.replacing(/<[^>]*>/, with: ".")
        #expect(YoungWords.long(in: text).isEmpty)
    }

    @Test("whoever writes it is offered the next steps of its life, and no other")
    func steps() async throws {
        let page = try await Self.house().page("/plans/p", as: PlanHouse.clerk)
        for step in PlanLife.steps {
            #expect(page.contains("/plans/p/\(step.name)\"") == step.from.contains("published"), "\(step.name)")
        }
    }

    @Test("the terminal says what the pages say")
    func verbs() async throws {
        let house = try await Self.house()
        func run(_ name: String, _ words: [String], _ options: [String] = []) async throws -> String {
            let verb = try #require(house.building.verbs.first { $0.name == name })
            return try await verb.run(
                words + options, caller: .stranger, now: PlanHouse.now(on: PlanHouse.today), house: house.house
            ).text
        }
        #expect(try await run("plan", []).contains("p  Plan Wolverine"))
        #expect(try await run("plan", ["p"]).contains("answers Head; watched over by Team"))
        #expect(try await run("plan", ["p"], ["--json"]).contains("\"outcomes\""))
        #expect(try await run("thread", ["p-one"]).contains("is answered for by  Head"))
        #expect(try await run("thread", ["head"], ["--json"]).contains("\"start\":\"head\""))
        await #expect(throws: Refusal.notFound) { try await run("plan", ["nothing"]) }
        await #expect(throws: Refusal.self) { try await run("thread", []) }
    }
}

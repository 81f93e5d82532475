import Cast
import Kernel
import Partners
import Records
import Store
import Testing

@testable import Plan

/// What may still be written of an agreed plan, and what may not.
@Suite("What was agreed stays")
struct PlanSealTests {
    private static func correct(
        _ house: PlanHouse, _ kind: Kind, _ id: String, _ key: CommonKey, _ value: String
    ) async throws {
        try await house.does { tx, hand in
            var draft = RecordDraft(kind, [:])
            draft.give(key.rawValue, .text(value))
            try CorrectRecord(id, version: 1, to: draft, because: "Test", seen: nil, registry: hand.registry)
                .perform(by: hand.caller, under: hand.policy, at: hand.now, in: tx)
        }
    }

    @Test(
        "neither the days that agreed words stand for nor their sources are put otherwise",
        arguments: [
            ("priority", "p-two", CommonKey.from, "2099-01-01"), ("priority", "p-two", .source, "P06 1.1"),
            ("plan-need", "p-need", .from, "2099-01-01"), ("plan", "p", .from, "2099-01-01"),
            ("plan", "p", .source, "P06 1.1"), ("priority", "p-two", .provenance, "unclear"),
        ] as [(String, String, CommonKey, String)])
    func moved(kind: String, id: String, key: CommonKey, value: String) async throws {
        let house = try await PlanHouse()
        try await house.published()
        let kind = try #require(PlanKinds.all.first { $0.name == kind })
        await #expect(throws: Refusal.notAllowed(.sealPlans)) {
            try await Self.correct(house, kind, id, key, value)
        }
    }

    @Test("who answers and who watches may be named since, and named again")
    func answering() async throws {
        let house = try await PlanHouse()
        try await house.published()
        for (index, post) in ["warden", "head"].enumerated() {
            try await house.does(on: PlanHouse.today.adding(days: index + 1)) { tx, hand in
                try hand.amend(
                    try hand.last(Priority.kind, "p-two", in: tx),
                    ["accountable": .text(post), "overseen-by": .text("team")], because: "Named", in: tx)
            }
        }
        let found = try await house.findings(on: PlanHouse.today.adding(days: 2))
        #expect(found.contains { ["P01", "P02"].contains($0.code) } == false)
    }

    @Test("another body's support is recorded after it was agreed; that it is agreed again is not")
    func support() async throws {
        let house = try await PlanHouse()
        try await house.published()
        func add(_ what: String) async throws {
            try await house.does { tx, hand in
                try hand.add(
                    PlanAgreement.kind, id: nil,
                    [
                        "plan": .text("p"), "body": .text("trust"), "on": .text("\(PlanHouse.today)"),
                        "what": .text(what),
                    ], in: tx)
            }
        }
        try await add("supported")
        await #expect(throws: Refusal.notAllowed(.sealPlans)) { try await add("plan") }
        #expect(try await house.page("/plans/p/life", as: .stranger).contains("Its support of the plan"))
    }

    @Test("the day that a report of a review was open to all is recorded when it was; its words stay")
    func report() async throws {
        let house = try await PlanHouse(), later = PlanHouse.today.adding(days: 9)
        try await house.published()
        try await house.does { tx, hand in
            try ReviewPlan(
                plan: "p", answers: ["sort": .text("monitoring"), "found": .text("So far")], next: nil,
                ticket: PlanHouse.ticket(4), seen: nil
            ).perform(by: hand, in: tx)
        }
        let id = PlanHouse.ticket(4).id(of: PlanReview.kind)
        func amend(_ fields: [String: Given]) async throws {
            try await house.does(on: later) { tx, hand in
                try hand.amend(try hand.last(PlanReview.kind, id, in: tx), fields, because: "Test", in: tx)
            }
        }
        try await amend(["report-published": .text("\(later)")])
        await #expect(throws: Refusal.notAllowed(.sealPlans)) { try await amend(["found": .text("Otherwise")]) }
    }

    @Test("an action was not done on a day that is still to come")
    func future() async throws {
        let house = try await PlanHouse()
        try await house.published()
        func finish(_ done: Day) async throws -> [String] {
            try await house.problems { tx, hand in
                try FinishAction(
                    action: "p-action",
                    answers: ["state": .text("done"), "done": .text("\(done)"), "evidence": .text("Seen")], seen: nil
                ).perform(by: hand, in: tx)
            }.map(\.field)
        }
        #expect(try await finish(PlanHouse.today.adding(days: 1)) == ["done"])
        #expect(try await finish(PlanHouse.today) == [])
    }

    @Test("saying what became of an action keeps its owner, though the post has ended")
    func endedOwner() async throws {
        let house = try await PlanHouse(), later = PlanHouse.today.adding(days: 5)
        try await house.published()
        try await house.ends(Post.kind, "warden", on: PlanHouse.today.adding(days: 1))
        let page = try await house.page("/plan-actions/p-action/finish", as: PlanHouse.clerk, on: later)
        #expect(page.contains("value=\"warden\" selected"))
    }

    @Test("what is known to end on a later day has not ended: it is there to be agreed, and to be taken over")
    func endsLater() async throws {
        let house = try await PlanHouse()
        try await house.draft()
        for id in ["p-one", "p-two"] {
            try await house.ends(Priority.kind, id, on: PlanHouse.today.adding(days: 500))
        }
        try await house.agree()
        try await house.publish()
        let id = try await house.does { tx, hand in
            try RevisePlan(plan: "p", name: "The second", ticket: PlanHouse.ticket(3)).perform(by: hand, in: tx)
        }
        #expect(try await PlanLifeTests.view(house, id).priorities.count == 2)
    }
}

import Cast
import Kernel
import Ledger
import Partners
import Records
import Store
import Testing

@testable import Plan

/// From draft to the next edition.
@Suite("The life of a plan")
struct PlanLifeTests {
    @Test("drafted, consulted on, agreed, published, reviewed, revised", arguments: Engine.allForTests)
    func life(engine: Engine) async throws {
        let house = try await PlanHouse(on: engine), later = PlanHouse.today.adding(days: 60)
        try await house.draft()
        try await house.does { tx, hand in
            try OpenConsultation(plan: "p", until: PlanHouse.today.adding(days: 28), seen: nil)
                .perform(by: hand, in: tx)
        }
        #expect(try await house.plan("p").state == "consultation")
        try await house.agree(on: PlanHouse.today.adding(days: 30))
        let due = PlanHouse.today.adding(days: 400)
        try await house.publish(reviewDue: due, on: PlanHouse.today.adding(days: 31))
        let first = try await house.plan("p")
        #expect(first.state == "published" && first.agreedBy?.text == "cabinet" && first.reviewDue == due)
        try await house.does(on: later) { tx, hand in
            try ReviewPlan(
                plan: "p", answers: ["sort": .text("review"), "found": .text("Halfway"), "body": .text("trust")],
                next: later.adding(days: 365), ticket: PlanHouse.ticket(2), seen: nil
            ).perform(by: hand, in: tx)
        }
        let id = try await house.does(on: later) { tx, hand in
            try RevisePlan(plan: "p", name: "The second", ticket: PlanHouse.ticket(3)).perform(by: hand, in: tx)
        }
        let second = try await house.plan(id)
        #expect(second.state == "draft" && second.edition == 2 && second.revises?.text == "p")
        try await house.agree(id, on: later, ticket: 4)
        try await house.publish(id, on: later)
        #expect(try await house.plan("p").state == "superseded")
        #expect(try await house.plan(id).state == "published")
        // On an earlier day the first edition is the one in use.
        let before = try await house.page("/plans.csv?on=\(later.adding(days: -1))", as: .stranger, on: later)
        #expect(before.contains("published") && !before.contains("The second"))
    }

    @Test("a new edition takes over priorities, needs, measures and open actions, and says which it continues")
    func revision() async throws {
        let house = try await PlanHouse()
        try await house.published()
        let id = try await house.does { tx, hand in
            try RevisePlan(plan: "p", name: "The second", ticket: PlanHouse.ticket(3)).perform(by: hand, in: tx)
        }
        // The form sent twice makes one.
        let again = try await house.does { tx, hand in
            try RevisePlan(plan: "p", name: "The second", ticket: PlanHouse.ticket(3)).perform(by: hand, in: tx)
        }
        #expect(again == id)
        let view = try await Self.view(house, id)
        #expect(view.priorities.map(\.priority.continues?.text) == ["p-one", "p-two"])
        #expect(view.outcomes.count == 1 && view.outcomes[0].priorities.count == 1)
        let one = try #require(view.priorities.first)
        #expect(one.needs.count == 1 && one.measures.count == 1 && one.actions.count == 1)
        let problems = try await house.problems { tx, hand in
            try RevisePlan(plan: "p", name: "A third", ticket: PlanHouse.ticket(5)).perform(by: hand, in: tx)
        }
        #expect(problems.map(\.field) == ["name"])
    }

    static func view(_ house: PlanHouse, _ id: String, on day: Day = PlanHouse.today) async throws -> PlanView {
        let registry = house.building.registry
        let sight = PlanSight(of: PlanHouse.clerk, under: house.house.policy, today: PlanHouse.today)
        let view = try await house.house.store.read { tx in
            try PlanView(ID(id), seenBy: sight, in: DayBook(RecordShelf(tx, registry), on: day))
        }
        return try #require(view)
    }

    @Test("editions are compared: kept, changed, new, left out")
    func compared() async throws {
        let house = try await PlanHouse()
        try await house.published()
        let id = try await house.does { tx, hand in
            try RevisePlan(plan: "p", name: "The second", ticket: PlanHouse.ticket(3)).perform(by: hand, in: tx)
        }
        let copies = try await Self.view(house, id).priorities.map(\.id)
        try await house.does { tx, hand in
            let one = try hand.last(Priority.kind, copies[0], in: tx)
            try hand.amend(one, ["overseen-by": .text("trust")], because: "It moved", in: tx)
            let two = try hand.last(Priority.kind, copies[1], in: tx)
            try hand.amend(two, ["continues": .nothing, "name": .text("Parks")], because: "It is another", in: tx)
        }
        let rows = ComparedPlans(
            before: try await Self.view(house, "p"), after: try await Self.view(house, id)
        ).rows
        #expect(rows.map(\.change) == ["Changed: who watches over it", "New", "Left out"])
        let page = try await house.page("/plans/\(id)/compare?with=p", as: PlanHouse.clerk)
        #expect(page.contains("Left out") && page.contains("Changed: who watches over it"))
    }

    @Test(
        "a step follows only from where it may",
        arguments: [
            ("draft", "publish"), ("draft", "review"), ("draft", "revise"), ("draft", "close"),
            ("published", "consult"), ("published", "agree"), ("published", "publish"), ("agreed", "consult"),
        ])
    func order(state: String, step: String) async throws {
        let house = try await PlanHouse()
        try await house.draft()
        if state != "draft" { try await house.agree() }
        if state == "published" { try await house.publish() }
        let problems = try await house.problems { tx, hand in
            let found = try #require(PlanLife.steps.first { $0.name == step })
            _ = try PlanStep(found, of: "p", by: hand, in: tx)
        }
        #expect(problems.map(\.field) == ["state"])
    }

    @Test(
        "a body that is not entitled agrees nothing",
        arguments: [("2010-03-31", "trust"), ("2010-04-01", "cabinet"), ("2009-01-01", "scrutiny")])
    func notEntitled(day: String, body: String) async throws {
        let house = try await PlanHouse(), day = PlanHouse.day(day)
        try await house.draft(on: day)
        let problems = try await house.problems(on: day) { tx, hand in
            try AgreePlan(
                plan: "p", body: body, decision: nil, wording: nil, ticket: PlanHouse.ticket(1), seen: nil
            ).perform(by: hand, in: tx)
        }
        #expect(problems.map(\.field) == ["body"])
        #expect(try await house.plan("p").state == "draft")
    }

    @Test("agreeing is done once however often its form is sent, and is a fact")
    func agreedOnce() async throws {
        let house = try await PlanHouse()
        try await house.draft()
        try await house.agree()
        try await house.agree()
        let registry = house.building.registry
        let held = try await house.house.store.read { tx in
            try RecordShelf(tx, registry).records(of: PlanAgreement.kind)
        }
        #expect(held.count == 1 && PlanAgreement(held[0]).body.text == "cabinet")
    }

    @Test("what was agreed stays: the clerk changes neither words nor state by hand")
    func settled() async throws {
        let house = try await PlanHouse()
        try await house.published()
        let changes: [(Kind, String, [String: Given])] = [
            (TrustPlan.kind, "p", ["vision": .text("Otherwise")]), (TrustPlan.kind, "p", ["state": .text("draft")]),
            (Priority.kind, "p-one", ["name": .text("Otherwise")]), (Outcome.kind, "p-safe", ["name": .text("Other")]),
            (PlanNeed.kind, "p-need", ["name": .text("Other")]),
            (SuccessMeasure.kind, "p-measure", ["aim": .text("No")]),
        ]
        for (kind, id, fields) in changes {
            await #expect(throws: Refusal.notAllowed(.sealPlans), "\(kind.name)") {
                try await house.does { tx, hand in
                    try hand.amend(try hand.last(kind, id, in: tx), fields, because: "Test", in: tx)
                }
            }
        }
        await #expect(throws: Refusal.notAllowed(.sealPlans)) {
            try await house.does { tx, hand in
                try hand.add(Priority.kind, id: nil, ["name": .text("Late"), "plan": .text("p")], in: tx)
            }
        }
        for (kind, id) in [(TrustPlan.kind, "p"), (Priority.kind, "p-two")] {
            await #expect(throws: Refusal.notAllowed(.sealPlans), "\(kind.name) is ended") {
                try await house.does { tx, hand in
                    let draft = RecordDraft(kind, ["until": .text("\(PlanHouse.today.adding(days: 5))")])
                    try EndRecord(id, by: draft, because: "Test", seen: nil, registry: hand.registry)
                        .perform(by: hand.caller, under: hand.policy, at: hand.now, in: tx)
                }
            }
        }
        // What became of an action is not a matter of words.
        try await house.does(on: PlanHouse.today.adding(days: 20)) { tx, hand in
            try FinishAction(
                action: "p-action",
                answers: ["state": .text("done"), "done": .text("\(PlanHouse.today)"), "evidence": .text("Seen")],
                seen: nil
            ).perform(by: hand, in: tx)
        }
    }

    @Test("a plan is not made published by writing so")
    func notByHand() async throws {
        let house = try await PlanHouse()
        await #expect(throws: Refusal.notAllowed(.sealPlans)) {
            try await house.does { tx, hand in
                try hand.add(
                    TrustPlan.kind, id: "q",
                    [
                        "name": .text("Q"), "type": .text("cypp"), "state": .text("published"),
                        "published": .text("2026-01-01"), "agreed": .text("2026-01-01"), "agreed-by": .text("cabinet"),
                    ], in: tx)
            }
        }
    }

    @Test(
        "what must be true of the records together",
        arguments: [
            (["starts": "2026-04-01", "ends": "2026-03-01"], "ends"), (["type": "area-delivery"], "area"),
            (["under": "p"], "under"), (["revises": "q"], "revises"),
        ] as [([String: String], String)])
    func invariants(fields: [String: String], problem: String) async throws {
        let house = try await PlanHouse()
        try await house.draft()
        let problems = try await house.problems { tx, hand in
            var given: [String: Given] = ["name": .text("Q"), "type": .text("cypp")]
            for (name, value) in fields { given[name] = .text(value) }
            try hand.add(TrustPlan.kind, id: "q", given, in: tx)
        }
        #expect(problems.map(\.field).contains(problem))
    }
}

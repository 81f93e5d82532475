import Arrangements
import Cast
import Kernel
import Meetings
import Partners
import Records
import Store
import Testing

@testable import Plan

/// What counts as agreement, and what is asked before a plan is agreed or published.
@Suite("Agreeing and publishing a plan")
struct PlanAgreeingTests {
    private static func agree(
        _ house: PlanHouse, by body: String = "cabinet", decision: String? = nil, on day: Day = PlanHouse.today
    ) async throws -> [String] {
        try await house.problems(on: day) { tx, hand in
            try AgreePlan(
                plan: "p", body: body, decision: decision, wording: nil, ticket: PlanHouse.ticket(1), seen: nil
            ).perform(by: hand, in: tx)
        }.map(\.field)
    }

    private static func decide(
        _ house: PlanHouse, _ outcome: String, on day: Day, by body: String = "cabinet"
    ) async throws {
        try await house.does(.keyboard, on: min(day, PlanHouse.today)) { tx, hand in
            try hand.add(
                Resolution.kind, id: "r",
                [
                    "name": .text("The plan"), "body": .text(body), "on": .text("\(day)"),
                    "outcome": .text(outcome), "wording": .text("So"), "impact": .text("none"),
                    "impact-how": .text("Of procedure"), "made": .text("delegated"), "decided-by": .text("head"),
                    "consulted": .text("Nobody: of procedure"), "call-in": .text("not-executive"),
                ], in: tx)
        }
    }

    @Test(
        "a decision in which nothing was agreed, or one of a later day, is no agreement",
        arguments: [
            ("agreed", 0, []), ("amended", -5, []), ("rejected", 0, ["decision"]), ("deferred", 0, ["decision"]),
            ("not-decided", 0, ["decision"]), ("noted", 0, ["decision"]), ("agreed", 3, ["decision"]),
        ] as [(String, Int, [String])])
    func decisions(outcome: String, after: Int, expected: [String]) async throws {
        let house = try await PlanHouse()
        try await house.draft()
        try await Self.decide(house, outcome, on: PlanHouse.today.adding(days: after))
        #expect(try await Self.agree(house, decision: "r") == expected)
        #expect(try await house.plan("p").state == (expected.isEmpty ? "agreed" : "draft"))
    }

    @Test("while people may still answer it is not agreed")
    func consulting() async throws {
        let house = try await PlanHouse(), until = PlanHouse.today.adding(days: 7)
        try await house.draft()
        try await house.does { tx, hand in
            try OpenConsultation(plan: "p", until: until, seen: nil).perform(by: hand, in: tx)
        }
        #expect(try await Self.agree(house, on: until) == ["state"])
        #expect(try await Self.agree(house, on: until.adding(days: 1)) == [])
    }

    @Test("a body that has ended agrees nothing")
    func ended() async throws {
        let house = try await PlanHouse()
        try await house.draft()
        try await house.ends(Body.kind, "cabinet", on: PlanHouse.today)
        #expect(try await Self.agree(house) == ["body"])
    }

    @Test("where the law cannot tell whether a body may, its decision is named: GOV-34")
    func cannotTell() async throws {
        let house = try await PlanHouse(), day = PlanHouse.day("2009-06-01")
        try await house.draft(on: day)
        try await Self.decide(house, "agreed", on: day, by: "full")
        #expect(try await Self.agree(house, by: "full", on: day) == ["decision"])
        #expect(try await Self.agree(house, by: "full", decision: "r", on: day) == [])
    }

    @Test("the Board's plan is not the council's to own: CYPP-06")
    func owner() async throws {
        let house = try await PlanHouse(), day = PlanHouse.day("2010-05-01")
        let period: [String: Given] = ["starts": .text("2010-05-01"), "ends": .text("2013-04-30")]
        try await house.draft(more: period, on: day)
        #expect(try await Self.agree(house, by: "trust", on: day) == ["state"])
        try await house.does(on: day) { tx, hand in
            try hand.amend(
                try hand.last(TrustPlan.kind, "p", in: tx), ["owner": .text("trust")], because: "It is", in: tx)
        }
        #expect(try await Self.agree(house, by: "trust", on: day) == [])
        try await house.publish(on: day)
        #expect(try await house.findings(on: day).contains { ["P06", "P11"].contains($0.code) } == false)
    }

    @Test("what the executive agreed in March 2010 is not published in April: CYPP-06")
    func atPublication() async throws {
        let house = try await PlanHouse(), april = PlanHouse.day("2010-04-05")
        let period: [String: Given] = ["starts": .text("2010-04-01"), "ends": .text("2013-03-31")]
        // The owner would do, so that what stands in the way is who agreed it.
        try await house.draft(more: period.merging(["owner": .nothing]) { $1 }, on: PlanHouse.day("2010-03-30"))
        try await house.agree(on: PlanHouse.day("2010-03-30"))
        let problems = try await house.problems(on: april) { tx, hand in
            try PublishPlan(plan: "p", reviewDue: nil, seen: nil).perform(by: hand, in: tx)
        }
        #expect(problems.map(\.field) == ["state"] && problems[0].message.contains("Cabinet"))
        // As a source has it, it is found.
        try await house.does(.keyboard, on: april) { tx, hand in
            try hand.amend(
                try hand.last(TrustPlan.kind, "p", in: tx),
                ["state": .text("published"), "published": .text("\(april)"), "owner": .text("council")],
                because: "It was", in: tx)
        }
        let found = try await house.findings(on: april)
        #expect(found.filter { $0.code == "P06" }.map(\.severity) == [.error])
        #expect(found.filter { $0.code == "P11" }.map(\.severity) == [.error])
    }

    @Test("a day for the review that was said before stays where none is given")
    func reviewDayStays() async throws {
        let house = try await PlanHouse(), due = PlanHouse.today.adding(days: 90)
        try await house.draft(more: ["review-due": .text("\(due)")])
        try await house.agree()
        try await house.publish()
        #expect(try await house.plan("p").reviewDue == due)
    }

    @Test("an edition that was closed unpublished does not keep the one before it in use")
    func chain() async throws {
        let house = try await PlanHouse()
        try await house.published()
        var last = "p"
        for number in 2...3 {
            let before = last
            last = try await house.does { tx, hand in
                try RevisePlan(plan: before, name: "Edition \(number)", ticket: PlanHouse.ticket(number))
                    .perform(by: hand, in: tx)
            }
            try await house.agree(last, ticket: number + 3)
            if number == 3 { continue }
            let middle = last
            try await house.does { tx, hand in
                try ClosePlan(plan: middle, because: "Overtaken", seen: nil).perform(by: hand, in: tx)
            }
        }
        try await house.publish(last)
        #expect(try await house.plan("p").state == "superseded")
        #expect(try await house.findings().contains { $0.code == "P12" } == false)
        // What is not in use says so, to everybody.
        let plain = try await house.page("/plans/p/plain", as: .stranger)
        #expect(plain.contains("no longer in use") && plain.contains("/plans/\(last)/plain"))
        let young = try await house.page("/plans/p/young", as: .stranger)
        #expect(young.contains("This plan is old.") && young.contains("/plans/\(last)/young"))
        #expect(YoungWords.long(in: young.replacing(/<[^>]*>/, with: ".")).isEmpty)
    }

    @Test("two plans of the city in use at once are found, and the second is not held to be the first: CYPP-02")
    func twoPlans() async throws {
        let house = try await PlanHouse()
        try await house.published("a", on: PlanHouse.day("2008-07-01"))
        try await house.published("b", on: PlanHouse.day("2009-07-01"), ticket: 2)
        let found = try await house.findings(on: PlanHouse.day("2009-07-01"))
        #expect(found.filter { $0.code == "P12" }.map(\.subject.id) == ["b"])
        #expect(found.filter { $0.code == "P10" }.map(\.subject.id) == ["a"])
    }

    @Test("monitoring does not put off the review, and a review meets its day without another")
    func reviews() async throws {
        let house = try await PlanHouse(), due = PlanHouse.today.adding(days: 100)
        try await house.draft()
        try await house.agree()
        try await house.publish(reviewDue: due)
        func look(_ sort: String, next: Day?, on day: Day, ticket: Int) async throws -> [String] {
            try await house.problems(on: day) { tx, hand in
                try ReviewPlan(
                    plan: "p", answers: ["sort": .text(sort), "found": .text("It goes well")], next: next,
                    ticket: PlanHouse.ticket(ticket), seen: nil
                ).perform(by: hand, in: tx)
            }.map(\.field)
        }
        func late(_ day: Day) async throws -> Bool {
            try await house.findings(on: day).contains { $0.code == "P04" }
        }
        #expect(try await look("monitoring", next: due.adding(days: 300), on: due, ticket: 4) == ["review-due"])
        #expect(try await look("monitoring", next: nil, on: due, ticket: 5) == [])
        #expect(try await late(due.adding(days: 2)))
        // One so near would be met by this very review.
        #expect(try await look("review", next: due.adding(days: 20), on: due, ticket: 6) == ["review-due"])
        #expect(try await look("review", next: nil, on: due.adding(days: 1), ticket: 7) == [])
        #expect(try await late(due.adding(days: 2)) == false)
    }
}

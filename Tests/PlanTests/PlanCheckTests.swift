import Arrangements
import Cast
import Kernel
import Partners
import Places
import Records
import Store
import Testing

@testable import Plan

/// What the checks of this room find, and when they are quiet.
@Suite("Checks of plans")
struct PlanCheckTests {
    private static func codes(_ findings: [Finding], _ severity: Severity) -> [String] {
        Set(findings.filter { $0.severity == severity }.map(\.code)).sorted()
    }

    @Test("a draft is found at fault for nothing; published, its gaps are found", arguments: Engine.allForTests)
    func gaps(engine: Engine) async throws {
        let house = try await PlanHouse(on: engine)
        try await house.draft()
        #expect(try await house.findings().isEmpty)
        try await house.agree()
        try await house.publish()
        let found = try await house.findings()
        // The second priority has neither post nor body; by choice, nothing is asked of the plan's contents.
        #expect(Self.codes(found, .warning) == ["P01", "P02"])
        #expect(found.filter { $0.code == "P01" }.map(\.subject.id) == ["p-two"])
        let later = try await house.findings(on: PlanHouse.today.adding(days: 31))
        #expect(Self.codes(later, .warning) == ["P01", "P02", "P03"])
        #expect(found.allSatisfy { !$0.mend.isEmpty && !$0.sources.isEmpty })
    }

    @Test("a plan past its review is found, until it is reviewed")
    func pastReview() async throws {
        let house = try await PlanHouse(), due = PlanHouse.today.adding(days: 100)
        try await house.draft()
        try await house.agree()
        try await house.publish(reviewDue: due)
        func found(_ day: Day) async throws -> Int { try await house.findings(on: day).count { $0.code == "P04" } }
        #expect(try await found(due) == 0)
        #expect(try await found(due.adding(days: 1)) == 1)
        try await house.does(on: due.adding(days: 2)) { tx, hand in
            try ReviewPlan(
                plan: "p", answers: ["sort": .text("review"), "found": .text("It goes well")],
                next: due.adding(days: 300), ticket: PlanHouse.ticket(9), seen: nil
            ).perform(by: hand, in: tx)
        }
        #expect(try await found(due.adding(days: 3)) == 0)
    }

    @Test("the authority's plan of 2009 is reviewed each year, by choice since October 2010 not")
    func annual() async throws {
        let house = try await PlanHouse(), day = PlanHouse.day("2009-05-01")
        try await house.published(on: day)
        #expect(try await house.findings(on: PlanHouse.day("2010-05-01")).contains { $0.code == "P04" } == false)
        #expect(try await house.findings(on: PlanHouse.day("2010-05-02")).contains { $0.code == "P04" })
        #expect(try await house.findings(on: PlanHouse.day("2010-10-31")).contains { $0.code == "P04" } == false)
    }

    @Test("what the law asked for and the plan lacks: firm rows warn, others cannot tell: CYPP-03, CYPP-07 to CYPP-10")
    func contents() async throws {
        let house = try await PlanHouse()
        try await house.published("a", on: PlanHouse.day("2009-05-01"))
        let authority = try await house.findings(on: PlanHouse.day("2009-05-01")).filter { $0.code == "P07" }
        #expect(authority.map(\.severity) == [.warning])
        let said = try #require(authority.first?.message)
        for part in ["budget", "consultation undertaken", "planning with key partners"] { #expect(said.contains(part)) }
        #expect(!said.contains("vision"))
        let other = try await PlanHouse(), day = PlanHouse.day("2010-06-01")
        let period: [String: Given] = [
            "starts": .text("2010-06-01"), "ends": .text("2013-05-31"), "owner": .text("trust"),
        ]
        try await other.published("b", more: period, by: "trust", on: day)
        let board = try await other.findings(on: day)
        #expect(board.filter { $0.code == "P07" }.map(\.severity) == [.warning, .cannotTell])
        #expect(board.filter { $0.code == "P08" }.map(\.severity) == [.warning])
        #expect(board.contains { $0.code == "P09" } == false)
    }

    @Test("a plan agreed by a body that is not entitled, as a source has it, is an error: CYPP-01, CYPP-06")
    func wrongBody() async throws {
        let house = try await PlanHouse()
        try await house.does(.keyboard, on: PlanHouse.day("2010-05-01")) { tx, hand in
            try hand.add(
                TrustPlan.kind, id: "p",
                [
                    "name": .text("P"), "type": .text("cypp"), "state": .text("published"),
                    "published": .text("2010-05-01"), "agreed": .text("2010-05-01"), "agreed-by": .text("cabinet"),
                ], in: tx)
        }
        let found = try await house.findings(on: PlanHouse.day("2010-06-01")).filter { $0.code == "P06" }
        #expect(found.map(\.severity) == [.error] && found[0].message.contains("Cabinet"))
    }

    @Test("an area that has not picked up a city priority is named, and one that has is not")
    func areas() async throws {
        let house = try await PlanHouse()
        try await house.published()
        try await house.published(
            "east-plan",
            more: ["type": .text("area-delivery"), "area": .text("east"), "under": .text("p"), "name": .text("East")],
            by: "team", ticket: 2)
        func found() async throws -> [Finding] { try await house.findings().filter { $0.code == "P05" } }
        #expect(try await found().filter { $0.severity == .warning }.map(\.subject.id) == ["p-one", "p-two"])
        // West has no plan at all: that cannot be told.
        #expect(try await found().filter { $0.severity == .cannotTell }.allSatisfy { $0.message.contains("West") })
        try await house.does(.keyboard) { tx, hand in
            let held = try hand.last(Priority.kind, "east-plan-one", in: tx)
            try hand.sealingPlans.amend(held, ["picks-up": .text("p-one")], because: "It does", in: tx)
        }
        #expect(try await found().filter { $0.severity == .warning }.map(\.subject.id) == ["p-two"])
        let beside = try await house.page("/plans/p/areas", as: .stranger)
        #expect(beside.contains("Not picked up") && beside.contains("/priorities/east-plan-one"))
    }

    @Test("codes are unique, and every row that a check cites is on the page of rules")
    func cited() {
        let page = PlanRulesPage.markdown()
        #expect(Set(PlanChecks.all.map(\.code)).count == PlanChecks.all.count)
        for check in PlanChecks.all {
            for source in check.sources where source.document == "Rules" && source.paragraph != "plan.md" {
                #expect(page.contains("### \(source.paragraph)\n"), "\(check.code) cites \(source)")
            }
        }
    }
}

import Cast
import Testing

@testable import Plan

@Suite("Golden page of the rules of the plan")
struct PlanRulesTests {
    @Test("Golden: docs/rules/plan.md")
    func goldenPage() throws {
        #expect(try Golden.difference(PlanRulesPage.markdown(), from: "docs/rules/plan.md") == nil)
    }

    @Test("a rule has one identifier, and something that holds it")
    func rows() {
        let rows = PlanRulesPage.rows
        #expect(Set(rows.map(\.id)).count == rows.count)
        #expect(rows.allSatisfy { !$0.heldBy.isEmpty && !$0.source.isEmpty })
    }

    @Test("a kind of record belongs to this room, and its name is its own")
    func kinds() {
        #expect(PlanKinds.all.allSatisfy { $0.room == "plan" })
        #expect(Set(PlanKinds.all.map(\.plural)).count == PlanKinds.all.count)
    }
}

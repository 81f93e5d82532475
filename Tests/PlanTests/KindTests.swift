import Testing

@testable import Plan

@Suite("What a plan is made of")
struct KindTests {
    @Test("a kind of record belongs to this room, and its name is its own")
    func kinds() {
        #expect(PlanKinds.all.allSatisfy { $0.room == "plan" })
        #expect(Set(PlanKinds.all.map(\.plural)).count == PlanKinds.all.count)
    }
}

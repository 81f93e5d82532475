import Cast
import Testing

@testable import Meetings

@Suite("Golden page of the rules of meetings")
struct RulesTests {
    @Test("Golden: docs/rules/meetings.md")
    func page() throws {
        #expect(try Golden.difference(MeetingsRulesPage.markdown(), from: "docs/rules/meetings.md") == nil)
    }

    @Test("a rule has one identifier, and something that holds it")
    func rows() {
        let rows = MeetingsRulesPage.rows
        #expect(Set(rows.map(\.id)).count == rows.count)
        #expect(rows.allSatisfy { !$0.heldBy.isEmpty && !$0.source.isEmpty })
    }
}

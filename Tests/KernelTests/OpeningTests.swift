import Foundation
import Kernel
import Testing

/// AC-11: what breaking the glass gives, and what it does not.
@Suite("Openings")
struct OpeningTests {
    static let see = Action("cases.see"), policy = Policy([see: [.analyst]])
    static let noon = Date(timeIntervalSince1970: 1_772_712_000)
    static let grant = Grant(
        .analyst, from: Subject(kind: "case", id: "1", name: "Case"), because: "broke the glass",
        opening: Opening(see, of: "case", "1", until: noon))

    private func caller(scopes: Set<Action>? = nil) -> Caller {
        Caller(person: "ann", name: "Ann", grants: [Self.grant], scopes: scopes)
    }

    @Test("an opening gives no role, so nothing that a role may do")
    func noRole() {
        #expect(caller().roles.isEmpty && !caller().may(Self.see, under: Self.policy))
        #expect(caller().reasons(for: Self.see, under: Self.policy).isEmpty)
        #expect(Caller.stranger.with(Self.grant).roles.isEmpty)
    }

    @Test(
        "it holds for one record and one action, until its end, and for no token",
        arguments: [
            // action, kind, record, seconds before the end, whether a token asks; whether it holds
            ("cases.see", "case", "1", 1.0, false, true), ("cases.see", "case", "1", 0, false, false),
            ("cases.change", "case", "1", 1, false, false), ("cases.see", "case", "2", 1, false, false),
            ("cases.see", "child", "1", 1, false, false), ("cases.see", "case", "1", 1, true, false),
        ] as [(String, String, String, Double, Bool, Bool)])
    func holds(action: String, kind: String, id: String, before: Double, isToken: Bool, holds: Bool) {
        let asked = caller(scopes: isToken ? [Self.see] : nil)
            .openings(for: Action(action), of: kind, id, at: Self.noon.addingTimeInterval(-before))
        #expect(asked == (holds ? [Self.grant] : []))
    }

    @Test("a reason more is a reason more for whoever has it, and for nobody else")
    func with() {
        let clerk = Grant(.clerk, from: Subject(kind: "post", id: "p", name: "P"), because: "answer for P")
        let (before, after) = (caller(), caller().with(clerk))
        #expect(after.roles == [.clerk] && after.name == before.name && after.person == "ann" && before.roles.isEmpty)
    }
}

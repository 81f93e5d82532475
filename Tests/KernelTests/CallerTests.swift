import Kernel
import Testing

@Suite("Who may do what")
struct CallerTests {
    static let see = Action("bodies.see"), change = Action("bodies.change"), undeclared = Action("bodies.burn")
    static let policy = Policy([see: [.anyone], change: [.clerk, .administrator]])
    static let clerk = Caller(name: "clerk", roles: [.clerk]), member = Caller(name: "member", roles: [.member])

    @Test("What anyone may do, everybody may", arguments: [clerk, member, .stranger])
    func open(caller: Caller) { #expect(caller.may(Self.see, under: Self.policy)) }

    @Test("A role that reaches an action may do it, another is refused, and a stranger learns nothing")
    func closed() throws {
        #expect(throws: Never.self) { try Self.clerk.must(Self.change, under: Self.policy) }
        #expect(throws: Refusal.notAllowed(Self.change)) { try Self.member.must(Self.change, under: Self.policy) }
        #expect(throws: Refusal.notFound) { try Caller.stranger.must(Self.change, under: Self.policy) }
    }

    @Test("What no policy declares, nobody may do")
    func undeclared() {
        #expect(throws: Refusal.notAllowed(Self.undeclared)) {
            try Caller.keyboard.must(Self.undeclared, under: Self.policy)
        }
    }

    @Test(
        "A citation is a document and a paragraph",
        arguments: [
            ("P10 3.1.8", "P10", "3.1.8"), ("CA2004 s12A(2) and (3)", "CA2004", "s12A(2) and (3)"),
        ])
    func citations(text: String, document: String, paragraph: String) {
        #expect(Citation(reading: text) == Citation(document, paragraph))
        #expect(Citation(document, paragraph).description == text)
    }

    @Test("Half a citation is none", arguments: ["", " ", "P10", "P10 "])
    func halfCitations(text: String) { #expect(Citation(reading: text) == nil) }
}

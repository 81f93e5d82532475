import Cast
import Kernel
import Partners
import Records
import Testing

/// The four questions: who is accountable for X, who acts when Y is away, what is Z's chain, and where two posts claim
/// one thing.
@Suite("Accountability, asked")
struct AccountabilityTests {
    static let day = Day(2010, 4, 1) ?? Day(number: 0)

    static func post(_ id: String, _ organisation: String = "council", office: String? = nil) -> Record {
        record(
            Post.kind, id,
            [
                "name": .text(id.capitalized), "organisation": .text(organisation),
                "office": office.map { .text($0) } ?? .none,
            ])
    }

    static func line(
        _ id: String, _ from: String, _ to: String, _ type: String = "management", _ standing: String = "holds"
    ) -> Record {
        record(Line.kind, id, ["post": .text(from), "to": .text(to), "type": .text(type), "standing": .text(standing)])
    }

    static func answers(_ id: String, _ post: String, _ function: String, _ level: String = "accountable") -> Record {
        record(Responsibility.kind, id, ["post": .text(post), "function": .text(function), "level": .text(level)])
    }

    static let town = [
        record(Organisation.kind, "council", ["name": "Council", "sector": "local-authority", "type": "council"]),
        record(
            Organisation.kind, "service",
            ["name": "Service", "sector": "local-authority", "type": "service", "owner": "council"]),
        record(
            Organisation.kind, "company",
            ["name": "Company", "sector": "education", "type": "company", "owner": "council"]),
        post("director", office: "director-of-childrens-services"), post("member", office: "lead-member"),
        post("deputy"), post("second"),
        post("officer", "service"), post("manager", "company"),
        record(Function.kind, "children", ["name": "Children"]),
        record(Function.kind, "schools", ["name": "Schools", "part-of": "children", "provider-service": true]),
        answers("whole", "director", "children"),
    ]

    static func model(_ more: [Record], on day: Day = day) -> Accountability {
        Accountability(Book(town + more), on: day)
    }

    @Test("Who is accountable: for a part, whoever answers for the whole")
    func accountable() {
        let asked = Self.model([Self.answers("part", "officer", "schools", "runs")]).whoAnswers(for: ID("schools"))
        #expect(
            asked.accountable.map(\.post.text) == ["director"] && asked.accountable.map(\.function.text) == ["children"]
        )
        #expect(asked.runs.map(\.post.text) == ["officer"] && asked.leads.isEmpty)
    }

    @Test(
        "Who acts: designated, possible, twice, or not to be told",
        arguments: [
            ([("deputy", "designated", "all")], Acting.Answer.designated(ID("deputy"))),
            ([("deputy", "designated", "statutory"), ("second", "possible", "all")], .designated(ID("deputy"))),
            (
                [("deputy", "possible", "all"), ("second", "possible", "statutory")],
                .possible([ID("deputy"), ID("second")])
            ),
            (
                [("deputy", "designated", "all"), ("second", "designated", "statutory")],
                .designatedTwice([ID("deputy"), ID("second")])
            ),
            ([("deputy", "designated", "part")], .cannotTell), ([], .cannotTell),
        ])
    func acting(deputies: [(String, String, String)], answer: Acting.Answer) {
        let records = deputies.enumerated().map { index, deputy in
            record(
                Deputy.kind, "d\(index)",
                [
                    "post": "director", "deputy": .text(deputy.0), "designation": .text(deputy.1),
                    "covers": .text(deputy.2),
                ])
        }
        #expect(Self.model(records).whoActs(for: ID("director")).answer == answer)
    }

    @Test("DCS-03: a chain keeps management and accountability apart, and shows what is lacking")
    func chain() {
        let chain = Self.model([
            Self.line("a", "officer", "second"), Self.line("b", "second", "director", "management", "lacking"),
            Self.line("c", "officer", "director", "accountability"),
        ]).chain(of: ID("officer"))
        #expect(Chain.reached(by: chain.management).map(\.text) == ["second"])
        #expect(chain.management.map(\.standing) == [.holds, .lacking])
        #expect(Chain.reached(by: chain.accountability).map(\.text) == ["director"])
    }

    @Test("A circle of lines is followed once")
    func circle() {
        let model = Self.model([Self.line("a", "deputy", "second"), Self.line("b", "second", "deputy")])
        #expect(model.chain(of: ID("deputy")).management.count == 2)
    }

    @Test(
        "Two claims on one thing, unless one stands in the other's line or is the Lead Member",
        arguments: [
            ("manager", [Record](), 1, false), ("manager", [line("a", "manager", "director")], 0, true),
            ("manager", [line("a", "manager", "director", "accountability")], 0, true),
            ("manager", [line("a", "manager", "director", "management", "lacking")], 1, true),
            ("member", [], 0, true),
        ])
    func contests(post: String, lines: [Record], count: Int, isCertain: Bool) {
        let contests = Self.model([Self.answers("claim", post, "schools")] + lines).contests
        #expect(
            contests.count == count
                && contests.allSatisfy { $0.isCertain == isCertain && $0.function.text == "schools" })
    }

    @Test(
        "A service is the authority's own, and a company it owns is not",
        arguments: [("council", true), ("service", true), ("company", false)])
    func own(organisation: String, isOwn: Bool) {
        #expect(Self.model([]).isAuthoritysOwn(ID(organisation)) == isOwn)
    }

    @Test("A day before anything is attested has nothing in it")
    func earlier() {
        let model = Self.model([], on: Day(2006, 12, 6) ?? Day(number: 0))
        #expect(model.posts.current.isEmpty && model.authority == nil)
    }
}

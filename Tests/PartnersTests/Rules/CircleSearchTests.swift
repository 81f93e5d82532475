import Cast
import Kernel
import Records
import Testing

@testable import Partners

/// Circles among many records at once: found in one pass, however long the chains are.
@Suite("Circles among many")
struct CircleSearchTests {
    private static let relation = Relation(of: Line.kind, from: "post") { record in
        record.text("to").map { ($0, record.text("type") ?? "") }
    }

    /// `p0` answers to `p1`, which answers to `p2`, and so on.
    private func chain(_ length: Int) -> [Record] {
        (0..<length).map { line("l\($0)", "p\($0)", "p\($0 + 1)") }
    }

    private func line(
        _ id: String, _ post: String, _ to: String, from: Day? = Day(2007, 1, 1), until: Day? = nil
    ) -> Record {
        record(Line.kind, id, from: from, until: until, ["post": .text(post), "to": .text(to), "type": "management"])
    }

    @Test("a chain that comes back nowhere is not walked at all")
    func chains() throws {
        let lines = chain(4_000)
        var search = try CircleSearch(Self.relation, on: Book(lines))
        #expect(search.circles(among: lines).isEmpty && search.steps == 0)
    }

    @Test("a circle is walked once and told once, however many are on it")
    func longCircle() throws {
        let lines = chain(4_000) + [line("last", "p4000", "p0")]
        var search = try CircleSearch(Self.relation, on: Book(lines))
        let circles = search.circles(among: lines)
        #expect(circles.count == 1 && circles[0].position == 0 && circles[0].path.count == 4_002)
        #expect(search.steps <= 4_001)
        let rule = try #require(Line.noCircle.together)
        let told = try rule(lines, Book(lines))
        #expect(told.count == 1 && told[0].problem.message.count < 200)
    }

    @Test("every circle is told: two apart, one to itself, and none over times that never meet")
    func several() throws {
        let apart = [
            line("a", "x", "y"), line("b", "y", "x"), line("c", "z", "z"),
            line("d", "u", "v", until: Day(2008, 1, 1)), line("e", "v", "u", from: Day(2008, 1, 1)),
        ]
        var search = try CircleSearch(Self.relation, on: Book(apart))
        #expect(search.circles(among: apart).map(\.path) == [["x", "y", "x"], ["z", "z"]])
        let rule = try #require(Line.noCircle.together)
        #expect(try rule(apart, Book(apart)).map(\.position) == [0, 2])
    }

    @Test("lines that lead back over too many times to follow are refused, not let through")
    func tangled() throws {
        // Each step of the way round holds for a time of its own, so that no walk meets another and none comes back.
        var lines: [Record] = []
        for number in 0..<1_500 {
            lines.append(line("l\(number)", "p\(number)", "p\((number + 1) % 1_500)", until: Day(2009, 1, 1)))
        }
        lines[1_499] = line("l1499", "p1499", "p0", from: Day(2009, 1, 1))
        var search = try CircleSearch(Self.relation, on: Book(lines))
        let circles = search.circles(among: lines)
        #expect(search.steps <= CircleSearch.stepsMax + 1_500)
        #expect(circles.map(\.path) == [[]])
    }

    @Test("groups of what can be reached from one another")
    func groups() {
        let groups = Groups.of([[1], [2], [0, 3], [4], [], [5]])
        #expect(Set(groups[0...2]).count == 1 && Set(groups).count == 4)
        #expect(Groups.of([]).isEmpty)
    }
}

import Cast
import Kernel
import Records
import Testing

@testable import Partners

@Suite("Nothing answers to, owns or is part of itself")
struct CircleTests {
    @Test(arguments: [
        ("management", "management", "holds", true),
        // Line management and accountability are different lines (DCS-03): going down one and up the other is no
        // circle.
        ("management", "accountability", "holds", false),
        // A line said to be lacking is not there to go round.
        ("management", "management", "lacking", false),
        ("accountability", "accountability", "unclear", false),
    ])
    func linesBetweenTwoPosts(down: String, back: String, standing: String, refused: Bool) throws {
        let problems = try Line.noCircle.problems(
            with: post("director"), post("chief"),
            record(Line.kind, "l1", ["post": "chief", "to": "director", "type": .text(down)]),
            record(
                Line.kind, "l2", ["post": "director", "to": "chief", "type": .text(back), "standing": .text(standing)]))
        #expect(problems.isEmpty == !refused)
        if refused {
            #expect(problems.map(\.field) == ["to"])
            #expect(problems[0].message.hasSuffix("director to chief to director"))
        }
    }

    @Test func aLineToItselfIsRefused() throws {
        let line = record(Line.kind, "l1", ["post": "director", "to": "director", "type": "management"])
        #expect(try Line.noCircle.problems(with: line).map(\.field) == ["to"])
    }

    @Test("lines that never hold on one day make no circle", arguments: [(2010, false), (2009, true)])
    func lineOfAnotherTime(start: Int, refused: Bool) throws {
        let problems = try Line.noCircle.problems(
            with: record(
                Line.kind, "l1", from: Day(2007, 1, 1), until: Day(2010, 1, 1),
                ["post": "a", "to": "b", "type": "management"]),
            record(Line.kind, "l2", from: Day(2007, 1, 1), ["post": "b", "to": "c", "type": "management"]),
            record(Line.kind, "l3", from: Day(start, 1, 1), ["post": "c", "to": "a", "type": "management"]))
        #expect(problems.isEmpty == !refused)
    }

    @Test func aWayThroughALaterVersionIsFound() throws {
        let problems = try Line.noCircle.problems(
            with: record(
                Line.kind, "l1", from: Day(2007, 1, 1), until: Day(2008, 1, 1),
                ["post": "b", "to": "z", "type": "management"]),
            record(Line.kind, "l1", version: 2, from: Day(2008, 1, 1), ["post": "b", "to": "a", "type": "management"]),
            record(Line.kind, "l2", from: Day(2007, 1, 1), ["post": "a", "to": "b", "type": "management"]))
        #expect(problems.count == 1)
    }

    @Test func aFunctionIsNotPartOfItself() throws {
        let rule = Circle.never(along: "part-of", of: Function.kind, "part of")
        let education = record(Function.kind, "education", ["name": "Education", "part-of": "schools"])
        let schools = record(Function.kind, "schools", ["name": "Schools", "part-of": "education"])
        #expect(
            try rule.problems(with: education, schools).map(\.message) == [
                "Schools cannot be part of itself: Schools, then Education, then Schools"
            ])
        #expect(try rule.problems(with: record(Function.kind, "education", ["name": "Education"]), schools).isEmpty)
    }

    @Test func aCompanyDoesNotOwnItsOwner() throws {
        let rule = Circle.never(along: "owner", of: Organisation.kind, "owned by")
        let council = record(Organisation.kind, "council", ["name": "Council", "owner": "company"])
        let company = record(Organisation.kind, "company", ["name": "Company", "owner": "council"])
        #expect(try rule.problems(with: council, company).map(\.field) == ["owner"])
    }

    private func post(_ id: String) -> Record { record(Post.kind, id, ["name": .text(id), "organisation": "council"]) }
}

import Cast
import Kernel
import Partners
import Records
import Testing

@testable import Arrangements

@Suite("What must be true of bodies, their terms, seats and lines")
struct ArrangementsInvariantsTests {
    @Test(
        "one chair at a time",
        arguments: [
            // role, standing, body, start of the second seat; how many problems
            ("chair", "filled", "board", 2008, 1),
            ("chair", "vacant", "board", 2008, 1),
            ("deputy-chair", "filled", "board", 2008, 0),
            ("chair", "filled", "other", 2008, 0),
            ("chair", "filled", "board", 2010, 0),
            ("chair", "lacking", "board", 2008, 0),
        ])
    func oneChair(role: String, standing: String, body: String, start: Int, count: Int) throws {
        let first = record(
            Seat.kind, "s1", from: Day(2007, 1, 1), until: Day(2010, 1, 1),
            ["body": "board", "role": "chair", "post": "a"])
        let second = record(
            Seat.kind, "s2", from: Day(start, 1, 1),
            ["body": .text(body), "role": .text(role), "standing": .text(standing), "post": "b"])
        #expect(try Seat.oneChair.problems(with: first, second).count == count)
    }

    @Test func aChairsSeatIsOneSeat() throws {
        let seats = record(Seat.kind, "s1", ["body": "board", "role": "chair", "number": 2])
        #expect(try Seat.oneChair.problems(with: seats).map(\.field) == ["number"])
    }

    @Test("one set of terms at a time", arguments: [(2008, 1), (2010, 0)])
    func oneTerms(start: Int, count: Int) throws {
        let first = record(Terms.kind, "t1", from: Day(2007, 1, 1), until: Day(2010, 1, 1), ["body": "board"])
        let second = record(Terms.kind, "t2", from: Day(start, 1, 1), ["body": "board"])
        #expect(try Terms.oneAtATime.problems(with: first, second).count == count)
    }

    @Test(arguments: [(12, 41, 0), (41, 41, 0), (42, 41, 1)])
    func quorum(quorum: Int, members: Int, count: Int) throws {
        let terms = record(
            Terms.kind, "t", ["body": "b", "quorum": .integer(quorum), "member-limit": .integer(members)])
        #expect(try Terms.quorumWithinMembers.problems(with: terms).count == count)
    }

    @Test func termsAreNotReviewedBeforeTheyAreAgreed() throws {
        let terms = record(Terms.kind, "t", ["body": "b", "agreed": "2009-04-01", "review-by": "2008-04-01"])
        #expect(try Terms.reviewedAfterAgreed.problems(with: terms).map(\.field) == ["review-by"])
    }

    @Test(
        "reporting goes in no circle; advice may",
        arguments: [("reports", 1), ("accountable", 1), ("advises", 0), ("scrutinised", 0)])
    func circle(type: String, count: Int) throws {
        let down = record(ReportingLine.kind, "l1", ["from-body": "a", "to": "b", "type": .text(type)])
        let back = record(ReportingLine.kind, "l2", ["from-body": "b", "to": "a", "type": .text(type)])
        #expect(try ReportingLine.noCircle.problems(with: down, back).count == count)
    }

    @Test(
        "a line that holds says where; one that is unclear need not",
        arguments: [("holds", 1), ("lacking", 0), ("unclear", 0)])
    func saysWhere(standing: String, count: Int) throws {
        let line = record(ReportingLine.kind, "l", ["from-body": "a", "standing": .text(standing)])
        #expect(try ReportingLine.saysWhere.problems(with: line).count == count)
    }

    @Test func aBodyIsNotASubGroupOfItself() throws {
        let rule = Circle.never(along: "part-of", of: Body.kind, "a sub-group of")
        let board = record(Body.kind, "board", ["name": "Board", "type": "board", "part-of": "board"])
        #expect(
            try rule.problems(with: board).map(\.message) == [
                "Board cannot be a sub-group of itself: Board, then Board"
            ])
    }

    @Test(
        "an answer comes after its concern; a concern of unknown age may have been answered at any time",
        arguments: [
            (Day(2010, 1, 1), Day(2009, 12, 1), 1), (Day(2010, 1, 1), Day(2010, 2, 1), 0), (nil, Day(2009, 12, 1), 0),
        ] as [(Day?, Day?, Int)])
    func answers(raised: Day?, answered: Day?, count: Int) throws {
        let concern = record(
            Concern.kind, "c", from: raised,
            ["name": "Too large", "about": "b", "topic": "other", "said-by": "members"])
        let answer = record(Answer.kind, "a", from: answered, ["concern": "c", "done": "Halved", "outcome": "done"])
        #expect(try Answer.afterItsConcern.problems(with: concern, answer).count == count)
    }

    @Test("the day a duty ends is a day", arguments: [(20_101_031, 0), (20_101_331, 1), (60, 1)])
    func dutyEnds(value: Int, count: Int) throws {
        let threshold = record(Threshold.kind, "t", ["rule": "trust-board-duty-ends", "value": .integer(value)])
        #expect(try Threshold.dutyEndsOnADay.problems(with: threshold).count == count)
    }

    @Test func oneLocalNumberAtATime() throws {
        let one = record(Threshold.kind, "t1", ["rule": "attendance-percent", "value": 60])
        let other = record(Threshold.kind, "t2", ["rule": "attendance-percent", "value": 50])
        #expect(try Threshold.oneAtATime.problems(with: one, other).map(\.field) == ["rule"])
    }

    @Test func aProjectIsInItsProgramme() throws {
        let project = record(
            Project.kind, "p", ["name": "Intake", "programme": "change", "programme-standing": "lacking"])
        #expect(try Project.inAProgrammeOrNot.problems(with: project).count == 1)
    }

    @Test func factsAreCarriedForward() throws {
        let state = record(StateOfKnowledge.kind, "s", ["name": "S", "on": "2010-04-01", "carried-from": "2010-05-01"])
        #expect(try StateOfKnowledge.carriedFromBefore.problems(with: state).count == 1)
    }

    @Test func everyRuleIsAboutAKindOfThisRoom() {
        let kinds = Set(ArrangementsKinds.all.map(\.name))
        for rule in ArrangementsInvariants.all { #expect(kinds.contains(rule.kind), "\(rule.rule)") }
        #expect(ArrangementsInvariants.all.count == 12)
    }
}

import Cast
import Kernel
import Records
import Testing

@testable import Partners

@Suite("What must be true of posts and who is in them")
struct PartnersInvariantsTests {
    @Test(
        "one holder at a time",
        arguments: [
            // status, person, joint, start of the second; refused on which field
            ("held", "b", false, 2008, "post"),
            ("held", "a", false, 2008, nil),
            ("held", "b", true, 2008, nil),
            ("held", "b", false, 2010, nil),
            ("vacant", "b", false, 2008, "status"),
            ("vacant", "b", false, 2010, nil),
        ] as [(String, String, Bool, Int, String?)])
    func oneHolder(status: String, person: String, joint: Bool, start: Int, field: String?) throws {
        let first = record(
            Appointment.kind, "first", from: Day(2007, 1, 1), until: Day(2010, 1, 1),
            ["post": "p", "status": "held", "person": "a"])
        let second = record(
            Appointment.kind, "second", from: Day(start, 1, 1),
            ["post": "p", "status": .text(status), "person": .text(person), "joint-with": joint ? "pct" : .none])
        #expect(try Appointment.oneHolder.problems(with: first, second).map(\.field) == (field.map { [$0] } ?? []))
    }

    @Test func twoHoldersNobodyNamesAreTwoHolders() throws {
        let first = record(Appointment.kind, "first", ["post": "p", "status": "held"])
        let second = record(Appointment.kind, "second", ["post": "p", "status": "held"])
        #expect(try Appointment.oneHolder.problems(with: first, second).count == 1)
    }

    @Test func laterVersionsOfOneAppointmentAreNotTwo() throws {
        let first = record(
            Appointment.kind, "one", from: Day(2007, 1, 1), until: Day(2008, 1, 1), ["post": "p", "status": "held"])
        let later = record(Appointment.kind, "one", version: 2, from: Day(2008, 1, 1), ["post": "p", "status": "held"])
        #expect(try Appointment.oneHolder.problems(with: first, later).isEmpty)
    }

    @Test(arguments: [("director", 1), ("deputy", 0)])
    func aPostDoesNotStandInForItself(other: String, count: Int) throws {
        let deputy = record(Deputy.kind, "d", ["post": "director", "deputy": .text(other), "designation": "possible"])
        #expect(try Deputy.notItself.problems(with: deputy).count == count)
        let delegation = record(
            Delegation.kind, "e", ["from-post": "director", "to-post": .text(other), "type": "exclusive"])
        #expect(try Delegation.notItself.problems(with: delegation).count == count)
    }

    @Test(
        arguments: [(4, .integer(3), 0), (4, .integer(4), 0), (4, .integer(5), 1), (4, .none, 0)] as [(Int, Value, Int)]
    )
    func noMoreFilledThanPosts(posts: Int, filled: Value, count: Int) throws {
        let establishment = record(
            Establishment.kind, "e",
            ["name": "Enablers", "organisation": "council", "posts": .integer(posts), "filled": filled])
        #expect(try Establishment.filledWithinPosts.problems(with: establishment).count == count)
    }

    @Test func everyRuleIsAboutAKindOfThisRoom() {
        let kinds = Set(PartnersKinds.all.map(\.name))
        for rule in PartnersInvariants.all { #expect(kinds.contains(rule.kind), "\(rule.rule)") }
        #expect(PartnersInvariants.all.count == 7)
    }
}

import Arrangements
import Kernel
import Partners
import Records
import Testing

@testable import Meetings

/// A decision after it was taken: published, called in, carried out (GOV-27, GOV-28).
@Suite("Call-in")
struct CallInTests {
    static let id = MeetingsHouse.ticket().id(of: Resolution.kind)

    /// A decision of Tuesday 17 November 2026, published the next day: it may be called in until Wednesday the 25th.
    static func house(_ word: String = "open", _ more: [String: Given] = [:]) async throws -> MeetingsHouse {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        let problems = try await house.decide(["call-in": .text(word)].merging(more) { $1 })
        #expect(problems.isEmpty)
        try await house.does(on: MeetingsHouse.day("2026-11-18")) { tx, hand in
            try FollowDecision(decision: id, step: .publish(MeetingsHouse.day("2026-11-18")), seen: nil)
                .perform(by: hand, in: tx)
        }
        return house
    }

    static func carryOut(_ day: String, in house: MeetingsHouse) async throws -> [Problem] {
        try await house.problems(on: MeetingsHouse.day(day)) { tx, hand in
            try FollowDecision(decision: id, step: .carryOut(MeetingsHouse.day(day)), seen: nil).perform(
                by: hand, in: tx)
        }
    }

    static func callIn(_ day: String, _ time: String, in house: MeetingsHouse) async throws -> [Problem] {
        try await house.problems(on: MeetingsHouse.day(day)) { tx, hand in
            let fields: [String: Given] = [
                "on": .text(day), "time": .text(time), "by": .text("Two members"), "reason": .text("No evidence"),
            ]
            try CallInDecision(decision: id, fields: fields, ticket: MeetingsHouse.ticket(2)).perform(by: hand, in: tx)
        }
    }

    @Test(
        "until 5pm on the fifth working day, and not carried out before",
        arguments: [
            ("2026-11-17", "10:00", false), ("2026-11-18", "10:00", true), ("2026-11-25", "16:59", true),
            ("2026-11-25", "17:00", true), ("2026-11-25", "17:01", false), ("2026-11-26", "09:00", false),
        ])
    func window(day: String, time: String, isInTime: Bool) async throws {
        let house = try await Self.house()
        #expect(try await Self.callIn(day, time, in: house).isEmpty == isInTime)
    }

    @Test("on the last day the time is asked for")
    func time() async throws {
        let house = try await Self.house()
        let problems = try await house.problems(on: MeetingsHouse.day("2026-11-25")) { tx, hand in
            let fields: [String: Given] = [
                "on": .text("2026-11-25"), "by": .text("Two members"), "reason": .text("No evidence"),
            ]
            try CallInDecision(decision: Self.id, fields: fields, ticket: MeetingsHouse.ticket(2))
                .perform(by: hand, in: tx)
        }
        #expect(problems.map(\.field) == ["time"])
    }

    @Test("it is published once: call-in is counted from then")
    func publishedTwice() async throws {
        let house = try await Self.house()
        let again = try await house.problems(on: MeetingsHouse.day("2026-11-20")) { tx, hand in
            try FollowDecision(decision: Self.id, step: .publish(hand.on), seen: nil).perform(by: hand, in: tx)
        }
        #expect(again.map(\.field) == ["published"])
    }

    @Test(
        "carried out the day after, or never while it is called in",
        arguments: [("2026-11-25", false), ("2026-11-26", true)])
    func carryingOut(day: String, isAllowed: Bool) async throws {
        #expect(try await Self.carryOut(day, in: try await Self.house()).isEmpty == isAllowed)
    }

    @Test(
        "called in, it waits; released, it goes on; referred, it does not",
        arguments: [("released", true), ("referred-back", false)])
    func heard(outcome: String, goesOn: Bool) async throws {
        let house = try await Self.house()
        #expect(try await Self.callIn("2026-11-20", "10:00", in: house).isEmpty)
        #expect(try await !Self.carryOut("2026-12-01", in: house).isEmpty)
        try await house.does(on: MeetingsHouse.day("2026-12-02")) { tx, hand in
            try CallInDecision.hear(Self.id, ["outcome": .text(outcome)], by: hand, in: tx)
        }
        #expect(try await Self.carryOut("2026-12-03", in: house).isEmpty == goesOn)
    }

    @Test("referred to full council, it arrives on that council's agenda, once: GOV-28")
    func referredOn() async throws {
        let house = try await Self.house()
        #expect(try await Self.callIn("2026-11-20", "10:00", in: house).isEmpty)
        try await house.does(on: MeetingsHouse.day("2026-12-02")) { tx, hand in
            try CallInDecision.hear(Self.id, ["outcome": .text("referred-on")], by: hand, in: tx)
            try hand.add(
                Body.kind, id: "full", ["name": .text("Council"), "type": .text("full-council")], in: tx)
            for (meeting, body) in [("of-council", "full"), ("of-cabinet", "cabinet")] {
                try hand.add(Meeting.kind, id: meeting, ["body": .text(body), "on": .text("2026-12-15")], in: tx)
                for _ in 0..<2 { try BuildAgenda(meeting: meeting).perform(by: hand, in: tx) }
            }
        }
        let arrived = try await house.records(AgendaItem.kind).filter { $0.text("came-from") == Self.id }
        #expect(arrived.map { $0.text("meeting") } == ["of-council"])
    }

    @Test("an urgent decision is kept from call-in for a reason: GOV-28")
    func urgent() async throws {
        let house = try await Self.house("urgent", ["no-call-in-because": .text("The roof is off")])
        #expect(try await Self.callIn("2026-11-19", "10:00", in: house).map(\.field) == ["resolution"])
        #expect(try await Self.carryOut("2026-11-19", in: house).isEmpty)
        let other = try await MeetingsHouse()
        try await other.meeting()
        try await other.register(MeetingsHouse.present(MeetingsHouse.came))
        #expect(try await other.decide(["call-in": .text("urgent")]).map(\.field) == ["no-call-in-because"])
    }

    @Test("the council's own rule holds for what is published under it, and a later one changes nothing of that")
    func ownRule() async throws {
        let house = try await MeetingsHouse()
        house.house.store.keep(
            CallInRule(days: 3, until: ClockTime(hour: 16, minute: 0), source: "Constitution, Part 4, rule 22"))
        try await house.meeting()
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        #expect(try await house.decide(["call-in": .text("open")]).isEmpty)
        let day = MeetingsHouse.day("2026-11-18")
        try await house.does(on: day) { tx, hand in
            try FollowDecision(decision: Self.id, step: .publish(day), seen: nil).perform(by: hand, in: tx)
        }
        let page = try await house.page("/decisions/\(Self.id)", as: .stranger, on: day)
        #expect(page.contains("4pm on 23 November 2026") && page.contains("Constitution, Part 4, rule 22"))
        #expect(try await Self.callIn("2026-11-23", "16:01", in: house).map(\.field) == ["on"])
        #expect(try await !Self.carryOut("2026-11-23", in: house).isEmpty)
        house.house.store.keep(CallInRule.usual)
        #expect(try await !Self.callIn("2026-11-24", "10:00", in: house).isEmpty)
        #expect(try await Self.carryOut("2026-11-24", in: house).isEmpty)
    }

    @Test("everybody can read where it stands")
    func page() async throws {
        let house = try await Self.house()
        let page = try await house.page("/decisions/\(Self.id)", as: .stranger, on: MeetingsHouse.day("2026-11-20"))
        #expect(page.contains("May be called in") && page.contains("5pm on 25 November 2026"))
    }
}

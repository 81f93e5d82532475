import Arrangements
import Cast
import Kernel
import Partners
import Records
import Store
import Testing

@testable import Meetings

/// Who came, who could decide, what was decided.
@Suite("Registers and decisions")
struct DecisionTests {
    static func house(on engine: Engine = .sqlite, type: String = "committee") async throws -> MeetingsHouse {
        let house = try await MeetingsHouse(on: engine, type: type)
        try await house.meeting()
        return house
    }

    @Test("a decision with a quorum is kept, once however often its form is sent", arguments: Engine.allForTests)
    func decides(engine: Engine) async throws {
        let house = try await Self.house(on: engine)
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        #expect(try await house.decide().isEmpty)
        #expect(try await house.decide().isEmpty)
        let held = try await house.records(Resolution.kind)
        #expect(held.count == 1 && held[0].integer("present") == 3 && held[0].integer("quorum") == 3)
        // The same form, gone back to and sent saying something else, is told so.
        await #expect(throws: Refusal.self) { _ = try await house.decide(["wording": .text("Otherwise.")]) }
    }

    @Test(
        "without a quorum it is “not decided”, and nothing else: GOV-10",
        arguments: [
            (["head", "nurse"], "agreed", ["outcome"]), (["head", "nurse"], "not-decided", []),
            (["head", "nurse"], "deferred", ["outcome"]),
            // Attendees and observers never count.
            (["head", "nurse", "teacher", "guest"], "agreed", ["outcome"]),
            (["head", "nurse", "warden"], "agreed", []),
        ] as [([String], String, [String])])
    func quorum(came: [String], outcome: String, expected: [String]) async throws {
        let house = try await Self.house()
        try await house.register(MeetingsHouse.present(came))
        #expect(try await house.decide(["outcome": .text(outcome)]).map(\.field) == expected)
    }

    @Test(
        "the quorum is of the moment: arrivals and departures count",
        arguments: [("18:40", false), ("18:45", true), ("19:29", true), ("19:30", false)])
    func moment(at: String, isQuorate: Bool) async throws {
        let house = try await Self.house()
        var lines = MeetingsHouse.present(MeetingsHouse.came)
        lines[1].arrived = "18:45"
        lines[2].left = "19:30"
        try await house.register(lines)
        #expect(try await house.decide(["at": .text(at)]).isEmpty == isQuorate)
    }

    @Test(
        "nobody remote counts at a council's committee, and does at a partnership",
        arguments: ["committee", "partnership"])
    func remote(type: String) async throws {
        let house = try await Self.house(type: type)
        var lines = MeetingsHouse.present(MeetingsHouse.came)
        lines[2].mode = "remote"
        try await house.register(lines)
        #expect(try await house.decide().isEmpty == (type == "partnership"))
    }

    @Test("whoever leaves for an interest neither counts nor votes: GOV-13")
    func interest() async throws {
        let house = try await Self.house()
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        let declared = try await house.problems(on: MeetingsHouse.meetingDay) { tx, hand in
            let fields: [String: Given] = [
                "item": .text("item"), "seat": .text("seat-nurse"), "interest": .text("pecuniary"),
                "nature": .text("Owns it"),
            ]
            try hand.add(Declaration.kind, id: "d", fields, in: tx)
        }
        #expect(declared.map(\.field) == ["left-room"], "they leave, or have a dispensation")
        try await house.does(on: MeetingsHouse.meetingDay) { tx, hand in
            let fields: [String: Given] = [
                "item": .text("item"), "seat": .text("seat-nurse"), "interest": .text("pecuniary"),
                "nature": .text("Owns it"),
                "left-room": .text("true"),
            ]
            try hand.add(Declaration.kind, id: "d", fields, in: tx)
        }
        #expect(try await house.decide().map(\.field) == ["outcome"])
    }

    @Test("a vote by somebody who was not there is refused")
    func votes() async throws {
        let house = try await Self.house()
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        func vote(_ lists: [String: Given]) async throws -> [String] { try await house.decide(lists).map(\.field) }
        #expect(try await vote(["voted-for": .list(["seat-head", "seat-warden"])]) == ["voted-for"])
        #expect(try await vote(["voted-against": .list(["seat-guest"])]) == ["voted-against"])
        #expect(
            try await vote(["voted-for": .list(["seat-head"]), "did-not-vote": .list(["seat-head"])]) == [
                "did-not-vote"
            ])
        #expect(try await vote(["for": .text("3"), "against": .text("1")]) == ["for"])
        #expect(try await vote(["for": .text("2"), "against": .text("1"), "voted-for": .list(["seat-head"])]).isEmpty)
    }

    @Test(
        "every decision says what it means for children: REP-04",
        arguments: [
            (["impact": "not-recorded"], ["impact"]), (["impact": "affects", "impact-said": nil], ["impact-said"]),
            (["impact": "affects", "impact-who": nil, "impact-changed": nil], ["impact-who", "impact-changed"]),
            (["impact": "none", "impact-how": nil], ["impact-how"]), (["impact": "none"], []),
        ] as [([String: String?], [String])])
    func children(answers: [String: String?], expected: [String]) async throws {
        let house = try await Self.house()
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        let given = answers.mapValues { $0.map(Given.text) ?? .nothing }
        #expect(try await house.decide(given).map(\.field) == expected)
    }

    @Test("nothing is decided before the register is taken")
    func noRegister() async throws {
        let house = try await Self.house()
        #expect(try await house.decide().map(\.field) == ["outcome"])
    }

    @Test("a seat that ended between agenda and meeting is not in the register")
    func endedSeat() async throws {
        let house = try await Self.house()
        try await house.does(.keyboard) { tx, hand in
            var ending = RecordDraft(Seat.kind)
            ending.give("until", .text("2026-11-10"))
            try EndRecord("seat-warden", by: ending, seen: nil, registry: hand.registry)
                .perform(by: hand.caller, under: hand.policy, at: hand.now, in: tx)
        }
        let problems = try await house.problems(on: MeetingsHouse.meetingDay) { tx, hand in
            try TakeRegister(meeting: "m", lines: MeetingsHouse.present(["warden"]), isHeld: true).perform(
                by: hand, in: tx)
        }
        #expect(problems.map(\.message).joined().contains("was not at this table"))
    }

    @Test("two clerks at once: each keeps the lines they touched, and is told of those both did")
    func twoClerks() async throws {
        let house = try await Self.house()
        let empty = RegisterLine(seat: "").mark
        func send(_ state: String, of post: String, as caller: Caller) async throws -> [Problem] {
            let line = RegisterLine(seat: "seat-\(post)", state: state, was: empty)
            return try await house.problems(caller, on: MeetingsHouse.meetingDay) { tx, hand in
                try TakeRegister(meeting: "m", lines: [line], isHeld: false).perform(by: hand, in: tx)
            }
        }
        #expect(try await send("present", of: "head", as: MeetingsHouse.clerk).isEmpty)
        #expect(try await send("apologies", of: "nurse", as: MeetingsHouse.otherClerk).isEmpty)
        #expect(try await send("present", of: "head", as: MeetingsHouse.otherClerk).isEmpty, "they agree")
        #expect(try await send("absent", of: "head", as: MeetingsHouse.otherClerk).map(\.field) == ["state:seat-head"])
        let entries = try await house.records(RegisterEntry.kind).map(RegisterEntry.init)
        #expect(Set(entries.map(\.state)) == ["present", "apologies"] && entries.count == 2)
    }

    @Test("between meetings: who decided, who was consulted, why it could not wait")
    func betweenMeetings() async throws {
        let house = try await Self.house()
        func make(_ more: [String: Given]) async throws -> [String] {
            var fields = Self.betweenFields
            fields.merge(more) { $1 }
            let all = fields
            return try await house.problems { tx, hand in
                try DecideBetweenMeetings(body: "board", fields: all, ticket: MeetingsHouse.ticket()).perform(
                    by: hand, in: tx)
            }.map(\.field)
        }
        #expect(try await make(["consulted": .nothing]) == ["consulted"])
        #expect(try await make(["why-between": .nothing]) == ["why-between"])
        #expect(try await make([:]).isEmpty)
        let id = MeetingsHouse.ticket().id(of: Resolution.kind)
        try await house.does { tx, hand in
            try FollowDecision(decision: id, step: .report(meeting: "m"), seen: nil).perform(by: hand, in: tx)
        }
        #expect(try await house.records(Resolution.kind).first?.text("reported-to") == "m")
    }

    @Test("of an executive decision it is said whether it may be called in: GOV-27")
    func executive() async throws {
        let house = try await MeetingsHouse(type: "executive")
        try await house.meeting()
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        #expect(try await house.decide().map(\.field) == ["call-in"])
        #expect(try await house.decide(["call-in": .text("open")]).isEmpty)
    }

    @Test("a register is not taken of a meeting that is still to come")
    func tooEarly() async throws {
        let house = try await Self.house()
        let problems = try await house.problems(on: MeetingsHouse.today) { tx, hand in
            try TakeRegister(meeting: "m", lines: MeetingsHouse.present(["head"]), isHeld: true)
                .perform(by: hand, in: tx)
        }
        #expect(problems.count == 1)
        #expect(try await house.records(Meeting.kind).first?.text("status") == nil)
    }

    static let betweenFields: [String: Given] = MeetingsHouse.decision.merging([
        "on": .text("2026-11-02"), "made": .text("urgent"), "decided-by": .text("head"),
        "consulted": .text("The chair"),
        "why-between": .text("A flood"),
    ]) { $1 }

    @Test("a recommendation to another body arrives on its next agenda, once")
    func sentOn() async throws {
        let house = try await Self.house()
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        #expect(try await house.decide(["outcome": .text("recommended"), "sent-to": .text("cabinet")]).isEmpty)
        let id = MeetingsHouse.ticket().id(of: Resolution.kind)
        try await house.does(on: MeetingsHouse.meetingDay) { tx, hand in
            try hand.add(Meeting.kind, id: "next", ["body": .text("cabinet"), "on": .text("2026-12-15")], in: tx)
            let publishing = FollowDecision(decision: id, step: .publish(hand.on), seen: nil)
            try publishing.perform(by: hand, in: tx)
            try publishing.perform(by: hand, in: tx)
        }
        #expect(try await Self.sent(to: "next", in: house) == [id])
    }

    @Test("before it is published it goes nowhere; where no meeting is planned yet, it waits for one")
    func sentLater() async throws {
        let house = try await Self.house()
        try await house.does { tx, hand in
            try hand.add(Meeting.kind, id: "next", ["body": .text("cabinet"), "on": .text("2026-11-24")], in: tx)
        }
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        #expect(try await house.decide(["outcome": .text("recommended"), "sent-to": .text("cabinet")]).isEmpty)
        #expect(try await Self.sent(to: "next", in: house).isEmpty)
        let id = MeetingsHouse.ticket().id(of: Resolution.kind)
        try await house.does(on: MeetingsHouse.day("2026-12-01")) { tx, hand in
            let held = try hand.last(Meeting.kind, "next", in: tx)
            try hand.amend(held, ["status": .text("held")], because: "It was", in: tx)
            try FollowDecision(decision: id, step: .publish(hand.on), seen: nil).perform(by: hand, in: tx)
            try hand.add(Meeting.kind, id: "after", ["body": .text("cabinet"), "on": .text("2026-12-15")], in: tx)
            try BuildAgenda(meeting: "after").perform(by: hand, in: tx)
            try BuildAgenda(meeting: "after").perform(by: hand, in: tx)
        }
        #expect(try await Self.sent(to: "after", in: house) == [id])
    }

    private static func sent(to meeting: String, in house: MeetingsHouse) async throws -> [String] {
        try await house.records(AgendaItem.kind).filter { $0.text("meeting") == meeting }
            .compactMap { $0.text("came-from") }
    }
}

import Cast
import Kernel
import Partners
import Records
import Testing

@testable import Meetings

/// What has not happened yet is not taken down, and nothing is out of its order.
@Suite("What is still to come")
struct StillToComeTests {
    @Test(
        "A decision is taken while the meeting goes on, after midnight too",
        arguments: [("09:00", false), ("18:29", false), ("18:30", true), ("20:00", true), ("00:10", true)])
    func sitting(at time: String, isTaken: Bool) async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        let problems = try await house.decide(["at": .text(time)])
        #expect(problems.map(\.field) == (isTaken ? [] : ["at"]))
    }

    @Test("Nothing is decided between meetings on a day to come")
    func between() async throws {
        let house = try await MeetingsHouse()
        for (day, isTaken) in [("2026-11-04", false), ("2026-11-03", true)] {
            let problems = try await house.problems { tx, hand in
                var fields = MeetingsHouse.decision
                fields["on"] = .text(day)
                fields["made"] = .text("urgent")
                fields["consulted"] = .text("The chair")
                fields["reasons"] = .text("It could not wait")
                try DecideBetweenMeetings(body: "board", fields: fields, ticket: MeetingsHouse.ticket())
                    .perform(by: hand, in: tx)
            }
            #expect(problems.contains { $0.field == "on" } != isTaken)
        }
    }

    @Test("A decision is called in once, and not on a day to come")
    func callIn() async throws {
        let house = try await CallInTests.house()
        func callIn(_ day: String, told: String, _ ticket: Int) async throws -> [String] {
            try await house.problems(on: MeetingsHouse.day(told)) { tx, hand in
                let fields: [String: Given] = [
                    "on": .text(day), "time": .text("10:00"), "by": .text("Two members"), "reason": .text("Why"),
                ]
                try CallInDecision(decision: CallInTests.id, fields: fields, ticket: MeetingsHouse.ticket(ticket))
                    .perform(by: hand, in: tx)
            }.map(\.field)
        }
        #expect(try await callIn("2026-11-20", told: "2026-11-19", 2) == ["on"])
        #expect(try await callIn("2026-11-20", told: "2026-11-20", 3) == [])
        #expect(try await callIn("2026-11-23", told: "2026-11-23", 4) == ["by"])
    }

    @Test("Standing items come first, whatever was on the agenda before them: GOV-05")
    func standingItems() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.does { tx, hand in try BuildAgenda(meeting: "m").perform(by: hand, in: tx) }
        let items = try await house.records(AgendaItem.kind).sorted {
            $0.integer("number") ?? 0 < $1.integer("number") ?? 0
        }
        #expect(items.last?.id == "item")
        #expect(items.dropLast().allSatisfy { $0.text("procedure") != nil } && items.count > 5)
        #expect(items.map { $0.integer("number") } == Array(1...items.count))
    }
}

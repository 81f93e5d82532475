import Cast
import Kernel
import Records
import Store
import Testing

@testable import Meetings

/// Minutes: drafted, edited, confirmed by somebody else, numbered through the year.
@Suite("Minutes")
struct MinutesTests {
    static func house(on engine: Engine = .sqlite) async throws -> MeetingsHouse {
        let house = try await MeetingsHouse(on: engine)
        try await house.meeting()
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        let problems = try await house.decide()
        #expect(problems.isEmpty)
        try await house.does { tx, hand in
            try hand.add(
                Meeting.kind, id: "next",
                [
                    "body": .text("board"), "on": .text("2026-12-08"), "time": .text("18:30"), "status": .text("held"),
                ], in: tx)
            try hand.add(
                AgendaItem.kind, id: "item-2",
                ["meeting": .text("next"), "number": .text("1"), "title": .text("More"), "route": .text("note")], in: tx
            )
        }
        return house
    }

    static func write(_ meeting: String, _ text: String, on day: String, in house: MeetingsHouse) async throws {
        try await house.does(on: MeetingsHouse.day(day)) { tx, hand in
            try WriteMinutes(meeting: meeting, text: text, exempt: nil, isPublished: true, seen: nil).perform(
                by: hand, in: tx)
        }
    }

    static func confirm(_ caller: Caller, in house: MeetingsHouse) async throws -> [Problem] {
        let id = try #require(try await house.records(Minutes.kind).first?.id)
        return try await house.problems(caller, on: MeetingsHouse.day("2026-12-08")) { tx, hand in
            try ConfirmMinutes(minutes: id, meeting: "next", corrections: nil, seen: nil).perform(by: hand, in: tx)
        }
    }

    @Test("they are drafted from what was kept: GOV-07")
    func draft() async throws {
        let house = try await Self.house()
        let page = try await house.page("/meetings/m/minutes", as: MeetingsHouse.clerk, on: MeetingsHouse.meetingDay)
        for words in [
            "Members present: Head, Council; Nurse, Hospital; Officer", "AGREED: That the centre be opened.",
            "They asked for it",
        ] {
            #expect(page.contains(words), "the draft lacks: \(words)")
        }
    }

    @Test("nobody confirms minutes that they wrote; somebody else at the table does", arguments: Engine.allForTests)
    func confirming(engine: Engine) async throws {
        let house = try await Self.house(on: engine)
        try await Self.write("m", "What happened.", on: "2026-11-18", in: house)
        #expect(try await Self.confirm(MeetingsHouse.clerk, in: house).map(\.field) == ["confirmed-at"])
        #expect(try await Self.confirm(MeetingsHouse.chair, in: house).isEmpty)
        let held = try #require(try await house.records(Minutes.kind).first)
        #expect(Minutes(held).isConfirmed && held.text("confirmed-by") == "noor")
        await #expect(throws: Refusal.changedMeanwhile("Somebody else has confirmed these minutes")) {
            _ = try await Self.confirm(MeetingsHouse.otherClerk, in: house)
        }
        await #expect(throws: Refusal.self, "confirmed minutes are not edited") {
            try await Self.write("m", "Otherwise.", on: "2026-12-09", in: house)
        }
    }

    @Test("nor does the desk of records let anybody confirm them")
    func notByTheDesk() async throws {
        let house = try await Self.house()
        try await Self.write("m", "What happened.", on: "2026-11-18", in: house)
        await #expect(throws: Refusal.notAllowed(.sealMeetings)) {
            try await house.does(MeetingsHouse.otherClerk, on: MeetingsHouse.day("2026-12-08")) { tx, hand in
                let held = try #require(try hand.shelf(tx).records(of: Minutes.kind).standing.first)
                let fields: [String: Given] = [
                    "state": .text("confirmed"), "confirmed-by": .text("somebody"), "confirmed-at": .text("next"),
                ]
                try hand.amend(held, fields, because: "Because", in: tx)
            }
        }
    }

    @Test("whoever wrote any of them confirms none; nor is anybody taken off those who wrote")
    func everyAuthor() async throws {
        let house = try await Self.house()
        for caller in [MeetingsHouse.clerk, MeetingsHouse.otherClerk] {
            try await house.does(caller, on: MeetingsHouse.day("2026-11-18")) { tx, hand in
                try WriteMinutes(
                    meeting: "m", text: "What \(caller.name) wrote.", exempt: nil, isPublished: true, seen: nil
                ).perform(by: hand, in: tx)
            }
        }
        #expect(try await Self.confirm(MeetingsHouse.clerk, in: house).map(\.field) == ["confirmed-at"])
        await #expect(throws: Refusal.notAllowed(.sealMeetings)) {
            try await house.does { tx, hand in
                let held = try #require(try hand.shelf(tx).records(of: Minutes.kind).standing.first)
                try hand.amend(held, ["author": .text("somebody")], because: "Because", in: tx)
            }
        }
    }

    @Test("once confirmed they are not ended either")
    func notEnded() async throws {
        let house = try await Self.house()
        try await Self.write("m", "What happened.", on: "2026-11-18", in: house)
        #expect(try await Self.confirm(MeetingsHouse.chair, in: house).isEmpty)
        await #expect(throws: Refusal.notAllowed(.sealMeetings)) {
            try await house.does(on: MeetingsHouse.day("2026-12-09")) { tx, hand in
                let held = try #require(try hand.shelf(tx).records(of: Minutes.kind).standing.first)
                var ending = RecordDraft(Minutes.kind)
                ending.give(CommonKey.until.rawValue, .text("2026-12-10"))
                try EndRecord(held.id, by: ending, because: "Because", seen: nil, registry: hand.registry)
                    .perform(by: hand.caller, under: hand.policy, at: hand.now, in: tx)
            }
        }
    }

    @Test("two clerks who begin them at once: the second is told, and writes nothing over the first")
    func begunTwice() async throws {
        let house = try await Self.house()
        func begin(_ caller: Caller) async throws {
            try await house.does(caller, on: MeetingsHouse.day("2026-11-18")) { tx, hand in
                try WriteMinutes(meeting: "m", text: caller.name, exempt: nil, isPublished: false, seen: "")
                    .perform(by: hand, in: tx)
            }
        }
        try await begin(MeetingsHouse.clerk)
        await #expect(throws: Refusal.self) { try await begin(MeetingsHouse.otherClerk) }
        #expect(try await house.records(Minutes.kind).first?.text("text") == MeetingsHouse.clerk.name)
    }

    @Test("they are confirmed at a meeting that was held")
    func atAMeetingHeld() async throws {
        let house = try await Self.house()
        try await Self.write("m", "What happened.", on: "2026-11-18", in: house)
        try await house.does(on: MeetingsHouse.day("2026-12-07")) { tx, hand in
            let held = try hand.last(Meeting.kind, "next", in: tx)
            try hand.amend(
                held, ["status": .text("cancelled"), "reason": .text("Snow")], because: "Snow", in: tx)
        }
        #expect(try await Self.confirm(MeetingsHouse.chair, in: house).map(\.field) == ["confirmed-at"])
    }

    @Test("somebody who does not sit there confirms nothing")
    func notByAnybody() async throws {
        let house = try await Self.house()
        try await Self.write("m", "What happened.", on: "2026-11-18", in: house)
        await #expect(throws: Refusal.notAllowed(.confirmMeetings)) {
            _ = try await Self.confirm(Caller(name: "elsewhere", roles: [.member]), in: house)
        }
    }

    @Test("minutes are numbered on through the municipal year, which begins on 1 May")
    func numbers() async throws {
        let house = try await Self.house()
        try await Self.write("m", "One.", on: "2026-11-18", in: house)
        try await Self.write("next", "Two.", on: "2026-12-09", in: house)
        let first = try await house.records(Minutes.kind).compactMap { $0.integer("first-number") }.sorted()
        #expect(first == [1, 2])
        #expect(try await house.records(Resolution.kind).first?.integer("minute") == 1)
        try await house.does { tx, hand in
            try hand.add(Meeting.kind, id: "may", ["body": .text("board"), "on": .text("2027-05-11")], in: tx)
        }
        try await Self.write("may", "Three.", on: "2027-05-12", in: house)
        let may = try await house.records(Minutes.kind).first { $0.text("meeting") == "may" }
        #expect(may?.integer("first-number") == 1)
    }

    @Test("a draft that is not published is not for the public")
    func unpublished() async throws {
        let house = try await Self.house()
        try await house.does(on: MeetingsHouse.meetingDay) { tx, hand in
            try WriteMinutes(meeting: "m", text: "Not yet.", exempt: nil, isPublished: false, seen: nil)
                .perform(by: hand, in: tx)
        }
        await #expect(throws: Refusal.notFound) {
            _ = try await house.page("/meetings/m/minutes", as: .stranger, on: MeetingsHouse.meetingDay)
        }
    }
}

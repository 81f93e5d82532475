import App
import Arrangements
import Cast
import Doors
import Foundation
import Kernel
import Mail
import Partners
import Records
import Store
import Testing

@testable import Meetings
@testable import Workflows

/// Actions: done with evidence, chased by letter, taken higher.
@Suite("Actions")
struct ActionTests {
    /// An action due on 17 November 2026 that Noor, the head, is to do.
    static func house(on engine: Engine = .sqlite) async throws -> MeetingsHouse {
        let house = try await MeetingsHouse(on: engine)
        try await house.meeting()
        try await house.does(.keyboard, on: MeetingsHouse.day("2026-10-01")) { tx, hand in
            let noor = try hand.last(Person.kind, "noor", in: tx)
            try hand.amend(noor, ["email": .text("noor@example.org")], because: "It was missing", in: tx)
            try hand.add(
                MeetingAction.kind, id: "a",
                [
                    "name": .text("Find a room"), "body": .text("board"), "owner": .text("head"),
                    "due": .text("2026-11-17"),
                ], in: tx)
        }
        return house
    }

    static func chase(_ day: String, in house: MeetingsHouse) async throws -> Int {
        let now = MeetingsHouse.now(on: MeetingsHouse.day(day)), job = ChasingJob(house.house)
        return try await house.house.store.write { tx in try job.chase(at: now, in: tx) }
    }

    @Test("letters go before it is due, after, and every fortnight; each once", arguments: Engine.allForTests)
    func letters(engine: Engine) async throws {
        let house = try await Self.house(on: engine)
        var sent: [Int] = []
        for day in ["2026-11-09", "2026-11-10", "2026-11-11", "2026-11-17", "2026-11-18", "2026-11-19", "2026-12-02"] {
            sent.append(try await Self.chase(day, in: house))
        }
        #expect(sent == [0, 1, 0, 0, 1, 0, 1])
        let letters = try await house.house.store.read { try $0.outbox() }
        #expect(letters.count == 3 && letters.allSatisfy { $0.recipient == "noor@example.org" })
        #expect(letters.first?.text?.contains("it was taken to Cabinet") == true)
        let action = try #require(try await house.records(MeetingAction.kind).first)
        #expect(action.text("escalated-to") == "cabinet" && action.day("escalated") == MeetingsHouse.day("2026-12-02"))
    }

    @Test("what is done is chased no more")
    func done() async throws {
        let house = try await Self.house()
        try await house.does { tx, hand in
            let held = try hand.last(MeetingAction.kind, "a", in: tx)
            let fields: [String: Given] = [
                "state": .text("done"), "done": .text("2026-11-02"), "evidence": .text("Room 4 is booked"),
            ]
            try hand.amend(held, fields, because: "Done", in: tx)
        }
        #expect(try await Self.chase("2026-12-02", in: house) == 0)
    }

    @Test("nothing is done without evidence")
    func evidence() async throws {
        let house = try await Self.house()
        let problems = try await house.problems { tx, hand in
            let held = try hand.last(MeetingAction.kind, "a", in: tx)
            try hand.amend(held, ["state": .text("done")], because: "Done", in: tx)
        }
        #expect(problems.map(\.field) == ["evidence", "done"])
    }

    @Test("the days of letters are the operator's own")
    func ownDays() async throws {
        let house = try await Self.house()
        let days = ChasingDays(before: 2, between: 3, higher: 1)
        var sent: [Int] = [], higher: [Int] = []
        for day in ["2026-11-14", "2026-11-15", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21"] {
            let told = try await house.does(on: MeetingsHouse.day(day)) { tx, hand in
                try ChaseActions(days).perform(by: hand, in: tx)
            }
            sent.append(told.reminders.count)
            higher.append(told.arrivals.count)
        }
        #expect(sent == [0, 1, 1, 0, 0, 1] && higher == [0, 0, 0, 1, 0, 0])
    }

    @Test("the check finds what is overdue: M01")
    func overdue() async throws {
        let house = try await Self.house()
        let registry = house.building.registry
        let book = try await house.house.store.read { try $0.loadBook(registry) }
        func codes(_ day: String) -> [String] {
            MeetingsChecks.findings(in: book, on: MeetingsHouse.day(day)).map(\.code)
        }
        #expect(codes("2026-11-17").filter { $0 == "M01" }.isEmpty)
        #expect(codes("2026-11-18").filter { $0 == "M01" }.count == 1)
        // And that the agenda of the same meeting was not published in time.
        #expect(codes("2026-11-10").contains("M04") && !codes("2026-11-09").contains("M04"))
    }
}

import Cast
import Kernel
import Meetings
import Partners
import Records
import Store
import Testing

@testable import Performance

/// Rule PF-12.
@Suite("Scorecards on a meeting's page")
struct MeetingScorecardTests {
    private func house(on engine: Engine) async throws -> PerformanceHouse {
        let house = try await PerformanceHouse(on: engine)
        try await house.does(.keyboard) { tx, hand in
            for (id, body, day) in [
                ("spring", "board", "2010-04-01"), ("summer", "board", "2010-07-01"),
                ("cabinets", "cabinet", "2010-04-01"),
            ] {
                try hand.add(
                    Meeting.kind, id: id,
                    ["body": .text(body), "on": .text(day), "status": .text("planned")], in: tx)
            }
        }
        return house
    }

    @Test(
        "What was frozen for a meeting stands on its page, for the public once it is published",
        arguments: Engine.allForTests)
    func shown(engine: Engine) async throws {
        let house = try await house(on: engine)
        let path = try await house.send("/performance/freeze", [("body", "board"), ("meeting", "spring")])
        #expect(path.hasPrefix("/scorecards/"))
        #expect(try await house.page("/meetings/spring", as: PerformanceHouse.analyst).contains(path))
        #expect(!(try await house.page("/meetings/summer", as: PerformanceHouse.analyst)).contains("Scorecard"))
        #expect(!(try await house.page("/meetings/spring")).contains("Scorecard"))
        let id = String(path.dropFirst("/scorecards/".count))
        try await house.does { tx, hand in
            let held = try hand.last(FrozenScorecard.kind, id, in: tx)
            try hand.amend(held, ["published": .text("2010-03-12")], because: "It went out", in: tx)
        }
        #expect(!(try await house.page("/meetings/spring")).contains("Scorecard"))
        let later = try await house.page("/meetings/spring", on: PerformanceHouse.day("2010-03-12"))
        #expect(later.components(separatedBy: path).count == 2, "once")
        #expect(later.contains("Scorecard of Board, 10 March 2010"))
    }

    @Test("A scorecard goes to a meeting of its own body", arguments: ["cabinets", "board", "nowhere"])
    func own(meeting: String) async throws {
        let house = try await house(on: .sqlite)
        await #expect(throws: Refusal.self) {
            try await house.send("/performance/freeze", [("body", "board"), ("meeting", meeting)])
        }
    }
}

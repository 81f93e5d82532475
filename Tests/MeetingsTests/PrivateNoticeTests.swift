import Cast
import Kernel
import Partners
import Records
import Store
import Testing

@testable import Meetings

/// An executive tells the public before it meets in private (GOV-04).
@Suite("Notice of a private meeting")
struct PrivateNoticeTests {
    /// A Thursday; 28 clear days before it is Wednesday 18 November, five clear days Wednesday the 9th of December.
    static let meetingDay = MeetingsHouse.day("2026-12-17")
    static let reasons: [String: Given] = ["private-because": .text("A tender is open")]
    static let answer: [String: Given] = [
        "representations": .text("Nobody said anything"), "response": .text("None is needed"),
    ]

    private func house(on engine: Engine = .sqlite, type: String = "executive", closed: Bool = true) async throws
        -> MeetingsHouse
    {
        let house = try await MeetingsHouse(on: engine, type: type)
        try await house.meeting(access: closed ? ExemptTests.closed : [:], on: Self.meetingDay)
        return house
    }

    private func give(
        _ house: MeetingsHouse, second: Bool = false, _ fields: [String: Given] = reasons, on day: String
    ) async throws -> [String] {
        try await house.problems(on: MeetingsHouse.day(day)) { tx, hand in
            try GivePrivateNotice(meeting: "m", isSecond: second, fields: fields, seen: nil).perform(by: hand, in: tx)
        }.map(\.field)
    }

    @Test(
        "the first is given 28 clear days before, or somebody agreed that it could not wait",
        arguments: [("2026-11-18", true), ("2026-11-19", false)])
    func first(day: String, isInTime: Bool) async throws {
        let house = try await house()
        #expect(try await give(house, [:], on: day).contains("private-because"))
        #expect(try await give(house, on: day) == (isInTime ? [] : ["private-urgent"]))
        let agreed = Self.reasons.merging(["private-urgent": .text("The chair of scrutiny agreed: a roof fell in")]) {
            $1
        }
        #expect(try await give(house, agreed, on: day).isEmpty)
        #expect(try await house.records(Meeting.kind).first?.day("private-notice") == MeetingsHouse.day(day))
    }

    @Test(
        "the second, five clear days before, says what was said against it and what is answered",
        arguments: Engine.allForTests)
    func second(engine: Engine) async throws {
        let house = try await house(on: engine)
        #expect(
            try await give(house, second: true, on: "2026-12-01") == ["representations", "response", "private-urgent"])
        #expect(try await give(house, on: "2026-11-18").isEmpty)
        #expect(try await give(house, second: true, Self.answer, on: "2026-12-10") == ["private-urgent"])
        #expect(try await give(house, second: true, Self.answer, on: "2026-12-09").isEmpty)
        // Everybody reads it, before any agenda is out; and no more than it says.
        for path in ["/meetings/m", "/api/v1/meetings/m/public"] {
            let page = try await house.page(path, as: .stranger, on: MeetingsHouse.day("2026-12-09"))
            for words in ["A tender is open", "Nobody said anything", "None is needed"] {
                #expect(page.contains(words), "\(path): \(words)")
            }
            #expect(!page.contains("SECRET"))
        }
    }

    @Test(
        "it is asked of executives since 10 September 2012, and of nobody else",
        arguments: [("executive", "2012-10-18", true), ("committee", "2012-10-18", false)])
    func whose(type: String, day: String, isAsked: Bool) async throws {
        let house = try await MeetingsHouse(type: type)
        try await house.meeting(access: ExemptTests.closed, on: MeetingsHouse.day(day))
        let problems = try await give(house, on: "2012-09-11")
        #expect(problems == (isAsked ? [] : ["private-because"]))
        #expect(try MeetingLaw.privateNoticeBy(MeetingsHouse.day("2012-09-09")) == nil)
        let last = try #require(try MeetingLaw.privateNoticeBy(MeetingsHouse.day("2012-10-18")))
        #expect(last.first == MeetingsHouse.day("2012-09-19") && last.second == MeetingsHouse.day("2012-10-10"))
    }

    @Test(
        "the check finds where it is missing or late, and tells nothing of what is not open: M08",
        arguments: [
            (true, nil, "2026-11-18", false), (true, nil, "2026-11-19", true), (false, nil, "2026-11-19", false),
            (true, "2026-11-18", "2026-12-09", false), (true, "2026-11-18", "2026-12-10", true),
        ] as [(Bool, String?, String, Bool)])
    func check(closed: Bool, given: String?, day: String, isFound: Bool) async throws {
        let house = try await house(closed: closed), registry = house.building.registry
        if let given { #expect(try await give(house, on: given).isEmpty) }
        let book = try await house.house.store.read { tx in try tx.loadBook(registry) }
        let found = MeetingsChecks.findings(in: book, on: MeetingsHouse.day(day)).filter { $0.code == "M08" }
        #expect(found.count == (isFound ? 1 : 0), "\(found)")
        #expect(!"\(found.map(\.message))".contains("SECRET"))
    }

    @Test("the clerk publishes them from the meeting's page, and the terminal lists them")
    func pages() async throws {
        let house = try await house()
        let day = MeetingsHouse.day("2026-11-10")
        let page = try await house.page("/meetings/m", as: MeetingsHouse.clerk, on: day)
        #expect(page.contains("/meetings/m/private-notice\""))
        guard case .page(let asked, _) = try await house.send("/meetings/m/private-notice", [], on: day) else {
            Issue.record("it was taken without a reason")
            return
        }
        #expect(asked.problems.map(\.field) == ["private-because"])
        guard case .see = try await house.send("/meetings/m/private-notice", [("private-because", "Why")], on: day)
        else { Issue.record("it was not taken"); return }
        let verb = try #require(house.building.verbs.first { $0.name == "private-notices" })
        let said = try await verb.run([], caller: .keyboard, now: MeetingsHouse.now(on: day), house: house.house)
        #expect(said.text.contains("first 2026-11-10  second none  Why"), "\(said.text)")
    }
}

import Cast
import Kernel
import Partners
import Records
import Store
import Testing

@testable import Meetings

/// What may happen while a body sits: votes that tie, a chair who leaves, midnight; and before it: a move, a holiday.
@Suite("The edges of a sitting")
struct SittingTests {
    @Test(
        "equal votes agree nothing but by the chair's second vote; fewer agree nothing at all",
        arguments: [
            ("2", "1", nil, "agreed", true), ("1", "1", nil, "agreed", false), ("2", "1", "true", "amended", true),
            ("1", "2", nil, "recommended", false), ("1", "1", nil, "rejected", true), ("1", "1", nil, "deferred", true),
            ("0", "0", nil, "agreed", false),
        ] as [(String, String, String?, String, Bool)])
    func ties(votes: String, against: String, casting: String?, outcome: String, isTaken: Bool) async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        let fields: [String: Given] = [
            "for": .text(votes), "against": .text(against), "casting": .typed(casting), "outcome": .text(outcome),
            "sent-to": .typed(outcome == "recommended" ? "cabinet" : nil),
        ]
        #expect(try await house.decide(fields).map(\.field) == (isTaken ? [] : ["for"]))
    }

    @Test("a second vote is one more than there are members, and no two")
    func casting() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.register(MeetingsHouse.present(["head", "nurse", "officer", "warden"]))
        let tie: [String: Given] = ["for": .text("3"), "against": .text("2")]
        #expect(try await house.decide(tie).map(\.field) == ["for"])
        #expect(try await house.decide(tie.merging(["casting": .text("true")]) { $1 }).isEmpty)
    }

    @Test("once the chair has left, the others decide only while they are a quorum", arguments: Engine.allForTests)
    func chairLeaves(engine: Engine) async throws {
        for (others, isQuorate) in [(["nurse", "officer"], false), (["nurse", "officer", "warden"], true)] {
            let house = try await MeetingsHouse(on: engine)
            try await house.meeting()
            var lines = MeetingsHouse.present(["head"] + others)
            lines[0].left = "19:00"
            try await house.register(lines)
            #expect(try await house.decide().map(\.field) == ["at"])
            #expect(try await house.decide(["at": .text("19:01")]).map(\.field) == (isQuorate ? [] : ["outcome"]))
            let again = MeetingsHouse.ticket(2)
            #expect(try await house.decide(["at": .text("18:59")], ticket: again).isEmpty)
        }
    }

    @Test(
        "a meeting that goes on past midnight keeps its order",
        arguments: [
            ("18:31", true), ("23:59", true), ("00:10", true), ("00:29", true), ("00:30", false), ("01:00", false),
        ])
    func midnight(at: String, isQuorate: Bool) async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        var lines = MeetingsHouse.present(MeetingsHouse.came)
        lines[1].left = "00:30"
        try await house.register(lines)
        #expect(try await house.decide(["at": .text(at)]).isEmpty == isQuorate)
    }

    @Test("who came before midnight and left after it did not leave before they came")
    func overMidnight() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        var lines = MeetingsHouse.present(MeetingsHouse.came)
        (lines[0].arrived, lines[0].left) = ("23:40", "00:20")
        try await house.register(lines)
        (lines[0].arrived, lines[0].left) = ("00:20", "23:40")
        let wrong = lines
        let problems = try await house.problems(on: MeetingsHouse.meetingDay) { tx, hand in
            try TakeRegister(meeting: "m", lines: wrong, isHeld: true).perform(by: hand, in: tx)
        }
        #expect(problems.count == 1 && problems.first?.message.contains("not after they arrived") == true)
    }

    @Test(
        "clear days leave out Christmas, Boxing Day's substitute and New Year: GOV-01",
        arguments: [("2026-12-23", true), ("2026-12-24", false)])
    func christmas(day: String, isInTime: Bool) async throws {
        let house = try await MeetingsHouse()
        try await house.meeting(on: MeetingsHouse.day("2027-01-05"))
        let problems = try await house.problems(on: MeetingsHouse.day(day)) { tx, hand in
            try PublishAgenda(meeting: "m", on: hand.today, shortNotice: nil, seen: nil).perform(by: hand, in: tx)
        }
        #expect(problems.map(\.field) == (isInTime ? [] : ["short-notice"]))
    }

    @Test(
        "a meeting that is moved nearer asks for its notice again, and says where it was", arguments: Engine.allForTests
    )
    func moved(engine: Engine) async throws {
        let house = try await MeetingsHouse(on: engine)
        try await house.meeting()
        try await house.publish(on: MeetingsHouse.day("2026-11-09"))
        func move(to day: String, _ short: String?) async throws -> [String] {
            try await house.problems(on: MeetingsHouse.day("2026-11-10")) { tx, hand in
                try MoveMeeting(
                    meeting: "m", on: MeetingsHouse.day(day), time: "18:30", place: nil, reason: "The hall is let",
                    shortNotice: short, seen: nil
                ).perform(by: hand, in: tx)
            }.map(\.field)
        }
        #expect(try await move(to: "2026-11-16", nil) == ["short-notice"])
        #expect(try await move(to: "2026-11-24", nil).isEmpty)
        let page = try await house.page("/meetings/m", as: .stranger, on: MeetingsHouse.day("2026-11-10"))
        #expect(page.contains("Moved from") && page.contains("17 November 2026") && page.contains("The hall is let"))
        #expect(page.contains("Published on 9 November 2026"))
        #expect(try await move(to: "2026-11-16", "The election") == [])
        let shown = try await house.page("/meetings/m", as: .stranger, on: MeetingsHouse.day("2026-11-10"))
        #expect(shown.contains("Shorter notice because") && shown.contains("The election"))
    }

    @Test("a paper that is replaced is in the pack as it is now, marked, and not as it was")
    func replaced() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        let paper = try await house.paper("The plan", MeetingsHouse.pdf("first"), number: 1)
        try await house.publish()
        let day = MeetingsHouse.day("2026-11-05")
        let reply = try await house.upload(
            "/meetings/m/papers/\(paper)/version", "b.pdf", MeetingsHouse.pdf("second"),
            [("title", "The plan, mended"), ("place", "1")], on: day)
        guard case .see = reply else {
            Issue.record("the version was not taken: \(reply)")
            return
        }
        let waiting = try await house.page("/meetings/m/pack", as: .stranger, on: day)
        #expect(!waiting.contains("The plan"))
        try await house.does(MeetingsHouse.otherClerk, on: day) { tx, hand in
            try ApprovePaper(paper: paper, seen: nil).perform(by: hand, in: tx)
        }
        let pack = try await house.page("/meetings/m/pack", as: .stranger, on: day)
        #expect(pack.contains("The plan, mended") && pack.contains("Replaced on 5 November 2026"))
        #expect(try await house.file(paper, as: .stranger, on: day) == MeetingsHouse.pdf("second"))
    }

    // MARK: Sensitive interests

    private static func declare(
        _ more: [(String, String)], in house: MeetingsHouse
    ) async throws -> [String] {
        let form = [
            ("seat", "seat-nurse"), ("interest", "pecuniary"), ("sensitive", "true"), ("left-room", "true"),
        ]
        let reply = try await house.send("/meetings/m/items/item/declare", form + more, on: MeetingsHouse.meetingDay)
        guard case .page(let page, _) = reply else { return [] }
        return page.problems.map(\.field)
    }

    @Test("of a sensitive interest the law's words are kept, on the page, in the minutes, and no others: GOV-13")
    func sensitive() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.publish()
        #expect(try await Self.declare([("nature", "A former partner works there")], in: house) == ["nature"])
        #expect(try await house.records(Declaration.kind).isEmpty)
        #expect(try await Self.declare([("nature", "")], in: house).isEmpty)
        let words = "Details withheld under section 32 of the Localism Act 2011"
        #expect(try await house.records(Declaration.kind).first?.text("nature") == words)
        let day = MeetingsHouse.meetingDay
        let open = try await house.page("/meetings/m/items/item", as: .stranger, on: day)
        #expect(open.contains(words))
        #expect(try await house.page("/meetings/m/minutes", as: MeetingsHouse.clerk, on: day).contains(words))
    }

    @Test(
        "by the law of the day; before there was any, details are not withheld",
        arguments: [
            ("2007-05-02", nil), ("2007-05-03", "paragraph 14"), ("2012-06-30", "paragraph 14"),
            ("2012-07-01", "section 32"),
        ] as [(String, String?)])
    func sensitiveLaw(day: String, words: String?) {
        let said = MeetingLaw.withheld(on: MeetingsHouse.day(day))
        #expect(words.map { said?.contains($0) == true } ?? (said == nil))
    }
}

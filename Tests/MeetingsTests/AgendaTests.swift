import App
import Cast
import Doors
import Kernel
import Partners
import Records
import Store
import Testing
import Web

@testable import Meetings

/// Meetings put in the calendar, their agendas built and published.
@Suite("Calendar and agenda")
struct AgendaTests {
    static let cycle: [String: Given] = [
        "body": .text("board"), "week": .text("second"), "weekday": .text("tuesday"), "every": .text("1"),
        "time": .text("18:30"), "skipping": .list(["august"]), "place": .text("Town hall"),
    ]

    @Test("a cycle puts its meetings in the calendar, once however often it is sent", arguments: Engine.allForTests)
    func cycle(engine: Engine) async throws {
        let house = try await MeetingsHouse(on: engine)
        for _ in 1...2 {
            try await house.does { tx, hand in
                _ = try PlanCycle(
                    Self.cycle, until: MeetingsHouse.day("2027-10-31"), ticket: MeetingsHouse.ticket()
                ).perform(by: hand, from: MeetingsHouse.day("2026-11-01"), in: tx)
            }
        }
        let meetings = try await house.records(Meeting.kind).map(Meeting.init).sorted { $0.on < $1.on }
        #expect(meetings.count == 11 && !meetings.contains { $0.on.month == 8 })
        // Winter or summer, half past six is half past six.
        #expect(Set(meetings.map { $0.time?.description }) == ["18:30"])
        #expect(meetings.first?.when == "Tuesday 10 November 2026 at 6:30pm")
        let page = try await house.page("/bodies/board/meetings", as: .stranger)
        #expect(page.contains("Tuesday 13 July 2027 at 6:30pm") && page.contains("Town hall"))
    }

    @Test("a form for another's body, or a time that is none, is refused in words")
    func badCycle() async throws {
        let house = try await MeetingsHouse()
        var fields = Self.cycle
        fields["time"] = .text("25:00")
        let wrong = fields
        let problems = try await house.problems { tx, hand in
            _ = try PlanCycle(wrong, until: MeetingsHouse.day("2027-01-31"), ticket: MeetingsHouse.ticket())
                .perform(by: hand, from: MeetingsHouse.today, in: tx)
        }
        #expect(problems.map(\.field) == ["time"])
        #expect(try await house.records(Meeting.kind).isEmpty)
    }

    @Test(
        "an agenda is published five clear days before, or the meeting is called at shorter notice: GOV-01",
        arguments: [
            ("2026-11-09", nil, []), ("2026-11-10", nil, ["short-notice"]), ("2026-11-10", "A flood", []),
            ("2026-11-18", "A flood", ["on"]),
        ] as [(String, String?, [String])])
    func publication(on: String, why: String?, expected: [String]) async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        func publish(on moment: Day) async throws -> [String] {
            try await house.problems(on: moment) { tx, hand in
                try PublishAgenda(meeting: "m", on: MeetingsHouse.day(on), shortNotice: why, seen: nil)
                    .perform(by: hand, in: tx)
            }.map(\.field)
        }
        #expect(try await publish(on: MeetingsHouse.today) == ["on"], "that day is still to come")
        #expect(try await publish(on: MeetingsHouse.day(on)) == expected)
    }

    @Test(
        "an exception from notice of a key decision holds once it was published for its clear days: GOV-24",
        arguments: [("general", "2026-11-09", true), ("general", "2026-11-10", false), ("urgent", "2026-11-17", true)])
    func exception(kind: String, on: String, holds: Bool) async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        #expect(try await house.decide(["key": .text("true")]).isEmpty)
        let decision = MeetingsHouse.ticket().id(of: Resolution.kind)
        let entry: [String: Given] = [
            "name": .text("The centre"), "decided-by": .text("board"), "due": .text("2026-11-17"),
            "key-because": .list(["wards"]), "resolution": .text(decision), "exception": .text(kind),
            "exception-reason": .text("It was not foreseen"), "exception-agreed-by": .text("head"),
            "exception-on": .text(on),
        ]
        let problems = try await house.problems(on: MeetingsHouse.meetingDay) { tx, hand in
            try hand.sealing.add(ForwardPlanEntry.kind, id: "entry", entry, in: tx)
        }
        #expect(problems.map(\.field) == (holds ? [] : ["exception-on"]))
        let found = try await house.page("/findings", as: .stranger, on: MeetingsHouse.meetingDay)
        #expect(found.contains("M07") != holds)
    }

    @Test("the day of notice of a key decision is the command's, and nobody writes an earlier one: GOV-22")
    func noticeOfToday() async throws {
        let house = try await MeetingsHouse()
        let entry: [String: Given] = [
            "name": .text("The centre"), "decided-by": .text("board"), "due": .text("2026-12-29"),
            "key-because": .list(["wards"]),
        ]
        await #expect(throws: Refusal.self) {
            try await house.does { tx, hand in
                try hand.add(
                    ForwardPlanEntry.kind, id: "early", entry.merging(["published": .text("2026-10-01")]) { $1 }, in: tx
                )
            }
        }
        try await house.does { tx, hand in try hand.add(ForwardPlanEntry.kind, id: "entry", entry, in: tx) }
        for _ in 0..<2 { _ = try await house.send("/forward-plan/entry/publish") }
        let held = try await house.records(ForwardPlanEntry.kind)
        #expect(held.map { $0.day("published") } == [MeetingsHouse.today])
        #expect(try await house.page("/forward-plan").contains("Given on 3 November 2026"))
    }

    @Test("once notice can no longer be given an item is late, and the chair admits it: GOV-02")
    func lateItem() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.does { tx, hand in
            try PublishAgenda(meeting: "m", on: MeetingsHouse.today, shortNotice: nil, seen: nil).perform(
                by: hand, in: tx)
        }
        let fields: [String: Given] = ["title": .text("A fire"), "route": .text("decision")]
        func add(_ day: String, _ more: [String: Given], _ number: Int) async throws -> [Problem] {
            try await house.problems(on: MeetingsHouse.day(day)) { tx, hand in
                try AddItem(
                    meeting: "m", fields: fields.merging(more) { $1 }, ticket: MeetingsHouse.ticket(number)
                ).perform(by: hand, in: tx)
            }
        }
        #expect(try await add("2026-11-09", [:], 1).isEmpty, "a supplement in time is not late")
        #expect(try await add("2026-11-10", [:], 2).map(\.field) == ["special-circumstances", "admitted-by"])
        let admitted: [String: Given] = [
            "special-circumstances": .text("It burnt down"), "admitted-by": .text("seat-head"),
        ]
        #expect(try await add("2026-11-10", admitted, 3).isEmpty)
        let items = try await house.records(AgendaItem.kind).map(AgendaItem.init).sorted { $0.number < $1.number }
        #expect(items.map(\.isLate) == [false, false, true] && items.map(\.number) == [1, 2, 3])
    }

    @Test("a meeting is moved for a reason, and not so near that the notice given no longer serves")
    func moving() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.does(on: MeetingsHouse.day("2026-11-09")) { tx, hand in
            try PublishAgenda(meeting: "m", on: hand.on, shortNotice: nil, seen: nil).perform(by: hand, in: tx)
        }
        func move(_ day: String, _ reason: String, _ why: String?) async throws -> [Problem] {
            try await house.problems(on: MeetingsHouse.day("2026-11-09")) { tx, hand in
                try MoveMeeting(
                    meeting: "m", on: MeetingsHouse.day(day), time: "19:00", place: nil, reason: reason,
                    shortNotice: why, seen: nil
                ).perform(by: hand, in: tx)
            }
        }
        #expect(try await move("2026-11-24", "", nil).map(\.field) == ["reason"])
        #expect(try await move("2026-11-12", "Snow", nil).map(\.field) == ["short-notice"])
        #expect(try await move("2026-11-24", "Snow", nil).isEmpty)
        let page = try await house.page("/meetings/m", as: .stranger, on: MeetingsHouse.day("2026-11-09"))
        #expect(page.contains("Moved") && page.contains("17 November 2026") && page.contains("Snow"))
    }

    @Test("two clerks at once: the second is told, and nothing of the first is lost")
    func twoAtOnce() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        let seen = try await house.house.store.read { [registry = house.building.registry] tx in
            Seen.mark(of: try RecordShelf(tx, registry).versions(of: "m"))
        }
        let form = [("reason", "Flu"), ("seen", seen)]
        guard case .see = try await house.send("/meetings/m/cancel", form) else {
            Issue.record("the first cancellation was not taken")
            return
        }
        let again = try await house.send(
            "/meetings/m/cancel", [("reason", "Snow"), ("seen", seen)], as: MeetingsHouse.otherClerk)
        guard case .page(let page, _) = again else {
            Issue.record("the second clerk was not told")
            return
        }
        #expect(page.problems.map(\.message).joined().contains("Somebody else changed"))
        #expect(page.body.string.contains("Snow"), "what the second typed is still there")
        #expect(try await house.records(Meeting.kind).first?.text("reason") == "Flu")
    }

    @Test("standing items come once, with the open actions as matters arising: GOV-05")
    func standingItems() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.does { tx, hand in
            try hand.add(
                MeetingAction.kind, id: nil,
                ["name": .text("Find a room"), "body": .text("board"), "owner": .text("officer")], in: tx)
        }
        let counts = try await [
            house.does { tx, hand in try BuildAgenda(meeting: "m").perform(by: hand, in: tx) },
            house.does { tx, hand in try BuildAgenda(meeting: "m").perform(by: hand, in: tx) },
        ]
        #expect(counts == [7, 0])
        let items = try await house.records(AgendaItem.kind)
        #expect(items.contains { $0.text("summary")?.contains("Find a room: Officer") == true })
    }

    @Test("matters arising: put off, decided between meetings, called in, or done since; and nothing unpublished")
    func mattersArising() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        try await leave(in: house)
        try await house.does(on: MeetingsHouse.day("2026-12-02")) { tx, hand in
            try BuildAgenda(meeting: "later").perform(by: hand, in: tx)
        }
        let summary = try await house.records(AgendaItem.kind).compactMap {
            $0.text("meeting") == "later" && $0.text("procedure") == "matters-arising" ? $0.text("summary") : nil
        }
        let day = MeetingsHouse.meetingDay.long
        #expect(
            summary == [
                """
                Called in on 19 November 2026, and not heard yet: The school
                Put off on \(day): The nursery
                Decided between meetings on \(day), to be reported: The heating
                Done on 1 December 2026: Mend the roof
                """
            ])
    }

    /// What the meeting leaves to the next one.
    private func leave(in house: MeetingsHouse) async throws {
        try await house.does(on: MeetingsHouse.meetingDay) { tx, hand in
            let hand = hand.sealing
            try hand.add(
                Meeting.kind, id: "later", ["body": .text("board"), "on": .text("2026-12-15")], in: tx)
            func decided(_ id: String, _ name: String, _ more: [String: Given]) throws {
                let on = "\(MeetingsHouse.meetingDay)"
                let fields: [String: Given] = [
                    "name": .text(name), "body": .text("board"), "on": .text(on), "wording": .text(name),
                    "impact": .text("none"), "impact-how": .text("Nothing changes for them"),
                ]
                try hand.add(Resolution.kind, id: id, fields.merging(more) { _, new in new }, in: tx)
            }
            let on = Given.text("\(MeetingsHouse.meetingDay)")
            try decided("off", "The nursery", ["meeting": .text("m"), "outcome": .text("deferred"), "published": on])
            try decided("hidden", "The hostel", ["meeting": .text("m"), "outcome": .text("deferred")])
            try decided(
                "between", "The heating",
                [
                    "made": .text("urgent"), "why-between": .text("It was cold"), "decided-by": .text("head"),
                    "consulted": .text("The chair"), "outcome": .text("agreed"), "published": on,
                ])
            try decided(
                "called", "The school",
                [
                    "meeting": .text("m"), "outcome": .text("agreed"), "published": on, "call-in": .text("open"),
                    "present": .text("3"), "quorum": .text("3"),
                ])
            try hand.add(
                CallIn.kind, id: nil,
                [
                    "resolution": .text("called"), "on": .text("2026-11-19"), "by": .text("Three members"),
                    "reason": .text("Nobody was asked"),
                ], in: tx)
            try hand.add(
                MeetingAction.kind, id: nil,
                [
                    "name": .text("Mend the roof"), "body": .text("board"), "owner": .text("officer"),
                    "state": .text("done"), "done": .text("2026-12-01"), "evidence": .text("Photographs"),
                ], in: tx)
        }
    }
}

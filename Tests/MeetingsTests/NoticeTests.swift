import Kernel
import Partners
import Records
import Store
import Testing

@testable import Meetings

/// Notice is counted from the day it is, and what was changed after it is seen to have been (GOV-01, GOV-02).
@Suite("Notice, and what comes after it")
struct NoticeTests {
    /// The day after the last for an agenda of the meeting on 17 November 2026.
    static let late = MeetingsHouse.day("2026-11-10")
    static let inTime = MeetingsHouse.day("2026-11-09")

    /// A hand as of a page that was asked for with an earlier day: what is sent from it is not sent on that day.
    private func lateFromAnEarlierPage<Value: Sendable>(
        _ house: MeetingsHouse, _ caller: Caller = MeetingsHouse.clerk,
        _ work: @escaping @Sendable (Transaction, Hand) throws -> Value
    ) async throws -> Value {
        let hand = Hand(
            caller, under: house.house.policy, at: MeetingsHouse.now(on: Self.late), on: Self.inTime,
            registry: house.building.registry)
        return try await house.house.store.write { tx in try work(tx, hand) }
    }

    @Test(
        "Published today as of last week, it counts from today: a source that a clerk adds changes nothing",
        arguments: [false, true])
    func backdated(hasSource: Bool) async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        if hasSource {
            try await house.does { tx, hand in
                var draft = RecordDraft(Meeting.kind)
                draft.give(CommonKey.source.rawValue, .list(["P10 1"]))
                try CorrectRecord("m", version: 1, to: draft, because: "A source", seen: nil, registry: hand.registry)
                    .perform(by: hand.caller, under: hand.policy, at: hand.now, in: tx)
            }
        }
        for (because, asked) in [(nil, "because"), ("The notice board", "short-notice")] {
            let problems = try await house.problems(on: Self.late) { tx, hand in
                try PublishAgenda(
                    meeting: "m", on: Self.inTime, shortNotice: nil, earlierBecause: because, seen: nil
                ).perform(by: hand, in: tx)
            }
            #expect(problems.map(\.field) == [asked])
        }
    }

    @Test("What is said to have been published earlier is shown as said today, and counts from today")
    func history() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        let form = [("agenda-published", "\(Self.inTime)")]
        guard case .page(let page, _) = try await house.send("/meetings/m/publish", form, on: Self.late) else {
            Issue.record("it was believed")
            return
        }
        #expect(page.problems.map(\.field) == ["because"] && page.body.string.contains("How is that known?"))
        let because = form + [("because", "The notice board's own record"), ("short-notice", "It could not wait")]
        guard case .see = try await house.send("/meetings/m/publish", because, on: Self.late) else {
            Issue.record("it was not taken")
            return
        }
        let history = try await house.page("/records/meetings/m/history", as: MeetingsHouse.clerk, on: Self.late)
        #expect(history.contains("The notice board&#39;s own record"))
        let held = try #require(try await house.records(Meeting.kind).first.map(Meeting.init))
        #expect(held.agendaPublished == Self.inTime && held.noticeFrom == Self.late)
        let shown = try await house.page("/meetings/m", as: .stranger, on: Self.late)
        #expect(shown.contains("Said on 10 November 2026 that it was published on 9 November 2026"))
    }

    @Test("Nobody who keeps the record writes a day of publication down by hand", arguments: Engine.allForTests)
    func byHand(engine: Engine) async throws {
        let house = try await MeetingsHouse(on: engine)
        try await house.meeting()
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        #expect(try await house.decide(["call-in": .text("open")]).isEmpty)
        let decision = MeetingsHouse.ticket().id(of: Resolution.kind)
        let days: [(Kind, String, String)] = [
            (Meeting.kind, "m", "agenda-published"), (Meeting.kind, "m", "agenda-noted"),
            (Resolution.kind, decision, "published"), (Resolution.kind, decision, "call-in-until"),
            (AgendaItem.kind, "item", "added"),
        ]
        for (kind, id, field) in days {
            await #expect(throws: Refusal.notAllowed(.sealMeetings), "\(field)") {
                try await house.does(on: Self.late) { tx, hand in
                    let draft = RecordDraft(kind, [field: .text("\(Self.inTime)")])
                    try CorrectRecord(
                        id, version: 1, to: draft, because: "It was left out", seen: nil, registry: hand.registry
                    ).perform(by: hand.caller, under: hand.policy, at: hand.now, in: tx)
                }
            }
        }
        await #expect(throws: Refusal.notAllowed(.sealMeetings)) {
            try await house.does { tx, hand in
                try hand.add(
                    Meeting.kind, id: "new",
                    [
                        "body": .text("board"), "on": .text("2026-12-15"),
                        "agenda-published": .text("2026-11-02"),
                    ], in: tx)
            }
        }
    }

    @Test("What an administrator imports without it is shown as what nobody can show, and found by the check: M04")
    func imported() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.does(.keyboard) { tx, hand in
            let held = try hand.last(Meeting.kind, "m", in: tx)
            try hand.amend(held, ["agenda-published": .text("2026-11-02")], because: "An import", in: tx)
        }
        let page = try await house.page("/meetings/m", as: .stranger)
        #expect(page.contains("Said to have been published on 2 November 2026. Nobody can show it here"))
        let registry = house.building.registry
        let book = try await house.house.store.read { try $0.loadBook(registry) }
        let found = MeetingsChecks.findings(in: book, on: Self.late).filter { $0.code == "M04" }
        #expect(found.count == 1 && found.first?.message.contains("nobody can show") == true)
        // Published by its page it counts from then: too late to be in time.
        let problems = try await house.problems(on: Self.late) { tx, hand in
            try PublishAgenda(meeting: "m", on: hand.today, shortNotice: nil, seen: nil).perform(by: hand, in: tx)
        }
        #expect(problems.map(\.field) == ["short-notice"])
    }

    @Test("A decision said to have been published last week may be called in from today on: GOV-27")
    func decisionSaidLater() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        #expect(try await house.decide(["call-in": .text("open")]).isEmpty)
        let id = MeetingsHouse.ticket().id(of: Resolution.kind), day = MeetingsHouse.day("2026-11-26")
        try await house.does(on: day) { tx, hand in
            try FollowDecision(
                decision: id, step: .publish(MeetingsHouse.day("2026-11-18"), because: "The site's own log"), seen: nil
            ).perform(by: hand, in: tx)
        }
        let page = try await house.page("/decisions/\(id)", as: .stranger, on: day)
        #expect(page.contains("This was said on 26 November 2026") && page.contains("5pm on 3 December 2026"))
        #expect(try await CallInTests.callIn("2026-12-03", "16:00", in: house).isEmpty)
    }

    @Test("A decision published as of last week keeps its whole window for a call-in")
    func decision() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        #expect(try await house.decide(["call-in": .text("open")]).isEmpty)
        let id = MeetingsHouse.ticket().id(of: Resolution.kind), day = MeetingsHouse.day("2026-11-26")
        let problems = try await house.problems(on: day) { tx, hand in
            try FollowDecision(decision: id, step: .publish(MeetingsHouse.day("2026-11-18")), seen: nil)
                .perform(by: hand, in: tx)
        }
        #expect(problems.map(\.field) == ["because"])
        #expect(try await house.records(Resolution.kind).first?.day("published") == nil)
    }

    @Test("From a page of an earlier day an item is late all the same, and a paper is open from today")
    func earlierPage() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.publish()
        let fields: [String: Given] = [
            "title": .text("A fire"), "route": .text("decision"), "special-circumstances": .text("It burnt down"),
            "admitted-by": .text("seat-head"),
        ]
        try await lateFromAnEarlierPage(house) { tx, hand in
            try AddItem(meeting: "m", fields: fields, ticket: MeetingsHouse.ticket(5)).perform(by: hand, in: tx)
        }
        let item = try #require(try await house.records(AgendaItem.kind).first { $0.id != "item" })
        #expect(item.flag("late") == true && item.day("added") == Self.late)
        let paper = try await house.paper("The plan", MeetingsHouse.pdf("plan"), number: 1, approved: false)
        try await lateFromAnEarlierPage(house, MeetingsHouse.otherClerk) { tx, hand in
            try ApprovePaper(paper: paper, lateBecause: "The approver was ill", seen: nil).perform(by: hand, in: tx)
        }
        #expect(try await house.records(Paper.kind).first?.day("added") == Self.late)
    }

    // MARK: Reports and items

    static let report: [String: Given] = ["purpose": .text("To open a centre."), "recommendations": .text("Open it.")]

    private func keep(_ fields: [String: Given], on day: Day, in house: MeetingsHouse) async throws -> [String] {
        try await house.problems(on: day) { tx, hand in
            try KeepReport(item: "item", fields: fields, seen: nil).perform(by: hand, in: tx)
        }.map(\.field)
    }

    @Test(
        "A report that comes after the agenda says since when it is open, and too late for its clear days, why",
        arguments: Engine.allForTests)
    func lateReport(engine: Engine) async throws {
        let house = try await MeetingsHouse(on: engine)
        try await house.meeting()
        try await house.publish()
        #expect(try await keep(Self.report, on: Self.late, in: house) == ["late-because"])
        #expect(try await house.records(Report.kind).isEmpty)
        let late = Self.report.merging(["late-because": .text("The figures came today")]) { $1 }
        #expect(try await keep(late, on: Self.late, in: house).isEmpty)
        for path in ["/meetings/m/items/item", "/meetings/m/pack"] {
            let page = try await house.page(path, as: .stranger, on: Self.late)
            #expect(page.contains("Open since 10 November 2026") && page.contains("The figures came today"), "\(path)")
        }
    }

    @Test("A report changed after the agenda says so; before it, and unchanged, it does not")
    func changedReport() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        #expect(try await keep(Self.report, on: MeetingsHouse.today, in: house).isEmpty)
        try await house.publish()
        #expect(try await keep(Self.report, on: Self.inTime, in: house).isEmpty)
        let before = try #require(try await house.records(Report.kind).first)
        #expect(before.day("opened") == nil && before.day("changed") == nil)
        let other = Self.report.merging(["purpose": .text("To close one.")]) { $1 }
        #expect(try await keep(other, on: Self.inTime, in: house).isEmpty)
        #expect(try await house.records(Report.kind).first?.day("changed") == Self.inTime)
        let third = Self.report.merging(["purpose": .text("To move one.")]) { $1 }
        #expect(try await keep(third, on: Self.late, in: house) == ["late-because"])
    }

    @Test("An item put otherwise after the agenda is marked, on every page of it")
    func reworded() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.publish()
        try await house.does(on: Self.inTime) { tx, hand in
            try ChangeItem(item: "item", fields: ["title": .text("A children's centre")], seen: nil)
                .perform(by: hand, in: tx)
        }
        #expect(try await house.records(AgendaItem.kind).first?.day("reworded") == nil, "nothing was changed")
        try await house.does(on: Self.inTime) { tx, hand in
            try ChangeItem(item: "item", fields: ["title": .text("Two centres")], seen: nil).perform(by: hand, in: tx)
        }
        for path in ["/meetings/m", "/meetings/m/items/item", "/meetings/m/pack"] {
            let page = try await house.page(path, as: .stranger, on: Self.inTime)
            #expect(page.contains("9 November 2026, after the agenda was published"), "\(path)")
        }
    }

    // MARK: Papers

    private func replace(_ paper: String, _ form: [(String, String)], on day: Day, in house: MeetingsHouse) async throws
        -> [String]
    {
        let reply = try await house.upload(
            "/meetings/m/papers/\(paper)/version", "b.pdf", MeetingsHouse.pdf("second"),
            [("title", "The plan"), ("place", "1")] + form, on: day)
        guard case .page(let page, _) = reply else { return [] }
        return page.problems.map(\.field)
    }

    @Test("A paper replaced after the agenda is a supplement and says so; too late, it says why")
    func replaced() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        let paper = try await house.paper("The plan", MeetingsHouse.pdf("plan"), number: 1)
        try await house.publish()
        #expect(try await replace(paper, [], on: Self.late, in: house) == ["late-because"])
        #expect(try await replace(paper, [("late-because", "A page was wrong")], on: Self.late, in: house).isEmpty)
        try await house.does(MeetingsHouse.otherClerk, on: Self.late) { tx, hand in
            try ApprovePaper(paper: paper, seen: nil).perform(by: hand, in: tx)
        }
        let record = try #require(try await house.records(Paper.kind).first)
        #expect(record.integer("supplement") == 1 && record.day("replaced") == Self.late)
        for path in ["/meetings/m/papers", "/meetings/m/pack"] {
            let page = try await house.page(path, as: .stranger, on: Self.late)
            #expect(page.contains("Replaced on 10 November 2026") && page.contains("A page was wrong"), "\(path)")
        }
    }

    @Test("A paper sent in time and approved too late says why")
    func approvedLate() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.publish()
        let paper = try await house.paper("The plan", MeetingsHouse.pdf("plan"), number: 1, approved: false)
        let path = "/meetings/m/papers/\(paper)/approve"
        guard case .page(let page, _) = try await house.send(path, [], as: MeetingsHouse.otherClerk, on: Self.late)
        else { Issue.record("it was approved"); return }
        #expect(page.problems.map(\.field) == ["late-because"])
        guard
            case .see = try await house.send(
                path, [("late-because", "The approver was ill")], as: MeetingsHouse.otherClerk, on: Self.late)
        else { Issue.record("it was not approved"); return }
        #expect(try await house.file(paper, as: .stranger, on: Self.late) != nil)
    }
}

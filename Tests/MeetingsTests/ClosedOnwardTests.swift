import Cast
import Kernel
import Ledger
import Partners
import Records
import Store
import Testing

@testable import Meetings

/// What a decision or a paper closes by its own words stays closed in what is made of it.
@Suite("What is closed by its own words stays closed")
struct ClosedOnwardTests {
    static let ownWords: [String: Given] = [
        "access": .text("exempt"), "exempt-under": .text("3"), "exempt-because": .text("A tender is open"),
    ]
    static let secrets = ["SECRETNAME", "SECRETPRICE", "SECRETDEED"]

    /// An open item whose decision is closed by itself, with an action of it.
    private func house(on engine: Engine = .sqlite, _ more: [String: Given] = [:]) async throws -> MeetingsHouse {
        let house = try await MeetingsHouse(on: engine)
        try await house.meeting()
        try await house.publish()
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        let secret: [String: Given] = [
            "name": .text("Let it to SECRETNAME"), "wording": .text("For SECRETPRICE"),
            "public-wording": .text("A contract was let"),
        ]
        #expect(try await house.decide(Self.ownWords.merging(secret) { $1 }.merging(more) { $1 }).isEmpty)
        let id = MeetingsHouse.ticket().id(of: Resolution.kind)
        try await house.does(on: MeetingsHouse.meetingDay) { tx, hand in
            try hand.add(
                MeetingAction.kind, id: "a",
                [
                    "name": .text("SECRETDEED"), "body": .text("board"), "meeting": .text("m"), "item": .text("item"),
                    "resolution": .text(id),
                ], in: tx)
        }
        return house
    }

    @Test("sent to another body, it is no open item there", arguments: [true, false])
    func sentOn(hasItem: Bool) async throws {
        let house = try await house(["outcome": .text("recommended"), "sent-to": .text("cabinet")])
        var id = MeetingsHouse.ticket().id(of: Resolution.kind)
        if !hasItem {
            let fields = DecisionTests.betweenFields.merging(Self.ownWords) { $1 }.merging([
                "name": .text("Let it to SECRETNAME"), "wording": .text("For SECRETPRICE"), "sent-to": .text("cabinet"),
            ]) { $1 }
            let ticket = MeetingsHouse.ticket(7)
            id = ticket.id(of: Resolution.kind)
            try await house.does { tx, hand in
                try DecideBetweenMeetings(body: "board", fields: fields, ticket: ticket).perform(by: hand, in: tx)
            }
        }
        let decision = id
        try await house.does(on: MeetingsHouse.meetingDay) { tx, hand in
            try hand.add(Meeting.kind, id: "next", ["body": .text("cabinet"), "on": .text("2026-12-15")], in: tx)
            try FollowDecision(decision: decision, step: .publish(hand.on), seen: nil).perform(by: hand, in: tx)
            try BuildAgenda(meeting: "next").perform(by: hand, in: tx)
            try PublishAgenda(meeting: "next", on: hand.on, shortNotice: nil, seen: nil).perform(by: hand, in: tx)
        }
        let item = try #require(
            try await house.records(AgendaItem.kind).first { $0.text("came-from") == decision })
        #expect(item.text("access") == "exempt" && item.text("exempt-under") == "3")
        #expect(item.text("public-title") == (hasItem ? "A children's centre" : "A decision that is not open"))
        for path in ["/meetings/next", "/meetings/next/items/\(item.id)", "/api/v1/meetings/next/public"] {
            let page = try await house.page(path, as: .stranger, on: MeetingsHouse.meetingDay)
            for secret in Self.secrets { #expect(!page.contains(secret), "\(path) shows \(secret)") }
            #expect(page.contains("A tender is open"), "\(path)")
        }
    }

    @Test("in the draft of the minutes it is in the exempt part, with its action", arguments: Engine.allForTests)
    func minutes(engine: Engine) async throws {
        let house = try await house(on: engine), policy = house.house.policy, registry = house.building.registry
        let draft = try await house.house.store.read { tx in
            let reading = DayBook(RecordShelf(tx, registry), on: MeetingsHouse.meetingDay)
            let view = try MeetingView(
                "m", for: MeetingsHouse.clerk, under: policy, today: MeetingsHouse.meetingDay, in: reading)
            return view.map { DraftMinutes($0, first: 1) }
        }
        let text = try #require(draft?.text), exempt = try #require(draft?.exempt)
        for secret in ["SECRETPRICE", "SECRETDEED"] {
            #expect(!text.contains(secret) && exempt.contains(secret), "\(secret)")
        }
        #expect(text.contains("A contract was let") && text.contains("A tender is open"))
        #expect(text.contains("Whether to open it"), "the open item itself is minuted openly")
    }

    // MARK: Papers

    @Test("an item that opens has the papers that go with it approved anew")
    func opening() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting(access: ExemptTests.closed)
        try await house.publish()
        let follows = try await house.paper("SECRETPAPER", MeetingsHouse.pdf("1"), number: 1)
        let own = try await house.paper("Own", MeetingsHouse.pdf("2"), access: "exempt", number: 2)
        await #expect(throws: Refusal.notAllowed(.sealMeetings)) {
            try await house.does { tx, hand in
                let held = try hand.last(AgendaItem.kind, "item", in: tx)
                try hand.amend(held, ["access": .text("open")], because: "x", in: tx)
            }
        }
        try await house.does { tx, hand in
            try ChangeItem(item: "item", fields: ["access": .text("open")], seen: nil).perform(by: hand, in: tx)
        }
        #expect(try await house.file(follows, as: .stranger) == nil)
        let papers = try await house.records(Paper.kind)
        #expect(papers.first { $0.id == follows }?.text("approved-by") == nil)
        #expect(papers.first { $0.id == own }?.text("approved-by") != nil, "it says for itself that it is closed")
        try await house.does(MeetingsHouse.otherClerk) { tx, hand in
            try ApprovePaper(paper: follows, seen: nil).perform(by: hand, in: tx)
        }
        #expect(try await house.file(follows, as: .stranger) != nil)
    }

    @Test("one file is not open and closed, however a paper or its item comes to be so")
    func oneFile() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting(access: ExemptTests.closed)
        let bytes = MeetingsHouse.pdf("same")
        let one = try await house.paper("One", bytes, number: 1), two = try await house.paper("Two", bytes, number: 2)
        func amend(_ kind: Kind, _ id: String, _ fields: [String: Given]) async throws -> [String] {
            try await house.problems { tx, hand in
                let hand = hand.sealing
                try hand.amend(try hand.last(kind, id, in: tx), fields, because: "x", in: tx)
            }.map(\.field)
        }
        #expect(try await amend(Paper.kind, one, ["access": .text("open")]) == ["file"])
        #expect(try await amend(Paper.kind, two, ["access": .text("exempt")]).isEmpty)
        // Now the one follows its item, and the other does not.
        #expect(try await amend(AgendaItem.kind, "item", ["access": .text("open")]) == ["access"])
        // What was superseded is compared with nothing.
        let reply = try await house.upload(
            "/meetings/m/papers/\(two)/version", "b.pdf", MeetingsHouse.pdf("other"),
            [("title", "Two"), ("access", "exempt"), ("place", "2")], on: MeetingsHouse.day("2026-11-05"))
        guard case .see = reply else { Issue.record("\(reply)"); return }
        try await house.does(on: MeetingsHouse.day("2026-11-05")) { tx, hand in
            let hand = hand.sealing
            let held = try hand.last(AgendaItem.kind, "item", in: tx)
            try hand.amend(held, ["access": .text("open")], because: "x", in: tx)
        }
    }

    // MARK: Search

    private func found(_ word: String, _ house: MeetingsHouse) async throws -> Bool {
        try await house.page("/meetings/search?q=\(word)", as: .stranger).contains("<table")
    }

    @Test("the search is asked again of the records, where its index is behind", arguments: Engine.allForTests)
    func behind(engine: Engine) async throws {
        let house = try await MeetingsHouse(on: engine)
        try await house.meeting()
        try await house.publish()
        try await Ledger(store: house.house.store).seal()
        #expect(try await found("centre", house))
        // Nothing is sealed, so that the index cannot know of it.
        _ = try await house.house.store.write { tx in
            try tx.run("UPDATE meetings_indexed SET position = 1000000")
        }
        try await house.does { tx, hand in
            try ChangeItem(item: "item", fields: ExemptTests.closed, seen: nil).perform(by: hand, in: tx)
        }
        #expect(try await !found("centre", house))
        #expect(try await !found("staffing", house), "its new line is not indexed yet")
    }

    @Test("what stands under an ended item or meeting is found no more", arguments: [AgendaItem.kind, Meeting.kind])
    func ended(kind: Kind) async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.publish()
        try await house.paper("Feasibility study", MeetingsHouse.pdf("a"), number: 1)
        try await Ledger(store: house.house.store).seal()
        #expect(try await found("feasibility", house))
        let id = kind.name == Meeting.kind.name ? "m" : "item"
        try await house.house.store.write { [registry = house.building.registry] tx in
            // As an import leaves it, or a version before this one.
            let table = kind.name == Meeting.kind.name ? "meetings_meeting" : "meetings_agenda_item"
            try tx.run("UPDATE \(raw: table) SET until_day = \(MeetingsHouse.day("2026-11-20")) WHERE id = \(id)")
            for paper in try RecordShelf(tx, registry).records(of: Paper.kind) {
                #expect(try Findable(paper, RecordShelf(tx, registry).versions(of:)) == nil)
            }
        }
        #expect(try await !found("feasibility", house))
    }
}

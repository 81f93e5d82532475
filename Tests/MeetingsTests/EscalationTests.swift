import Arrangements
import Cast
import Kernel
import Mail
import Partners
import Records
import Store
import Testing

@testable import Meetings
@testable import Workflows

/// What stays overdue comes to the body that the terms of reference name: once, and not for longer than it is overdue.
@Suite("Escalation")
struct EscalationTests {
    /// The board's action of 17 November, whose terms escalate to the cabinet, which somebody chairs and clerks.
    static func house(on engine: Engine = .sqlite) async throws -> MeetingsHouse {
        let house = try await ActionTests.house(on: engine)
        try await house.does(.keyboard, on: MeetingsHouse.day("2026-10-01")) { tx, hand in
            for (person, post) in [("kit", "warden"), ("lee", "officer")] {
                try hand.add(
                    Person.kind, id: person,
                    ["name": .text(person.capitalized), "email": .text("\(person)@example.org")], in: tx)
                try hand.add(
                    Appointment.kind, id: "\(person)-\(post)",
                    ["post": .text(post), "status": .text("held"), "person": .text(person)], in: tx)
            }
            try hand.add(
                Seat.kind, id: "cabinet-chair",
                ["body": .text("cabinet"), "role": .text("chair"), "post": .text("warden")], in: tx)
            let officer = try hand.last(Post.kind, "officer", in: tx)
            try hand.amend(officer, ["access": .list(["clerk"])], because: "Keeps the record", in: tx)
        }
        return house
    }

    static func cabinetMeets(on day: String, as id: String = "next", in house: MeetingsHouse) async throws {
        try await house.does { tx, hand in
            try hand.add(Meeting.kind, id: id, ["body": .text("cabinet"), "on": .text(day)], in: tx)
        }
    }

    static func items(_ house: MeetingsHouse) async throws -> [Record] {
        try await house.records(AgendaItem.kind).filter { $0.text("came-from") == "a" }
    }

    static func settle(_ fields: [String: Given], on day: String, in house: MeetingsHouse) async throws {
        try await house.does(on: MeetingsHouse.day(day)) { tx, hand in
            try hand.amend(try hand.last(MeetingAction.kind, "a", in: tx), fields, because: "x", in: tx)
        }
    }

    static let done: [String: Given] = [
        "state": .text("done"), "done": .text("2026-12-03"), "evidence": .text("Room 4 is booked"),
    ]

    @Test(
        "it comes to the next agenda there, once, and the chair and the clerk are told", arguments: Engine.allForTests)
    func arrives(engine: Engine) async throws {
        let house = try await Self.house(on: engine)
        try await Self.cabinetMeets(on: "2026-12-15", in: house)
        try await Self.cabinetMeets(on: "2027-01-19", as: "later", in: house)
        _ = try await ActionTests.chase("2026-12-01", in: house)
        #expect(try await Self.items(house).isEmpty)
        for day in ["2026-12-02", "2026-12-02", "2026-12-03"] { _ = try await ActionTests.chase(day, in: house) }
        let item = try #require(try await Self.items(house).first)
        #expect(try await Self.items(house).count == 1)
        #expect(item.text("meeting") == "next" && item.text("title") == "Overdue: Find a room")
        #expect(item.text("report-of") == "board" && item.text("route") == "challenge")
        let letters = try await house.house.store.read { try $0.outbox() }.filter {
            $0.recipient != "noor@example.org"
        }
        #expect(letters.map(\.recipient).sorted() == ["kit@example.org", "lee@example.org"])
        #expect(letters.allSatisfy { $0.text?.contains("agenda of the meeting on Tuesday 15 December 2026") == true })
        let list = try await house.page(
            "/bodies/cabinet/actions", as: .stranger, on: MeetingsHouse.day("2026-12-03"))
        #expect(list.contains("Taken here because they are overdue") && list.contains("Find a room"))
    }

    @Test("with no meeting that can take it, it waits on the list, and comes once one is planned")
    func waits() async throws {
        let house = try await Self.house()
        _ = try await ActionTests.chase("2026-12-02", in: house)
        let letter = try await house.house.store.read { try $0.outbox() }.first { $0.recipient == "kit@example.org" }
        #expect(letter?.text?.contains("It waits for a meeting that can take it") == true)
        #expect(letter?.text?.contains("/bodies/cabinet/actions#taken-here") == true)
        try await Self.cabinetMeets(on: "2027-01-19", in: house)
        try await house.does(on: MeetingsHouse.day("2026-12-03")) { tx, hand in
            try BuildAgenda(meeting: "next").perform(by: hand, in: tx)
        }
        #expect(try await Self.items(house).count == 1)
        _ = try await ActionTests.chase("2026-12-04", in: house)
        #expect(try await Self.items(house).count == 1)
    }

    @Test(
        "done, dropped or given another day, it comes off an agenda that is not published",
        arguments: [
            EscalationTests.done, ["state": .text("dropped"), "evidence": .text("Not needed")],
            ["due": .text("2027-02-01")],
        ])
    func undone(fields: [String: Given]) async throws {
        let house = try await Self.house()
        try await Self.cabinetMeets(on: "2026-12-15", in: house)
        _ = try await ActionTests.chase("2026-12-02", in: house)
        #expect(try await Self.items(house).count == 1)
        try await Self.settle(fields, on: "2026-12-03", in: house)
        _ = try await ActionTests.chase("2026-12-03", in: house)
        #expect(try await Self.items(house).isEmpty)
        let action = try #require(try await house.records(MeetingAction.kind).first)
        #expect((action.text("escalated-to") == nil) == (fields["due"] != nil))
    }

    @Test("by the page it comes off at once; a published agenda says so instead", arguments: [false, true])
    func byPage(isPublished: Bool) async throws {
        let house = try await Self.house()
        try await Self.cabinetMeets(on: "2026-12-15", in: house)
        _ = try await ActionTests.chase("2026-12-02", in: house)
        let day = MeetingsHouse.day("2026-12-03")
        if isPublished {
            try await house.does(on: day) { tx, hand in
                try PublishAgenda(meeting: "next", on: day, shortNotice: nil, seen: nil).perform(by: hand, in: tx)
            }
        }
        let form = [("state", "done"), ("done", "2026-12-03"), ("evidence", "Room 4 is booked"), ("owner", "head")]
        let reply = try await house.send("/actions/a", form, on: day)
        guard case .see = reply else {
            Issue.record("it was not taken: \(reply)")
            return
        }
        let items = try await Self.items(house)
        #expect(items.count == (isPublished ? 1 : 0))
        if let item = items.first {
            #expect(item.text("summary")?.hasPrefix("It was done") == true && item.day("reworded") == day)
        }
        _ = try await ActionTests.chase("2026-12-04", in: house)
        #expect(try await Self.items(house) == items)
    }

    @Test("what came of a closed item is closed at the next table, by the same words, and in letters")
    func closed() async throws {
        let house = try await Self.house()
        try await Self.cabinetMeets(on: "2026-12-15", in: house)
        try await house.does(.keyboard) { tx, hand in
            let item = try hand.last(AgendaItem.kind, "item", in: tx)
            let closing: [String: Given] = [
                "access": .text("exempt"), "public-title": .text("A property matter"), "exempt-under": .text("3"),
                "exempt-because": .text("A price is being agreed"),
            ]
            try hand.amend(item, closing, because: "x", in: tx)
            try hand.amend(
                try hand.last(MeetingAction.kind, "a", in: tx), ["item": .text("item")], because: "x", in: tx)
        }
        _ = try await ActionTests.chase("2026-12-02", in: house)
        let item = try #require(try await Self.items(house).first.map(AgendaItem.init))
        #expect(!item.isOpen && !item.publicTitle.contains("room"))
        #expect(item.record.text("exempt-because") == "A price is being agreed")
        let letters = try await house.house.store.read { try $0.outbox() }
        #expect(!letters.isEmpty && letters.allSatisfy { $0.text?.contains("Find a room") == false })
        let list = try await house.page(
            "/bodies/cabinet/actions", as: .stranger, on: MeetingsHouse.day("2026-12-03"))
        #expect(!list.contains("Find a room"))
    }

    @Test("taken to a post, whoever holds it is told")
    func toAPost() async throws {
        let house = try await Self.house()
        try await house.does(.keyboard, on: MeetingsHouse.day("2026-10-01")) { tx, hand in
            try hand.amend(
                try hand.last(Terms.kind, "terms", in: tx), ["escalates-to": .text("warden")], because: "x", in: tx)
        }
        _ = try await ActionTests.chase("2026-12-02", in: house)
        let letters = try await house.house.store.read { try $0.outbox() }.map(\.recipient)
        #expect(letters.sorted() == ["kit@example.org", "noor@example.org"])
        #expect(try await Self.items(house).isEmpty)
    }
}

import Arrangements
import Cast
import Doors
import Kernel
import Partners
import Records
import Store
import Testing

@testable import Meetings

/// Who reads what, at the edges: tokens, seats that ended, days to come, what has no item.
@Suite("What is open, and to whom")
struct OpennessTests {
    static let day = MeetingsHouse.meetingDay

    static let chair = MeetingsHouse.chair.grants

    @Test("a token that is limited to something else reads no exempt item")
    func narrowToken() async throws {
        let house = try await ExemptTests.house()
        let wide = Caller(person: "noor", name: "Noor", grants: Self.chair, scopes: [.seeMeetings])
        let narrow = Caller(person: "noor", name: "Noor", grants: Self.chair, scopes: [.manageAccounts])
        #expect(try await Self.item(in: house, as: wide).contains("SECRETSUMMARY"))
        #expect(try await !Self.item(in: house, as: narrow).contains("SECRETSUMMARY"))
    }

    @Test("who was a member once and observes now is an observer, whichever day they ask about")
    func observer() async throws {
        let house = try await ExemptTests.house()
        try await house.does(on: Self.day) { tx, hand in
            let held = try hand.last(Seat.kind, "seat-head", in: tx)
            var draft = RecordDraft(Seat.kind, ["role": .text("observer")])
            draft.give(CommonKey.from.rawValue, .text("2026-11-10"))
            try ChangeRecord(held.id, to: draft, seen: nil, registry: hand.registry, purpose: "They step back")
                .perform(by: .keyboard, under: hand.policy, at: hand.now, in: tx)
        }
        for path in ["/meetings/m/items/item", "/meetings/m/items/item?on=2026-11-04"] {
            let page = try await house.page(path, as: MeetingsHouse.chair, on: Self.day)
            #expect(!page.contains("SECRETSUMMARY"), "\(path)")
        }
    }

    @Test("what is published on a day to come is not open before it", arguments: Engine.allForTests)
    func later(engine: Engine) async throws {
        let house = try await MeetingsHouse(on: engine)
        try await house.meeting()
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        #expect(try await house.decide().isEmpty)
        let id = MeetingsHouse.ticket().id(of: Resolution.kind)
        try await house.does(.keyboard, on: Self.day) { tx, hand in
            for (kind, id, field) in [(Meeting.kind, "m", "agenda-published"), (Resolution.kind, id, "published")] {
                let held = try hand.last(kind, id, in: tx)
                var fields: [String: Given] = [field: .text("2026-11-20")]
                if kind.name == Meeting.kind.name { fields["short-notice"] = .text("Late") }
                try hand.amend(held, fields, because: "To come", in: tx)
            }
        }
        for (path, title) in [("/meetings/m", "children's centre"), ("/decisions", "Open the centre")] {
            let before = try await house.page(path, as: .stranger, on: Self.day)
            #expect(!before.contains(title) && !before.contains("children’s centre"), "\(path)")
        }
        await #expect(throws: Refusal.notFound) {
            _ = try await house.page("/decisions/\(id)?on=2026-12-01", as: .stranger, on: Self.day)
        }
        let after = MeetingsHouse.day("2026-11-20")
        #expect(try await house.page("/decisions", as: .stranger, on: after).contains("Open the centre"))
    }

    @Test("a source opens nothing of a meeting that is still to come")
    func source() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.does { tx, hand in
            var draft = RecordDraft(Meeting.kind)
            draft.give(CommonKey.source.rawValue, .list(["P10 1"]))
            try CorrectRecord("m", version: 1, to: draft, because: "A source", seen: nil, registry: hand.registry)
                .perform(by: hand.caller, under: hand.policy, at: hand.now, in: tx)
        }
        await #expect(throws: Refusal.notFound) { _ = try await house.page("/meetings/m/items/item", as: .stranger) }
    }

    @Test("the reason of a call-in, and an action of a decision, are closed with what they came of")
    func around() async throws {
        let house = try await ExemptTests.house(callIn: "open")
        let id = MeetingsHouse.ticket().id(of: Resolution.kind)
        try await house.does(on: Self.day) { tx, hand in
            let fields: [String: Given] = [
                "on": .text("\(hand.on)"), "by": .text("Two members"), "reason": .text("SECRETREASON"),
            ]
            try CallInDecision(decision: id, fields: fields, ticket: MeetingsHouse.ticket(2)).perform(by: hand, in: tx)
            try hand.add(
                MeetingAction.kind, id: "b",
                ["name": .text("SECRETDEED"), "body": .text("board"), "meeting": .text("m"), "resolution": .text(id)],
                in: tx)
        }
        for path in [
            "/decisions/\(id)", "/meetings/m", "/bodies/board/actions", "/api/v1/meetings/m/public", "/findings",
        ] {
            let page = try await house.page(path, as: .stranger, on: Self.day)
            #expect(!page.contains("SECRETREASON") && !page.contains("SECRETDEED"), "\(path)")
        }
        #expect(
            try await house.page("/decisions/\(id)", as: MeetingsHouse.clerk, on: Self.day).contains("SECRETREASON"))
    }

    @Test("a decision between meetings may be exempt, in the law's words")
    func between() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        func make(_ more: [String: Given]) async throws -> [String] {
            let fields = DecisionTests.betweenFields.merging(more) { $1 }
            return try await house.problems { tx, hand in
                try DecideBetweenMeetings(body: "board", fields: fields, ticket: MeetingsHouse.ticket())
                    .perform(by: hand, in: tx)
            }.map(\.field)
        }
        #expect(try await make(["access": .text("exempt")]) == ["exempt-under", "exempt-because"])
        #expect(
            try await make([
                "access": .text("exempt"), "exempt-under": .text("3"), "exempt-because": .text("A tender is open"),
                "wording": .text("SECRETPRICE"), "public-wording": .text("A contract was let"),
            ]).isEmpty)
        let id = MeetingsHouse.ticket().id(of: Resolution.kind)
        try await house.does { tx, hand in
            try FollowDecision(decision: id, step: .publish(hand.on), seen: nil).perform(by: hand, in: tx)
        }
        let page = try await house.page("/decisions/\(id)", as: .stranger)
        #expect(!page.contains("SECRETPRICE") && !page.contains("Open the centre"))
        #expect(page.contains("A contract was let") && page.contains("A tender is open"))
    }

    @Test("more meetings on one day than a page holds are all reached; the table has every one")
    func paging() async throws {
        let house = try await MeetingsHouse()
        let count = CalendarList.pageSize * 2 + 3
        try await house.does { tx, hand in
            for number in 0..<count {
                let fields: [String: Given] = [
                    "body": .text("board"), "on": .text("2026-12-01"), "month-only": .text("true"),
                ]
                try hand.add(Meeting.kind, id: "meeting-\(number)", fields, in: tx)
            }
        }
        var path = "/meetings?from=2026-12-01", found: Set<String> = []
        for _ in 0..<4 {
            let page = try await house.page(path, as: .stranger)
            found.formUnion(page.matches(of: /\/meetings\/(meeting-\d+)/).map { String($0.1) })
            guard let more = page.firstMatch(of: /href="(\/meetings\?from=[^"]*)">More/) else { break }
            path = String(more.1).replacing("&amp;", with: "&")
        }
        #expect(found.count == count)
        let table = try await house.page("/meetings.csv?from=2026-12-01", as: .stranger)
        #expect(table.split(separator: "\r\n").count == count + 1)
    }

    private static func item(in house: MeetingsHouse, as caller: Caller) async throws -> String {
        try await house.page("/meetings/m/items/item", as: caller, on: day)
    }
}

import Doors
import Kernel
import Records
import Testing

@testable import Meetings

/// What is exempt is seen by those at the table and those who keep the record, and by nobody else (GOV-08).
@Suite("Nothing exempt is shown")
struct ExemptTests {
    static let closed: [String: Given] = [
        "title": .text("Dismissal of SECRETNAME"), "summary": .text("SECRETSUMMARY"), "access": .text("exempt"),
        "public-title": .text("A staffing matter"), "exempt-under": .text("1"),
        "exempt-because": .text("It would name somebody"),
    ]
    static let secrets = [
        "SECRETNAME", "SECRETSUMMARY", "SECRETWORDING", "SECRETCHILDREN", "SECRETACTION", "SECRETMINUTE",
    ]
    static let paths = [
        "/meetings", "/meetings/m", "/meetings/m/items/item", "/meetings/m/minutes", "/decisions",
        "/bodies/board/decisions",
        "/bodies/board/actions", "/bodies/board/meetings", "/api/v1/meetings/m/public", "/meetings.csv",
        "/forward-plan",
        "/bodies/board/attendance", "/findings", "/api/v1/findings",
    ]

    /// A meeting that decided something exempt, all of it published.
    static func house(callIn: String? = nil) async throws -> MeetingsHouse {
        let house = try await MeetingsHouse()
        try await house.meeting(access: closed)
        try await house.does { tx, hand in
            try PublishAgenda(meeting: "m", on: MeetingsHouse.today, shortNotice: nil, seen: nil).perform(
                by: hand, in: tx)
        }
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        let problems = try await house.decide([
            "name": .text("Dismiss SECRETNAME"), "wording": .text("SECRETWORDING"),
            "impact-who": .text("SECRETCHILDREN"),
            "public-wording": .text("A staffing matter was settled"), "call-in": .typed(callIn),
        ])
        #expect(problems.isEmpty)
        let id = MeetingsHouse.ticket().id(of: Resolution.kind)
        try await house.does(on: MeetingsHouse.meetingDay) { tx, hand in
            try FollowDecision(decision: id, step: .publish(MeetingsHouse.meetingDay), seen: nil).perform(
                by: hand, in: tx)
            try hand.add(
                MeetingAction.kind, id: "a",
                [
                    "name": .text("SECRETACTION"), "body": .text("board"), "meeting": .text("m"), "item": .text("item"),
                ], in: tx)
            try WriteMinutes(meeting: "m", text: "All open.", exempt: "SECRETMINUTE", isPublished: true, seen: nil)
                .perform(by: hand, in: tx)
        }
        return house
    }

    /// A member of another body, an observer at this table, and a stranger.
    static let outsiders: [Caller] = [
        .stranger, Caller(name: "elsewhere", roles: [.member]), Caller(name: "analyst", roles: [.analyst]),
        Caller(
            person: "noor", name: "Noor",
            grants: [Grant(.member, from: Subject(kind: "body", id: "cabinet", name: "Cabinet"), because: "sit")]),
    ]

    @Test(
        "no page, no feed, no decision tells an outsider more than the line and the reason",
        arguments: outsiders.indices)
    func outsider(index: Int) async throws {
        let house = try await Self.house(), caller = Self.outsiders[index]
        let decision = "/decisions/" + MeetingsHouse.ticket().id(of: Resolution.kind)
        for path in Self.paths + [decision] {
            let page = try await house.page(path, as: caller, on: MeetingsHouse.meetingDay)
            for secret in Self.secrets { #expect(!page.contains(secret), "\(path) shows \(secret)") }
        }
        let meeting = try await house.page("/meetings/m", as: caller, on: MeetingsHouse.meetingDay)
        #expect(meeting.contains("A staffing matter") && meeting.contains("It would name somebody"))
        let item = try await house.page(decision, as: caller, on: MeetingsHouse.meetingDay)
        #expect(item.contains("A staffing matter was settled"))
    }

    @Test("nor do the records, the API and the search")
    func records() async throws {
        let house = try await Self.house()
        for path in [
            "/records/agenda-items", "/records/agenda-items/item", "/records/resolutions.csv",
            "/api/v1/agenda-items/item",
            "/records/agenda-items/item/history",
        ] {
            await #expect(throws: Refusal.self, "\(path) is open") {
                _ = try await house.page(path, as: Self.outsiders[1], on: MeetingsHouse.meetingDay)
            }
        }
        let found = try await house.page("/search?q=secret", as: Self.outsiders[1], on: MeetingsHouse.meetingDay)
        #expect(!found.contains("SECRETNAME"))
    }

    @Test("nor the agendas that come after: matters arising, and a recommendation to another body")
    func onward() async throws {
        let house = try await Self.house()
        let id = MeetingsHouse.ticket().id(of: Resolution.kind)
        try await house.does(on: MeetingsHouse.meetingDay) { tx, hand in
            for (meeting, body) in [("later", "board"), ("other", "cabinet")] {
                try hand.add(Meeting.kind, id: meeting, ["body": .text(body), "on": .text("2026-12-15")], in: tx)
            }
            let held = try hand.last(Resolution.kind, id, in: tx)
            try hand.amend(held, ["sent-to": .text("cabinet")], because: "It was left out", in: tx)
            #expect(try SendOn(decision: id).perform(by: hand, in: tx))
            try BuildAgenda(meeting: "later").perform(by: hand, in: tx)
            for meeting in ["later", "other"] {
                try PublishAgenda(meeting: meeting, on: hand.on, shortNotice: nil, seen: nil).perform(by: hand, in: tx)
            }
        }
        for path in [
            "/meetings/later", "/meetings/other", "/api/v1/meetings/later/public", "/api/v1/meetings/other/public",
        ] {
            let page = try await house.page(path, as: .stranger, on: MeetingsHouse.meetingDay)
            for secret in Self.secrets { #expect(!page.contains(secret), "\(path) shows \(secret)") }
        }
    }

    @Test("those at the table and the clerk see it", arguments: [MeetingsHouse.chair, MeetingsHouse.clerk])
    func insiders(caller: Caller) async throws {
        let house = try await Self.house()
        let page = try await house.page("/meetings/m/items/item", as: caller, on: MeetingsHouse.meetingDay)
        #expect(page.contains("SECRETNAME") && page.contains("SECRETSUMMARY"))
    }

    @Test("an agenda that is not published yet is nobody's but theirs")
    func unpublished() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        #expect(!(try await house.page("/meetings/m", as: .stranger)).contains("A children"))
        await #expect(throws: Refusal.notFound) { _ = try await house.page("/meetings/m/items/item", as: .stranger) }
        #expect((try await house.page("/meetings/m", as: MeetingsHouse.chair)).contains("A children"))
    }

    @Test("an item is closed with the words of the law, or not at all")
    func closing() async throws {
        let house = try await MeetingsHouse()
        await #expect(throws: Refusal.self) { try await house.meeting(access: ["access": .text("exempt")]) }
        let fields = Self.closed.filter { $0.key != "exempt-because" }
        await #expect(throws: Refusal.self) { try await house.meeting(access: fields) }
    }
}

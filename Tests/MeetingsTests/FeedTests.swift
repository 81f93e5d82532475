import Cast
import Doors
import Feeds
import Kernel
import Records
import Store
import Testing

@testable import Meetings

@Suite("Calendars and news of meetings")
struct FeedTests {
    private func said(_ house: MeetingsHouse, _ path: String, as caller: Caller = .stranger) async throws -> String {
        let halves = path.split(separator: "?").map(String.init), day = MeetingsHouse.today
        guard case .route(let route, let parameters) = Router(house.building.routes).find(.get, halves[0]) else {
            throw Refusal.notFound
        }
        let request = Request(
            caller: caller, now: MeetingsHouse.now(on: day), today: day, path: halves[0], parameters: parameters)
        guard case .file(let bytes, _, _) = try await route.answer(request, house.house) else { throw Refusal.notFound }
        return String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
    }

    @Test(
        "A meeting that is moved and cancelled stays the same in the calendar, and goes up",
        arguments: Engine.allForTests)
    func moved(engine: Engine) async throws {
        let house = try await MeetingsHouse(on: engine)
        try await house.meeting()
        let first = try await said(house, "/meetings.ics")
        #expect(first.contains("UID:m@the-council.thinkchild\r\n") && first.contains("SEQUENCE:0\r\n"))
        #expect(first.contains("DTSTART;TZID=Europe/London:20261117T183000\r\nSUMMARY:Board\r\n"))
        try await house.does { tx, hand in
            try MoveMeeting(
                meeting: "m", on: MeetingsHouse.day("2026-11-24"), time: "19:00", place: nil, reason: "Snow",
                shortNotice: nil, seen: nil
            ).perform(by: hand, in: tx)
        }
        let second = try await said(house, "/bodies/board/meetings.ics")
        #expect(second.contains("UID:m@the-council.thinkchild\r\n") && second.contains("SEQUENCE:1\r\n"))
        #expect(second.contains("20261124T190000") && second.contains("Snow"))
        _ = try await house.send("/meetings/m/cancel", [("reason", "Flu")])
        let third = try await said(house, "/meetings.ics")
        #expect(third.contains("SEQUENCE:2\r\n") && third.contains("STATUS:CANCELLED\r\n"))
        #expect(try await !said(house, "/bodies/cabinet/meetings.ics").contains("VEVENT"))
        await #expect(throws: Refusal.notFound) { _ = try await said(house, "/bodies/nobody/meetings.ics") }
    }

    @Test("Nothing exempt is in any feed")
    func exempt() async throws {
        let house = try await ExemptTests.house()
        for path in ["/meetings.ics", "/bodies/board/meetings.ics", "/meetings.atom"] {
            let text = try await said(house, path)
            for secret in ExemptTests.secrets { #expect(!text.contains(secret), "\(path) holds \(secret)") }
        }
        let news = try await said(house, "/meetings.atom")
        #expect(news.contains("<title type=\"text\">Agenda: Board, 17 November 2026</title>"))
        #expect(news.contains("1. A staffing matter") && news.contains("Minutes: Board"))
    }

    @Test("Somebody's own calendar has an address that only they were told, and that can be ended")
    func own() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        func make() async throws -> String {
            guard case .page(let page, _) = try await house.send("/account/calendar", [], as: MeetingsHouse.chair)
            else {
                return ""
            }
            return String(page.body.string.firstMatch(of: #/(\/calendars\/[A-Za-z0-9_-]{43})</#)?.output.1 ?? "")
        }
        let address = try await make()
        #expect(try await house.page("/meetings", as: MeetingsHouse.chair).contains("/account/calendar"))
        #expect(try await said(house, address).contains("SUMMARY:Board"))
        #expect(try await !house.page("/account/calendar", as: MeetingsHouse.chair).contains(address))
        await #expect(throws: Refusal.notFound) {
            _ = try await said(house, "/calendars/" + String(repeating: "A", count: 43))
        }
        await #expect(throws: Refusal.notFound) { _ = try await house.page("/account/calendar", as: .stranger) }
        let another = try await make()
        #expect(another != address)
        await #expect(throws: Refusal.notFound) { _ = try await said(house, address) }
        _ = try await house.send("/account/calendar/end", [], as: MeetingsHouse.chair)
        await #expect(throws: Refusal.notFound) { _ = try await said(house, another) }
    }
}

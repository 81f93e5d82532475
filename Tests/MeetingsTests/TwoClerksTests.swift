import Cast
import Doors
import Kernel
import Store
import Testing
import Web

@testable import Meetings

/// Two clerks who save over each other: both are shown, field by field, and neither is lost.
@Suite("Two clerks save one thing")
struct TwoClerksTests {
    private func seen(_ page: String) throws -> String {
        let after = try #require(page.split(separator: "name=\"seen\" value=\"").dropFirst().first)
        return String(after.prefix { $0 != "\"" })
    }

    @Test("An agenda item", arguments: Engine.allForTests)
    func item(engine: Engine) async throws {
        let house = try await MeetingsHouse(on: engine), path = "/meetings/m/items/item/change"
        try await house.meeting()
        let mark = try seen(try await house.page(path, as: MeetingsHouse.clerk))
        func form(_ summary: String, _ seen: String) -> [(String, String)] {
            [("title", "A children's centre"), ("route", "decision"), ("summary", summary), ("seen", seen)]
        }
        guard case .see = try await house.send(path, form("Ada's words", mark)) else {
            Issue.record("the first is kept")
            return
        }
        let reply = try await house.send(path, form("Bea's words", mark), as: MeetingsHouse.otherClerk)
        guard case .page(let page, _) = reply else {
            Issue.record("the second is told")
            return
        }
        let body = page.body.string
        #expect(body.contains("What it says now") && body.contains("Ada&#39;s words"), "\(body)")
        #expect(body.contains("Bea&#39;s words"))
        let kept = try await house.records(AgendaItem.kind).first?.text("summary")
        #expect(kept == "Ada's words")
        guard case .see = try await house.send(path, form("Both", try seen(body)), as: MeetingsHouse.otherClerk) else {
            Issue.record("once told, the second may save")
            return
        }
        #expect(try await house.records(AgendaItem.kind).first?.text("summary") == "Both")
    }

    @Test("The minutes", arguments: Engine.allForTests)
    func minutes(engine: Engine) async throws {
        let house = try await MeetingsHouse(on: engine), path = "/meetings/m/minutes"
        try await house.meeting()
        try await house.register(MeetingsHouse.present(MeetingsHouse.came))
        let on = MeetingsHouse.meetingDay
        _ = try await house.send(path, [("text", "Begun"), ("seen", "")], on: on)
        let held = try await house.records(Minutes.kind).first?.id
        #expect(held != nil)
        let ask = try await house.page(path, as: MeetingsHouse.clerk, on: on)
        let mark = try seen(ask)
        _ = try await house.send(path, [("text", "Begun by Ade"), ("seen", mark)], on: on)
        let reply = try await house.send(
            path, [("text", "Begun by Bea"), ("seen", mark)], as: MeetingsHouse.otherClerk, on: on)
        guard case .page(let page, _) = reply else {
            Issue.record("the second is told")
            return
        }
        #expect(page.body.string.contains("What it says now") && page.body.string.contains("Begun by Ade"))
        #expect(page.body.string.contains("Begun by Bea"))
        #expect(try await house.records(Minutes.kind).first?.text("text") == "Begun by Ade")
    }
}

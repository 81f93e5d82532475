import Cast
import Doors
import Files
import Kernel
import Partners
import Records
import Store
import Testing

@testable import Meetings

/// A file that should never have been sent is taken away, and the ledger says that it was.
@Suite("Removing the file of a paper")
struct RemoveFileTests {
    private func digest(_ house: MeetingsHouse) async throws -> String {
        try #require(try await house.records(Paper.kind).first?.text("digest"))
    }

    @Test("an administrator removes it: nobody is given its bytes any more, and its record stays")
    func removed() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.publish()
        let paper = try await house.paper("The plan", MeetingsHouse.pdf("plan"), number: 1)
        let digest = try await digest(house)
        try await house.house.store.write { tx in
            try Pack.put("m", .everybody, .made, "3 pages", at: MeetingsHouse.now(on: MeetingsHouse.today), in: tx)
            try tx.run("UPDATE meetings_pack SET digest = 'pack', mark = 'mark'")
        }
        let verb = try #require(house.building.verbs.first { $0.name == "remove-file" })
        let now = MeetingsHouse.now(on: MeetingsHouse.today)
        await #expect(throws: Refusal.self) {
            _ = try await verb.run([digest], caller: .keyboard, now: now, house: house.house)
        }
        let said = try await verb.run(
            [digest, "--because", "It named somebody"], caller: .keyboard, now: now, house: house.house)
        #expect(said.text.contains("1 paper has lost it"))
        let words = "The file of this paper was removed on 3 November 2026"
        for (caller, more) in [(MeetingsHouse.clerk, " by administrator: It named somebody"), (.stranger, "")] {
            await #expect(throws: Refusal.outOfOrder(words + more)) { _ = try await house.file(paper, as: caller) }
        }
        #expect(try await house.page("/meetings/m/papers", as: .stranger).contains("The plan"))
        let pack = try await house.house.store.read { tx in try Pack.one("m", .everybody, in: tx) }
        #expect(pack?.digest == nil && pack?.mark == nil)
        let outcome = try await VerifyFiles().perform(in: house.house.store)
        #expect(outcome.areWhole && outcome.removed == 1 && outcome.files == 0)
        let reasons = try await house.house.store.read { tx in
            try tx.rows("SELECT purpose FROM ledger_fact WHERE name = 'meetings.file-removed'").map { $0.text(0) }
        }
        #expect(reasons == ["It named somebody"])
    }

    @Test("by its page too, for a reason; what is left says when, and to those at the table by whom and why")
    func byPage() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.publish()
        let paper = try await house.paper("The plan", MeetingsHouse.pdf("plan"), number: 1)
        let path = "/meetings/m/papers/\(paper)/remove"
        #expect(try await house.page("/meetings/m/papers", as: .keyboard).contains(path))
        #expect(try await !house.page("/meetings/m/papers", as: MeetingsHouse.clerk).contains(path))
        await #expect(throws: Refusal.notAllowed(.sealMeetings)) {
            _ = try await house.send(path, [("because", "x")], as: MeetingsHouse.clerk)
        }
        guard case .page(let page, _) = try await house.send(path, [("because", "  ")], as: .keyboard) else {
            Issue.record("it was removed for no reason")
            return
        }
        #expect(page.problems.map(\.field) == ["because"])
        guard case .see = try await house.send(path, [("because", "It named a child")], as: .keyboard) else {
            Issue.record("it was not removed")
            return
        }
        let open = try await house.page("/meetings/m/papers", as: .stranger)
        #expect(open.contains("The plan") && open.contains("removed on 3 November 2026"))
        #expect(!open.contains("named a child") && !open.contains("/file\""))
        let whole = try await house.page("/meetings/m/papers", as: MeetingsHouse.chair)
        #expect(whole.contains("removed on 3 November 2026 by administrator: It named a child"))
    }

    @Test("and by the API, once", arguments: Engine.allForTests)
    func byAPI(engine: Engine) async throws {
        let house = try await MeetingsHouse(on: engine)
        try await house.meeting()
        try await house.publish()
        let paper = try await house.paper("The plan", MeetingsHouse.pdf("plan"), number: 1)
        func ask(_ body: String, as caller: Caller) async throws -> Reply {
            let path = "/api/v1/papers/\(paper)/remove-file"
            guard case .route(let route, let parameters) = Router(house.building.routes).find(.post, path) else {
                throw Refusal.notFound
            }
            var request = Request(
                caller: caller, now: MeetingsHouse.now(on: MeetingsHouse.today), today: MeetingsHouse.today,
                method: .post, path: path, parameters: parameters)
            request.body = Array(body.utf8)
            return try await route.answer(request, house.house)
        }
        await #expect(throws: Refusal.notAllowed(.sealMeetings)) {
            _ = try await ask(#"{"because": "x"}"#, as: MeetingsHouse.clerk)
        }
        for body in ["{}", #"{"because": ""}"#] {
            await #expect(throws: Refusal.self) { _ = try await ask(body, as: .keyboard) }
        }
        #expect(try await house.file(paper, as: .stranger) != nil)
        guard case .json(let bytes, _) = try await ask(#"{"because": "An order"}"#, as: .keyboard) else {
            Issue.record("it was not removed")
            return
        }
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"papers":1}"#)
        await #expect(throws: Refusal.outOfOrder("That file was removed already")) {
            _ = try await ask(#"{"because": "An order"}"#, as: .keyboard)
        }
    }

    @Test("nobody else does, and nothing else than a paper's file")
    func refused() async throws {
        let house = try await MeetingsHouse()
        try await house.meeting()
        try await house.paper("The plan", MeetingsHouse.pdf("plan"), number: 1)
        let digest = try await digest(house)
        await #expect(throws: Refusal.notAllowed(.sealMeetings)) {
            try await house.does { tx, hand in
                try RemovePaperFile(digest: digest, because: "x").perform(by: hand, in: tx)
            }
        }
        await #expect(throws: Refusal.notFound) {
            try await house.does(.keyboard) { tx, hand in
                try RemovePaperFile(digest: String(repeating: "0", count: 64), because: "x").perform(by: hand, in: tx)
            }
        }
    }
}

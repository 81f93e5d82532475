import App
import Cast
import Doors
import Foundation
import HTTPTypes
import Identity
import Kernel
import Ledger
import Mail
import Oversight
import Store
import Testing
import Workflows

@testable import Server

/// AC-11 to AC-14 and AC-33, through the whole service.
@Suite("Breaking the glass")
struct BreakGlassTests {
    static let reason = "A neighbour says the child is alone at home now"

    /// Asks for the case as somebody without the right.
    private func breakGlass(_ browser: Browser, code: String? = nil, reason: String = reason) async throws -> Said {
        _ = try await browser.get("/break-glass/new?to=/vault/case-1")
        return try await browser.post(
            "/break-glass/new", [("to", "/vault/case-1"), ("reason", reason)] + (code.map { [("code", $0)] } ?? []))
    }

    @Test(
        "one record, for an hour, to read; told at once; on the list until another reviews it",
        arguments: Engine.allForTests)
    func whole(engine: Engine) async throws {
        let house = try await SignInHouse.withVault(engine, responsible: "vault=gus-post")
        let guardian = try await house.settle("gus", .clerk), analyst = try await house.settle("ann", .analyst)
        _ = try await house.setUpCodes(guardian)
        let code = try await house.setUpCodes(analyst)
        _ = try await house.run(
            "record", "add", "case", "--id", "case-2", "--set", "name=Another", "--from", "\(house.today)")
        let before = try await house.letters.count

        let refused = try await analyst.get("/vault/case-1")
        #expect(refused.status == 403 && refused.body.contains("/break-glass/new?to=%2Fvault%2Fcase-1"))
        let none = try await analyst.get("/vault/case-9")
        #expect(none.status == 403 && none.body.replacing("case-9", with: "case-1") == refused.body)

        let opened = try await breakGlass(analyst, code: code.code(at: house.clock))
        #expect(opened.status == 303 && opened.headers[.location] == "/vault/case-1")
        let seen = try await analyst.get("/vault/case-1")
        #expect(
            seen.status == 200 && seen.body.contains("because you broke the glass") && seen.body.contains(Self.reason))
        #expect(try await house.looks("case", "case-1").contains("because they broke the glass"))
        #expect(try await analyst.post("/vault/case-1", [("name", "x")]).status == 403)
        #expect(try await analyst.get("/vault/case-2").status == 403)
        #expect(try await analyst.get("/records/cases").status == 403)

        let letter = try #require(try await house.letters.first)
        #expect(try await house.letters.count == before + 1 && letter.recipient == "gus@example.org")
        let text = try #require(letter.text)
        #expect(text.contains("Ann Example (ann)") && !text.contains("kettle") && !text.contains("neighbour"))

        let list = try await guardian.get("/break-glass")
        let path = try #require(list.body.firstMatch(of: /href="(\/break-glass\/[0-9a-f]+)"/)).1
        #expect(try await analyst.get(String(path)).status == 403)
        #expect(try await guardian.post(String(path), [("verdict", "proper")]).status == 422)
        #expect(try await guardian.post(String(path), [("verdict", "proper"), ("words", "I rang her")]).status == 303)
        #expect(try await guardian.get("/break-glass").body.contains("ann") == false)
        #expect(try await guardian.get("/break-glass?reviewed=1").body.contains("Proper"))

        house.wait(minutes: 59)
        #expect(try await analyst.get("/vault/case-1").status == 200)
        house.wait(minutes: 1)
        #expect(try await analyst.get("/vault/case-1").status == 403)
    }

    @Test("a fresh one-time code is asked of whoever has one", arguments: Engine.allForTests)
    func code(engine: Engine) async throws {
        let house = try await SignInHouse.withVault(engine)
        let analyst = try await house.settle("ann", .analyst)
        let code = try await house.setUpCodes(analyst)
        #expect(try await breakGlass(analyst).status == 422)
        #expect(try await breakGlass(analyst, code: "000000").status == 422)
        let typed = code.code(at: house.clock)
        // A reason too short does not cost the code.
        #expect(try await breakGlass(analyst, code: typed, reason: "Because").status == 422)
        #expect(try await breakGlass(analyst, code: typed).status == 303)
        #expect(try await analyst.get("/vault/case-1").status == 200)
    }

    @Test(
        "with a password alone it does not break, and the way to one-time codes is shown", arguments: Engine.allForTests
    )
    func passwordAlone(engine: Engine) async throws {
        let house = try await SignInHouse.withVault(engine)
        let analyst = try await house.settle("ann", .analyst)
        let asked = try await analyst.get("/break-glass/new?to=/vault/case-1")
        #expect(asked.status == 403 && asked.body.contains("/account/codes?to=%2Fvault%2Fcase-1"))
        _ = try await analyst.get("/account/codes")
        let sent = try await analyst.post("/break-glass/new", [("to", "/vault/case-1"), ("reason", Self.reason)])
        #expect(sent.status == 403 && sent.body.contains("/account/codes?to="))
        #expect(try await analyst.get("/vault/case-1").status == 403)
        #expect(try await house.run("break-glass", "list").text.isEmpty)
        let code = try await house.setUpCodes(analyst)
        #expect(try await breakGlass(analyst, code: code.code(at: house.clock)).status == 303)
        #expect(try await analyst.get("/vault/case-1").status == 200)
    }

    @Test("a stranger learns nothing, and a program's token opens nothing", arguments: Engine.allForTests)
    func stranger(engine: Engine) async throws {
        let house = try await SignInHouse.withVault(engine)
        let nobody = try await house.settle("nina", nil), stranger = try house.browser()
        for browser in [nobody, stranger] {
            let page = try await browser.get("/vault/case-1")
            #expect(page.status == 404 && !page.body.contains("break-glass"))
            #expect(try await browser.get("/break-glass/new?to=/vault/case-1").status == 404)
        }
        let analyst = try await house.settle("ann", .analyst)
        for path in ["/vault/case-1/x", "/bodies", "/accounts/x", "//evil", ""] {
            #expect(try await analyst.get("/break-glass/new?to=\(path)").status == 404, "\(path)")
        }
        let code = try await house.setUpCodes(analyst).code(at: house.clock)
        _ = try await analyst.get("/break-glass/new?to=/vault/case-9")
        let none = try await analyst.post(
            "/break-glass/new", [("to", "/vault/case-9"), ("reason", Self.reason), ("code", code)])
        #expect(none.status == 404)
        #expect(try await house.run("break-glass", "list").text.isEmpty)
    }

    @Test(
        "where nobody holds the post, or its holder broke the glass, the administrators are told",
        arguments: Engine.allForTests)
    func vacant(engine: Engine) async throws {
        let house = try await SignInHouse.withVault(engine, responsible: "vault=ann-post")
        let analyst = try await house.settle("ann", .analyst)
        let code = try await house.setUpCodes(analyst)
        _ = try await house.settle("ada", .administrator)
        #expect(try await breakGlass(analyst, code: code.code(at: house.clock)).status == 303)
        let letter = try #require(try await house.letters.first)
        #expect(letter.recipient == "ada@example.org")
        // Their own, which they may see and not review.
        let path = try #require(
            try await analyst.get("/break-glass").body.firstMatch(of: /href="(\/break-glass\/[0-9a-f]+)"/)
        ).1
        #expect(try await analyst.get(String(path)).body.contains("Somebody else reviews"))
        #expect(try await analyst.post(String(path), [("verdict", "proper"), ("words", "Fine")]).status == 409)
    }

    @Test(
        "where whoever answers cannot be written to, the administrators are told", arguments: Engine.allForTests)
    func unreachable(engine: Engine) async throws {
        let house = try await SignInHouse.withVault(engine, responsible: "vault=gus-post")
        let analyst = try await house.settle("ann", .analyst)
        _ = try await house.settle("gus", .clerk)
        _ = try await house.settle("ada", .administrator)
        let code = try await house.setUpCodes(analyst)
        _ = try await house.run("user", "disable", "gus", "--because", "away for long")
        let before = try await house.letters.count
        #expect(try await breakGlass(analyst, code: code.code(at: house.clock)).status == 303)
        #expect(try await house.letters.count == before + 1)
        #expect(try await house.letters.first?.recipient == "ada@example.org")
        #expect(try await house.house.store.read { try $0.glassWaiting(since: house.clock) }.untold == 0)
    }

    @Test("what was opened goes with the last role", arguments: Engine.allForTests)
    func outlived(engine: Engine) async throws {
        // Half an hour before midnight in England.
        let house = try await SignInHouse.withVault(engine)
        let code = try await house.setUpCodes(try await house.settle("ann", .analyst))
        let midnight = Date(timeIntervalSince1970: Double(house.today.adding(days: 1).number) * 86_400)
        house.wait(minutes: (midnight.timeIntervalSince(house.clock) / 60) - 90)
        let again = try house.browser()
        _ = try await again.get("/sign-in")
        _ = try await again.post("/sign-in", ["email": "ann@example.org", "password": SignInHouse.password])
        _ = try await again.post("/sign-in/code", ["code": code.code(at: house.clock)])
        house.wait(minutes: 1)
        _ = try await house.run(
            "record", "end", "appointment", "ann-in-post", "--until", "\(house.today.adding(days: 1))")
        #expect(try await breakGlass(again, code: code.code(at: house.clock)).status == 303)
        #expect(try await again.get("/vault/case-1").status == 200)
        let day = house.today
        house.wait(minutes: 40)
        #expect(house.today == day.adding(days: 1))
        #expect(try await again.get("/vault/case-1").status == 404)
    }

    @Test("where there is nobody to tell, it breaks, and the ledger and the list say so", arguments: Engine.allForTests)
    func untold(engine: Engine) async throws {
        let house = try await SignInHouse.withVault(engine)
        let analyst = try await house.settle("ann", .analyst), code = try await house.setUpCodes(analyst)
        #expect(try await breakGlass(analyst, code: code.code(at: house.clock)).status == 303)
        let fact = try #require(
            try await Ledger(store: house.house.store).recent(limit: 20).entries.first {
                $0.name == "oversight.glass-broken"
            })
        #expect(fact.sentence.hasSuffix("nobody could be told") && fact.purpose == Self.reason)
        let waiting = try await house.house.store.read { try $0.glassWaiting(since: house.clock) }
        #expect(waiting.untold == 1)
        let lines = await OversightDoctor(house.house, house.building.registry, at: house.clock).lines()
        #expect(lines.map(\.state) == [.warning, .fine])
    }
}

import Cast
import Doors
import Foundation
import Identity
import Kernel
import Ledger
import Store
import Testing

/// GOV-13: what the law lets be withheld of a member's interest, through the whole service.
@Suite("Sensitive interests")
struct SensitiveInterestTests {
    static let path = WithheldInterest.path

    @Test(
        "the public reads that one is withheld; the monitoring officer reads it, and that is a fact",
        arguments: Engine.allForTests)
    func officer(engine: Engine) async throws {
        let (house, _, _) = try await SignInHouse.withInterest(engine)
        let officer = try await house.settle("mo", .monitoring)
        _ = try await house.setUpCodes(officer)
        let before = try await officer.get("/interests").body
        #expect(before.contains("/interests/of/declared") && !before.contains(Self.path))
        #expect(try await officer.get(Self.path).headers[.location] == "/interests/of/declared")
        #expect(try await officer.get("/meetings/m").body.contains(Self.path))
        let asked = try await officer.get("/interests/of/declared").body
        #expect(asked.contains("Mia Example") && !asked.contains("Otto Example"))
        #expect(try await officer.post("/interests/of/declared", WithheldInterest.kept).status == 303)
        #expect(try await house.looks("sensitive-interest", WithheldInterest.id).isEmpty, "nobody has looked yet")
        #expect(try await officer.get("/interests").body.contains(Self.path))

        let read = try await officer.get(Self.path)
        #expect(read.status == 200 && WithheldInterest.words.allSatisfy(read.body.contains))
        #expect(read.headers[.cacheControl] == "no-store" && read.headers[.eTag] == nil)
        #expect(read.body.contains("You can see this page because you hold the post Post of mo"))
        let look = try await house.looks("sensitive-interest", WithheldInterest.id)
        #expect(look.contains("(mo)") && look.contains("because they hold the post Post of mo"))
        house.wait(minutes: 2)
        #expect(try await officer.get(Self.path).body.contains("Mo Example (mo)"), "who looked stands on its page")

        let open = try await house.browser().get("/meetings/m/items/item").body
        #expect(open.contains("Details withheld under section 32") && !WithheldInterest.holds(open))
        #expect(try await !house.browser().get("/meetings/m").body.contains("/interests/"))
    }

    @Test(
        "the member reads their own, once they have given more than a password, and who else did",
        arguments: Engine.allForTests)
    func member(engine: Engine) async throws {
        let (house, mia, otto) = try await SignInHouse.withInterest(engine)
        let officer = try await house.officer()
        let password = try await mia.get("/account/interests")
        #expect(password.status == 403 && password.body.contains("/account/codes?to=%2Faccount%2Finterests"))
        #expect(!WithheldInterest.holds(password.body))
        _ = try await house.setUpCodes(mia)
        #expect(try await officer.get("/records/sensitive-interests/\(WithheldInterest.id)").status == 200)
        let own = try await mia.get("/account/interests")
        #expect(own.status == 200 && WithheldInterest.words.allSatisfy(own.body.contains))
        #expect(own.body.contains("Mo Example (mo)") && own.body.contains("it is about yourself"))
        let looks = try await house.looks("sensitive-interest", WithheldInterest.id)
        #expect(looks.contains("(mia)") && looks.contains("because they are whom it is about"))
        #expect(try await mia.get("/account/looks").body.contains("Mo Example (mo)"), "by whichever page it was")
        #expect(try await mia.get(Self.path).status == 403)

        let others = try await otto.get("/account/interests")
        #expect(others.status == 200 && others.body.contains("None of yours") && !WithheldInterest.holds(others.body))
        #expect(try await house.browser().get("/account/interests").status == 404)
    }

    @Test(
        "in need a clerk breaks the glass: told at once to the officer, for an hour, on the list until reviewed",
        arguments: Engine.allForTests)
    func glass(engine: Engine) async throws {
        let (house, mia, _) = try await SignInHouse.withInterest(engine), officer = try await house.officer()
        let clerk = try await house.settle("cleo", .clerk), code = try await house.setUpCodes(clerk)
        #expect(try await clerk.get("/meetings/m").body.contains(Self.path))
        #expect(try await clerk.get(Self.path).body.contains("/break-glass/new"))
        _ = try await clerk.get("/break-glass/new?to=\(Self.path)")
        let reason = "The police ask which street to watch tonight"
        #expect(
            try await clerk.post("/break-glass/new", [("to", Self.path), ("reason", reason)]).status == 422,
            "a code is asked for")
        let opened = try await clerk.post(
            "/break-glass/new", [("to", Self.path), ("reason", reason), ("code", code.code(at: house.clock))])
        #expect(opened.status == 303 && opened.headers[.location] == Self.path)
        let read = try await clerk.get(Self.path).body
        #expect(WithheldInterest.words.allSatisfy(read.contains) && read.contains("because you broke the glass"))
        #expect(!read.contains("Who looked") && !read.contains("/correct"))
        #expect(try await clerk.get("/records/sensitive-interests/\(WithheldInterest.id)").status == 403)
        #expect(try await clerk.get("/interests").status == 403)

        let looks = try await house.looks("sensitive-interest", WithheldInterest.id)
        #expect(looks.contains("(cleo)") && looks.contains("because they broke the glass"))
        let letter = try #require(try await house.letters.first)
        #expect(letter.recipient == "mo@example.org" && letter.text.map(WithheldInterest.holds) == false)
        let list = try await officer.get("/break-glass").body
        let glass = String(try #require(list.firstMatch(of: /href="(\/break-glass\/[0-9a-f]+)"/)).1)
        #expect(try await officer.post(glass, [("verdict", "proper"), ("words", "I rang them")]).status == 303)
        #expect(try await !officer.get("/break-glass").body.contains("cleo"))
        _ = try await house.setUpCodes(mia)
        #expect(try await mia.get("/account/interests").body.contains("Cleo Example (cleo)"))
        // A minute of the hour went by with that.
        house.wait(minutes: 58)
        #expect(try await clerk.get(Self.path).status == 200)
        house.wait(minutes: 1)
        #expect(try await clerk.get(Self.path).status == 403)
    }

    @Test(
        "whoever has no standing with the meeting is refused and offered nothing, held or not",
        arguments: Engine.allForTests)
    func standing(engine: Engine) async throws {
        let (house, _, otto) = try await SignInHouse.withInterest(engine)
        _ = try await house.officer()
        var all = [("otto", otto, false)]
        for (name, role, isOffered) in [
            ("cleo", Role.clerk, true), ("ada", .administrator, false), ("dee", .director, false),
            ("ann", .analyst, false),
        ] {
            all.append((name, try await house.settle(name, role), isOffered))
        }
        for (name, browser, isOffered) in all {
            _ = try await house.setUpCodes(browser)
            let some = try await browser.get(Self.path), none = try await browser.get("/interests/withheld-nothing")
            #expect(some.status == 403 && some.body.contains("/break-glass/new") == isOffered, "\(name)")
            #expect(
                none.status == 403 && none.body.replacing("withheld-nothing", with: WithheldInterest.id) == some.body)
            #expect(
                try await browser.get("/break-glass/new?to=\(Self.path)").status == (isOffered ? 200 : 404), "\(name)")
            #expect(try await browser.get("/meetings/m").body.contains(Self.path) == isOffered, "\(name)")
        }
        let stranger = try house.browser()
        for path in [Self.path, "/interests", "/records/sensitive-interests", "/api/v1/interests"] {
            #expect(try await stranger.get(path).status == 404, "\(path)")
        }
    }

    @Test("kept once, of whoever declared it, and without a note beside", arguments: Engine.allForTests)
    func rules(engine: Engine) async throws {
        let (house, _, _) = try await SignInHouse.withInterest(engine)
        let officer = try await house.settle("mo", .monitoring)
        _ = try await house.setUpCodes(officer)
        func keep(_ person: String, _ of: String = "declared") async throws -> Int {
            _ = try await officer.get("/interests/of/declared")
            return try await officer.post(
                "/interests/of/\(of)", [("person", person)] + WithheldInterest.kept.dropFirst()
            ).status
        }
        #expect(try await keep("otto") == 422, "another member")
        #expect(try await keep("mo") == 422, "nobody at the table")
        let verb = try #require(house.building.verbs.first { $0.name == "record add" })
        let noted = [
            "sensitive-interest", "--id", "n", "--set", "declaration=declared", "--set", "person=mia", "--set",
            "details=x", "--set", "danger=y", "--set", "agreed=2026-03-25", "--note", "Quillon Street", "--from",
            "2026-03-25",
        ]
        let refusal = await #expect(throws: Refusal.self) {
            try await verb.run(
                noted, caller: Caller(name: "mo", roles: [.monitoring, .clerk]), now: house.clock, house: house.house)
        }
        #expect(refusal?.sentences.joined().contains("A note is not sealed") == true, "\(String(describing: refusal))")
        #expect(try await keep("mia", "nothing") == 404)
        #expect(try await keep("mia") == 303)
        #expect(try await keep("mia") == 422, "held already")
    }
}

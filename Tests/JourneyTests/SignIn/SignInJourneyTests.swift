import Cast
import Foundation
import HTTPTypes
import Identity
import Jobs
import Kernel
import Ledger
import Store
import Testing
import Workflows

@testable import Server

@Suite("Signing in, in a browser")
struct SignInJourneyTests {
    @Test(
        "The first run lets one administrator in, who sets up codes before anything else", arguments: Engine.allForTests
    )
    func firstRun(engine: Engine) async throws {
        let house = try await SignInHouse(engine)
        let invitation = try #require(
            try await FirstRun.invitation(to: "admin@localhost", by: .keyboard, at: house.clock, in: house.house))
        let browser = try house.browser()
        #expect(try await browser.get(invitation.path).body.contains("admin@localhost"))
        let chosen = try await browser.post(
            invitation.path, ["password": SignInHouse.password, "again": SignInHouse.password])
        #expect(chosen.status == 303 && chosen.headers[.location] == "/account/codes")
        #expect(try await browser.get("/accounts").status == 404, "a password alone is not enough for an administrator")

        let asked = try await browser.get("/account/codes").body
        let key = try #require(asked.firstMatch(of: /name="key" value="([A-Z2-7 ]+)"/)).1
        let code = try #require(OneTimeCode(typed: String(key)))
        let old = browser.session
        let done = try await browser.post("/account/codes", ["key": String(key), "code": code.code(at: house.clock)])
        #expect(done.status == 200 && done.body.contains("Keep these recovery codes"))
        #expect(browser.session != old, "the session's secret is new after the proof")
        let accounts = try await browser.get("/accounts")
        #expect(
            accounts.status == 200
                && accounts.body.contains("You can see this page because you hold the post System administrator"))

        // Started again: somebody has signed in, so nobody else is let in.
        #expect(
            try await FirstRun.invitation(to: "other@localhost", by: .keyboard, at: house.clock, in: house.house) == nil
        )
    }

    @Test(
        "Asked again before anybody came, the first run makes another link for the same person",
        arguments: Engine.allForTests)
    func firstRunTwice(engine: Engine) async throws {
        let house = try await SignInHouse(engine)
        let first = try #require(
            try await FirstRun.invitation(to: "admin@localhost", by: .keyboard, at: house.clock, in: house.house))
        let second = try #require(
            try await FirstRun.invitation(to: "admin@localhost", by: .keyboard, at: house.clock, in: house.house))
        #expect(first.account == second.account && first.path != second.path)
        #expect(try await house.browser().get(first.path).status == 404)
        #expect(try await house.browser().get(second.path).status == 200)
    }

    @Test("No browser keeps a page on which a key, a link or a session is")
    func unkept() async throws {
        let house = try await SignInHouse(.sqlite)
        let administrator = try await house.settle("sam", .administrator)
        #expect(administrator.session != nil)
        for path in [
            "/sign-in/code", "/account/codes", "/forgotten", "/invitation/\(String(repeating: "A", count: 43))",
        ] {
            let said = try await administrator.get(path)
            #expect(said.headers[.cacheControl] == "no-store" && said.headers[.eTag] == nil, "\(path)")
        }
        let clerk = try await house.settle("priya", .clerk)
        #expect(try await clerk.get("/account").headers[.cacheControl] == "no-store")
    }

    @Test("What a post gives is had at once, and gone on the day its appointment ends", arguments: Engine.allForTests)
    func standing(engine: Engine) async throws {
        let house = try await SignInHouse(engine)
        let clerk = try await house.settle("priya", .clerk)
        #expect(try await clerk.get("/records/posts/new").status == 200)
        let account = try await clerk.get("/account").body
        #expect(account.contains("Post of priya") && account.contains("Priya Example"))
        _ = try await house.run(
            "record", "end", "appointment", "priya-in-post", "--until", "\(house.today.adding(days: 1))")
        #expect(try await clerk.get("/records/posts/new").status == 200)
        house.wait(minutes: 24 * 60 - 30)
        let again = try house.browser()
        _ = try await again.get("/sign-in")
        let signedIn = try await again.post(
            "/sign-in", ["email": "priya@example.org", "password": SignInHouse.password])
        #expect(signedIn.status == 303)
        #expect(try await again.get("/records/posts/new").status == 404, "somebody with no role is a stranger")
    }

    @Test("To somebody signed out, what is there and what is not are the same page", arguments: Engine.allForTests)
    func stranger(engine: Engine) async throws {
        let house = try await SignInHouse(engine)
        let browser = try house.browser()
        let (there, not) = (try await browser.get("/accounts"), try await browser.get("/accountz"))
        #expect(there.status == 404 && not.status == 404)
        #expect(there.body.replacing("accounts", with: "X") == not.body.replacing("accountz", with: "X"))
        #expect(there.body.contains("/sign-in?to=%2Faccounts"))
        #expect(try await browser.get("/bodies").status == 200, "what anyone may see needs no signing in")
    }

    @Test("Signing in leads back to the page, and never to another site", arguments: Engine.allForTests)
    func back(engine: Engine) async throws {
        let house = try await SignInHouse(engine)
        _ = try await house.settle("priya", .clerk)
        for (to, ends) in [
            ("/records/posts/new", "/records/posts/new"), ("//evil.example/", "/"), ("https://evil.example/", "/"),
            ("/\\evil", "/"), ("", "/"), ("/a\r\nSet-Cookie: x=y", "/"),
        ] {
            let browser = try house.browser()
            _ = try await browser.get("/sign-in")
            let said = try await browser.post(
                "/sign-in", ["email": "priya@example.org", "password": SignInHouse.password, "to": to])
            #expect(said.headers[.location] == ends, "\(to)")
        }
    }

    @Test("A form sent after the session has ended comes back after sign-in, whole", arguments: Engine.allForTests)
    func keptForm(engine: Engine) async throws {
        let house = try await SignInHouse(engine)
        let clerk = try await house.settle("priya", .clerk)
        _ = try await clerk.get("/records/organisations/new")
        house.wait(minutes: 61)
        let name = "Siân’s “charity” & <friends>"
        let sent = try await clerk.post(
            "/records/organisations/new",
            [
                "name": name, "sector": "voluntary", "type": "charity", "from-day": "1", "from-month": "3",
                "from-year": "2026",
            ])
        let path = try #require(sent.headers[.location])
        #expect(sent.status == 303 && path.hasPrefix("/sign-in?kept="))
        let asked = try await clerk.get(path)
        #expect(asked.body.contains("What you typed is kept"))
        let secret = String(path.dropFirst("/sign-in?kept=".count))
        let signedIn = try await clerk.post(
            "/sign-in", ["email": "priya@example.org", "password": SignInHouse.password, "kept": secret])
        let kept = try #require(signedIn.headers[.location])
        let given = try await clerk.get(kept).body
        #expect(given.contains("Siân’s “charity” &amp; &lt;friends&gt;") && given.contains("Send this again"))
        let saved = try await clerk.post(
            "/records/organisations/new",
            [
                "name": name, "sector": "voluntary", "type": "charity", "from-day": "1", "from-month": "3",
                "from-year": "2026",
            ])
        #expect(saved.status == 303 && saved.headers[.location]?.contains("/records/organisations/") == true)
    }

    @Test("A form that is not ours is not kept", arguments: Engine.allForTests)
    func foreignForm(engine: Engine) async throws {
        let house = try await SignInHouse(engine)
        let browser = try house.browser()
        let said = try await browser.post("/records/organisations/new", ["name": "x"])
        #expect(said.status == 404)
    }

    @Test("Whoever keeps the record may not give themselves a right by it", arguments: Engine.allForTests)
    func escalation(engine: Engine) async throws {
        let house = try await SignInHouse(engine)
        let clerk = try await house.settle("priya", .clerk)
        _ = try await clerk.get("/records/posts/new")
        let from = [
            ("from-day", "\(house.today.day)"), ("from-month", "\(house.today.month)"),
            ("from-year", "\(house.today.year)"),
        ]
        func post(_ fields: [(String, String)]) async throws -> Int {
            try await clerk.post("/records/posts/new", fields + from).status
        }
        let plain = [("name", "Clerk of works"), ("organisation", "the-council")]
        #expect(try await post(plain) == 303)
        #expect(try await post(plain + [("access", "administrator")]) == 403)
        #expect(try await post(plain + [("office", "director-of-childrens-services")]) == 403)
        let appointed = try await clerk.post(
            "/records/appointments/new", [("post", "priya-post"), ("status", "held"), ("person", "priya")] + from)
        #expect(appointed.status == 403)
    }

    @Test(
        "Nor by what a post once gave, by the post that answers for a room, or by managing one",
        arguments: Engine.allForTests)
    func escalationAround(engine: Engine) async throws {
        let house = try await SignInHouse(engine, responsible: "identity=guardian")
        let clerk = try await house.settle("priya", .clerk), day = house.today
        _ = try await house.invite("ada", .administrator, "ada@example.org")
        func addPost(_ id: String, _ more: String...) async throws {
            let words =
                ["record", "add", "post", "--id", id, "--set", "name=Post \(id)", "--set", "organisation=the-council"]
                + more + ["--from", "\(day.adding(days: -900))"]
            let verb = try #require(house.building.verbs.first { $0.name == "record add" })
            _ = try await verb.run(Array(words.dropFirst(2)), caller: .keyboard, now: house.clock, house: house.house)
        }
        try await addPost("guardian")
        try await addPost("plain")
        try await addPost("once", "--set", "access=administrator")
        _ = try await house.run(
            "record", "change", "post", "once", "--set", "access=", "--from", "\(day.adding(days: -600))")
        func form(_ kind: String, _ fields: [(String, String)]) async throws -> Int {
            let from = [("from-day", "\(day.day)"), ("from-month", "\(day.month)"), ("from-year", "\(day.year)")]
            _ = try await clerk.get("/records/\(kind)/new")
            return try await clerk.post("/records/\(kind)/new", fields + from).status
        }
        let priya = [("status", "held"), ("person", "priya")]
        #expect(try await form("appointments", [("post", "guardian")] + priya) == 403)
        #expect(try await form("lines", [("post", "ada-post"), ("to", "plain"), ("type", "management")]) == 403)
        #expect(try await form("lines", [("post", "ada-post"), ("to", "plain"), ("type", "accountability")]) == 303)
        _ = try await house.run(
            "record", "add", "line", "--set", "post=ada-post", "--set", "to=plain", "--set", "type=management",
            "--from",
            "\(day)")
        #expect(try await form("appointments", [("post", "plain")] + priya) == 403)
        let page = try await clerk.get("/records/posts/once/change").body
        let seen = page.firstMatch(of: /name="seen" value="([^"]+)"/).map { String($0.1) } ?? ""
        let again = try await clerk.post(
            "/records/posts/once/change",
            [
                ("seen", seen), ("access", "administrator"), ("name", "Post once"), ("organisation", "the-council"),
                ("from-day", "\(day.day)"), ("from-month", "\(day.month)"), ("from-year", "\(day.year)"),
            ])
        #expect(again.status == 403)
    }

    @Test(
        "A token asks for a program; a wrong one is told so; a cookie does not count there",
        arguments: Engine.allForTests)
    func tokens(engine: Engine) async throws {
        let house = try await SignInHouse(engine)
        let clerk = try await house.settle("priya", .clerk)
        _ = try await clerk.get("/account/tokens/new")
        let end = house.today.adding(days: 30)
        let made = try await clerk.post(
            "/account/tokens/new",
            [
                "name": "Nightly", "scopes": "partners.change", "until-day": "\(end.day)",
                "until-month": "\(end.month)",
                "until-year": "\(end.year)",
            ])
        let token = try #require(made.body.firstMatch(of: /Bearer (thinkchild_[A-Za-z0-9_-]{43})/)).1
        let program = try house.browser()
        let wrong = try await program.get("/api/v1/bodies", ["Authorization": "Bearer thinkchild_nothing"])
        #expect(wrong.status == 401)
        #expect(try await program.get("/api/v1/bodies", ["Authorization": "Bearer \(token)"]).status == 200)
    }

    @Test("A job throws away what has lapsed, and comes round", arguments: Engine.allForTests)
    func tidied(engine: Engine) async throws {
        let house = try await SignInHouse(engine), store = house.house.store, tidying = TidyAccounts(house.house)
        _ = try await house.settle("priya", .clerk)
        try await tidying.begin(at: house.clock)
        let runner = JobRunner(store, kinds: [tidying.kind], clock: { house.clock }, report: { _ in })
        func sessions() async throws -> Int? {
            while try await runner.round() > 0 {}
            return try await store.read { try $0.one("SELECT count(*) FROM identity_session")?.integer(0) }
        }
        #expect(try await sessions() == 1)
        house.wait(minutes: 24 * 60 + 61)
        #expect(try await sessions() == 0)
        #expect(try await store.read { try $0.jobs() }.count == 1)
    }

    @Test("Signing in ends the session that the browser had", arguments: Engine.allForTests)
    func signInAgain(engine: Engine) async throws {
        let house = try await SignInHouse(engine), clerk = try await house.settle("priya", .clerk), old = clerk.session
        _ = try await clerk.get("/account")
        let said = try await clerk.post("/sign-in", ["email": "priya@example.org", "password": SignInHouse.password])
        #expect(said.status == 303 && clerk.session != old)
        let live: SQL = "SELECT count(*) FROM identity_session WHERE ends_at > made_at"
        #expect(try await house.house.store.read { try $0.one(live)?.integer(0) } == 1)
    }

    @Test("Signing out ends the session on the server too", arguments: Engine.allForTests)
    func signOut(engine: Engine) async throws {
        let house = try await SignInHouse(engine)
        let clerk = try await house.settle("priya", .clerk)
        let session = try #require(clerk.session)
        _ = try await clerk.get("/account")
        #expect(try await clerk.post("/sign-out", [("x", "y")]).status == 303)
        #expect(clerk.session == nil)
        let thief = try house.browser()
        #expect(try await thief.get("/account", ["Cookie": "thinkchild_session=\(session)"]).status == 404)
    }

    @Test("An unchanged page costs somebody signed in one indexed read too", arguments: Engine.allForTests)
    func freshness(engine: Engine) async throws {
        let house = try await SignInHouse(engine)
        let clerk = try await house.settle("priya", .clerk)
        // Sealing is a change too, which would otherwise come at some moment between the two looks.
        try await Ledger(store: house.house.store).seal()
        let mark = try #require(try await clerk.get("/bodies").headers[.eTag])
        #expect(try await house.browser().get("/bodies").headers[.eTag] != mark)
        let before = house.house.store.counters.reads
        #expect(try await clerk.get("/bodies", ["If-None-Match": mark]).status == 304)
        #expect(house.house.store.counters.reads - before == 1)
    }
}

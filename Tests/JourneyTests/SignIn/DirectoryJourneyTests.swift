import Cast
import Foundation
import HTTPTypes
import Identity
import Kernel
import SingleSignOn
import Store
import Testing

@testable import Server

@Suite("Signing in with the council's directory, in a browser", .timeLimit(.minutes(5)))
struct DirectoryJourneyTests {
    /// The provider's clock is the machine's.
    private func begin(
        _ engine: Engine, _ change: (inout SignOnSettings) -> Void = { _ in },
        identity: (inout IdentitySettings) -> Void = { _ in }
    ) async throws -> (SignInHouse, CouncilDirectory) {
        let directory = try await CouncilDirectory.started()
        return (
            try await SignInHouse(engine, at: Date(), directory: try directory.settings(change), identity), directory
        )
    }

    @Test(
        "Somebody is known by their address the first time, and by the directory's own name for them after",
        arguments: Engine.allForTests)
    func linked(engine: Engine) async throws {
        let (house, directory) = try await begin(engine)
        try await house.invite("alex", .clerk, "ALEX@council.example")
        let browser = try house.browser()
        #expect(
            try await browser.get("/sign-in?to=/posts").body.contains(
                #"href="/sign-in/directory?to=%2Fposts" role="button" draggable="false" class="govuk-button">"#
                    + "Sign in with your Leeds account"))
        let back = try await directory.signIn("alex", browser, from: "/sign-in/directory?to=%2Frecords%2Fposts%2Fnew")
        let came = try await browser.getFromElsewhere(back)
        #expect(came.status == 200 && came.goesOnTo == "/records/posts/new")
        #expect(came.headers[.cacheControl] == "no-store")
        #expect(try await browser.get("/records/posts/new").status == 200)
        #expect(try await browser.get("/account").body.contains("you sign in with the council"))

        // Their address changes in the records: the directory still knows them.
        _ = try await house.house.store.write { tx in
            try tx.run("UPDATE identity_account SET email = 'a@b.example', email_folded = 'a@b.example'")
        }
        let old = browser.session
        browser.forgetSession()
        let again = try await browser.getFromElsewhere(try await directory.signIn("alex", browser))
        #expect(again.goesOnTo == "/" && browser.session != nil && browser.session != old)
        #expect(
            try await house.facts() == [
                "identity.invited", "identity.linked", "identity.signed-in", "identity.signed-in",
            ])
    }

    @Test("Whoever has no account to use is told the same, whatever the reason", arguments: Engine.allForTests)
    func unknown(engine: Engine) async throws {
        let (house, directory) = try await begin(engine)
        func comes(_ person: String) async throws -> Said {
            let browser = try house.browser()
            let said = try await browser.getFromElsewhere(try await directory.signIn(person, browser))
            #expect(browser.session == nil, "\(person)")
            return said
        }
        let unknown = try await comes("alex")
        #expect(unknown.status == 403 && unknown.body.contains("no account here that you can use"))
        // Their address is not made sure of; another has the account; the account is disabled.
        try await house.invite("casey", nil, "casey@council.example")
        #expect(try await comes("casey").body == unknown.body)
        try await house.invite("alex", nil, "alex@council.example")
        let browser = try house.browser()
        _ = try await browser.getFromElsewhere(try await directory.signIn("alex", browser))
        #expect(browser.session != nil)
        #expect(try await comes("alex-too").body == unknown.body)
        _ = try await house.run("user", "disable", "alex", "--because", "Left")
        let disabled = try await comes("alex")
        #expect(disabled.body == unknown.body && disabled.status == 403)
        #expect(try await house.facts().filter { $0 == "identity.refused" }.count == 2)

        // Parted from the directory's person, an account is for whoever comes with its address next.
        _ = try await house.run("user", "enable", "alex", "--because", "Came back")
        _ = try await house.run("user", "forget-directory", "alex", "--because", "The directory was moved")
        let other = try house.browser()
        _ = try await other.getFromElsewhere(try await directory.signIn("alex-too", other))
        #expect(other.session != nil)
    }

    @Test("The directory's second proof counts where the settings say so, and nowhere else")
    func secondProof() async throws {
        for (values, person, next) in [
            (["mfa"], "blair", "/"), ([], "blair", "/account/codes"), (["mfa"], "alex", "/account/codes"),
        ] {
            let (house, directory) = try await begin(.sqlite, { $0.secondProofs = Set(values) })
            try await house.invite(person, .administrator, "\(person)@council.example")
            let browser = try house.browser()
            let came = try await browser.getFromElsewhere(try await directory.signIn(person, browser))
            #expect(came.goesOnTo == next, "\(values) \(person)")
            #expect(try await browser.get("/accounts").status == (next == "/" ? 200 : 404))
        }
    }

    @Test("An answer counts once, in the browser that asked, while it is fresh", arguments: Engine.allForTests)
    func answers(engine: Engine) async throws {
        let (house, directory) = try await begin(engine)
        try await house.invite("alex", .clerk, "alex@council.example")
        func isStale(_ said: Said) -> Bool { said.status == 400 && said.body.contains("You are not signed in") }

        let browser = try house.browser(), thief = try house.browser()
        let back = try await directory.signIn("alex", browser)
        #expect(isStale(try await thief.getFromElsewhere(back)), "a browser that set out nowhere")
        _ = try await thief.get("/sign-in/directory")
        #expect(isStale(try await thief.getFromElsewhere(back)), "a browser that set out on another way")
        #expect(isStale(try await browser.getFromElsewhere(back.replacing("state=", with: "state=x"))), "another state")
        #expect(try await browser.getFromElsewhere(back).status == 200, "the browser that asked, after all those")
        let again = try await browser.getFromElsewhere(back)
        #expect(again.status == 303 && again.headers[.location] == "/", "gone back a page, signed in")
        browser.forgetSession()
        #expect(isStale(try await browser.getFromElsewhere(back)), "used already")

        let late = try await directory.signIn("alex", browser)
        house.wait(minutes: 11)
        #expect(isStale(try await browser.getFromElsewhere(late)), "too late")
        #expect(browser.session == nil)
    }

    @Test("What the directory says no to, and what is not to be believed, is said plainly")
    func failures() async throws {
        let (house, directory) = try await begin(.sqlite)
        try await house.invite("alex", .clerk, "alex@council.example")
        let browser = try house.browser()
        let declined = try await browser.getFromElsewhere(try await directory.signIn("nobody", browser))
        #expect(declined.status == 403 && declined.body.contains("did not sign you in"))

        // This machine's clock is an hour behind the directory's.
        let skewed = try await SignInHouse(
            .sqlite, at: Date(timeIntervalSinceNow: -3_600), directory: try directory.settings())
        try await skewed.invite("alex", .clerk, "alex@council.example")
        let other = try skewed.browser()
        let doubted = try await other.getFromElsewhere(try await directory.signIn("alex", other))
        #expect(doubted.status == 502 && doubted.body.contains("relied on") && other.session == nil)
    }

    @Test("Without its directory the service goes on, and passwords with it")
    func away() async throws {
        let nowhere = try CouncilDirectory.settings(issuer: "http://127.0.0.1:9")
        let house = try await SignInHouse(.sqlite, directory: nowhere)
        let clerk = try await house.settle("priya", .clerk)
        #expect(try await clerk.get("/records/posts/new").status == 200)
        let browser = try house.browser()
        let said = try await browser.get("/sign-in/directory")
        #expect(said.status == 503 && said.body.contains("does not answer"))
        let without = try await SignInHouse(.sqlite).browser()
        #expect(try await without.get("/sign-in/directory").status == 404)
        #expect(try await without.get("/sign-in").body.contains("Sign in with your") == false)
    }

    @Test("A form sent after the session has ended comes back, by way of the directory", arguments: Engine.allForTests)
    func keptForm(engine: Engine) async throws {
        let (house, directory) = try await begin(engine)
        try await house.invite("alex", .clerk, "alex@council.example")
        let browser = try house.browser()
        _ = try await browser.getFromElsewhere(try await directory.signIn("alex", browser))
        _ = try await browser.get("/records/organisations/new")
        house.wait(minutes: 61)
        let sent = try await browser.post(
            "/records/organisations/new", ["name": "Friends & others", "type": "charity"])
        let asked = try #require(sent.headers[.location])
        #expect(asked.hasPrefix("/sign-in?kept="))
        let there = try #require(
            try await browser.get(asked).body.firstMatch(of: /href="(\/sign-in\/directory\?[^"]*)"/)
        ).1
        // An hour has gone by for the service only: its clock is put back so that the directory is believed.
        house.wait(minutes: -61)
        browser.forgetSession()
        let back = try await directory.signIn("alex", browser, from: String(there))
        let came = try await browser.getFromElsewhere(back)
        let given = try await browser.get(try #require(came.goesOnTo))
        #expect(given.status == 200 && given.body.contains("Friends &amp; others"))
    }

    @Test("Where only administrators have passwords, nobody else gets in by one", arguments: Engine.allForTests)
    func fewPasswords(engine: Engine) async throws {
        let (house, directory) = try await begin(engine, identity: { $0.passwords = .administrators })
        #expect(try await house.invite("alex", .clerk, "alex@council.example") == "/sign-in")
        let administrator = try await house.settle("sam", .administrator)
        #expect(administrator.session != nil)
        let browser = try house.browser()
        #expect(try await browser.get("/sign-in").body.contains("as an administrator"))
        _ = try await browser.getFromElsewhere(try await directory.signIn("alex", browser))
        #expect(try await browser.get("/account").status == 200)

        // A password from before holds no longer, and is told from a wrong one by nobody.
        _ = try await house.house.store.write { tx in
            try tx.run(
                """
                UPDATE identity_account SET password =
                    (SELECT b.password FROM identity_account b WHERE b.person = 'sam') WHERE person = 'alex'
                """)
        }
        func tries(_ email: String, _ password: String) async throws -> Said {
            let other = try house.browser()
            _ = try await other.get("/sign-in")
            return try await other.post("/sign-in", ["email": email, "password": password])
        }
        let right = try await tries("alex@council.example", SignInHouse.password)
        let wrong = try await tries("alex@council.example", "wrong")
        #expect(right.status == 422 && right.body.contains("is not right, or there is no such account"))
        #expect(wrong.status == right.status)
        #expect(try await tries("sam@example.org", SignInHouse.password).status == 303)
        await #expect(throws: Refusal.self) { try await house.run("user", "reset", "alex") }
    }
}

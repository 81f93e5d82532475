import Doors
import Foundation
import Identity
import Kernel
import Store
import Testing
import Web

@testable import Server

/// What was typed is never lost with a session: where it is not kept it is given back on the page.
@Suite("Forms that are given back")
struct GivenBackTests {
    private static let keep = Action("shelf.keep")
    private static let title = "The <toy> box"

    /// A room made up for this: a form with a file in it.
    private static let shelf = Module(
        name: "shelf", title: "Shelf", schema: Schema(room: "shelf", migrations: []), policy: Policy([keep: [.clerk]]),
        routes: [
            Route(.get, "/shelf/new", needs: keep, summary: "Ask for a thing.") { _, _ in
                .page(Page(title: "Shelf", body: GovUK.form("/shelf/new", upload: true, GovUK.button("Save"))))
            },
            Route(.post, "/shelf/new", needs: keep, summary: "Take a thing.", body: .upload) { request, _ in
                .text("\(request.form.text("title") ?? "") with \(request.uploads.count) file")
            },
        ])

    /// Signs in as from another tab of the same browser: the page that was given back stays open.
    private func signIn(_ browser: Browser) async throws {
        let said = try await browser.post(
            "/sign-in", ["email": "priya@example.org", "password": SignInHouse.password])
        #expect(said.status == 303)
    }

    @Test("One with a file comes back with what was typed in it, and asks for the file again")
    func file() async throws {
        let house = try await SignInHouse(.sqlite, adding: [Self.shelf])
        let clerk = try await house.settle("priya", .clerk)
        _ = try await clerk.get("/shelf/new?box=1")
        house.wait(minutes: 61)
        let sent = try await clerk.post("/shelf/new?box=1", [("title", Self.title)], file: ("scan", "a picture"))
        #expect(sent.status == 403 && sent.body.contains("Send this again"))
        #expect(sent.body.contains("<form action=\"/shelf/new?box=1\" method=\"post\" enctype=\"multipart/form-data\""))
        #expect(sent.body.contains("name=\"title\" value=\"The &lt;toy&gt; box\""))
        #expect(sent.body.contains("name=\"scan\" type=\"file\"") && !sent.body.contains("a picture"))
        try await signIn(clerk)
        let again = try await clerk.post("/shelf/new?box=1", [("title", Self.title)], file: ("scan", "a picture"))
        #expect(again.status == 200 && again.body == "\(Self.title) with 1 file")
    }

    @Test("One whose page was open too long asks for its file again, too")
    func stale() async throws {
        let house = try await SignInHouse(.sqlite, adding: [Self.shelf])
        let clerk = try await house.settle("priya", .clerk), other = try house.browser()
        // Another browser's token is none of this one's.
        _ = try await other.get("/sign-in")
        clerk.takeToken(of: other)
        let sent = try await clerk.post("/shelf/new", [("title", Self.title)], file: ("scan", "a picture"))
        #expect(sent.status == 403 && sent.body.contains("value=\"The &lt;toy&gt; box\""))
        #expect(sent.body.contains("name=\"scan\" type=\"file\""))
    }

    @Test("One past what is kept of strangers comes back on the page")
    func tooMany() async throws {
        let house = try await SignInHouse(.sqlite)
        let clerk = try await house.settle("priya", .clerk), path = "/records/organisations/new"
        _ = try await clerk.get(path)
        // So long that the session is not known any more.
        house.wait(minutes: 61)
        clerk.forgetSession()
        for _ in 0..<20 { #expect(try await clerk.post(path, ["name": "x"]).status == 303) }
        let sent = try await clerk.post(path, ["name": Self.title])
        #expect(sent.status == 403 && sent.body.contains("value=\"The &lt;toy&gt; box\""))
        #expect(
            sent.body.contains("<form action=\"\(path)\" method=\"post\"") && sent.body.contains("href=\"/sign-in\""))
        try await signIn(clerk)
        let again = try await clerk.post(
            path,
            [
                "name": Self.title, "sector": "voluntary", "type": "charity", "from-day": "1", "from-month": "3",
                "from-year": "2026",
            ])
        #expect(again.status == 303 && again.headers[.location]?.hasPrefix("/records/organisations/") == true)
    }
}

import Foundation
import HTTPTypes
import Settings
import Testing

@testable import Server

@Suite("Forged requests")
struct ForgeryTests {
    let tests: FrontDoorTests
    init() throws { tests = try FrontDoorTests() }

    static let form = "application/x-www-form-urlencoded"

    /// A form's token, and the cookie that came with it.
    private func fetchForm() async throws -> (token: String, cookie: String) {
        let page = try await tests.ask(.get, "/add")
        let token = try #require(page.body.firstMatch(of: #/name="_token" value="([0-9a-f]{64})"/#)?.output.1)
        let cookie = try #require(page.headers[.setCookie])
        #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Strict"))
        return (String(token), String(cookie.prefix { $0 != ";" }))
    }

    @Test("A form of ours is taken")
    func ours() async throws {
        let (token, cookie) = try await fetchForm()
        let headers = [
            "Cookie": "other=1; \(cookie)", "Content-Type": Self.form, "Origin": "http://localhost",
            "Sec-Fetch-Site": "same-origin",
        ]
        let said = try await tests.ask(.post, "/add", headers, body: "name=Board&_token=\(token)")
        #expect(said.status == 303 && said.headers[.location] == "/bodies/board")
        let wrong = try await tests.ask(.post, "/add", headers, body: "name=+&_token=\(token)")
        #expect(wrong.status == 422 && wrong.body.contains("<title>Error: Add a body") && wrong.body.contains("#name"))
        #expect(wrong.body.contains("name=\"_token\" value=\"\(token)\"") && wrong.headers[.setCookie] == nil)
    }

    @Test(
        "A form from elsewhere is not, whatever one thing it lacks",
        arguments: [
            ["Cookie": ""], ["Cookie": "thinkchild_form=00112233445566778899aabbccddeeff"],
            ["Cookie": "thinkchild_form=x"],
            ["Origin": "http://evil.example"], ["Origin": "null"], ["Origin": "http://localhost.evil.example"],
            ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"], ["token": ""], ["token": "x"],
            ["token": String(repeating: "0", count: 64)],
        ])
    func elsewhere(change: [String: String]) async throws {
        let (token, cookie) = try await fetchForm()
        var headers = ["Cookie": cookie, "Content-Type": Self.form, "Origin": "http://localhost"]
        headers.merge(change) { $1 }
        let sent = headers.removeValue(forKey: "token") ?? token
        let said = try await tests.ask(.post, "/add", headers, body: "name=Board&_token=\(sent)")
        #expect(said.status == 403 && said.body.contains("cannot be accepted"))
    }

    @Test("A form of ours that was left open too long is given back whole, to be sent again")
    func stale() async throws {
        let headers = ["Content-Type": Self.form, "Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"]
        let said = try await tests.ask(.post, "/add?on=2009-12-31", headers, body: "name=%3CB%3E&name=two&_token=old")
        #expect(said.status == 403 && said.body.contains("Nothing has been saved yet"))
        #expect(said.body.contains("<form action=\"/add?on=2009-12-31\" method=\"post\""))
        #expect(
            said.body.contains("name=\"name\" value=\"&lt;B&gt;\"") && said.body.contains("name=\"name\" value=\"two\"")
        )
        let token = try #require(said.body.firstMatch(of: #/name="_token" value="([0-9a-f]{64})"/#)?.output.1)
        #expect(!said.body.contains("old\""))
        let cookie = try #require(said.headers[.setCookie]).prefix { $0 != ";" }
        let again = try await tests.ask(
            .post, "/add", headers.merging(["Cookie": String(cookie)]) { $1 }, body: "name=Board&_token=\(token)")
        #expect(again.status == 303)
    }

    @Test("Types that another site's form can send are not taken by the API, and its own need no token")
    func types() async throws {
        let path = "/api/v1/things/a"
        #expect(
            try await tests.ask(.put, path, ["Content-Type": "application/json; charset=utf-8"], body: "{\"a\":1}").body
                == "1")
        for type in [Self.form, "multipart/form-data; boundary=B", "text/plain", ""] {
            #expect(try await tests.ask(.put, path, ["Content-Type": type], body: "{}").status == 415)
        }
        #expect(try await tests.ask(.put, path, ["Content-Type": "application/json"], body: "{").status == 422)
        #expect(try await tests.ask(.delete, path).status == 204)
        let cross = ["Content-Type": "application/json", "Origin": "http://evil.example"]
        #expect(try await tests.ask(.put, path, cross, body: "{}").status == 403)
        #expect(try await tests.ask(.post, "/add", ["Content-Type": "application/json"], body: "{}").status == 415)
        #expect(
            try await tests.ask(.post, "/add", ["Content-Type": "multipart/form-data; boundary=B"], body: "--B--")
                .status == 415)
    }

    @Test("A file is taken with its token, and refused beyond the limit")
    func upload() async throws {
        let (token, cookie) = try await fetchForm()
        func body(_ content: String) -> String {
            "--B\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n\(token)\r\n"
                + "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../a.yaml\"\r\n\r\n\(content)\r\n--B--\r\n"
        }
        let headers = ["Cookie": cookie, "Content-Type": "multipart/form-data; boundary=\"B\""]
        #expect(try await tests.ask(.post, "/upload", headers, body: body("a: 1")).body == "a.yaml: 4")
        let small = tests.door.settings { $0.limits.uploadBytesMax = 500 }
        let large = body(String(repeating: "x", count: 500))
        let said = try await tests.ask(.post, "/upload", headers, body: large, settings: small)
        #expect(said.status == 413 && said.body.contains("Nothing was saved") && said.headers[.connection] == "close")
        #expect(try await tests.ask(.post, "/upload", headers, body: "--B\r\nbroken").status == 400)
    }

    @Test("A form that is too large, or broken, is refused")
    func limits() async throws {
        let headers = ["Content-Type": Self.form]
        let large = "a=" + String(repeating: "x", count: 1_100_000)
        #expect(try await tests.ask(.post, "/add", headers, body: large).status == 413)
        #expect(try await tests.ask(.post, "/add", headers, body: "a=%").status == 400)
        #expect(try await tests.ask(.post, "/add", headers, body: "a=%ff").status == 400)
    }

    @Test(
        "Only names of this machine are answered to (DNS rebinding)",
        arguments: [
            ("localhost", true), ("localhost:8080", true), ("127.0.0.1:1", true), ("[::1]:8080", true),
            ("LOCALHOST", true),
            ("evil.example", false), ("localhost.evil.example", false), ("127.0.0.1.evil.example:80", false),
            ("", false), ("[::1", true), ("trust.leeds.example", false),
        ])
    func hosts(authority: String, answered: Bool) {
        #expect(tests.door.settings().hostNames.contains(FrontDoor.hostName(authority)) == answered)
    }

    @Test(
        "Other machines are not listened to in the clear",
        arguments: [
            ("localhost", "127.0.0.1"), ("127.0.0.1", "127.0.0.1"), ("::1", "::1"), ("0.0.0.0", nil), ("::", nil),
            ("192.168.1.2", nil), ("trust.leeds.example", nil), ("", nil),
        ] as [(String, String?)])
    func binding(host: String, address: String?) throws {
        var settings = ServerSettings(host: host)
        if let address {
            #expect(try settings.address() == address)
        } else {
            #expect(throws: (any Error).self) { try settings.address() }
            settings.proxies = TrustedProxies([try #require(AddressRange("10.0.0.0/8"))])
            #expect(try settings.address() == host)
            settings.proxies = TrustedProxies()
            settings.tls = TLSFiles(certificate: "certificate.pem", key: "key.pem")
            #expect(try settings.address() == host)
        }
    }
}

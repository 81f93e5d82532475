import Cast
import Foundation
import SingleSignOn
import Testing

/// Somebody else's directory, running on loopback, and people who sign in there.
struct CouncilDirectory {
    /// One for all tests: it keeps nothing of one sign-in for the next.
    private static let running = Task { () async throws -> CouncilDirectory in
        struct Listening: Decodable { let issuer: String }
        let provider = try await StandIn.start("sign-on")
        return CouncilDirectory(
            provider: provider, issuer: try await provider.told(Listening.self, containing: "issuer").issuer)
    }

    private let provider: StandIn
    let issuer: String

    static func started() async throws -> CouncilDirectory { try await running.value }

    func settings(_ change: (inout SignOnSettings) -> Void = { _ in }) throws -> SignOnSettings {
        try Self.settings(issuer: issuer, change)
    }

    static func settings(issuer: String, _ change: (inout SignOnSettings) -> Void = { _ in }) throws -> SignOnSettings {
        var settings = try SignOnSettings(
            issuer: issuer, clientID: "trust", clientSecret: "a secret",
            redirect: "http://127.0.0.1:9" + SignOnSettings.backPath)
        settings.label = "your Leeds account"
        change(&settings)
        return settings
    }

    /// Sets a browser out, and has the person sign in there.
    ///
    /// - Parameter person: one of those that `tools/stand-in` knows; `nobody` turns back.
    /// - Returns: where the directory sends the browser back to.
    func signIn(_ person: String, _ browser: Browser, from path: String = "/sign-in/directory") async throws -> String {
        struct Sent: Decodable { let location: String }
        let there = try await browser.get(path)
        let address = try #require(there.headers[.location])
        #expect(there.status == 303 && address.hasPrefix(issuer))
        let items = URLComponents(string: address)?.queryItems ?? []
        let state = try #require(items.first { $0.name == "state" }?.value)
        try provider.tell("\(person) \(address)")
        let location = try await provider.told(Sent.self, containing: state).location
        #expect(location.hasPrefix("http://127.0.0.1:9/"))
        return String(location.dropFirst("http://127.0.0.1:9".count))
    }
}

extension Said {
    /// Where a page has the browser go on to by itself.
    var goesOnTo: String? {
        body.firstMatch(of: /http-equiv="refresh" content="0; url=([^"]*)"/).map {
            String($0.1).replacing("&amp;", with: "&")
        }
    }
}

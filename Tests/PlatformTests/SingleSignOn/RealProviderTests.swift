import Cast
import Foundation
import Outbound
import Testing

@testable import SingleSignOn

@Suite("Single sign-on with somebody else's provider", .timeLimit(.minutes(5)))
struct RealProviderTests {
    private struct Listening: Decodable { let issuer: String }

    private struct Sent: Decodable {
        let status: Int
        let location: String
    }

    /// The whole way: the browser is sent there, signs in, comes back with a code, and the code is exchanged for who
    /// it was.
    @Test("a person signs in")
    func wholeFlow() async throws {
        let provider = try await StandIn.start("sign-on")
        let issuer = try await provider.told(Listening.self, containing: "issuer").issuer
        let back = "http://127.0.0.1:9/back"
        let settings = try SignOnSettings(issuer: issuer, clientID: "trust", clientSecret: "a secret", redirect: back)
        let signOn = SingleSignOn(settings, by: Outbound())
        // The provider's clock is the machine's.
        let now = { Date() }
        let (address, pending) = try await signOn.begin(now: now())
        try provider.tell("alex " + address)
        let sent = try await provider.told(Sent.self, containing: "location")
        #expect(sent.status == 302 && sent.location.hasPrefix(back + "?"))
        let items = URLComponents(string: sent.location)?.queryItems ?? []
        let brought = { (name: String) in items.first { $0.name == name }?.value }
        let claims = try await signOn.finish(
            code: brought("code"), state: brought("state"), error: brought("error"), issuer: brought("iss"),
            pending: pending, now: now())
        #expect(
            claims
                == SingleSignOn.Claims(
                    issuer: issuer, subject: "alex", email: "alex@council.example", emailVerified: true,
                    name: "Alex Example"))

        // A code is good once.
        await #expect {
            _ = try await signOn.finish(
                code: brought("code"), state: brought("state"), pending: pending, now: now())
        } throws: { error in
            if case .refused = error as? SignOnFailure { true } else { false }
        }
    }
}

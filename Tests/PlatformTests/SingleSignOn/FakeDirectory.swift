import Foundation
import Kernel
import Outbound
import Synchronization

@testable import SingleSignOn

/// A directory that says what it is told to say, and counts what it is asked.
final class FakeDirectory: Sendable {
    static let issuer = "https://login.example"
    static let now = Date(timeIntervalSince1970: 1_262_260_800)

    struct Pages: Sendable {
        var description: [String: any Sendable] = [
            "issuer": issuer, "authorization_endpoint": "https://login.example/authorize?tenant=1",
            "token_endpoint": "https://login.example/token", "jwks_uri": "https://login.example/keys",
        ]
        var keys: [UInt8] = []
        var tokens: [UInt8] = []
        var tokenStatus = 200
        var person: [UInt8] = []
    }

    let pages = Mutex(Pages())
    /// What was asked for, in order, with its body and headers.
    let asked = Mutex<[(address: String, body: String)]>([])

    func change(_ work: @Sendable (inout Pages) -> Void) { pages.withLock { work(&$0) } }

    func count(_ address: String) -> Int { asked.withLock { $0.filter { $0.address.hasSuffix(address) }.count } }

    func signOn(_ change: (inout SignOnSettings) -> Void = { _ in }) throws -> SingleSignOn {
        var settings = try SignOnSettings(
            issuer: Self.issuer, clientID: "trust", clientSecret: "a secret:+&", redirect: "https://trust.example/back")
        change(&settings)
        return SingleSignOn(
            settings,
            fetching: SingleSignOn.Fetching(
                get: { [self] address, _ in try answer(address, "") },
                post: { [self] address, body, _ in try answer(address, String(decoding: body, as: UTF8.self)) }))
    }

    private func answer(_ address: WebAddress, _ body: String) throws -> Outbound.Answer {
        asked.withLock { $0.append((address.text, body)) }
        let pages = pages.withLock { $0 }
        let (status, page): (Int, [UInt8]) =
            switch address.text.split(separator: "/").last {
            case "openid-configuration":
                (200, Array(try JSONSerialization.data(withJSONObject: pages.description)))
            case "keys": (200, pages.keys)
            case "token": (pages.tokenStatus, pages.tokens)
            case "person": (200, pages.person)
            default: (404, [])
            }
        return Outbound.Answer(status: status, contentType: "application/json", body: page)
    }

    /// Has the next code answered with a token for this sign-in.
    func issue(for pending: PendingSignOn, key: String = "r1", _ more: [String: any Sendable] = [:]) throws {
        var claims: [String: Any] = [
            "iss": Self.issuer, "aud": "trust", "sub": "alex", "nonce": pending.nonce,
            "exp": Self.now.timeIntervalSince1970 + 300, "iat": Self.now.timeIntervalSince1970,
        ]
        for (name, value) in more { claims[name] = value }
        let token = try Forge.shared.get().token(["alg": "RS256", "kid": key], claims)
        let body = Array(try JSONSerialization.data(withJSONObject: ["id_token": token, "access_token": "access"]))
        change { $0.tokens = body }
    }
}

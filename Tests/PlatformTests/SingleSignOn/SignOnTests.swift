import Cast
import Crypto
import Foundation
import Kernel
import Outbound
import Testing

@testable import SingleSignOn

@Suite("Single sign-on, from beginning to end", .timeLimit(.minutes(5)))
struct SignOnTests {
    static let now = FakeDirectory.now

    private func directory() throws -> FakeDirectory {
        let directory = FakeDirectory(), keys = try Forge.shared.get().keySet()
        directory.change { $0.keys = keys }
        return directory
    }

    private func query(_ address: String) -> [String: String] {
        let items = URLComponents(string: address)?.queryItems ?? []
        return Dictionary(items.map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { _, last in last })
    }

    @Test("the browser is sent with a state, a nonce and a challenge, each new")
    func beginning() async throws {
        let signOn = try directory().signOn()
        let (address, pending) = try await signOn.begin(now: Self.now)
        let asked = query(address)
        #expect(address.hasPrefix("https://login.example/authorize?tenant=1&response_type=code&"))
        #expect(asked["client_id"] == "trust" && asked["redirect_uri"] == "https://trust.example/back")
        #expect(asked["scope"] == "openid email profile" && asked["code_challenge_method"] == "S256")
        #expect(asked["state"] == pending.state && asked["nonce"] == pending.nonce)
        let digest = SHA256.hash(data: Data(pending.verifier.utf8))
        #expect(asked["code_challenge"].flatMap { Base64URL.decode($0) } == Array(digest))
        #expect(!address.contains(pending.verifier) && pending.verifier.utf8.count >= 43)
        let (_, next) = try await signOn.begin(now: Self.now)
        #expect(
            Set([pending.state, pending.nonce, pending.verifier, next.state, next.nonce, next.verifier]).count == 6)
        let kept = try JSONDecoder().decode(PendingSignOn.self, from: JSONEncoder().encode(pending))
        #expect(kept == pending)
    }

    @Test("a code is exchanged for who signed in")
    func finishing() async throws {
        let directory = try directory(), signOn = try directory.signOn()
        let pending = try await signOn.begin(now: Self.now).pending
        try directory.issue(for: pending, ["email": "alex@council.example", "email_verified": "true", "name": "Alex"])
        let claims = try await signOn.finish(code: "c 1", state: pending.state, pending: pending, now: Self.now)
        #expect(
            claims
                == SingleSignOn.Claims(
                    issuer: FakeDirectory.issuer, subject: "alex", email: "alex@council.example", emailVerified: true,
                    name: "Alex"))
        let form = directory.asked.withLock { $0.first { $0.address.hasSuffix("/token") }?.body ?? "" }
        #expect(form.contains("code=c%201&") && form.contains("code_verifier=\(pending.verifier)"))
        #expect(!form.contains("client_secret"))
    }

    @Test("the secret goes in the body for a directory that takes it nowhere else")
    func secretInBody() async throws {
        let directory = try directory(), signOn = try directory.signOn()
        directory.change { $0.description["token_endpoint_auth_methods_supported"] = ["client_secret_post"] }
        let pending = try await signOn.begin(now: Self.now).pending
        try directory.issue(for: pending)
        _ = try await signOn.finish(code: "c", state: pending.state, pending: pending, now: Self.now)
        let form = directory.asked.withLock { $0.first { $0.address.hasSuffix("/token") }?.body ?? "" }
        #expect(form.hasSuffix("client_id=trust&client_secret=a%20secret%3A%2B%26"))
    }

    @Test("an address that is not in the token is asked for, and not of somebody else")
    func person() async throws {
        let directory = try directory(), signOn = try directory.signOn()
        directory.change { $0.description["userinfo_endpoint"] = "https://login.example/person" }
        for (subject, isBelieved) in [("alex", true), ("eve", false)] {
            directory.change { $0.person = Array("{\"sub\":\"\(subject)\",\"email\":\"a@b.example\"}".utf8) }
            let pending = try await signOn.begin(now: Self.now).pending
            try directory.issue(for: pending)
            let claims = try? await signOn.finish(code: "c", state: pending.state, pending: pending, now: Self.now)
            #expect(claims?.email == (isBelieved ? "a@b.example" : nil) && claims?.emailVerified != true)
        }
    }

    @Test("an address is believed as the settings say, and a second proof only from the token")
    func settled() async throws {
        let directory = try directory()
        directory.change { $0.description["userinfo_endpoint"] = "https://login.example/person" }
        directory.change { $0.person = Array(#"{"sub":"alex","upn":"u@b.example","amr":["mfa"]}"#.utf8) }
        let token: [String: any Sendable] = ["email": "a@b.example", "acr": "silver", "amr": ["pwd", "otp"]]
        func claims(_ change: (inout SignOnSettings) -> Void) async throws -> SingleSignOn.Claims {
            let signOn = try directory.signOn(change), pending = try await signOn.begin(now: Self.now).pending
            try directory.issue(for: pending, token)
            return try await signOn.finish(code: "c", state: pending.state, pending: pending, now: Self.now)
        }
        let plain = try await claims { _ in }
        #expect(plain.email == "a@b.example" && !plain.emailVerified && !plain.hasProvedTwice)
        #expect(try await claims { $0.keepsAddresses = true }.emailVerified)
        let other = try await claims { ($0.emailClaim, $0.keepsAddresses) = ("upn", true) }
        #expect(other.email == "u@b.example" && other.emailVerified)
        #expect(try await claims { $0.emailClaim = "upn" }.emailVerified == false)
        #expect(try await claims { $0.emailClaim = "none" }.email == nil)
        for (proofs, counts) in [(["silver"], true), (["otp", "x"], true), (["mfa"], false), (["gold"], false)] {
            #expect(
                try await claims { ($0.secondProofs, $0.emailClaim) = (Set(proofs), "upn") }.hasProvedTwice == counts)
        }
    }

    @Test("an answer to another sign-in, or one too late, or one from elsewhere, signs nobody in")
    func wrongAnswers() async throws {
        let directory = try directory(), signOn = try directory.signOn()
        let pending = try await signOn.begin(now: Self.now).pending,
            other = try await signOn.begin(now: Self.now).pending
        try directory.issue(for: pending)
        func failure(
            state: String?, code: String? = "c", error: String? = nil, issuer: String? = nil, after: TimeInterval = 0
        ) async throws -> SignOnFailure? {
            do {
                _ = try await signOn.finish(
                    code: code, state: state, error: error, issuer: issuer, pending: pending,
                    now: Self.now.addingTimeInterval(after))
                return nil
            } catch let failure as SignOnFailure { return failure }
        }
        #expect(try await failure(state: nil) == .stateMismatch)
        #expect(try await failure(state: other.state) == .stateMismatch)
        #expect(try await failure(state: pending.state, after: 601) == .tooLate)
        #expect(try await failure(state: pending.state, issuer: "https://other.example") == .wrongIssuer)
        #expect(
            try await failure(state: pending.state, code: nil, error: "access_denied")
                == .refused(code: "access_denied"))
        #expect(try await failure(state: pending.state, code: nil) == .refused(code: "no code"))
        #expect(directory.count("/token") == 0)
        try directory.issue(for: other)
        #expect(try await failure(state: pending.state) == .doubted(.nonce))
        directory.change { ($0.tokenStatus, $0.tokens) = (400, Array("{\"error\":\"invalid_grant\"}".utf8)) }
        #expect(try await failure(state: pending.state) == .refused(code: "invalid_grant"))
    }

    @Test("a directory whose answers name it must name itself")
    func namesItself() async throws {
        let directory = try directory(), signOn = try directory.signOn()
        directory.change { $0.description["authorization_response_iss_parameter_supported"] = true }
        let pending = try await signOn.begin(now: Self.now).pending
        try directory.issue(for: pending)
        await #expect(throws: SignOnFailure.wrongIssuer) {
            _ = try await signOn.finish(code: "c", state: pending.state, pending: pending, now: Self.now)
        }
        _ = try await signOn.finish(
            code: "c", state: pending.state, issuer: FakeDirectory.issuer, pending: pending, now: Self.now)
    }

    @Test("new keys are asked for when they are needed, and not at every turn")
    func rotation() async throws {
        let directory = try directory(), signOn = try directory.signOn()
        let without = try Forge.shared.get().keySet(without: "r1"), with = try Forge.shared.get().keySet()
        directory.change { $0.keys = without }
        func finish(after seconds: TimeInterval) async throws -> SignOnFailure? {
            let pending = try await signOn.begin(now: Self.now).pending
            try directory.issue(for: pending)
            do {
                _ = try await signOn.finish(
                    code: "c", state: pending.state, pending: pending, now: Self.now.addingTimeInterval(seconds))
                return nil
            } catch let failure as SignOnFailure { return failure }
        }
        #expect(try await finish(after: 0) == .doubted(.unknownKey))
        #expect(directory.count("/keys") == 1)
        directory.change { $0.keys = with }
        #expect(try await finish(after: 59) == .doubted(.unknownKey))
        #expect(directory.count("/keys") == 1, "asked again within the minute")
        #expect(try await finish(after: 60) == nil)
        #expect(try await finish(after: 61) == nil)
        #expect(directory.count("/keys") == 2 && directory.count("openid-configuration") == 1)
    }

    @Test(
        "a directory that is not what it should be is not used",
        arguments: [
            ["issuer": "https://other.example"], ["issuer": "https://login.example/"],
            ["token_endpoint": "http://login.example/token"], ["jwks_uri": "file:///etc/passwd"],
            ["token_endpoint_auth_methods_supported": ["private_key_jwt"]],
            ["code_challenge_methods_supported": ["plain"]], ["authorization_endpoint": 7],
        ] as [[String: any Sendable]])
    func badDirectories(change: [String: any Sendable]) async throws {
        let directory = try directory()
        directory.change { pages in pages.description.merge(change) { _, new in new } }
        let signOn = try directory.signOn()
        await #expect {
            _ = try await signOn.begin(now: Self.now)
        } throws: { error in
            if case .badDirectory = error as? SignOnFailure { true } else { false }
        }
    }

    @Test("a directory that does not answer")
    func unreachable() async throws {
        let settings = try SignOnSettings(
            issuer: "http://127.0.0.1:1", clientID: "trust", clientSecret: "s", redirect: "https://trust.example/back")
        await #expect(throws: SignOnFailure.unreachable) {
            _ = try await SingleSignOn(settings, by: Outbound()).begin(now: Self.now)
        }
    }
}

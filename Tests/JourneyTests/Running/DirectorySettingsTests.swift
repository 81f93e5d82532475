import App
import Cast
import Doors
import Foundation
import Identity
import Kernel
import Settings
import SingleSignOn
import Store
import Testing

@testable import Workflows

@Suite("How the council's directory is set, and what the doctor says of it", .timeLimit(.minutes(5)))
struct DirectorySettingsTests {
    private static let whole = [
        "THINKCHILD_PUBLIC_URL": "https://trust.example/",
        "THINKCHILD_DIRECTORY_ISSUER": "https://login.example/tenant",
        "THINKCHILD_DIRECTORY_CLIENT_ID": "trust", "THINKCHILD_DIRECTORY_CLIENT_SECRET": "a secret",
    ]

    private func settings(_ change: [String: String?]) throws -> Settings {
        let environment = Self.whole.merging(change.compactMapValues { $0 }) { $1 }.filter {
            change[$0.key] != .some(nil)
        }
        return try Settings.reading(Building.declaredSettings, environment: environment).sound()
    }

    @Test("Set as it should be, it is used; set nowhere, there is none")
    func sound() throws {
        let settings = try #require(
            try SignOnSettings(
                try settings([
                    "THINKCHILD_DIRECTORY_SCOPES": "email", "THINKCHILD_DIRECTORY_SECOND_PROOFS": "mfa, gold",
                    "THINKCHILD_DIRECTORY_CLOCK_SKEW": "2m", "THINKCHILD_DIRECTORY_EMAIL_CLAIM": "upn",
                    "THINKCHILD_DIRECTORY_ADDRESSES": "own",
                ])))
        #expect(settings.redirect.text == "https://trust.example/sign-in/directory/back")
        #expect(settings.scopes == ["openid", "email"] && settings.secondProofs == ["mfa", "gold"])
        #expect(settings.skew == 120 && settings.emailClaim == "upn" && settings.keepsAddresses)
        #expect(try SignOnSettings(try self.settings(["THINKCHILD_DIRECTORY_ISSUER": nil])) == nil)
    }

    @Test(
        "What is missing, or does not go together, is named",
        arguments: [
            (["THINKCHILD_PUBLIC_URL": nil], "public-url"), (["THINKCHILD_DIRECTORY_CLIENT_ID": nil], "client-id"),
            (["THINKCHILD_DIRECTORY_CLIENT_SECRET": nil], "client-secret"),
            (["THINKCHILD_DIRECTORY_EMAIL_CLAIM": "upn"], "directory.addresses"),
            (["THINKCHILD_DIRECTORY_ISSUER": "https://login.example/?tenant=1"], "sign-on"),
        ] as [([String: String?], String)])
    func unsound(change: [String: String?], name: String) async throws {
        let settings = try settings(change)
        #expect {
            _ = try SignOnSettings(settings)
        } throws: { error in
            "\(error)".contains(name)
        }
        let lines = await DirectoryDoctor.lines(at: Date()) { () throws(Refusal) in try SignOnSettings(settings) }
        #expect(lines.count == 1 && lines[0].state == .wrong && !lines[0].mend.isEmpty)
    }

    @Test("Only where there is a directory can passwords be for administrators only")
    func passwords() async throws {
        for (issuer, wanted) in [
            (Self.whole["THINKCHILD_DIRECTORY_ISSUER"], IdentitySettings.Passwords.administrators), (nil, .everyone),
        ] {
            let settings = try settings([
                "THINKCHILD_DIRECTORY_ISSUER": issuer, "THINKCHILD_PASSWORDS": "administrators",
            ])
            let house = Building().house(over: try Store.open(.memory), configuration: settings)
            #expect(house.identity?.settings.passwords == wanted)
            #expect((house.directory == nil) == (issuer == nil))
        }
    }

    @Test("The doctor finds a directory that answers, one that does not, and one that calls itself by another name")
    func doctor() async throws {
        let issuer = try await CouncilDirectory.started().issuer
        func line(_ issuer: String) async throws -> DoctorLine? {
            let settings = try CouncilDirectory.settings(issuer: issuer)
            return await DirectoryDoctor.lines(at: Date()) { () throws(Refusal) in settings }.first
        }
        #expect(try await line(issuer)?.state == .fine)
        let away = try #require(try await line("http://127.0.0.1:1"))
        #expect(away.state == .wrong && away.sentence.contains("does not answer"))
        let other = try #require(try await line(issuer + "/"))
        #expect(other.state == .wrong && other.sentence.contains("another name"))
        #expect(await DirectoryDoctor.lines(at: Date()) { () throws(Refusal) in nil }.isEmpty)
    }
}

import App
import Cast
import Doors
import Foundation
import Mail
import Sealing
import ServiceLifecycle
import Settings
import Store
import Testing

@testable import Server

@Suite("A service that runs sends what is written", .timeLimit(.minutes(5)))
struct SendingTests {
    private struct Listening: Decodable { let ports: [String: Int] }

    @Test("a letter written beside a running service is delivered by it", arguments: Engine.allForTests)
    func sending(engine: Engine) async throws {
        let mail = try await StandIn.start("smtp"), building = Building()
        let port = try await mail.told(Listening.self, containing: "ports").ports["password"] ?? 0
        let settings = try Settings.reading(
            Building.declaredSettings,
            environment: [
                "THINKCHILD_SMTP_URL": "smtp://127.0.0.1:\(port)", "THINKCHILD_SMTP_USER": "trust",
                "THINKCHILD_SMTP_PASSWORD": "opensesame", "THINKCHILD_MAIL_FROM": "Trust <trust@example.org>",
                "THINKCHILD_MASTER_KEY": MasterKey.forTests.text,
            ]
        ).sound()
        let store = try await building.openStore(
            try await freshLocation(on: engine), configuration: settings, at: Date())
        let house = building.house(over: store, configuration: settings)
        var door = ServerSettings()
        door.port = 0
        let services = try makeServices(house: house, modules: [], settings: door, signals: [], whenListening: { _ in })
        let running = Task { try await services.run() }

        let now = Date()
        let letter = Letter(
            to: try MailAddress("alex@example.org"), subject: try SubjectLine("Hello"), text: "It works")
        let id = try await store.write { tx in try tx.send(letter, at: now) }
        #expect(try await mail.line(containing: "alex@example.org").contains("It works"))
        await services.triggerGracefulShutdown()
        try await running.value
        #expect(try await store.read { tx in try tx.letter(id) }?.state(at: now) == .sent)
    }

    @Test("a mail server without a sender is said, and letters wait")
    func withoutSender() async throws {
        let (reports, report) = AsyncStream.makeStream(of: String.self)
        let building = Building()
        let settings = try Settings.reading(
            Building.declaredSettings, environment: ["THINKCHILD_SMTP_URL": "smtp://127.0.0.1:1"]
        ).sound()
        let store = try await building.openStore(.memory, configuration: settings, at: Date())
        let background = try #require(building.house(over: store, configuration: settings).background.first)
        let running = Task { await background.run({ Date() }, { sentence in report.yield(sentence) }) }
        #expect(await reports.first { _ in true } == "Letters wait: mail.server is set, and mail.from is not")
        running.cancel()
        await running.value
    }

    @Test(
        "settings that cannot be are refused with a reason, and a password is not printed",
        arguments: [
            "THINKCHILD_SMTP_URL": "http://mail.example.org", "THINKCHILD_MAIL_FROM": "nobody",
            "THINKCHILD_PUBLIC_URL": "http://trust.example.org",
        ])
    func settings(variable: String, value: String) throws {
        let reading = Settings.reading(
            Building.declaredSettings, environment: [variable: value, "THINKCHILD_SMTP_PASSWORD": "opensesame"])
        #expect(reading.problems.count == 1)
        let shown = Building.declaredSettings.map { reading.settings.shown($0) }
        #expect(!shown.contains { $0.contains("opensesame") })
    }
}

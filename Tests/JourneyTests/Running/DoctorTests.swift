import App
import Cast
import Foundation
import Kernel
import Ledger
import Settings
import Store
import Testing

@testable import Server
@testable import Workflows

@Suite("What is wrong with an installation")
struct DoctorTests {
    private let building = Building()
    private let now = Writers.noon.addingTimeInterval(60)
    private let folder = FileManager.default.temporaryDirectory.appending(path: "doctor-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func lines(_ location: Location, at moment: Date? = nil) async -> [DoctorLine] {
        await DatabaseDoctor(location, schemas: building.schemas, at: moment ?? now).lines()
    }

    private func place(_ engine: Engine) async throws -> Location {
        let location = try await freshLocation(on: engine)
        let store = try await building.openStore(location, configuration: .keyed, at: now)
        try await store.write { tx in try tx.record(Writers.fact("one"), by: .keyboard, at: Writers.noon) }
        store.close()
        return location
    }

    @Test("A database that is well is found so; a server that may forget is not", arguments: Engine.allForTests)
    func well(engine: Engine) async throws {
        let location = try await place(engine)
        // The server's own clock is compared with this machine's.
        let lines = await lines(location, at: Date())
        let wrong = lines.filter { $0.state == .wrong }.map(\.name)
        let store = try Store.open(location, settings: .forTests)
        // The server that the tests start keeps nothing on its disk, and the doctor says so.
        let forgets = try await store.condition().settings["fsync"] == "off"
        store.close()
        #expect(wrong == (forgets ? ["durability"] : []), "\(lines)")
        for name in ["database", "migrations", "ledger", "clock"] {
            #expect(lines.contains { $0.name == name && $0.state == .fine }, "\(name) in \(lines)")
        }
        #expect(lines.allSatisfy { ($0.state == .fine) == $0.mend.isEmpty })
        #expect(lines.exitCode == (wrong.isEmpty ? 0 : 1))
    }

    @Test("Who may open the file, and who may not write its folder, is found")
    func permissions() async throws {
        guard case .file(let path) = try await place(.sqlite) else { return }
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        #expect(await lines(.file(path)).contains { $0.name == "permissions" && $0.state == .wrong })
        #expect(await lines(.file("/proc/nothing/x.sqlite")).contains { $0.name == "folder" && $0.state != .fine })
    }

    @Test("A ledger whose end was tampered with is found", arguments: Engine.allForTests)
    func tampered(engine: Engine) async throws {
        let location = try await place(engine)
        let store = try Store.open(location, settings: .forTests)
        try await Ledger(store: store).seal()
        try await store.write { tx in
            try tx.run(
                engine == .sqlite
                    ? "DROP TRIGGER ledger_fact_no_update" : "DROP TRIGGER ledger_fact_kept ON ledger_fact")
            try tx.run("UPDATE ledger_fact SET sentence = 'It was always so'")
        }
        store.close()
        let line = try #require(await lines(location).first { $0.name == "ledger" })
        #expect(line.state == .wrong && line.sentence.contains("position 1"))
    }

    @Test("A clock that went back, a newer database, and no database at all are found")
    func otherwise() async throws {
        let location = try await place(.sqlite)
        let back = await lines(location, at: Writers.noon.addingTimeInterval(-3_600))
        #expect(back.contains { $0.name == "clock" && $0.state == .wrong })
        let unset = await lines(location, at: Date(timeIntervalSince1970: 0))
        #expect(unset.contains { $0.name == "clock" && $0.state == .wrong })
        let store = try Store.open(location, settings: .forTests)
        let next = Schema(
            room: "future", migrations: [Migration("0001-next", Array("CREATE TABLE future_x (a TEXT);".utf8))])
        try await store.migrate(building.schemas + [next])
        store.close()
        #expect(await lines(location).contains { $0.name == "migrations" && $0.state == .wrong })
        let none = await lines(.file(folder.appending(path: "none.sqlite").path))
        #expect(none.contains { $0.name == "database" && $0.state == .warning } && none.exitCode == 0)
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "none.sqlite").path))
        try Data("no database".utf8).write(to: folder.appending(path: "text.sqlite"))
        let text = await lines(.file(folder.appending(path: "text.sqlite").path))
        #expect(text.contains { $0.name == "database" && $0.state == .wrong } && text.exitCode == 1)
    }

    private func settingsLines(_ environment: [String: String]) -> [DoctorLine] {
        let reading = Settings.reading(Building.declaredSettings, environment: environment)
        return SettingsDoctor.lines(reading, secret: Settings.secret)
            + DoorDoctor.lines(reading.settings, at: DoorHouse.now)
    }

    @Test(
        "What was decided badly is found",
        arguments: [
            ([:], "secret", "warning"),
            (["THINKCHILD_SECRET": "changeme-changeme-changeme-changeme"], "secret", "wrong"),
            (["THINKCHILD_SECRET": String(repeating: "ab", count: 20)], "secret", "wrong"),
            (["THINKCHILD_SECRET": "9f2c41e07ab3d58860c1f4e2a7b39d55"], "secret", "fine"),
            (["THINKCHILD_PORT": "http"], "settings", "wrong"), (["THINKCHILD_PROT": "1"], "settings", "warning"),
            (["THINKCHILD_HOST": "0.0.0.0"], "door", "wrong"), (["THINKCHILD_TLS_KEY": "/x"], "door", "wrong"),
            (["THINKCHILD_HOST": "0.0.0.0", "THINKCHILD_TRUSTED_PROXIES": "10.0.0.1"], "door", "warning"),
            (["THINKCHILD_ASSETS": "/nowhere"], "assets", "wrong"),
        ] as [([String: String], String, String)])
    func settings(environment: [String: String], name: String, state: String) {
        let lines = settingsLines(environment)
        #expect(lines.contains { $0.name == name && $0.state.rawValue == state }, "\(lines)")
    }

    @Test("A certificate that is about to end is warned of, and one that everybody may use is wrong")
    func certificates() throws {
        let files = try TestCertificate.files()
        let environment = ["THINKCHILD_TLS_CERTIFICATE": files.certificate, "THINKCHILD_TLS_KEY": files.key]
        let settings = Settings.reading(Building.declaredSettings, environment: environment).settings
        let end = try files.expiry()
        for (days, state) in [(30.0, DoctorLine.State.fine), (5, .warning), (-1, .wrong)] {
            let lines = DoorDoctor.lines(settings, at: end.addingTimeInterval(-days * 86_400 - 60))
            #expect(lines.contains { $0.name == "certificate" && $0.state == state }, "\(days): \(lines)")
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: files.key)
        #expect(
            DoorDoctor.lines(settings, at: DoorHouse.now).contains { $0.name == "certificate" && $0.state == .wrong })
    }
}

import App
import Cast
import Doors
import Foundation
import Kernel
import Ledger
import Records
import Store
import Testing

@testable import Sealing
@testable import Workflows

/// What is withheld of an interest through changes of keys, backups and erasure.
@Suite("Keys of sensitive interests", .serialized)
struct InterestKeysTests {
    private static let officer = Caller(name: "mo", roles: [.monitoring, .clerk])

    private func run(
        _ line: [String], by caller: Caller, in house: KeyHouse, with more: [String: String] = [:]
    ) async throws -> String {
        let store = try await house.open(more)
        defer { store.close() }
        let verb = try #require(
            house.building.verbs.filter { line.starts(with: $0.name.split(separator: " ").map(String.init)) }
                .max { $0.name.count < $1.name.count })
        let rest = Array(line.dropFirst(verb.name.split(separator: " ").count))
        let inner = house.building.house(over: store, configuration: try house.settings(more))
        return try await verb.run(rest, caller: caller, now: KeyHouse.noon, house: inner).text
    }

    private func house(_ engine: Engine) async throws -> KeyHouse {
        let house = try await KeyHouse(engine)
        let people = ["mia", "otto"].map { ["person", $0, "name=\($0.capitalized) Example"] }
        for line in people + WithheldInterest.lines {
            _ = try await run(WithheldInterest.adding(line), by: .keyboard, in: house)
        }
        let kept = [("declaration", "declared")] + WithheldInterest.kept
        let line = ["sensitive-interest", WithheldInterest.id] + kept.map { "\($0.0)=\($0.1)" }
        _ = try await run(WithheldInterest.adding(line), by: Self.officer, in: house)
        return house
    }

    private func shown(in house: KeyHouse, with more: [String: String] = [:]) async throws -> String {
        try await run(
            ["record", "show", "sensitive-interest", WithheldInterest.id], by: Self.officer, in: house, with: more)
    }

    private func isWhole(_ house: KeyHouse, with more: [String: String] = [:]) async throws -> Bool {
        let store = try await house.open(more)
        defer { store.close() }
        let agrees = try await CompareWithLedger(house.building.registry).perform(in: store).agrees
        return try await Ledger(store: store).verify().isWhole && agrees
    }

    @Test("another master key, and another key of the member's, open it as before", arguments: Engine.allForTests)
    func rotated(engine: Engine) async throws {
        let house = try await house(engine)
        let old =
            engine == .sqlite
            ? try #require(try MasterKeyFile(house.file("trust.sqlite.key")).read()).text : MasterKey.forTests.text
        try await house.run("keys", "new", house.file("new.key"))
        let one = ["THINKCHILD_MASTER_KEY_FILE": house.file("new.key")]
        try await house.run("keys", "rotate-master", with: one.merging(["THINKCHILD_MASTER_KEY_OLD": old]) { $1 })
        #expect(try await shown(in: house, with: one).contains("Quillon"))
        try await house.run("keys", "rotate", "person:mia", with: one)
        #expect(try await shown(in: house, with: one).contains("Quillon"))
        #expect(try await isWhole(house, with: one))
    }

    @Test("erased with the member, it stays erased when an older backup is put back", arguments: Engine.allForTests)
    func erased(engine: Engine) async throws {
        let house = try await house(engine)
        try await house.run("backup", house.file("old.backup"))
        let backup = try Data(contentsOf: URL(fileURLWithPath: house.file("old.backup")))
        for word in WithheldInterest.words { #expect(backup.firstRange(of: Data(word.utf8)) == nil) }
        #expect(try await restore(in: house).contains("Quillon"))
        try await house.run("erase", "person:mia", "--reason", "the retention schedule", "--yes")
        for shown in [try await shown(in: house), try await restore(in: house)] {
            #expect(shown.contains("rased on 31 March 2026 under: the retention schedule"), "\(shown)")
            #expect(!WithheldInterest.holds(shown))
            #expect(try await isWhole(house))
        }
    }

    /// - Returns: what is shown once the backup was put back.
    private func restore(in house: KeyHouse) async throws -> String {
        let verb = try #require(house.building.verbs.first { $0.name == "restore" })
        let none = try await house.building.openStore(.memory, at: KeyHouse.noon)
        defer { none.close() }
        // What is put aside is named for the moment, and a test server may be used again.
        _ = try await verb.run(
            [house.file("old.backup"), "--yes"], caller: .keyboard,
            now: KeyHouse.noon.addingTimeInterval(.random(in: 1...9e8)),
            house: house.building.house(over: none, configuration: try house.settings()))
        return try await shown(in: house)
    }
}

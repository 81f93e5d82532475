import App
import Cast
import Foundation
import Kernel
import Ledger
import Settings
import Store
import Testing

@testable import Workflows

/// Before a newer version changes the tables of a SQLite database, a backup of it is taken.
@Suite("A backup before an upgrade")
struct UpgradeBackupTests {
    private let building = Building()
    private let folder = FileManager.default.temporaryDirectory.appending(path: "upgrade-\(UUID().uuidString)")
    private let now = Date(timeIntervalSince1970: 1_772_712_000)
    private var database: String { folder.appending(path: "thinkchild.sqlite").path }

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func backups() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".backup") }.sorted()
    }

    private func makeOlder(at path: String? = nil) async throws {
        let store = try Store.open(.file(path ?? database), settings: .forTests)
        try await store.migrate(building.olderSchemas)
        try await store.write { tx in try tx.record(Writers.fact("old"), by: .keyboard, at: Writers.noon) }
        store.close()
    }

    @Test("It is taken once, before the tables are touched, and can be put back")
    func taken() async throws {
        try await makeOlder()
        for _ in 0..<2 {
            let store = try await building.openStore(.file(database), configuration: .keyed, at: now)
            #expect(try await store.pending(building.schemas) == .none)
            #expect(try await Writers.held(in: store) == ["old"])
            store.close()
        }
        let backup = try #require(try backups().first)
        #expect(try backups() == [backup] && backup == "thinkchild.sqlite.upgrade-20260305T120000Z.backup")
        let path = folder.appending(path: backup).path
        let older = building.olderSchemas.flatMap { schema in schema.migrations.map { "\(schema.room)/\($0.name)" } }
        #expect(try BackupFile(reading: path).manifest.migrations == older.sorted())
        let elsewhere = folder.appending(path: "elsewhere.sqlite").path
        _ = try await RestoreBackup(schemas: building.schemas)(from: path, into: .file(elsewhere), at: now)
    }

    @Test("None is taken of a new database, nor of one that is up to date, nor where none are to be kept")
    func notTaken() async throws {
        for _ in 0..<2 { try await building.openStore(.file(database), configuration: .keyed, at: now).close() }
        #expect(try backups().isEmpty)
        // Elsewhere: a reader of the first may still be letting go of its files.
        let other = folder.appending(path: "other.sqlite").path
        try await makeOlder(at: other)
        let none = try Settings.reading(
            Building.declaredSettings, environment: ["THINKCHILD_BACKUPS_KEEP": "0"]
        ).sound()
        try await building.openStore(.file(other), configuration: none, at: now).close()
        #expect(try backups().isEmpty)
    }

    @Test("Only the youngest are kept, and nobody else's files are touched")
    func forgotten() async throws {
        try await makeOlder()
        let old = (1...4).map { "thinkchild.sqlite.upgrade-2020010\($0)T000000Z.backup" }
        for name in old + ["mine.backup", "other.sqlite.upgrade-20200101T000000Z.backup"] {
            try Data().write(to: folder.appending(path: name))
        }
        try await building.openStore(.file(database), configuration: .keyed, at: now).close()
        #expect(
            try backups() == [
                "mine.backup", "other.sqlite.upgrade-20200101T000000Z.backup", old[2], old[3],
                "thinkchild.sqlite.upgrade-20260305T120000Z.backup",
            ])
    }

    @Test("Where it cannot be taken, nothing is upgraded")
    func cannotBeTaken() async throws {
        try await makeOlder()
        let stamp = folder.appending(path: "thinkchild.sqlite.upgrade-20260305T120000Z.backup")
        // A folder of that name with something in it cannot be replaced by a file.
        try FileManager.default.createDirectory(at: stamp.appending(path: "x"), withIntermediateDirectories: true)
        await #expect(throws: Refusal.self) {
            try await building.openStore(.file(database), configuration: .keyed, at: now)
        }
        let store = try Store.open(.file(database), settings: .forTests)
        #expect(try await store.pending(building.schemas) != .none)
        store.close()
    }
}

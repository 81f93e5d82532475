import App
import Cast
import Doors
import Foundation
import Kernel
import Ledger
import Records
import Store
import Testing

@testable import Workflows

/// A SQLite database as any earlier version left it, with facts and records in it: a backup of it is taken as it is,
/// and it is brought up to date. PostgreSQL takes no backup before an upgrade.
@Suite("Tables of every earlier version")
struct EarlierTablesTests {
    /// How many migrations each room had in the first version that anybody was given; a room that is not here had none.
    private static let first = [
        "ledger": 2, "records": 1, "jobs": 1, "mail": 1, "places": 2, "partners": 2, "arrangements": 1, "identity": 1,
        "drafts": 1,
    ]

    private let building = Building()
    private let now = Date(timeIntervalSince1970: 1_772_712_000)
    private let folder = FileManager.default.temporaryDirectory.appending(path: "earlier-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func file(_ name: String) -> String { folder.appending(path: name).path }

    /// What the tables may have been: each room alone as it was at each step since then, and all as they were then.
    private var earlier: [(name: String, schemas: [Schema])] {
        func cut(_ schema: Schema, to count: Int) -> Schema {
            Schema(room: schema.room, migrations: Array(schema.migrations.prefix(count)))
        }
        var earlier: [(name: String, schemas: [Schema])] = []
        for (place, schema) in building.schemas.enumerated() {
            for count in (Self.first[schema.room] ?? 0)..<schema.migrations.count {
                var schemas = building.schemas
                schemas[place] = cut(schema, to: count)
                earlier.append(("\(schema.room)-\(count)", schemas))
            }
        }
        earlier.append(("all", building.schemas.map { cut($0, to: Self.first[$0.room] ?? 0) }))
        return earlier
    }

    private func export(_ store: Store) async throws -> String {
        let registry = building.registry
        return ExportRecords(registry).text(of: try await store.read { tx in try tx.loadBook(registry) })
    }

    @Test("Whatever room was a step behind, the backup is taken, can be put back, and the service starts")
    func everyStep() async throws {
        let whole = try await building.openStore(.file(file("whole.sqlite")), configuration: .keyed, at: now)
        let verb = try #require(building.verbs.first { $0.name == "import" })
        let leeds = ["data", "2006"].map { Golden.root.appending(path: "examples/leeds/\($0)").path }
        _ = try await verb.run(
            leeds + ["--yes"], caller: .keyboard, now: now,
            house: building.house(over: whole, settings: HouseSettings()))
        let facts = try await Ledger(store: whole).verify().facts
        #expect(facts > 10)
        let steps = earlier
        #expect(steps.contains { $0.name == "ledger-2" } && steps.contains { $0.name == "mail-1" })
        for (name, schemas) in steps {
            let path = file("\(name).sqlite")
            try await whole.copy(to: path, schemas: building.schemas)
            try await EarlierTables(schemas).make(in: path)
            let store: Store
            do { store = try await building.openStore(.file(path), configuration: .keyed, at: now) } catch {
                Issue.record("\(name): \(error)")
                continue
            }
            #expect(try await store.pending(building.schemas) == .none, "\(name)")
            let verdict = try await Ledger(store: store).verify()
            #expect(verdict.isWhole && verdict.facts == facts, "\(name): \(verdict)")
            let records = try await export(store)
            #expect(records.count > 1_000, "\(name)")
            let backup = "\(path).upgrade-20260305T120000Z.backup", elsewhere = file("\(name)-back.sqlite")
            let done = schemas.flatMap { schema in schema.migrations.map { "\(schema.room)/\($0.name)" } }
            #expect(try BackupFile(reading: backup).manifest.migrations == done.sorted(), "\(name)")
            _ = try await RestoreBackup(schemas: building.schemas)(
                from: backup, into: .file(elsewhere), keys: KeyFile("\(path).upgrade.keys"), at: now)
            let restored = try await building.openStore(.file(elsewhere), configuration: .keyed, at: now)
            #expect(try await export(restored) == records, "\(name)")
            // And life goes on in it.
            try await restored.write { tx in try tx.record(Writers.fact("after"), by: .keyboard, at: Writers.noon) }
            #expect(try await Ledger(store: restored).verify().isWhole, "\(name)")
            restored.close()
            store.close()
        }
        whole.close()
    }
}

/// Makes the tables of a SQLite database what earlier schemas say, and leaves what they hold.
private struct EarlierTables {
    let schemas: [Schema]

    init(_ schemas: [Schema]) { self.schemas = schemas }

    /// What SQLite says of the tables: each thing's kind by its name, and each table's columns.
    private struct Shape: Sendable {
        let kinds: [String: String]
        let columns: [String: [String]]

        init(_ tx: Transaction) throws {
            let held = try tx.rows(
                "SELECT name, type FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY name"
            ).map { ($0.text(0), $0.text(1)) }
            kinds = Dictionary(uniqueKeysWithValues: held)
            columns = try Dictionary(
                uniqueKeysWithValues: held.filter { $0.1 == "table" }.map { name, _ in
                    (name, try tx.rows("PRAGMA table_info(\(raw: name))").map { $0.text(1) })
                })
        }
    }

    func make(in path: String) async throws {
        let model = try Store.open(.file(path + ".model"), settings: .forTests)
        try await model.migrate(schemas)
        let wanted = try await model.read { try Shape($0) }
        model.close()
        let store = try Store.open(.file(path), settings: .forTests)
        defer { store.close() }
        let names = Set(schemas.flatMap { schema in schema.migrations.map { "\(schema.room)/\($0.name)" } })
        try await store.write { tx in
            let held = try Shape(tx)
            // Triggers and indexes first, since a column that they use cannot go; of tables the youngest first, since
            // they point at the older.
            for kind in ["trigger", "index"] {
                let extra = held.kinds.filter { $0.value == kind && wanted.kinds[$0.key] == nil }
                for name in extra.keys.sorted() {
                    try tx.run("DROP \(raw: kind) \(raw: name)")
                }
            }
            let tables = try tx.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid DESC")
                .map { $0.text(0) }
            for table in tables {
                guard let columns = held.columns[table] else { continue }
                guard let kept = wanted.columns[table] else {
                    try tx.run("DROP TABLE \(raw: table)")
                    continue
                }
                for column in columns where !kept.contains(column) {
                    try tx.run("ALTER TABLE \(raw: table) DROP COLUMN \(raw: column)")
                }
            }
            for row in try tx.rows("SELECT room, name FROM store_migration") {
                let (room, name) = (row.text(0), row.text(1))
                if names.contains("\(room)/\(name)") { continue }
                try tx.run("DELETE FROM store_migration WHERE room = \(room) AND name = \(name)")
            }
        }
    }
}

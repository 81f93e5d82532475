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

/// Backups are taken while people write, and put back whole: on each engine, and from each to the other.
@Suite("Backup and restore", .serialized)
struct BackupTests {
    private let building = Building()
    private let now = Date(timeIntervalSince1970: 1_772_712_000)
    private let folder = FileManager.default.temporaryDirectory.appending(path: "backup-\(UUID().uuidString)")
    private var take: TakeBackup { TakeBackup(schemas: building.schemas, version: Building.version) }
    private var restore: RestoreBackup { RestoreBackup(schemas: building.schemas) }

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func file(_ name: String = "thinkchild.backup") -> String { folder.appending(path: name).path }

    /// Nobody else's: on PostgreSQL the service is told from others by the name that it gives itself.
    private func freshPlace(_ engine: Engine) async throws -> Location {
        guard case .postgres(let url) = try await freshLocation(on: engine) else {
            return .file(folder.appending(path: "\(UUID().uuidString).sqlite").path)
        }
        return .postgres("\(url)&application_name=drill-\(UUID().uuidString.prefix(8))")
    }

    /// A database with something of every kind in it.
    private func filled(_ location: Location) async throws -> Store {
        let store = try await building.openStore(location, configuration: .keyed, at: now)
        let verb = try #require(building.verbs.first { $0.name == "import" })
        let leeds = ["data", "2006", "2009", "2010", "2011-proposed"].map {
            Golden.root.appending(path: "examples/leeds/\($0)").path
        }
        let house = building.house(over: store, settings: HouseSettings())
        _ = try await verb.run(leeds + ["--yes"], caller: .keyboard, now: now, house: house)
        return store
    }

    private func export(_ store: Store) async throws -> String {
        let registry = building.registry
        return ExportRecords(registry).text(of: try await store.read { tx in try tx.loadBook(registry) })
    }

    @Test(
        "The drill: what was acknowledged before the backup began is in it, and all of it fits",
        arguments: Engine.allForTests)
    func drill(engine: Engine) async throws {
        let store = try await filled(try await freshPlace(engine))
        let writers = Writers(store)
        async let working: Void = writers.work(hands: 8)
        defer { writers.stop() }
        try await writers.more(100)
        let before = writers.acknowledged
        let manifest = try await take(of: store, to: file(), at: now)
        try await writers.more(100)
        writers.stop()
        await working
        #expect(writers.troubles == [] && before.count >= 100)
        for target in Engine.allForTests {
            let place = try await freshPlace(target)
            let outcome = try await restore(from: file(), into: place, at: now)
            #expect(outcome.manifest == manifest && outcome.keptAs == nil)
            let restored = try Store.open(place, settings: .forTests)
            defer { restored.close() }
            #expect(try await restored.pending(building.schemas) == .none)
            let held = try await Writers.held(in: restored)
            #expect(before.isSubset(of: held), "\(before.subtracting(held).count) acknowledged writes are gone")
            #expect(try await export(restored) == export(store))
            // It is a database like any other: it is written, and proved.
            try await restored.write { tx in try tx.record(Writers.fact("after"), by: .keyboard, at: Writers.noon) }
            let verdict = try await Ledger(store: restored).verify()
            #expect(verdict.isWhole && verdict.facts == manifest.facts + 1, "\(verdict)")
        }
        store.close()
    }

    @Test(
        "A database that the service has open is not replaced; a closed one is, and kept", arguments: Engine.allForTests
    )
    func replacing(engine: Engine) async throws {
        let source = try await filled(try await freshPlace(engine))
        _ = try await take(of: source, to: file(), at: now)
        source.close()
        let place = try await freshPlace(engine)
        let store = try await building.openStore(place, configuration: .keyed, at: now)
        try await store.write { tx in try tx.record(Writers.fact("held"), by: .keyboard, at: Writers.noon) }
        await #expect(throws: Refusal.self) { try await restore(from: file(), into: place, at: now) }
        #expect(try await Writers.held(in: store) == ["held"])
        _ = try await restore(from: file(), into: place, at: now, isRehearsal: true)
        #expect(try await Writers.held(in: store) == ["held"])
        store.close()
        // The schema that is put aside is named for it, and a test server may be used again.
        let moment = Date(timeIntervalSince1970: Double(Int.random(in: 1_800_000_000...4_000_000_000)))
        let outcome = try await restore(from: file(), into: place, at: moment)
        let aside = try #require(outcome.keptAs)
        let restored = try await building.openStore(place, configuration: .keyed, at: now)
        #expect(try await Writers.held(in: restored).isEmpty)
        #expect(try await Ledger(store: restored).verify().facts == outcome.manifest.facts)
        restored.close()
        #expect(try await held(aside, beside: place) == ["held"])
    }

    /// What the database that was replaced still holds.
    private func held(_ aside: String, beside place: Location) async throws -> Set<String> {
        switch place {
        case .memory: return []
        case .file:
            let kept = try Store.open(.file(aside), settings: .forTests)
            defer { kept.close() }
            return try await Writers.held(in: kept)
        case .postgres(let url):
            let schema = try #require(aside.split(separator: " ").last)
            let kept = try Store.open(.postgres(url + "&options=-csearch_path%3D\(schema)"), settings: .forTests)
            defer { kept.close() }
            return try await Writers.held(in: kept)
        }
    }

    @Test("A backup with any byte changed, or its end cut off, is refused, and nothing is replaced")
    func damaged() async throws {
        let store = try await filled(try await freshPlace(.sqlite))
        _ = try await take(of: store, to: file(), at: now)
        store.close()
        let whole = try Data(contentsOf: URL(fileURLWithPath: file()))
        let place = try await freshPlace(.sqlite)
        var dice = Dice(seed: 8)
        for turn in 0..<40 {
            var bytes = whole
            if turn == 0 {
                bytes.removeLast()
            } else if turn == 1 {
                bytes.append(0)
            } else {
                // Half of them where they do the most harm: in what the backup says of itself.
                let at = Int.random(in: 0..<(turn.isMultiple(of: 2) ? 600 : bytes.count), using: &dice)
                bytes[at] = bytes[at] &+ UInt8.random(in: 1...255, using: &dice)
            }
            try bytes.write(to: URL(fileURLWithPath: file("damaged")))
            // A moment or an engine's name may be another and still make sense: those prove nothing of the records.
            do {
                let outcome = try await restore(from: file("damaged"), into: place, at: now, isRehearsal: true)
                let (said, held) = (outcome.manifest, try BackupFile(reading: file()).manifest)
                #expect(said.digest == held.digest && said.chain == held.chain && said != held)
            } catch is Refusal {
                continue
            }
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy { !$0.contains("restoring") })
    }

    @Test("A database that is damaged is replaced, and neither it nor its log is mixed with what is put in its place")
    func overDamage() async throws {
        let store = try await filled(try await freshPlace(.sqlite))
        _ = try await take(of: store, to: file(), at: now)
        // A log with something in it, as a process that was killed leaves one.
        guard case .file(let source) = store.location else { return }
        try await store.write { tx in try tx.record(Writers.fact("lost"), by: .keyboard, at: Writers.noon) }
        let place = file("broken.sqlite")
        try FileManager.default.copyItem(atPath: source + "-wal", toPath: place + "-wal")
        store.close()
        try Data(repeating: 0x55, count: 8_192).write(to: URL(fileURLWithPath: place))
        let outcome = try await restore(from: file(), into: .file(place), at: now)
        let aside = try #require(outcome.keptAs)
        #expect(FileManager.default.fileExists(atPath: aside + "-wal"))
        let restored = try await building.openStore(.file(place), configuration: .keyed, at: now)
        #expect(try await Writers.held(in: restored).isEmpty)
        #expect(try await Ledger(store: restored).verify().facts == outcome.manifest.facts)
        restored.close()
    }

    @Test("A backup whose records were changed and its digest made anew is found out by the ledger")
    func forged() async throws {
        let store = try await filled(try await freshPlace(.sqlite))
        let manifest = try await take(of: store, to: file(), at: now)
        store.close()
        let inside = file("inside.sqlite")
        try BackupFile(reading: file()).extract(to: inside)
        let forger = try Store.open(.file(inside), settings: .forTests)
        try await forger.write { tx in
            try tx.run("DROP TRIGGER ledger_fact_no_update")
            try tx.run("UPDATE ledger_fact SET sentence = 'It was always so' WHERE number = 3")
        }
        forger.close()
        try StoreFile.settle(inside)
        let (bytes, digest) = try BackupFile.measure(inside)
        let forged = BackupManifest(like: manifest, bytes: bytes, digest: digest)
        try BackupFile.write(forged, inside, to: file("forged"))
        let refusal = await #expect(throws: Refusal.self) {
            try await restore(from: file("forged"), into: .file(file("target.sqlite")), at: now)
        }
        #expect(refusal?.sentences.joined().contains("position 3") == true, "\(String(describing: refusal))")
        #expect(!FileManager.default.fileExists(atPath: file("target.sqlite")))
    }

    @Test("A backup of a newer version is refused; one of an older version is brought up to date")
    func versions() async throws {
        let newer = Schema(
            room: "future", migrations: [Migration("0001-next", Array("CREATE TABLE future_x (a TEXT);".utf8))])
        let store = try Store.open(try await freshPlace(.sqlite), settings: .forTests)
        try await store.migrate(building.schemas + [newer])
        _ = try await TakeBackup(schemas: building.schemas + [newer], version: "9")(
            of: store, to: file("newer"), at: now)
        store.close()
        let place = try await freshPlace(.sqlite)
        let refusal = await #expect(throws: Refusal.self) {
            try await restore(from: file("newer"), into: place, at: now)
        }
        #expect(refusal?.sentences.joined().contains("newer ThinkChild") == true)
        let older = try Store.open(try await freshPlace(.sqlite), settings: .forTests)
        try await older.migrate(building.olderSchemas)
        _ = try await take(of: older, to: file("older"), at: now)
        older.close()
        for engine in Engine.allForTests {
            let place = try await freshPlace(engine)
            _ = try await restore(from: file("older"), into: place, at: now)
            let restored = try Store.open(place, settings: .forTests)
            defer { restored.close() }
            #expect(try await restored.pending(building.schemas) == .none)
        }
    }

    @Test("What is no backup, and a place that cannot be written, are refused")
    func nonsense() async throws {
        let place = try await freshPlace(.sqlite)
        for text in ["", "thinkchild-backup 1", "thinkchild-backup 1\n{}\n", "SQLite format 3\u{0}", "\n\n\n"] {
            try text.write(toFile: file("nonsense"), atomically: true, encoding: .utf8)
            await #expect(throws: Refusal.self) { try await restore(from: file("nonsense"), into: place, at: now) }
        }
        await #expect(throws: Refusal.self) { try await restore(from: "/nowhere/at/all", into: place, at: now) }
        let store = try await building.openStore(place, configuration: .keyed, at: now)
        await #expect(throws: Refusal.self) { try await take(of: store, to: "/nowhere/at/all", at: now) }
        store.close()
    }
}

extension BackupManifest {
    /// The same, of other bytes.
    fileprivate init(like other: BackupManifest, bytes: Int, digest: String) {
        var json = (try? JSONSerialization.jsonObject(with: other.json()) as? [String: Any]) ?? [:]
        json["bytes"] = bytes
        json["digest"] = digest
        let data = (try? JSONSerialization.data(withJSONObject: json)) ?? Data()
        self = (try? BackupManifest(json: data)) ?? other
    }
}

extension Building {
    /// What this version's tables were before its last change to them.
    var olderSchemas: [Schema] {
        var schemas = schemas
        guard let last = schemas.lastIndex(where: { $0.migrations.count > 1 }) else { return schemas }
        schemas[last] = Schema(room: schemas[last].room, migrations: schemas[last].migrations.dropLast())
        return schemas
    }
}

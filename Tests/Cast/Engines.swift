import App
import Foundation
public import Sealing
public import Settings
public import Store

extension Engine {
    /// The engines this run can test: PostgreSQL when `THINKCHILD_TEST_POSTGRES` holds the URL of a role that may
    /// create schemas.
    public static let allForTests: [Engine] = testServer == nil ? [.sqlite] : [.sqlite, .postgres]
}

/// An empty store that nobody else uses, gone when the process ends: a file on SQLite, a schema of its own on
/// PostgreSQL.
public func freshStore(on engine: Engine, settings: StoreSettings = .forTests) async throws -> Store {
    let store = try Store.open(try await freshLocation(on: engine), settings: settings)
    store.keep(MasterKeys(now: .forTests))
    return store
}

/// Where `freshStore` would be, for tests that open it more than once.
public func freshLocation(on engine: Engine) async throws -> Location {
    switch engine {
    case .sqlite: return .file(leftovers.folder.appendingPathComponent("\(UUID().uuidString).sqlite").path)
    case .postgres:
        guard let server = testServer else { throw NoTestServer() }
        let schema = "test_" + UUID().uuidString.lowercased().filter { $0 != "-" }
        let store = try Store.open(.postgres(server), settings: .forTests)
        try await store.write { tx in _ = try tx.run("CREATE SCHEMA \(raw: schema)") }
        store.close()
        let more = "connect_timeout=60&options=-csearch_path%3D\(schema)"
        return .postgres(server + (server.contains("?") ? "&" : "?") + more)
    }
}

extension MasterKey {
    /// One for all tests, so that a store may be closed and opened again.
    public static let forTests = MasterKey(text: masterKeyText) ?? .fresh()
}

/// The same as settings have it: base 64.
public let masterKeyText = "dGhpcnR5LXR3byBieXRlcyBmb3IgdGhlIHRlc3RzISE="

extension Settings {
    /// All as usual, with a master key, which PostgreSQL needs.
    public static let keyed =
        Settings.reading(Building.declaredSettings, environment: ["THINKCHILD_MASTER_KEY": masterKeyText]).settings
}

extension StoreSettings {
    /// Few connections, since many stores are open at once.
    public static var forTests: StoreSettings {
        var settings = StoreSettings()
        settings.connections = 4
        settings.readers = 2
        // A machine that is busy with other things is no failure of what is tested.
        (settings.waitMax, settings.retriesMax) = (.seconds(60), 200)
        return settings
    }
}

private struct NoTestServer: Error {}

let testServer = ProcessInfo.processInfo.environment["THINKCHILD_TEST_POSTGRES"]

/// What the tests made, taken away at the end.
private let leftovers = Leftovers()

private final class Leftovers: Sendable {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("thinkchild-tests-\(UUID().uuidString)")

    init() {
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        atexit { leftovers.remove() }
    }

    /// Schemas stay behind: the server that bin/test starts is thrown away whole, and at exit the C library that libpq
    /// stands on is already gone.
    private func remove() { try? FileManager.default.removeItem(at: folder) }
}

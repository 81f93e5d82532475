import App
import Cast
import Doors
import Foundation
import Identity
import Kernel
import Mail
import Records
import Sealing
import Settings
import Store
import Testing
import Web

@testable import Workflows

/// An installation with one person who signs in with codes, asked by its verbs as an operator does.
struct KeyHouse {
    static let noon = Date(timeIntervalSince1970: 1_774_958_400)
    static let day = Day(inEnglandAt: noon)

    let building = Building()
    let folder: URL
    let location: Location

    init(_ engine: Engine) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "keys-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        guard case .postgres(let url) = try await freshLocation(on: engine) else {
            location = .file(folder.appending(path: "trust.sqlite").path)
            return
        }
        // On PostgreSQL the service is told from others by the name that it gives itself.
        location = .postgres("\(url)&application_name=keys-\(UUID().uuidString.prefix(8))")
    }

    func file(_ name: String) -> String { folder.appending(path: name).path }

    /// What is decided: the database, and what else is said.
    func settings(_ more: [String: String] = [:]) throws -> Settings {
        let place = if case .postgres(let url) = location { url } else { "\(location)" }
        var environment = ["THINKCHILD_DATABASE": place]
        if location.engine == .postgres { environment["THINKCHILD_MASTER_KEY"] = MasterKey.forTests.text }
        return try Settings.reading(
            Building.declaredSettings, environment: environment.merging(more) { $1 }
        ).sound()
    }

    func open(_ more: [String: String] = [:], saying: (String) -> Void = { _ in }) async throws -> Store {
        try await building.openStore(location, configuration: settings(more), at: Self.noon, saying: saying)
    }

    /// Runs a verb as the terminal does.
    @discardableResult
    func run(_ line: String..., with more: [String: String] = [:]) async throws -> VerbOutput {
        try await run(line, with: more)
    }

    @discardableResult
    func run(_ line: [String], with more: [String: String] = [:]) async throws -> VerbOutput {
        let verb = try #require(
            building.verbs.filter { line.starts(with: $0.name.split(separator: " ").map(String.init)) }
                .max { $0.name.count < $1.name.count })
        let rest = Array(line.dropFirst(verb.name.split(separator: " ").count)), settings = try settings(more)
        let place = verb.database == .never ? Location.memory : location
        let store = try await building.openStore(place, configuration: settings, at: Self.noon)
        defer { store.close() }
        let house = building.house(over: store, configuration: settings)
        return try await verb.run(rest, caller: .keyboard, now: Self.noon, house: house)
    }

    /// Somebody with an account, for which something is sealed.
    func person(_ id: String, in store: Store) async throws -> ID<Account> {
        let house = building.house(over: store, configuration: try settings()), kind = "person"
        let verb = try #require(building.verbs.first { $0.name == "record add" })
        _ = try await verb.run(
            [kind, "--id", id, "--set", "name=\(id.capitalized) Example", "--from", "2026-01-01"], caller: .keyboard,
            now: Self.noon, house: house)
        let invitation = try await #require(house.identity).invite(
            person: id, email: "\(id)@example.org", by: .keyboard, at: Self.noon, on: Self.day)
        return invitation.account
    }

    private func ask(_ method: Doors.Method, _ form: Fields, as person: String, in store: Store) async throws -> Reply {
        let post = Subject(kind: "post", id: "clerk", name: "Clerk")
        let caller = Caller(person: person, name: person, grants: [Grant(.clerk, from: post, because: "hold a post")])
        let route = try #require(building.routes.first { $0.path == "/drafts" && $0.method == method })
        let request = Request(
            caller: caller, now: Self.noon, today: Self.day, method: method, path: "/drafts", form: form)
        return try await route.answer(request, building.house(over: store, configuration: try settings()))
    }

    /// Keeps a draft as the script does while somebody types.
    func draft(_ form: String, of person: String, in store: Store) async throws {
        _ = try await ask(.post, ["_form": form, "story": "a bruise like a crescent"], as: person, in: store)
    }

    /// The page of somebody's drafts.
    func drafts(of person: String, in store: Store) async throws -> String {
        guard case .page(let page, _) = try await ask(.get, [:], as: person, in: store).bare else { return "" }
        return page.body.string
    }

    /// What the letters that are there say to somebody.
    func letters(to person: String, in store: Store) async throws -> [String] {
        try await store.read { try $0.outbox() }.filter { $0.recipient == "\(person)@example.org" }.compactMap(\.text)
    }

    static let place = SealedPlace("test", "thing", of: "1")
    static let secret = Array("what nobody else may read".utf8)

    /// Seals something for an account, and gives it back as it is kept.
    func seal(for account: ID<Account>, in store: Store) async throws -> [UInt8] {
        try await store.write { try $0.seal(Self.secret, for: Account.sealedFor(account), at: Self.place) }
    }

    func opened(_ sealed: [UInt8], for account: ID<Account>, in store: Store) async throws -> Opened {
        try await store.read { try $0.open(sealed, for: Account.sealedFor(account), at: Self.place) }
    }
}

import App
import Cast
import Doors
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Kernel
import NIOCore
import Outbound
import Partners
import Records
import Sealing
import Settings
import SingleSignOn
import Store
import Synchronization
import Testing
import Workflows

@testable import Server

/// The whole building over a database of its own, asked as a browser asks it: with cookies, and forms from its pages.
final class SignInHouse: Sendable {
    static let password = "kettle window orbit"

    let building: Building
    let house: House
    let settings: ServerSettings
    private let now: Mutex<Date>

    /// - Parameters:
    ///   - others: rooms that the service has besides its own.
    ///   - responsible: the posts that answer for restricted rooms, as the setting has them.
    ///   - directory: the council's directory, where there is one.
    convenience init(
        _ engine: Engine, at now: Date = Date(timeIntervalSince1970: 1_774_958_400), adding others: [Module] = [],
        responsible: String = "", directory: SignOnSettings? = nil,
        _ change: (inout IdentitySettings) -> Void = { _ in }
    ) async throws {
        try await self.init(
            in: try await freshLocation(on: engine), at: now, adding: others, responsible: responsible,
            directory: directory, change)
    }

    init(
        in location: Location, at now: Date, adding others: [Module] = [], responsible: String = "",
        directory: SignOnSettings? = nil, _ change: (inout IdentitySettings) -> Void = { _ in }
    ) async throws {
        self.now = Mutex(now)
        building = Building(adding: others)
        let store = try Store.open(location, settings: .forTests)
        try await store.migrate(building.schemas)
        store.keep(MasterKeys(now: .forTests))
        var house = building.house(over: store, settings: HouseSettings(councilName: "Leeds City Council"))
        try house.configuration.set(Settings.responsiblePosts, to: responsible, by: "a test")
        let rooms = house.configuration[Settings.responsiblePosts]
        store.keep(AnsweringPosts(rooms.values))
        var cheap = try #require(house.identity).settings
        cheap.cost = PasswordCost(logRounds: 4)
        change(&cheap)
        house.directory = directory.map { SingleSignOn($0, by: Outbound()) }
        house.identity = Identity(store: store, settings: cheap) { [registry = building.registry] person, day, tx in
            try ReadStanding.of(person, on: day, registry, answering: rooms, in: tx)
        }
        self.house = house
        settings = ServerSettings(port: 0, secret: Array("a secret".utf8), accessLog: AccessLog { _ in })
    }

    /// The moment it is, for the service and for whoever asks.
    var clock: Date { now.withLock { $0 } }
    func wait(minutes: Double) { now.withLock { $0 += minutes * 60 } }
    var today: Day { Day(inEnglandAt: clock) }

    func browser() throws -> Browser {
        var settings = settings
        settings.clock = { [self] in clock }
        return Browser(
            application: try makeApplication(house: house, modules: building.modules, settings: settings))
    }

    /// Says something to the records as whoever sits at the terminal.
    func run(_ line: String...) async throws -> VerbOutput { try await run(line) }

    func run(_ line: [String]) async throws -> VerbOutput {
        let verb = try #require(
            building.verbs.filter { line.starts(with: $0.name.split(separator: " ").map(String.init)) }
                .max { $0.name.count < $1.name.count })
        let rest = Array(line.dropFirst(verb.name.split(separator: " ").count))
        return try await verb.run(rest, caller: .keyboard, now: clock, house: house)
    }

    /// Somebody in a post that has these roles, invited, with a password; with no role, a person with no post.
    func settle(_ person: String, _ role: Role?) async throws -> Browser {
        let path = try await invite(person, role, "\(person)@example.org")
        let browser = try browser()
        _ = try await browser.get(path)
        _ = try await browser.post(path, ["password": Self.password, "again": Self.password])
        return browser
    }

    /// - Returns: where they choose a password.
    @discardableResult
    func invite(_ person: String, _ role: Role?, _ email: String) async throws -> String {
        let day = "\(today)"
        _ = try await run(
            "record", "add", "person", "--id", person, "--set", "name=\(person.capitalized) Example", "--from", day)
        if let role {
            if try await run("record", "list", "organisation").text.contains("the-council") == false {
                _ = try await run(
                    "record", "add", "organisation", "--id", "the-council", "--set", "name=The Council", "--set",
                    "sector=local-authority", "--set", "type=council", "--from", day)
            }
            _ = try await run(
                "record", "add", "post", "--id", "\(person)-post", "--set", "name=Post of \(person)", "--set",
                "organisation=the-council", "--set", "access=\(role.rawValue)", "--from", day)
            _ = try await run(
                "record", "add", "appointment", "--id", "\(person)-in-post", "--set", "post=\(person)-post", "--set",
                "status=held", "--set", "person=\(person)", "--from", day)
        }
        return try await run("user", "invite", person, email).text
    }

    /// The kinds of the facts that the ledger has of signing in, in order.
    func facts() async throws -> [String] {
        try await house.store.read { tx in
            try tx.rows("SELECT name FROM ledger_fact WHERE name LIKE 'identity.%' ORDER BY number").map { $0.text(0) }
        }
    }
}

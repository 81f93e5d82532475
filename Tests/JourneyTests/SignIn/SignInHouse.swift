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
import Records
import SingleSignOn
import Store
import Synchronization
import Testing
import Workflows

@testable import Server

/// The whole building over a database of its own, asked as a browser asks it: with cookies, and forms from its pages.
final class SignInHouse: Sendable {
    static let password = "kettle window orbit"

    let building = Building()
    let house: House
    let settings: ServerSettings
    private let now: Mutex<Date>

    /// - Parameter directory: The council's directory, where there is one.
    init(
        _ engine: Engine, at now: Date = Date(timeIntervalSince1970: 1_774_958_400), directory: SignOnSettings? = nil,
        _ change: (inout IdentitySettings) -> Void = { _ in }
    ) async throws {
        self.now = Mutex(now)
        let location = try await freshLocation(on: engine)
        let store = try Store.open(location, settings: .forTests)
        try await store.migrate(building.schemas)
        var house = building.house(over: store, settings: HouseSettings(councilName: "Leeds City Council"))
        var cheap = try #require(house.identity).settings
        cheap.cost = PasswordCost(logRounds: 4)
        change(&cheap)
        house.directory = directory.map { SingleSignOn($0, by: Outbound()) }
        house.identity = Identity(store: store, settings: cheap) { [registry = building.registry] person, day, tx in
            try ReadStanding.of(person, on: day, registry, in: tx)
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
    func run(_ line: String...) async throws -> VerbOutput {
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

/// A browser: it keeps cookies, follows nothing by itself, and sends forms with the token of the page it saw last.
final class Browser: Sendable {
    private let application: Application<FrontDoor>
    private let cookies = Mutex<[String: String]>([:])
    private let token = Mutex("")
    /// The cookies that are sent only from a page of the same site (`SameSite=Strict`).
    private let strict = Mutex<Set<String>>([])

    init(application: Application<FrontDoor>) { self.application = application }

    var session: String? { cookies.withLock { $0[FrontDoor.sessionCookie] } }
    func forgetSession() { cookies.withLock { $0[FrontDoor.sessionCookie] = nil } }

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Said {
        try await ask(.get, path, headers, body: nil)
    }

    /// As sent here by another site.
    func getFromElsewhere(_ path: String) async throws -> Said {
        try await ask(.get, path, [:], body: nil, isFromElsewhere: true)
    }

    func post(_ path: String, _ form: KeyValuePairs<String, String>) async throws -> Said {
        try await post(path, form.map { ($0.key, $0.value) })
    }

    func post(_ path: String, _ form: [(String, String)]) async throws -> Said {
        let pairs = form + [(Self.tokenField, token.withLock { $0 })]
        let body = pairs.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        return try await ask(
            .post, path, ["Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"],
            body: body)
    }

    private static let tokenField = "_token"

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    private func ask(
        _ method: HTTPRequest.Method, _ path: String, _ headers: [String: String], body: String?,
        isFromElsewhere: Bool = false
    ) async throws -> Said {
        var headers = headers
        let kept = isFromElsewhere ? strict.withLock { $0 } : []
        let held = cookies.withLock { $0.filter { !kept.contains($0.key) }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        if !held.isEmpty { headers["Cookie"] = held }
        let sent = fields(headers)
        let said = try await application.test(.router) { client in
            try await client.execute(
                uri: path, method: method, headers: sent, body: body.map { ByteBuffer(string: $0) }
            ) { Said($0) }
        }
        for cookie in said.headers[values: .setCookie] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies.withLock { $0[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1]) }
            if cookie.contains("SameSite=Strict") { strict.withLock { _ = $0.insert(String(pair[0])) } }
        }
        if let found = said.body.firstMatch(of: /name="_token" value="([0-9a-f]+)"/) {
            token.withLock { $0 = String(found.1) }
        }
        return said
    }
}

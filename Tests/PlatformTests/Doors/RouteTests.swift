import Foundation
import Kernel
import Store
import Testing
import Web

@testable import Doors

@Suite("Asking a route")
struct RouteTests {
    static let see = Action("tests.see"), change = Action("tests.change")
    static let policy = Policy([see: [.member, .clerk], change: [.clerk]])

    private func house(opensOn: Day? = nil) throws -> House {
        let module = Module(
            name: "tests", title: "Tests", schema: Schema(room: "tests", migrations: []), policy: Self.policy)
        return House(store: try Store.open(.memory), settings: HouseSettings(opensOn: opensOn), modules: [module])
    }

    private func request(_ roles: Set<Role>, path: String = "/x", query: Fields = Fields()) -> Request {
        Request(
            caller: Caller(name: "c", roles: roles), now: Date(timeIntervalSince1970: 0), today: Day(number: 0),
            path: path, query: query)
    }

    private let route = Route(.post, "/x", needs: change, summary: "x") { request, _ in
        .text("\(request.on) \(request.link("/bodies?kind=board#top"))")
    }

    @Test("What a route needs is what it refuses for want of")
    func permission() async throws {
        let house = try house()
        await #expect(throws: Refusal.notFound) { _ = try await route.answer(request([]), house) }
        await #expect(throws: Refusal.notAllowed(Self.change)) { _ = try await route.answer(request([.member]), house) }
        #expect(try await route.answer(request([.clerk]), house) == .text("1970-01-01 /bodies?kind=board#top"))
    }

    @Test("The day shown is the one asked for, or the one the house opens on, or today")
    func day() async throws {
        let house = try house(opensOn: Day(2009, 12, 31))
        #expect(try await route.answer(request([.clerk]), house) == .text("2009-12-31 /bodies?kind=board#top"))
        let asked = request([.clerk], query: ["on": "1 April 2010", "scenario": "a b"])
        #expect(
            try await route.answer(asked, house)
                == .text("2010-04-01 /bodies?kind=board&on=2010-04-01&scenario=a%20b#top"))
        await #expect(throws: Refusal.self) {
            _ = try await route.answer(request([.clerk], query: ["on": "soon"]), house)
        }
    }

    @Test("A page that shows problems is not a success")
    func problems() async throws {
        let page = Page(title: "x", problems: [Problem("a", "b")], body: "")
        let route = Route(.get, "/x", needs: Self.see, summary: "x") { _, _ in .page(page) }
        #expect(try await route.answer(request([.clerk]), try house()) == .page(page, status: 422))
    }

    @Test(
        "Each refusal has one status",
        arguments: [
            (Refusal.notFound, 404), (.notAllowed(change), 403), (.invalid([Problem("a", "b")]), 422),
            (.outOfOrder("x"), 409),
            (.changedMeanwhile("x"), 409), (.tooLarge("x"), 413), (.unavailable("x"), 503),
        ])
    func statuses(refusal: Refusal, status: Int) throws {
        let trouble = Trouble(refusal)
        #expect(trouble.status == status)
        #expect(!trouble.title.isEmpty)
        let json = try JSONDecoder().decode([String: [Problem]].self, from: Data(trouble.json))
        #expect(json["problems"]?.isEmpty == false)
        guard case .json(_, status) = trouble.reply(to: request([], path: "/api/v1/x")) else {
            Issue.record("not JSON"); return
        }
        guard case .page(let page, status) = trouble.reply(to: request([])) else { Issue.record("not a page"); return }
        #expect(page.title == trouble.title)
    }

    @Test("The navigation marks where one is, by the longest path")
    func navigation() throws {
        var house = try house()
        house.settings.navigation = [Link("Home", "/"), Link("Bodies", "/bodies"), Link("Map", "/bodies/map")]
        func marked(_ path: String) -> [String] {
            house.layout(for: request([], path: path, query: ["on": "2010-04-01"])).navigation.filter(\.current).map(
                \.text)
        }
        #expect(marked("/") == ["Home"] && marked("/bodies/x") == ["Bodies"] && marked("/bodies/map") == ["Map"])
        #expect(marked("/bodiesx") == [] && marked("/posts") == [])
        let layout = house.layout(for: request([], query: ["on": "1/4/2010", "page": "3", "kind": "a"]))
        #expect(layout.navigation[1].href == "/bodies?on=2010-04-01")
        #expect(layout.asOn?.keeping == [AsOn.Kept("kind", "a")])
    }
}

@Suite("Asking a verb")
struct VerbTests {
    static let verb = Verb(
        "check", usage: "[FILE…]", summary: "Checks.", needs: RouteTests.see,
        options: [.init("on", value: "DAY", help: "The day."), .init("json", help: "As JSON.")]
    ) { words, options, _, _, _ in VerbOutput("\(words) \(options.value("on") ?? "-") \(options.has("json"))") }

    @Test("Words are told from options")
    func reading() throws {
        let (words, options) = try Self.verb.read(["a", "--json", "b", "--on=2", "--json", "--", "--c"])
        #expect(words == ["a", "b", "--c"])
        #expect(options.all("on") == ["2"] && options.value("on") == "2" && options.has("json"))
    }

    @Test(
        "What a verb does not take is refused",
        arguments: [["--what"], ["--on"], ["--json=yes"], ["--on", "1", "--on=2"]])
    func refusing(arguments: [String]) {
        #expect(throws: Refusal.self) { try Self.verb.read(arguments) }
    }
}

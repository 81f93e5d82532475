import Cast
import Drafts
import Foundation
import Kernel
import Ledger
import Records
import Store
import Testing
import Web

@testable import Doors

/// AC-01 to AC-06: what a restricted room's ways in show is said, and written down before it is shown.
@Suite("What a restricted room shows")
struct ShowsTests {
    static let see = Action("cases.see"), change = Action("cases.change")
    static let now = Date(timeIntervalSince1970: 1_772_712_000)

    static func subject(_ id: String) -> Shown { Shown(Subject(kind: "case", id: id, name: "Case \(id)")) }
    static let page = Reply.page(Page(title: "Case", body: ""))

    static func route(_ path: String, _ reply: Reply, _ method: Doors.Method = .get) -> Route {
        Route(method, path, needs: method.changes ? change : see, summary: "x.") { _, _ in reply }
    }

    static func module(_ routes: [Route], verbs: [Verb] = []) -> Module {
        Module(
            name: "cases", title: "Cases", schema: Schema(room: "cases", migrations: []),
            safeguards: [Safeguard(of: "case", rule: "r") { _, _, _ in nil }], isRestricted: true,
            policy: Policy([see: [.clerk], change: [.clerk]]), routes: routes, verbs: verbs)
    }

    static let post = Subject(kind: "post", id: "clerk", name: "Clerk")
    static func caller(_ grants: [Grant]) -> Caller { Caller(person: "ann", name: "Ann", grants: grants) }
    static let clerk = caller([Grant(.clerk, from: post, because: "hold the post Clerk")])

    /// The reply of the first route of a restricted room, and the looks that it left.
    private func ask(
        _ route: Route, by caller: Caller = clerk, path: String = "/x", id: String? = nil, hasLedger: Bool = true
    ) async throws -> (reply: Reply, looks: [Look]) {
        let store = try await freshStore(on: .sqlite)
        if hasLedger { try await store.migrate([Ledger.schema, RecordStore.schema]) }
        let module = Self.module([route]), house = House(store: store, modules: [module])
        var request = Request(
            caller: caller, now: Self.now, today: Day(inEnglandAt: Self.now), method: route.method, path: path)
        if let id { request.parameters = ["case": id] }
        let reply = try await module.routes[0].answer(request, house)
        return (reply, try await Ledger(store: store).looks(.by("ann")).looks)
    }

    @Test("what the path names, and what the reply names, is written down")
    func named() async throws {
        let one = Self.route("/x/:case", Self.page).showing(.one(kind: "case", part: "case"))
        let seen = try await ask(one, id: "1")
        #expect(seen.reply == Self.page && seen.looks.map(\.subject.id) == ["1"])
        #expect(seen.looks.map(\.why) == ["hold the post Clerk"])
        let list = Self.route("/x", .showing([Self.subject("1"), Self.subject("2")], .csv([], filename: "x.csv")))
        let taken = try await ask(list.showing(.several(kinds: ["case"])))
        #expect(taken.reply == .csv([], filename: "x.csv"))
        #expect(Set(taken.looks.map(\.subject.id)) == ["1", "2"] && Set(taken.looks.map(\.door)) == [.export])
        let api = try await ask(
            Self.route("/api/v1/x", .showing([Self.subject("1")], .json([]))).showing(.several(kinds: ["case"])),
            path: "/api/v1/x")
        #expect(api.looks.map(\.door) == [.api])
    }

    @Test(
        "what has nothing in it is no look",
        arguments: [Reply.see("/"), .empty, .notModified, .showing([], page), .signedOut(.see("/"))])
    func nothingSeen(reply: Reply) async throws {
        let route = Self.route("/x/:case", reply).showing(.one(kind: "case", part: "case"))
        #expect(try await ask(route, id: "1").looks.isEmpty)
    }

    @Test("a way in that does not say what it shows shows nothing")
    func unsaid() async throws {
        await #expect(throws: Unsaid.self) { _ = try await ask(Self.route("/x", Self.page)) }
        await #expect(throws: Unsaid.self) {
            _ = try await ask(Self.route("/x", Self.page).showing(.several(kinds: ["case"])))
        }
        // One that said it shows none, and does.
        let named = Reply.showing([Self.subject("1")], Self.page)
        await #expect(throws: Unsaid.self) {
            _ = try await ask(Self.route("/x", named).showing(.nothing(because: "a form")))
        }
        // One that sends its asker on need not.
        #expect(try await ask(Self.route("/x", .see("/"))).reply == .see("/"))
        #expect(try await ask(Self.route("/x", Self.page).showing(.nothing(because: "a form"))).looks.isEmpty)
    }

    @Test("where the look cannot be written down, nothing is shown")
    func unwritten() async throws {
        let route = Self.route("/x/:case", Self.page).showing(.one(kind: "case", part: "case"))
        await #expect(throws: (any Error).self) { _ = try await ask(route, id: "1", hasLedger: false) }
    }

    @Test("no browser keeps a restricted record, so that each showing is asked for")
    func unkept() {
        #expect(Self.route("/x", Self.page).showing(.several(kinds: ["case"])).isUnkept)
        #expect(!Self.route("/x", Self.page).showing(.nothing(because: "a form")).isUnkept)
    }

    @Test("a room whose routes are wrapped, as drafts wrap them, stays what it was")
    func wrapped() async throws {
        let form = [
            Self.route("/x/:case", Self.page).showing(.one(kind: "case", part: "case", opensInNeed: true)),
            Self.route("/x/:case", Self.page, .post).showing(.one(kind: "case", part: "case")),
        ]
        let wrapped = try #require(Drafts().over([Self.module(form)]).first)
        #expect(wrapped.isRestricted && wrapped.safeguards.map(\.rule) == ["r"])
        #expect(wrapped.routes.map(\.shows) == form.map(\.shows))
        #expect(wrapped.routes.allSatisfy { $0.isRestricted && $0.isUnkept })
        let again = Self.module([]).with(routes: [Self.route("/x", Self.page)])
        #expect(again.isRestricted && again.routes[0].isRestricted && again.safeguards.count == 1)
    }

    @Test("a verb of a restricted room is held to the same")
    func verbs() async throws {
        let store = try await freshStore(on: .sqlite)
        try await store.migrate([Ledger.schema, RecordStore.schema])
        let verb = Verb("x", usage: "", summary: "x.", needs: Self.see) { _, _, _, _, _ in
            VerbOutput("x", showing: [Self.subject("1")])
        }
        let module = Self.module([], verbs: [verb, verb.showing(.several(kinds: ["case"]))])
        let house = House(store: store, modules: [module]), clerk = Caller(name: "c", roles: [.clerk])
        await #expect(throws: Unsaid.self) {
            _ = try await module.verbs[0].run([], caller: clerk, now: Self.now, house: house)
        }
        _ = try await module.verbs[1].run([], caller: clerk, now: Self.now, house: house)
        let look = try #require(try await Ledger(store: store).looks(.by("c")).looks.first)
        #expect(look.door == .terminal && look.why == "sit at the machine's own terminal")
    }

    @Test("where standing is asked for, an opening without it lets nothing be read")
    func standing() async throws {
        let opening = Opening(Self.see, of: "case", "1", until: Self.now.addingTimeInterval(60))
        let analyst = Self.caller([
            Grant(.analyst, from: Self.post, because: "hold the post Analyst"),
            Grant(.analyst, from: Self.subject("1").subject, because: "broke the glass: a fire", opening: opening),
        ])
        let route = Self.route("/x/:case", Self.page)
        let anybody = route.showing(.one(kind: "case", part: "case", opensInNeed: true))
        let some = route.showing(.one(kind: "case", part: "case", opensInNeed: true, standing: Self.change))
        #expect(try await ask(anybody, by: analyst, id: "1").reply == Self.page)
        await #expect(throws: Refusal.notAllowed(Self.see)) { _ = try await ask(some, by: analyst, id: "1") }
    }

    @Test("who looks at what is about themselves, by no right, is said to")
    func oneself() async throws {
        let own = Reply.showing([Shown(Self.subject("1").subject, about: "ann")], Self.page)
        let store = try await freshStore(on: .sqlite)
        try await store.migrate([Ledger.schema, RecordStore.schema])
        let mine = Action("cases.mine")
        let route = Route(.get, "/x", needs: mine, summary: "x.") { _, _ in own }.showing(.several(kinds: ["case"]))
        let module = Module(
            name: "cases", title: "Cases", schema: Schema(room: "cases", migrations: []), isRestricted: true,
            policy: Policy([mine: [.anyone]]), routes: [route])
        let house = House(store: store, modules: [module])
        for (person, why) in [("ann", "are whom it is about"), ("ben", "are somebody, and anyone may")] {
            let caller = Caller(person: person, name: person, grants: [])
            let request = Request(caller: caller, now: Self.now, today: Day(inEnglandAt: Self.now), path: "/x")
            _ = try await module.routes[0].answer(request, house)
            #expect(try await Ledger(store: store).looks(.by(person)).looks.map(\.why) == [why])
        }
    }

    @Test(
        "an opening lets one record be read until it ends, and nothing be changed",
        arguments: [
            // method, record, minutes since; may
            (Doors.Method.get, "1", 59.0, true), (.get, "1", 60, false), (.get, "2", 1, false), (.post, "1", 1, false),
        ])
    func opened(method: Doors.Method, id: String, minutes: Double, may: Bool) async throws {
        let opening = Opening(Self.see, of: "case", "1", until: Self.now.addingTimeInterval(3_600 - minutes * 60))
        let analyst = Self.caller([
            Grant(.analyst, from: Self.post, because: "hold the post Analyst"),
            Grant(.analyst, from: Self.subject("1").subject, because: "broke the glass: a fire", opening: opening),
        ])
        let route = Self.route("/x/:case", Self.page, method)
            .showing(.one(kind: "case", part: "case", opensInNeed: true))
        if may {
            let seen = try await ask(route, by: analyst, id: id)
            #expect(seen.looks.map(\.why) == ["broke the glass: a fire"])
        } else {
            await #expect(throws: Refusal.notAllowed(route.action)) { _ = try await ask(route, by: analyst, id: id) }
        }
    }
}

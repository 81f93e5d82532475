import App
import Cast
import Doors
import Foundation
import HTTPTypes
import Identity
import Kernel
import Ledger
import Store
import Testing

@testable import Server

/// AC-01 to AC-06, through the whole service.
@Suite("Who looked")
struct WhoLookedTests {
    @Test("every way in to what is restricted says what it shows")
    func declared() {
        let building = Building(adding: [Vault.module])
        let actions = Set(building.modules.filter(\.isRestricted).flatMap(\.policy.grants.keys))
        for route in building.routes where actions.contains(route.action) {
            #expect(route.shows != nil, "\(route) is of a restricted room, and does not say what it shows")
        }
        for verb in building.verbs where actions.contains(verb.action) {
            #expect(verb.shows != nil, "\(verb.name) is of a restricted room, and does not say what it shows")
        }
        // What comes upon records of any kind.
        for verb in building.verbs
        where ["record", "search", "history", "known", "export"].contains(where: verb.name.hasPrefix) {
            #expect(verb.shows == .several(kinds: ["sensitive-interest", "case"]), "\(verb.name)")
        }
        for route in building.routes where ["/search", "/api/v1/search"].contains(route.path) {
            #expect(route.shows == .several(kinds: ["sensitive-interest", "case"]) && route.isUnkept)
        }
        for route in building.routes where route.path.contains("/cases/:id") {
            #expect(route.shows == .one(kind: "case", part: "id"))
        }
    }

    @Test("nothing that changes anything can be opened in need")
    func readOnly() throws {
        let building = Building(adding: [Vault.module])
        let opening = Opening(Vault.see, of: "case", "case-1", until: .distantFuture)
        let post = Subject(kind: "post", id: "p", name: "P")
        let caller = Caller(
            person: "ann", name: "Ann",
            grants: [
                Grant(.analyst, from: post, because: "hold it"),
                Grant(.analyst, from: post, because: "broke the glass", opening: opening),
            ])
        let house = building.house(over: try Store.open(.memory), settings: HouseSettings())
        for route in building.routes where route.method.changes {
            let mayAnyway = caller.may(route.action, under: house.policy)
            var request = Request(
                caller: caller, now: Date(timeIntervalSince1970: 0), today: Day(number: 0), method: route.method)
            for part in ["case", "id"] { request.parameters[part] = "case-1" }
            let allowed = (try? route.allow(request, in: house)) != nil
            #expect(allowed == mayAnyway, "\(route)")
        }
    }

    @Test("an account that is seen is written down: who, why, and by which door", arguments: Engine.allForTests)
    func accounts(engine: Engine) async throws {
        let house = try await SignInHouse(engine)
        let admin = try await house.settle("ada", .administrator), clerk = try await house.settle("priya", .clerk)
        _ = try await house.setUpCodes(admin)
        let list = try await admin.get("/accounts")
        #expect(list.status == 200 && list.headers[.eTag] == nil && list.headers[.cacheControl] == "no-store")
        let path = try #require(list.body.firstMatch(of: /href="(\/accounts\/[0-9a-f]+)">Priya/)).1
        house.wait(minutes: 2)
        #expect(try await admin.get(String(path)).status == 200)
        let id = path.split(separator: "/")[1]
        let text = try await house.looks("account", String(id))
        #expect(text.split(separator: "\n").count == 2)
        #expect(text.contains("Ada Example (ada)") && text.contains("because they hold the post Post of ada"))
        // The person whom it is about sees it too, and a stranger does not find the page.
        let own = try await clerk.get("/account/looks")
        #expect(own.status == 200 && own.body.contains("Ada Example (ada)"))
        #expect(try await clerk.get("/account/looks.csv").body.contains("Ada Example (ada)"))
        #expect(try await clerk.get("/looks?by=ada").status == 403)
        #expect(try await house.browser().get("/account/looks").status == 404)
        #expect(try await house.browser().get("/looks?by=ada").status == 404)
        let asked = try await admin.get("/looks?by=ada")
        #expect(asked.status == 200 && asked.body.contains("Account of Priya Example"))
        #expect(try await admin.get("/looks.csv?kind=account&id=\(id)").body.contains("Account of Priya Example"))
    }

    @Test("somebody who looks makes nobody's kept page old", arguments: Engine.allForTests)
    func kept(engine: Engine) async throws {
        let house = try await SignInHouse(engine)
        let admin = try await house.settle("ada", .administrator)
        _ = try await house.setUpCodes(admin)
        let reader = try house.browser()
        try await Ledger(store: house.house.store).seal()
        let mark = try #require(try await reader.get("/bodies").headers[.eTag])
        #expect(try await admin.get("/accounts").status == 200)
        #expect(try await house.looks("--by", "ada").isEmpty == false)
        #expect(try await reader.get("/bodies", ["If-None-Match": mark]).status == 304)
    }

    @Test(
        "lists, searches, files, programs and verbs that show a restricted record are looks",
        arguments: Engine.allForTests)
    func everyDoor(engine: Engine) async throws {
        let house = try await SignInHouse.withVault(engine)
        let director = try await house.settle("dora", .director)
        _ = try await house.setUpCodes(director)
        var count = 0
        for (path, door) in [
            ("/records/cases", "seen on a page"), ("/records/cases/case-1", "seen on a page"),
            ("/records/cases/case-1/history", "seen on a page"), ("/search?q=kettle", "seen on a page"),
            ("/records/cases.csv", "taken out in a file"), ("/api/v1/cases", "read by a program"),
            ("/api/v1/cases/case-1", "read by a program"), ("/api/v1/search?q=kettle", "read by a program"),
            ("/vault/case-1", "seen on a page"),
        ] {
            house.wait(minutes: 2)
            #expect(try await director.get(path).status == 200, "\(path)")
            let looks = try await house.looks("--by", "dora").split(separator: "\n")
            count += 1
            #expect(looks.count == count && looks.first?.contains("Case of the kettle was \(door)") == true, "\(path)")
        }
        #expect(try await director.get("/records/cases/new").status == 200)
        #expect(try await director.get("/vault/case-2").status == 404)
        #expect(try await house.looks("--by", "dora").split(separator: "\n").count == count)
        for line in [["record", "list", "case"], ["search", "kettle"], ["export"]] {
            house.wait(minutes: 2)
            let verb = try #require(
                house.building.verbs.filter { line.starts(with: $0.name.split(separator: " ").map(String.init)) }
                    .max { $0.name.count < $1.name.count })
            let rest = Array(line.dropFirst(verb.name.split(separator: " ").count))
            _ = try await verb.run(rest, caller: .keyboard, now: house.clock, house: house.house)
            let last = try await house.looks("case", "case-1").split(separator: "\n").first
            #expect(last?.contains(line == ["export"] ? "taken out in a file" : "seen at the terminal") == true)
        }
    }
}

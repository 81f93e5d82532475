import Cast
import Store
import Testing

/// One box finds a thing by whatever people call it.
@Suite("Search by name, short name, code and identifier")
struct DeskSearchTests {
    private static func world(_ engine: Engine) async throws -> DeskWorld {
        let world = try await DeskWorld(on: engine).withClubs()
        _ = try await world.run(
            "record", "add", "badge", "--id", "badge-one", "--set", "club=choir", "--set", "colour=RED-7", "--from",
            "2009-01-01")
        return world
    }

    @Test(
        "However it is written",
        arguments: Engine.allForTests,
        [
            ("RED-7", "badge-one"), ("red 7", "badge-one"), ("red", "badge-one"), ("badge-one", "badge-one"),
            ("Badge One", "badge-one"), ("CHESS", "chess"), ("choir", "choir"),
        ])
    func found(engine: Engine, expected: (words: String, id: String)) async throws {
        let world = try await Self.world(engine)
        let words = expected.words.split(separator: " ").joined(separator: "%20")
        let found = await world.api(.get, "search?q=\(words)")
        #expect(found.text.contains("\"id\":\"\(expected.id)\""), "\(found.text)")
    }

    @Test(
        "What goes by another name is found in its kind's list, and what does not is not", arguments: Engine.allForTests
    )
    func lists(engine: Engine) async throws {
        let world = try await Self.world(engine)
        #expect(await world.api(.get, "badges-of-office?q=red").text.contains("badge-one"))
        #expect(await world.api(.get, "badges-of-office?q=blue").text.contains("\"items\":[]"))
        #expect(await world.api(.get, "clubs?q=choir").text.contains("\"id\":\"choir\""))
        #expect(await !world.api(.get, "clubs?q=choir").text.contains("\"id\":\"chess\""))
    }

    @Test("It does not find what the caller may not see")
    func hidden() async throws {
        let world = try await Self.world(.sqlite)
        #expect(await world.api(.get, "search?q=badge-one", by: DeskWorld.member).text == #"{"items":[],"more":false}"#)
        #expect(await world.api(.get, "search?q=red", by: DeskWorld.member).text == #"{"items":[],"more":false}"#)
    }
}

/// A program must ask as the document says; a person's typing is read kindly.
@Suite("What an address may ask for")
struct DeskAddressTests {
    @Test(
        "A program is refused what the document does not allow",
        arguments: [
            ("clubs?on=", "on"), ("clubs?on=31/12/2009", "on"), ("clubs?on=soon", "on"), ("search?q=a&page=0", "page"),
            ("search?q=a&page=two", "page"), ("search?q=a&page=", "page"), ("clubs?limit=", "limit"),
            ("clubs?limit=0", "limit"),
        ])
    func program(address: String, field: String) async throws {
        let reply = await (try await DeskWorld().withClubs()).api(.get, address)
        #expect(reply.status == 422 && reply.text.contains("\"field\":\"\(field)\""), "\(reply)")
    }

    @Test("A person is not", arguments: ["/records/clubs?on=", "/records/clubs?on=31/12/2009", "/search?q=a&page=0"])
    func person(address: String) async throws {
        #expect(try await DeskWorld().withClubs().page(address).status == 200)
    }

    @Test("A reason must be text, and one that says nothing is none")
    func reasons() async throws {
        let world = try await DeskWorld().withClubs()
        let end = #"{"until":"2010-01-01","because":"#
        #expect(await world.api(.post, "clubs/choir/end", end + "5}").text.contains("because must be text"))
        let correct = #"{"set":{"size":5},"because":"#
        let blank = await world.api(.post, "clubs/choir/corrections", correct + #""  "}"#)
        #expect(blank.status == 422 && blank.text.contains("because"))
        _ = await world.api(.post, "clubs/choir/corrections", correct + #""  The register \n"}"#)
        let history = await world.api(.get, "clubs/choir/history")
        #expect(history.text.contains("\"because\":\"The register\""), "\(history.text)")
    }
}

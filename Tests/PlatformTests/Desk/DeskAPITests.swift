import Doors
import Foundation
import Kernel
import Testing

@Suite("Records for programs")
struct DeskAPITests {
    @Test("What is posted is given back, with the keys of the files")
    func add() async throws {
        let world = try await DeskWorld().withClubs()
        let body = """
            {"id": "rowers", "name": "Rowers", "size": 12, "open": true, "founded": "2004-05-01", "type": "sport", \
            "ages": ["young"],
             "parent": null, "friends": ["choir"], "from": "2008-04-01", "source": ["D1 3.1", "D2 4"], "note": "So"}
            """
        let (status, text) = await world.api(.post, "clubs", body)
        #expect(status == 201)
        let thing = try JSONDecoder().decode(Thing.self, from: Data(text.utf8))
        #expect(thing.id == "rowers" && thing.state == "current" && thing.versions.count == 1)
        #expect(
            text.contains(
                #""size":12,"open":true,"founded":"2004-05-01","type":"sport","ages":["young"],"friends":["choir"],"from":"2008-04-01""#
            ))
        let shown = await world.api(.get, "clubs/rowers")
        #expect(shown.status == 200 && shown.text == text)
    }

    static let wrongs: [(String, String, Int, String)] = [
        ("clubs", "", 422, ""), ("clubs", "[]", 422, ""), ("clubs", "{\"name\": \"A\"", 422, ""),
        ("clubs", #"{"name": "A", "type": "song", "size": "12", "from": "2009-01-01"}"#, 422, "size"),
        ("clubs", #"{"name": 5, "type": "song", "from": "2009-01-01"}"#, 422, "name"),
        ("clubs", #"{"name": "A", "type": "song", "nmae": "A", "from": "2009-01-01"}"#, 422, "nmae"),
        ("clubs", #"{"type": "song", "from": "2009-01-01"}"#, 422, "name"),
        ("clubs", #"{"name": "A", "type": "song", "name": "B", "from": "2009-01-01"}"#, 422, "name"),
        ("clubs", #"{"name": "A", "type": "song", "parent": "nobody", "from": "2009-01-01"}"#, 422, "parent"),
        ("clubs", #"{"id": "choir", "name": "A", "type": "song", "from": "2009-01-01"}"#, 422, "id"),
        ("clubs", #"{"name": "A", "type": "song", "from": "2009-13-01"}"#, 422, "from"),
        ("clubs", #"{"name": "A", "type": "song", "from": "2009-02-01", "until": "2009-01-01"}"#, 422, "until"),
        ("clubs", #"{"name": "A", "type": "song", "then": []}"#, 422, "then"),
        ("clubs/choir/changes", #"{"set": {"size": 3}}"#, 422, "from"),
        ("clubs/choir/changes", #"{"from": "2009-01-01", "set": {"from": "2009-01-01"}}"#, 422, "set.from"),
        ("clubs/choir/changes", #"{"from": "2009-01-01", "set": 3}"#, 422, "set"),
        ("clubs/choir/changes", #"{"from": "2009-01-01", "size": 3}"#, 422, "size"),
        ("clubs/choir/corrections", #"{"set": {"size": 3}}"#, 422, "because"),
        ("clubs/choir/corrections", #"{"set": {"size": 3}, "because": "x", "version": 9}"#, 422, "version"),
        ("clubs/choir/end", #"{"because": "x"}"#, 422, "until"),
        ("clubs/nobody/end", #"{"because": "x", "until": "2010-01-01"}"#, 404, ""),
        ("badges-of-office/choir/end", #"{"because": "x", "until": "2010-01-01"}"#, 404, ""),
    ]

    @Test("What is wrong is refused with the key it is about", arguments: wrongs)
    func wrong(path: String, body: String, status: Int, key: String) async throws {
        let world = try await DeskWorld().withClubs()
        let before = await world.api(.get, "clubs").text
        let reply = await world.api(.post, path, body)
        #expect(reply.status == status && reply.text.contains("{\"field\":\"\(key)\""), "\(reply)")
        #expect(await world.api(.get, "clubs").text == before)
    }

    @Test("Change, correct, end, and what was done")
    func life() async throws {
        let world = try await DeskWorld().withClubs()
        #expect(
            await world.api(
                .post, "clubs/choir/changes",
                #"{"from": "2009-01-01", "set": {"size": 40, "motto": null}, "source": "D1 7"}"#
            ).status == 201)
        #expect(
            await world.api(
                .post, "clubs/choir/corrections", #"{"version": 2, "set": {"size": 41}, "because": "Counted"}"#
            ).status == 201)
        let ended = await world.api(.post, "clubs/choir/end", #"{"until": "2010-02-01", "because": "Closed"}"#)
        #expect(
            ended.status == 200 && ended.text.contains(#""state":"ended""#)
                && ended.text.contains(#""until":"2010-02-01""#))
        let history = try JSONDecoder().decode(
            History.self, from: Data(await world.api(.get, "clubs/choir/history").text.utf8))
        #expect(history.entries.count == 4 && history.entries.map(\.because) == ["Closed", "Counted", "", ""])
        #expect(history.entries[1].changes == [.init(key: "size", before: "40", after: "41")])
        let known = await world.api(.get, "clubs/choir/known?at=2010-03-01")
        #expect(known.status == 200 && known.text.contains(#""size":41"#))
        #expect(await world.api(.get, "clubs/choir/known?at=2001-01-01").text.contains(#""versions":[]"#))
        #expect(await world.api(.get, "clubs/choir/known?at=soon").status == 422)
        #expect(await world.api(.get, "clubs/choir/history?before=x").status == 422)
    }

    @Test("What somebody else changed meanwhile is not overwritten")
    func conflict() async throws {
        let world = try await DeskWorld().withClubs()
        let seen = try JSONDecoder().decode(Thing.self, from: Data(await world.api(.get, "clubs/choir").text.utf8)).seen
        let change = #"{"from": "2009-01-01", "set": {"size": 40}, "seen": "\#(seen)"}"#
        #expect(await world.api(.post, "clubs/choir/changes", change).status == 201)
        let second = await world.api(
            .post, "clubs/choir/changes", change.replacingOccurrences(of: "2009", with: "2010"))
        #expect(second.status == 409, "\(second)")
    }

    @Test("A list in parts, as things stood on a day")
    func list() async throws {
        let world = try await DeskWorld().withClubs()
        let first = await world.api(.get, "clubs?limit=1&on=2008-01-01")
        #expect(
            first.text.hasPrefix(#"{"on":"2008-01-01","items":[{"kind":"club","id":"chess""#)
                && first.text.hasSuffix(#""next":"chess"}"#))
        let second = await world.api(.get, "clubs?limit=1&after=chess")
        #expect(second.text.contains("choir") && second.text.hasSuffix(#""next":null}"#))
        for query in ["limit=0", "limit=501", "limit=x", "on=yesterday", "after=nobody"] {
            #expect(await world.api(.get, "clubs?\(query)").status == 422, "\(query)")
        }
    }

    @Test("Who may not is told so, or not told whether there is such a thing")
    func permission() async throws {
        let world = try await DeskWorld().withClubs()
        #expect(await world.api(.get, "badges-of-office", by: DeskWorld.member).status == 403)
        #expect(await world.api(.post, "clubs", "{}", by: DeskWorld.member).status == 403)
        #expect(await world.api(.get, "clubs", by: .stranger).status == 404)
        // Anyone may search, and finds nothing of what they may not see.
        let found = await world.api(.get, "search?q=choir", by: .stranger)
        #expect(found.status == 200 && !found.text.contains("choir") && !found.text.contains("Choir"))
    }

    private struct Thing: Decodable {
        struct Version: Decodable { let version: Int }
        let id: String, state: String, seen: String, versions: [Version]
    }

    private struct History: Decodable {
        struct Change: Decodable, Equatable { let key: String, before: String, after: String }
        struct Entry: Decodable { let because: String, changes: [Change] }
        let entries: [Entry]
    }
}

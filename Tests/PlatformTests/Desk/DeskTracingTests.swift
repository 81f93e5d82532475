import Doors
import Kernel
import Testing

@Suite("History, as known, and search")
struct DeskTracingTests {
    @Test("Who did what, when, field by field, the latest first and in parts")
    func history() async throws {
        let world = try await DeskWorld().withClubs()
        for size in 1...60 {
            _ = try await world.run(
                "record", "correct", "club", "choir", "--set", "size=\(size)", "--because", "Count \(size) <i>")
        }
        let latest = try await world.page("/records/clubs/choir/history")
        #expect(
            latest.html.contains("Count 60 &lt;i&gt;")
                && latest.html.contains("1 March 2010 at 12:00pm, by administrator"))
        #expect(latest.html.contains(">59</td>") && !latest.html.contains("Count 9 "))
        let before = try #require(latest.html.firstMatch(of: /before=(\d+)/)?.1)
        let older = try await world.page("/records/clubs/choir/history?before=\(before)")
        #expect(older.html.contains("Count 9 ") && older.html.contains("Not said") && older.html.contains("Latest"))
        await #expect(throws: (any Error).self) { try await world.page("/records/clubs/choir/history?before=0") }
    }

    @Test("The public learns what was done, and not which officer did it")
    func whoDidIt() async throws {
        let world = try await DeskWorld(openTo: [.anyone]).withClubs()
        let address = "/records/clubs/choir/history", api = "clubs/choir/history"
        #expect(try await world.page(address).html.contains(", by administrator"))
        #expect(await world.api(.get, api).text.contains("\"caller\":\"administrator\""))
        let page = try await world.page(address, by: .stranger).html
        let json = await world.api(.get, api, by: .stranger).text
        #expect(page.contains("at 12:00pm") && !page.contains("administrator"))
        #expect(json.contains("\"sentence\"") && !json.contains("administrator") && !json.contains("\"caller\""))
    }

    @Test("A record as it was known at a moment")
    func known() async throws {
        let world = try await DeskWorld().withClubs()
        let form = [
            ("version", "1"), ("name", "The Choir"), ("type", "song"), ("size", "40"), ("from-day", "7"),
            ("from-month", "12"), ("from-year", "2006"), ("provenance", "stated"), ("because", "Counted"),
        ]
        _ = try await world.ask("/records/clubs/choir/correct", form, after: 24)
        #expect(try await !world.page("/records/clubs/choir/known?at=1+March+2010").html.contains(">40<"))
        #expect(try await world.page("/records/clubs/choir/known?at=2010-03-02+12:00").html.contains("40"))
        #expect(
            try await world.page("/records/clubs/choir/known?at=2009-01-01").html.contains(
                "Nothing was known of it then"))
        #expect(try await world.page("/records/clubs/choir/known").html.contains("At which moment?"))
        let wrong = try await world.page("/records/clubs/choir/known?at=%3Cb%3E")
        #expect(
            wrong.status == 422 && wrong.html.contains("value=\"&lt;b&gt;\"") && wrong.html.contains("href=\"#at\""))
    }

    @Test("One box finds anything by any part of its name, and leads to the page of its room")
    func search() async throws {
        let world = try await DeskWorld().withClubs()
        let found = try await world.page("/search?q=CHOÏR")
        #expect(
            found.html.contains("<a class=\"govuk-link\" href=\"/clubs/choir\">The Choir</a>")
                && found.html.contains("Clubs"))
        #expect(try await world.page("/search?q=che&on=2008-01-01").html.contains("/records/clubs/chess?on=2008-01-01"))
        #expect(try await world.page("/search").html.contains("Type a name above"))
        let nothing = try await world.page("/search?q=%3Cscript%3E")
        #expect(
            nothing.html.contains("Nothing has “&lt;script&gt;” in its name")
                && nothing.html.contains("Try one word"))
        await #expect(throws: (any Error).self) {
            try await world.page("/search?q=" + String(repeating: "a", count: 201))
        }
        #expect(
            await world.api(.get, "search?q=choir").text
                == #"{"items":[{"kind":"club","id":"choir","name":"The Choir"}],"more":false}"#)
        #expect(await world.api(.get, "search").text == #"{"items":[],"more":false}"#)
    }

    @Test("Much that is found is shown in parts, and in the end one is told to ask for less")
    func searchPages() async throws {
        let world = try await DeskWorld()
        for number in 100..<270 {
            _ = try await world.run(
                "record", "add", "club", "--id", "c\(number)", "--set", "name=Club \(number)", "--set", "type=song",
                "--from", "2009-01-01")
        }
        let first = try await world.page("/search?q=club")
        #expect(
            first.html.contains("Club 149<") && !first.html.contains("Club 150<")
                && first.html.contains("/search?q=club&amp;page=2"))
        let third = try await world.page("/search?q=club&page=3")
        #expect(
            third.html.contains("Club 249<") && third.html.contains("Previous page")
                && third.html.contains("more of the name"))
        #expect(await world.api(.get, "search?q=club").text.hasSuffix("\"more\":true}"))
    }
}

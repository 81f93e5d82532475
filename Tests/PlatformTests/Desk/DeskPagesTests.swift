import Doors
import Kernel
import Testing

@Suite("Pages of records")
struct DeskPagesTests {
    @Test("Kinds are listed by room, with what each is for and how many there are; not those of rooms one may not see")
    func kinds() async throws {
        let world = try await DeskWorld().withClubs()
        let all = try await world.page("/records")
        #expect(all.html.contains("Badges of office") && all.html.contains("People who do something together."))
        #expect(all.html.contains(">2</td>"))
        let seen = try await world.page("/records", by: DeskWorld.member)
        #expect(
            seen.html.contains("Clubs") && !seen.html.contains("Badges") && !seen.html.contains("/records/clubs/new"))
    }

    @Test("An empty list says what to do first")
    func empty() async throws {
        let page = try await DeskWorld().page("/records/clubs")
        #expect(page.html.contains("there are none yet") && page.html.contains("Add the first"))
    }

    @Test("A list says how each thing stands on the day, escapes names and narrows")
    func list() async throws {
        let world = try await DeskWorld().withClubs()
        let now = try await world.page("/records/clubs")
        #expect(now.html.contains("Chess &amp; Co &lt;b&gt;") && !now.html.contains("Co <b>"))
        #expect(now.html.contains("Start not known; held on 1 January 2009"))
        let before = try await world.page("/records/clubs?on=2008-01-01")
        #expect(before.html.contains("Start unknown") && before.html.contains("/records/clubs/chess?on=2008-01-01"))
        let early = try await world.page("/records/clubs?on=2001-01-01")
        #expect(early.html.contains("Not yet"))
        #expect(try await !world.page("/records/clubs?q=chess").html.contains("The Choir"))
        #expect(try await !world.page("/records/clubs?type=song").html.contains("Chess"))
        #expect(try await !world.page("/records/clubs?friends=choir").html.contains(">The Choir</a>"))
        #expect(try await !world.page("/records/clubs?held=1&on=2008-01-01").html.contains("Chess"))
        #expect(try await world.page("/records/clubs?q=nobody").html.contains("none is like that"))
    }

    @Test("A hundred to a page, and on to the next")
    func paging() async throws {
        let world = try await DeskWorld()
        for number in 1...101 {
            let padded = number < 10 ? "00\(number)" : number < 100 ? "0\(number)" : "\(number)"
            _ = try await world.run(
                "record", "add", "club", "--id", "c\(padded)", "--set", "name=Club \(padded)", "--set", "type=song",
                "--from", "2009-01-01")
        }
        let first = try await world.page("/records/clubs?q=club")
        #expect(first.html.contains("Club 100<") && !first.html.contains("Club 101<"))
        #expect(first.html.contains("/records/clubs?q=club&amp;after=c100"))
        let second = try await world.page("/records/clubs?q=club&after=c100")
        #expect(
            second.html.contains("Club 101<") && !second.html.contains("Club 100<")
                && second.html.contains("First page"))
        await #expect(throws: Refusal.invalid([Problem("after", "after must be what the part before gave as next")])) {
            try await world.page("/records/clubs?after=nothing")
        }
    }

    @Test("A record shows all it says, by name and label, with its sources and what points at it")
    func record() async throws {
        let world = try await DeskWorld().withClubs()
        _ = try await world.run(
            "record", "add", "badge", "--id", "blue", "--set", "club=choir", "--set", "colour=blue", "--from",
            "2009-01-01")
        let choir = try await world.page("/records/clubs/choir")
        #expect(choir.html.contains("The first document, 2.1") && choir.html.contains("Since 7 December 2006"))
        #expect(choir.html.contains("Song") && choir.html.contains("Not said"))
        #expect(
            choir.html.contains("Badges of office, as their club")
                && choir.html.contains("/records/badges-of-office/blue"))
        #expect(choir.html.contains("Clubs, as their friends") && choir.html.contains("href=\"/clubs/choir\""))
        let chess = try await world.page("/records/clubs/chess")
        #expect(chess.html.contains("<a class=\"govuk-link\" href=\"/clubs/choir\">The Choir</a>"))
        let seen = try await world.page("/records/clubs/choir", by: DeskWorld.member)
        #expect(!seen.html.contains("Badge") && !seen.html.contains("/change"))
    }

    @Test("What is not there, and what may not be seen", arguments: ["nobody", "Not%20An%20Id", "choir%00"])
    func notThere(id: String) async throws {
        let world = try await DeskWorld().withClubs()
        await #expect(throws: (any Error).self) { try await world.page("/records/clubs/\(id)") }
        for path in ["/history", "/known", "/change", "/correct", "/end"] {
            await #expect(throws: Refusal.notFound) { try await world.page("/records/clubs/nobody\(path)") }
        }
        await #expect(throws: Refusal.notFound) { try await world.page("/records/badges-of-office/choir") }
        await #expect(throws: Refusal.notAllowed(Action("vault.see"))) {
            try await world.page("/records/badges-of-office", by: DeskWorld.member)
        }
        await #expect(throws: Refusal.notAllowed(Action("toys.change"))) {
            try await world.page("/records/clubs/new", by: DeskWorld.member)
        }
    }

    @Test("Every version as CSV, with the keys of the files")
    func csv() async throws {
        let world = try await DeskWorld().withClubs()
        guard case .csv(let bytes, let name) = try await world.ask("/records/clubs.csv") else {
            Issue.record("No CSV"); return
        }
        let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
        #expect(name == "clubs.csv")
        #expect(
            lines[0]
                == "id,version,name,motto,size,open,founded,type,ages,parent,friends,from,until,as-at,provenance,source,note"
        )
        #expect(lines[2] == "choir,1,The Choir,,,,,song,,,,2006-12-07,,,stated,D1 2.1,")
    }
}

import Doors
import Kernel
import Testing

@Suite("Records at the terminal")
struct DeskVerbsTests {
    @Test("A record's life, in words")
    func life() async throws {
        let world = try await DeskWorld().withClubs()
        #expect(
            try await world.run(
                "record", "add", "clubs", "--id", "rowers", "--set", "name=Rowers", "--set", "type=sport", "--set",
                "ages=young,old", "--set", "friends=choir", "--set", "friends=chess", "--from", "1 April 2008"
            ).text == "Added the club Rowers (rowers)")
        #expect(
            try await world.run(
                "record", "change", "club", "rowers", "--from", "2009-01-01", "--set", "size=12", "--source", "D1 3"
            ).text == "Changed the club Rowers (rowers)")
        let unsaid = ["record", "correct", "club", "rowers", "--set", "size=13", "--because", "Now"]
        let refused = await world.refusal(unsaid)
        #expect(refused == ["rowers has 2 versions: say with --version which was wrong, 1 being the first"])
        #expect(
            try await world.run(
                "record", "correct", "club", "rowers", "--version", "2", "--set", "size=13", "--because", "Counted"
            ).text == "Corrected the club Rowers (rowers)")
        #expect(
            try await world.run("record", "end", "club", "rowers", "--until", "2010-02-01", "--because", "Closed").text
                == "Ended the club Rowers (rowers)")
        let shown = try await world.run("record", "show", "club", "rowers", "--on", "2009-06-01").text
        for part in [
            "Rowers (club rowers, version 2)", "The young; The old", "The Choir; Chess & Co <b>",
            "1 January 2009 to 31 January 2010", "D1 3",
        ] {
            #expect(shown.contains(part), "no \(part) in \(shown)")
        }
        let history = try await world.run("history", "club", "rowers").text
        #expect(
            history.contains("1 March 2010 at 12:00pm, by administrator") && history.contains("Members: 12 → 13")
                && history.contains("because Closed"))
        #expect(try await world.run("known", "club", "rowers", "--at", "2010-03-02").text.contains("version 2"))
        let unknown = try await world.run("known", "club", "rowers", "--at", "2009-03-01")
        #expect(unknown.exitCode == 1 && unknown.remarks == ["Nothing was known of it then"])
    }

    @Test("Whoever ends a thing is told what still points at it, at the terminal and on the page")
    func leftStanding() async throws {
        let world = try await DeskWorld().withClubs()
        _ = try await world.run(
            "record", "add", "badge", "--id", "pin", "--set", "club=choir", "--from", "2008-01-01", "--until",
            "2011-01-01")
        _ = try await world.run(
            "record", "add", "badge", "--id", "sash", "--set", "club=choir", "--from", "2008-01-01")
        let page = try await world.page("/records/clubs/choir/end").html
        #expect(page.contains("These still point at it") && page.contains("/records/badges-of-office/sash"))
        #expect(!page.contains("/records/badges-of-office/pin") && !page.contains("/records/clubs/chess"))
        let unseen = try await world.page("/records/clubs/choir/end", by: DeskWorld.clerk).html
        #expect(!unseen.contains("These still point at it"))
        let output = try await world.run("record", "end", "club", "choir", "--until", "2010-01-01")
        #expect(output.remarks == ["Still pointing at it: badge pin, badge sash. End or change them too"])
        #expect(try await world.run("record", "end", "club", "chess", "--until", "2010-01-01").remarks.isEmpty)
    }

    @Test("Lists and kinds, as text, JSON and CSV")
    func lists() async throws {
        let world = try await DeskWorld().withClubs()
        let text = try await world.run("record", "list", "club", "--on", "2008-01-01").text
        #expect(
            text
                == "chess  Chess & Co <b>  Start unknown  Start not known; held on 1 January 2009\nchoir  The Choir       Current        Since 7 December 2006"
        )
        #expect(
            try await world.run("record", "list", "club", "--words", "choir", "--json").text.hasPrefix(
                #"[{"kind":"club","id":"choir""#))
        #expect(try await world.run("record", "list", "club", "--csv").text.contains("choir,1,The Choir"))
        #expect(
            try await world.run("record", "show", "club", "choir", "--json").text.contains(
                #""version":1"#))
        #expect(try await world.run("kinds").text.contains("People who do something together."))
        #expect(try await world.run("kinds", "--json").text.contains(#""plural":"badges-of-office""#))
        #expect(try await world.run("search", "chess", "CO").text == "club  chess  Chess & Co <b>")
        #expect(try await world.run("search", "nobody").remarks == ["Nothing has nobody in its name"])
        #expect(try await world.run("record", "list", "badge").remarks == ["There are no such badges of office"])
        #expect(
            try await world.run("history", "club", "choir", "--json").text.contains(
                #""changes":[{"key":"name","before":"","after":"The Choir"}"#))
    }

    static let wrongs: [([String], String)] = [
        (["record", "list"], "takes 1 word"), (["record", "list", "clod"], "There is no kind of record called clod"),
        (["record", "show", "club", "nobody"], "There is no such thing here"),
        (["record", "show", "club", "No"], "is not an identifier"),
        (["record", "show", "badge", "choir"], "There is no such thing here"),
        (["record", "list", "club", "--on", "soon"], "--on must be a day"),
        (["record", "add", "club", "--set", "name"], "must be a field, an equals sign and a value"),
        (
            [
                "record", "add", "club", "--set", "name=A", "--set", "type=song", "--set", "hue=red", "--from",
                "2009-01-01",
            ], "hue is not a key of a club"
        ),
        (
            [
                "record", "add", "club", "--id", "choir", "--set", "name=A", "--set", "type=song", "--from",
                "2009-01-01",
            ], "choir"
        ),
        (["record", "change", "club", "choir", "--set", "size=3"], "no day from which"),
        (["record", "change", "club", "choir", "--from", "2009-01-01"], "Nothing changes"),
        (
            ["record", "change", "club", "choir", "--from", "2009-01-01", "--set", "type=song"],
            "Nothing changes: choir says this already"
        ),
        (
            ["record", "add", "badge", "--set", "club=choir", "--from", "2009-01-01", "--provenance", "assumption"],
            "An assumption belongs to a scenario"
        ),
        (["record", "list", "club", "--on", "2009-01-01", "--on", "2010-01-01"], "--on is given twice"),
        (["record", "correct", "club", "choir", "--set", "size=3"], "Nothing says why"),
        (["record", "correct", "club", "choir", "--because", "x"], "Nothing is put right"),
        (["record", "end", "club", "choir", "--because", "x"], "Nothing says when it ends"),
        (["history", "club", "nobody"], "There is no such thing here"), (["known", "club", "choir"], "--at"),
        (["known", "club", "choir", "--at", "soon"], "must be a day"), (["search"], "search needs a name"),
        (["kinds", "all"], "takes no words"),
    ]

    @Test("What is wrong is said in a sentence", arguments: wrongs)
    func wrong(line: [String], words: String) async throws {
        let world = try await DeskWorld().withClubs()
        let sentences = await world.refusal(line)
        #expect(sentences.contains { $0.localizedCaseInsensitiveContains(words) }, "\(sentences)")
    }

    @Test("Who may not is told what they lack")
    func permission() async throws {
        let world = try await DeskWorld().withClubs()
        #expect(
            await world.refusal(["record", "list", "badge"], by: DeskWorld.member) == [
                "You may not do this (vault.see)"
            ])
        #expect(
            await world.refusal(["record", "add", "club"], by: DeskWorld.member) == [
                "You may not do this (desk.change)"
            ])
        let badge = ["record", "add", "badge", "--set", "club=choir", "--from", "2009-01-01"]
        #expect(await world.refusal(badge, by: DeskWorld.clerk) == ["You may not do this (vault.change)"])
    }
}

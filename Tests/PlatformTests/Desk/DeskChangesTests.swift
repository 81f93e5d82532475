import Doors
import Kernel
import Testing

@Suite("Adding, changing, correcting and ending on pages")
struct DeskChangesTests {
    static let whole: [(String, String)] = [
        ("name", "Rowers"), ("motto", "Row\r\n\r\nHard"), ("size", "12"), ("open", "true"), ("founded-day", "1"),
        ("founded-month", "May"),
        ("founded-year", "2004"), ("type", "sport"), ("ages", "young"), ("ages", "old"), ("parent", "choir"),
        ("friends", "chess"),
        ("from-day", "1"), ("from-month", "4"), ("from-year", "2008"), ("provenance", "figure"),
        ("source", "D1 3.1\r\nD2 4"), ("note", "So"),
    ]

    @Test("A form asks for every field in the way that suits it")
    func form() async throws {
        let page = try await DeskWorld().withClubs().page("/records/clubs/new?parent=choir&from=2009-12-31")
        for part in [
            "<textarea class=\"govuk-textarea\" id=\"motto\"", "inputmode=\"numeric\"", "id=\"founded-month\"",
            "type=\"radio\"",
            "type=\"checkbox\"", "<option value=\"choir\" selected>The Choir</option>",
            "name=\"from-year\" type=\"text\" inputmode=\"numeric\" value=\"2009\"",
            "name=\"_token\"",
        ] { #expect(page.html.contains(part), "no \(part)") }
    }

    @Test("What is added is shown, with a banner, and every field as it was given")
    func add() async throws {
        let world = try await DeskWorld().withClubs()
        #expect(try await world.ask("/records/clubs/new", Self.whole) == .see("/records/clubs/rowers?done=added"))
        let page = try await world.page("/records/clubs/rowers?done=added")
        for part in [
            "Rowers has been added.", "Sport", "1 May 2004", "The young", "The Choir", "Figure given",
            "The first document, 3.1", "D2 4",
            "<p class=\"govuk-body\">Hard</p>",
        ] { #expect(page.html.contains(part), "no \(part)") }
        #expect(try await world.ask("/records/clubs/new", Self.whole) == .see("/records/clubs/rowers-2?done=added"))
    }

    static let wrongs: [(String, String, String)] = [
        ("name", "", "#name"), ("name", "a\nb", "#name"), ("size", "many", "#size"), ("size", "501", "#size"),
        ("founded-day", "31", ""),
        ("founded-month", "13", "#founded"), ("founded-year", "", "#founded"), ("type", "dance", "#type"),
        ("ages", "all", "#ages"),
        ("parent", "Nobody's", "#parent"), ("friends", "rowers-of-old", "#friends"), ("from-month", "Maybe", "#from"),
        ("source", "nowhere", "#source"), ("provenance", "rumour", "#provenance"), ("open", "perhaps", "#open"),
        ("id", "Ça va", "#id"),
        ("until-day", "1", "#until"),
    ]

    @Test("Whatever is wrong is said beside its field, and all that was typed is kept", arguments: wrongs)
    func wrong(field: String, value: String, anchor: String) async throws {
        let world = try await DeskWorld().withClubs()
        let form = Self.whole.filter { $0.0 != field } + [(field, value)]
        let reply = try await world.ask("/records/clubs/new", form)
        guard case .page(let page, let status) = reply else { #expect(anchor.isEmpty); return }
        #expect(status == 422 && page.problems.contains { "#" + $0.field == anchor }, "\(page.problems)")
        let html = page.body.string
        #expect(html.contains("Hard</textarea>") && (field == "source" || html.contains("D2 4")))
        if !value.isEmpty, !value.contains("\n"), field != "provenance" {
            #expect(html.contains(value.contains("'") ? "Nobody&#39;s" : value), "\(value) was lost")
        }
        #expect(try await !world.page("/records/clubs").html.contains("Rowers"))
    }

    @Test("Every problem is said at once")
    func allAtOnce() async throws {
        let page = try await DeskWorld().page(
            "/records/clubs/new", [("size", "x"), ("founded-day", "1"), ("from-day", "40")])
        #expect(page.status == 422)
        for field in ["name", "size", "founded", "type", "from"] {
            #expect(page.html.contains("href=\"#\(field)\""), "\(field)")
        }
    }

    @Test("A name that several things have, and one that nearly fits")
    func names() async throws {
        let world = try await DeskWorld().withClubs()
        for id in ["a", "b"] {
            _ = try await world.run(
                "record", "add", "club", "--id", id, "--set", "name=Twins", "--set", "type=song", "--from", "2009-01-01"
            )
        }
        let twins = try await world.page("/records/clubs/new", [("name", "X"), ("type", "song"), ("parent", "twins")])
        #expect(twins.html.contains("2 are called twins. Give the identifier of one: Twins (a) or Twins (b)"))
        let near = try await world.page("/records/clubs/new", [("name", "X"), ("type", "song"), ("parent", "choi")])
        #expect(near.html.contains("No club is called exactly choi. Did you mean The Choir (choir)?"))
        let exact = try await world.ask(
            "/records/clubs/new",
            [
                ("name", "X"), ("type", "song"), ("parent", "the CHOIR"), ("from-day", "1"), ("from-month", "1"),
                ("from-year", "2009"),
            ])
        #expect(exact == .see("/records/clubs/x?done=added"))
    }

    @Test("A change asks for the day, then for what is otherwise, and keeps what was")
    func change() async throws {
        let world = try await DeskWorld().withClubs()
        #expect(try await world.page("/records/clubs/choir/change").html.contains("From which day does it change?"))
        let nothing = try await world.page("/records/clubs/choir/change?from-day=&from-month=&from-year=")
        #expect(nothing.status == 422 && nothing.html.contains("Enter the first day on which it is otherwise"))
        let form = try await world.page("/records/clubs/choir/change?from-day=1&from-month=1&from-year=2009")
        #expect(form.html.contains("What changes from 1 January 2009?") && form.html.contains("value=\"The Choir\""))
        let sent = [
            ("name", "The Old Choir"), ("type", "song"), ("from-day", "1"), ("from-month", "1"), ("from-year", "2009"),
            ("source", "D1 9"),
        ]
        #expect(
            try await world.ask("/records/clubs/choir/change", sent + [("seen", try seen(form.html))])
                == .see("/records/clubs/choir?done=changed"))
        let page = try await world.page("/records/clubs/choir")
        #expect(page.html.contains("Name: The Choir → The Old Choir") && page.html.contains("version 2 of 2"))
        #expect(try await world.page("/records/clubs/choir?on=2008-01-01").html.contains("version 1 of 2"))
        let early = try await world.page("/records/clubs/choir/change", sent)
        #expect(early.status == 422 && early.html.contains("govuk-error-summary"))
    }

    @Test("A correction asks which version, and why; what was never so is gone")
    func correct() async throws {
        let world = try await DeskWorld().withClubs()
        let form = try await world.page("/records/clubs/choir/correct")
        let seen = ("seen", try seen(form.html))
        let sent = [
            ("version", "1"), ("name", "The Choir"), ("type", "song"), ("size", "40"), ("from-day", "8"),
            ("from-month", "12"), ("from-year", "2006"), ("provenance", "stated"), seen,
        ]
        let why = try await world.page("/records/clubs/choir/correct", sent)
        #expect(why.status == 422 && why.html.contains("href=\"#because\"") && why.html.contains("value=\"40\""))
        #expect(
            try await world.ask("/records/clubs/choir/correct", sent + [("because", "Counted anew")])
                == .see("/records/clubs/choir?done=corrected"))
        let page = try await world.page("/records/clubs/choir")
        #expect(
            page.html.contains("40") && page.html.contains("Since 8 December 2006")
                && page.html.contains("The first document, 2.1"))
        _ = try await world.run("record", "change", "club", "choir", "--from", "2009-01-01", "--set", "size=50")
        #expect(try await world.page("/records/clubs/choir/correct").html.contains("Which version was never so?"))
        #expect(try await world.page("/records/clubs/choir/correct?version=7").status == 422)
        #expect(try await world.page("/records/clubs/choir/correct?version=2").html.contains("value=\"50\""))
    }

    @Test("An end asks until when, and why")
    func end() async throws {
        let world = try await DeskWorld().withClubs()
        let form = try await world.page("/records/clubs/choir/end")
        let nothing = try await world.page("/records/clubs/choir/end", [])
        #expect(nothing.status == 422 && nothing.html.contains("href=\"#until\""))
        let day = [
            ("until-day", "1"), ("until-month", "1"), ("until-year", "2010"), ("because", "Closed"),
            ("seen", try seen(form.html)),
        ]
        #expect(try await world.ask("/records/clubs/choir/end", day) == .see("/records/clubs/choir?done=ended"))
        #expect(try await world.page("/records/clubs/choir").html.contains("7 December 2006 to 31 December 2009"))
        let again = [("until-day", "1"), ("until-month", "1"), ("until-year", "2012"), ("because", "Again")]
        #expect(try await world.page("/records/clubs/choir/end", again).html.contains("already ended"))
    }

    @Test("Of two who edit one record, the second sees both and loses nothing")
    func twoEditors() async throws {
        let world = try await DeskWorld().withClubs()
        let opened = ("seen", try seen(try await world.page("/records/clubs/choir/correct").html))
        let common = [
            ("version", "1"), ("name", "The Choir"), ("type", "song"), ("from-day", "7"), ("from-month", "12"),
            ("from-year", "2006"), ("provenance", "stated"), ("because", "Counted"),
        ]
        _ = try await world.run(
            "record", "correct", "club", "choir", "--set", "size=30", "--note", "Counted twice", "--until",
            "2011-01-01", "--because", "Heard so")
        let second = try await world.page(
            "/records/clubs/choir/correct", common + [("size", "41"), ("motto", "Sing"), opened])
        #expect(second.status == 409 && second.html.contains("Somebody else changed this record"))
        #expect(
            second.html.contains(">30</td>") && second.html.contains(">41</td>")
                && second.html.contains("Sing</textarea>"))
        #expect(second.html.contains(">Counted twice</td>") && second.html.contains(">1 January 2011</td>"))
        #expect(try await world.run("record", "show", "club", "choir").text.contains("30"))
        let knowing = ("seen", try seen(second.html))
        #expect(
            try await world.ask("/records/clubs/choir/correct", common + [("size", "41"), ("motto", "Sing"), knowing])
                == .see("/records/clubs/choir?done=corrected"))
        #expect(try await world.run("record", "show", "club", "choir").text.contains("41"))
    }

    @Test("A rule that holds records together is told on the form")
    func rules() async throws {
        let world = try await DeskWorld().withClubs()
        _ = try await world.run(
            "record", "add", "badge", "--id", "blue", "--set", "club=choir", "--set", "colour=blue", "--from",
            "2009-01-01")
        let page = try await world.page(
            "/records/badges-of-office/new",
            [("club", "chess"), ("colour", "blue"), ("from-day", "1"), ("from-month", "1"), ("from-year", "2010")])
        #expect(page.status == 422 && page.html.contains("Another badge is blue"))
    }

    private func seen(_ html: String) throws -> String {
        let after = try #require(html.range(of: "name=\"seen\" value=\""))
        return String(html[after.upperBound...].prefix { $0 != "\"" })
    }
}

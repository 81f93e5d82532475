import Kernel
import Testing

@testable import Web

@Suite("Whole pages")
struct PageTests {
    let day = Day(number: 14_609)
    let today = Day(number: 20_000)

    private func layout(token: String? = nil) -> Layout {
        Layout(
            councilName: "Leeds & District",
            navigation: [Link("Bodies", "/bodies", current: true), Link("Posts", "/posts")],
            home: "/?on=2009-12-31",
            asOn: AsOn(
                day: day, today: today, path: "/bodies",
                keeping: [AsOn.Kept("kind", "board"), AsOn.Kept("scenario", "x")],
                scenario: "x", notices: ["Carried forward"]),
            assets: Layout.Assets(frontend: "/f.css", own: "/o.css", icon: "/i.svg"), token: token)
    }

    private func render(_ page: Page, token: String? = nil) -> String {
        String(decoding: page.render(in: layout(token: token)), as: UTF8.self)
    }

    @Test("A page has all that every page must have, whatever its author forgot")
    func whole() {
        let page = render(Page(title: "Bodies", breadcrumbs: [Link("Home", "/")], body: "<p>x</p>"))
        for part in [
            "<!DOCTYPE html>\n<html lang=\"en\" class=\"govuk-template\">",
            "<title>Bodies – ThinkChild – Leeds &amp; District</title>",
            "<a href=\"#main-content\" class=\"govuk-skip-link\">",
            "<main class=\"govuk-main-wrapper\" id=\"main-content\">",
            "<h1 class=\"govuk-heading-l\">Bodies</h1>", "<p class=\"tc-header__council\">Leeds &amp; District</p>",
            "<link rel=\"stylesheet\" href=\"/f.css\">\n<link rel=\"stylesheet\" href=\"/o.css\">",
            "<form class=\"tc-search\" action=\"/search\" method=\"get\" role=\"search\"",
            "govuk-service-navigation__item--active", "govuk-breadcrumbs__link", "<footer class=\"govuk-footer",
        ] {
            #expect(page.contains(part), "no \(part)")
        }
        #expect(page.matches(of: #/<h1/#).count == 1)
        #expect(!page.contains("<script") && !page.contains(" style=") && !page.contains("crown"))
    }

    @Test("Every id stands once, and every label and description names one that is there")
    func identifiers() {
        let page = render(
            Page(
                title: "Add", problems: [Problem("from", "Enter a day")],
                body: GovUK.form(
                    "/x",
                    GovUK.textInput("name", label: "Name", hint: "h")
                        + GovUK.dateInput("from", legend: "From", problems: [Problem("from", "Enter a day")]))))
        let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count)
        let named = page.matches(of: #/ (?:for|aria-describedby|aria-labelledby)="([^"]+)"/#)
            .flatMap { $0.output.1.split(separator: " ").map(String.init) }
        let linked = page.matches(of: #/href="#([^"]+)"/#).map { String($0.output.1) }
        #expect(!named.isEmpty && Set(named + linked).isSubset(of: Set(ids)), "\(Set(named + linked).subtracting(ids))")
    }

    @Test("A page with problems says so in its title, and first of all")
    func problems() throws {
        let page = render(Page(title: "Add", problems: [Problem("name", "Enter a name")], body: ""))
        #expect(page.contains("<title>Error: Add – "))
        let summary = try #require(page.firstRange(of: "govuk-error-summary"))
        let heading = try #require(page.firstRange(of: "<h1"))
        #expect(summary.lowerBound < heading.lowerBound)
    }

    @Test("The strip says which day is shown, and asks for another with the rest of the address kept")
    func strip() {
        let page = render(Page(title: "Bodies", asOnNotices: ["And this"], body: ""))
        #expect(page.contains("As it stood on <strong>31 December 2009</strong> with the scenario <strong>x</strong>"))
        #expect(
            page.contains(
                "<p class=\"tc-as-on__notice\">Carried forward</p>\n<p class=\"tc-as-on__notice\">And this</p>"))
        #expect(page.contains("<input type=\"hidden\" name=\"kind\" value=\"board\">"))
        #expect(AsOnStrip(asOn: AsOn(day: today, today: today, path: "/")).html.string.contains("As it stands today,"))
        let later = AsOn(day: today.adding(days: 1), today: today, path: "/")
        #expect(AsOnStrip(asOn: later).html.string.contains("As it will stand on"))
    }

    @Test("A search is answered as of the day shown")
    func search() {
        let page = render(Page(title: "x", body: ""))
        let form = page.firstMatch(of: #/<form class="tc-search"[\s\S]*?</form>/#).map { String($0.output) } ?? ""
        #expect(form.contains("name=\"on\" value=\"2009-12-31\"") && form.contains("name=\"scenario\" value=\"x\""))
    }

    @Test("Every form that changes something carries the token, however it was written; no other does")
    func token() {
        let byHand: HTML = "<form class=\"x\" method=\"post\" action=\"/a\"><input name=\"a\"></form>"
        let typed: HTML = "<p>\("<form method=\"post\">")</p>"
        let body = GovUK.form("/b", "1") + byHand + typed + GovUK.query("/c", "2") + GovUK.form("/d", "3")
        let page = Page(title: "x", body: body)
        #expect(page.hasForm)
        #expect(!Page(title: "x", body: typed + GovUK.query("/c", "2")).hasForm)
        let shown = render(page, token: "abc")
        let forms = shown.matches(
            of: #/<form[^>]*method="post"[^>]*>\n<input type="hidden" name="_token" value="abc">/#)
        #expect(forms.count == 3)
        #expect(shown.matches(of: #/name="_token"/#).count == 3)
    }

    @Test("A form's mark is found wherever it stands, as a plain search would", arguments: 0..<200 as Range<UInt64>)
    func search(seed: UInt64) {
        var random = Dice(seed)
        let text = random.text(
            of: ["method=\"post\"", "method=", "\"post\"", "post\"", ">", "m", "\"", "method=\"pos"], upTo: 12)
        let bytes = Array(text.utf8)
        let mark = Array("method=\"post\"".utf8)
        let plain = bytes.indices.first { bytes[$0...].starts(with: mark) }
            .flatMap { at in bytes[(at + mark.count)...].firstIndex(of: UInt8(ascii: ">")) }
        #expect(FormToken.firstForm(in: bytes, from: 0) == plain.map { $0 + 1 })
    }

    @Test("The style sheet is whole: what it opens it closes")
    func stylesheet() {
        let sheet = Stylesheet.own
        #expect(sheet.count { $0 == "{" } == sheet.count { $0 == "}" })
        #expect(sheet.contains("@media print") && !sheet.contains("http"))
    }
}

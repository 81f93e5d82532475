import Kernel
import Testing
import Web

/// The parts of the published markup (GOV.UK Frontend 5.11.1) that styles and screen readers depend on.
@Suite("GOV.UK components")
struct ComponentTests {
    static let problems = [Problem("name", "Enter a <name>"), Problem("other", "Other")]

    /// Every component that asks for one thing, unanswered and answered wrongly.
    static let fields: [(name: String, make: @Sendable ([Problem], String?) -> HTML, control: String)] = [
        ("text input", { GovUK.textInput("name", label: "Name", hint: $1, problems: $0) }, "govuk-input"),
        ("textarea", { GovUK.textarea("name", label: "Name", hint: $1, problems: $0) }, "govuk-textarea"),
        ("select", { GovUK.select("name", label: "Name", [.init("a", "A")], hint: $1, problems: $0) }, "govuk-select"),
        ("file upload", { GovUK.fileUpload("name", label: "Name", hint: $1, problems: $0) }, "govuk-file-upload"),
        ("date input", { GovUK.dateInput("name", legend: "Name", hint: $1, problems: $0) }, "govuk-input"),
    ]

    @Test("A field is tied to its label, its hint and its error", arguments: fields.indices)
    func wiring(index: Int) {
        let field = Self.fields[index]
        let plain = field.make([], nil).string, hinted = field.make([], "A hint").string
        let wrong = field.make(Self.problems, "A hint").string, bare = field.make(Self.problems, nil).string
        #expect(plain.contains("for=\"name\"") && plain.contains("id=\"name\""))
        #expect(!plain.contains("aria-describedby") && !plain.contains("--error"))
        #expect(
            hinted.contains("id=\"name-hint\" class=\"govuk-hint\"")
                && hinted.contains("aria-describedby=\"name-hint\""))
        #expect(wrong.contains("aria-describedby=\"name-hint name-error\""))
        #expect(bare.contains("aria-describedby=\"name-error\""))
        #expect(wrong.contains("govuk-form-group--error") && wrong.contains("\(field.control)--error"))
        #expect(wrong.contains("id=\"name-error\" class=\"govuk-error-message\""))
        #expect(wrong.contains("<span class=\"govuk-visually-hidden\">Error:</span> Enter a &lt;name&gt;"))
    }

    @Test("What was typed is given back, escaped")
    func values() {
        #expect(GovUK.textInput("n", label: "N", value: "\"<b>").string.contains("value=\"&quot;&lt;b&gt;\""))
        #expect(GovUK.textarea("n", label: "N", value: "</textarea>").string.contains("&lt;/textarea&gt;</textarea>"))
        let date = GovUK.dateInput("n", legend: "N", value: TypedDay(day: "31", month: "x", year: "2009")).string
        #expect(date.contains("name=\"n-day\"") && date.contains("value=\"31\"") && date.contains("value=\"x\""))
    }

    @Test("The first radio has the field's own id, so that the error summary leads to it")
    func choices() {
        let choices = [GovUK.Choice("chair", "Chair"), GovUK.Choice("member", "Member", hint: "Sits")]
        let radios = GovUK.radios("role", legend: "Role", choices, chosen: "member").string
        #expect(radios.contains("id=\"role\" name=\"role\" type=\"radio\" value=\"chair\">"))
        #expect(radios.contains("value=\"member\" checked aria-describedby=\"role-2-item-hint\">"))
        #expect(radios.contains("id=\"role-2-item-hint\" class=\"govuk-hint govuk-radios__hint\""))
        #expect(radios.contains("<legend class=\"govuk-fieldset__legend\">Role</legend>"))
        let boxes = GovUK.checkboxes("kinds", legend: "Kinds", choices, chosen: ["chair", "member"], layout: .small)
            .string
        #expect(boxes.matches(of: #/ checked/#).count == 2)
        #expect(boxes.contains("class=\"govuk-checkboxes govuk-checkboxes--small\""))
        let wrong = GovUK.radios("role", legend: "Role", choices, problems: [Problem("role", "Choose")]).string
        #expect(wrong.contains("<fieldset class=\"govuk-fieldset\" aria-describedby=\"role-error\">"))
    }

    @Test("A select marks what was chosen, and its blank when nothing was")
    func select() {
        let choices = [GovUK.Choice("a", "A"), GovUK.Choice("b", "B")]
        #expect(GovUK.select("s", label: "S", choices, chosen: "b").string.contains("<option value=\"b\" selected>"))
        let blank = GovUK.select("s", label: "S", choices, blank: "Any").string
        #expect(blank.contains("<option value=\"\" selected>Any</option>"))
    }

    @Test("The error summary links each problem to its field")
    func errorSummary() {
        let summary = GovUK.errorSummary(Self.problems + [Problem("", "All of it")]).string
        #expect(summary.contains("<h2 class=\"govuk-error-summary__title\">There is a problem</h2>"))
        #expect(summary.contains("<li><a href=\"#name\">Enter a &lt;name&gt;</a></li>"))
        #expect(summary.contains("<li>All of it</li>"))
        #expect(GovUK.errorSummary([]).isEmpty)
    }

    @Test("A table says what its columns and rows are, and scrolls within itself")
    func table() {
        let columns: [Column<(String, Int?)>] = [.text("Body") { $0.0 }, .number("Seats") { $0.1 }]
        let table = GovUK.table(caption: "Bodies", columns, [("A & B", 3), ("C", nil)]).string
        #expect(table.contains("<caption class=\"govuk-table__caption govuk-table__caption--m\">Bodies</caption>"))
        #expect(
            table.contains("<th scope=\"col\" class=\"govuk-table__header govuk-table__header--numeric\">Seats</th>"))
        #expect(table.contains("<th scope=\"row\" class=\"govuk-table__header\">A &amp; B</th>"))
        #expect(table.contains("<td class=\"govuk-table__cell govuk-table__cell--numeric\">Not known</td>"))
        #expect(table.contains("<div class=\"tc-scroll\" role=\"region\" aria-label=\"Bodies\" tabindex=\"0\">"))
        let none = GovUK.table(caption: "Bodies", columns, [], empty: "Add the first.").string
        #expect(none == "<p class=\"govuk-body\">Bodies: Add the first.</p>\n")
    }

    @Test("A summary list's actions say what they are about")
    func summaryList() {
        let list = GovUK.summaryList([
            .init("Chair", "Vacant", actions: [Link("Change", "/c", about: "chair")]), .init("Quorum", "4"),
            .init("Size", "41", actions: [Link("Change", "/s", about: "size"), Link("Correct", "/k", about: "size")]),
        ]).string
        #expect(
            list.contains(
                "<a class=\"govuk-link\" href=\"/c\">Change<span class=\"govuk-visually-hidden\"> chair</span></a>"))
        #expect(list.contains("<div class=\"govuk-summary-list__row govuk-summary-list__row--no-actions\">"))
        #expect(list.matches(of: #/govuk-summary-list__actions-list-item/#).count == 2)
    }

    @Test(
        "Pagination shows the ends, here and its neighbours",
        arguments: [
            (1, 1, []), (1, 2, ["1", "2"]), (1, 9, ["1", "2", "…", "9"]), (5, 9, ["1", "…", "4", "5", "6", "…", "9"]),
            (9, 9, ["1", "…", "8", "9"]), (3, 4, ["1", "2", "3", "4"]),
        ])
    func pagination(page: Int, pages: Int, shown: [String]) {
        let html = GovUK.pagination(page: page, of: pages) { "/bodies?page=\($0)" }.string
        let items = html.matches(of: #/(?:>(\d+)</a>)|(&ctdot;)/#).map { $0.output.1.map(String.init) ?? "…" }
        #expect(items == shown)
        if pages > 1 {
            #expect(html.contains("aria-label=\"Page \(page)\" aria-current=\"page\""))
            #expect(html.contains("rel=\"prev\"") == (page > 1))
            #expect(html.contains("rel=\"next\"") == (page < pages))
        }
    }

    @Test("The rest carry the design system's classes")
    func others() {
        #expect(GovUK.button("Save").string == "<button type=\"submit\" class=\"govuk-button\">Save</button>\n")
        #expect(
            GovUK.button("End", kind: .warning, name: "do", value: "end").string.contains(
                "govuk-button--warning\" name=\"do\" value=\"end\""))
        #expect(GovUK.linkButton("Go", href: "/x").string.contains("role=\"button\""))
        #expect(GovUK.warningText("Mind").string.contains("<span class=\"govuk-visually-hidden\">Warning</span> Mind"))
        #expect(GovUK.notificationBanner("Done", kind: .success).string.contains("role=\"alert\" aria-labelledby"))
        #expect(GovUK.tag("Vacant", .red).string == "<strong class=\"govuk-tag govuk-tag--red\">Vacant</strong>")
        #expect(GovUK.tag("x", .lightBlue).string.contains("govuk-tag--light-blue"))
        #expect(GovUK.details("Why", open: true, "Because").string.contains("<details class=\"govuk-details\" open>"))
        #expect(GovUK.backLink("/x").string == "<a href=\"/x\" class=\"govuk-back-link\">Back</a>\n")
        #expect(GovUK.insetText("x").string.contains("govuk-inset-text"))
        let tabs = GovUK.tabs([.init("seats", "Seats", "<p>1</p>"), .init("terms", "Terms", "<p>2</p>")]).string
        #expect(tabs.contains("href=\"#terms\"") && tabs.contains("<section class=\"govuk-tabs__panel\" id=\"terms\">"))
        #expect(!tabs.contains("hidden"))
        let filter = GovUK.filterPanel("/findings", keeping: [("on", "2009-12-31")], clear: "/findings", "x").string
        #expect(
            filter.contains("method=\"get\"")
                && filter.contains("<input type=\"hidden\" name=\"on\" value=\"2009-12-31\">"))
    }
}

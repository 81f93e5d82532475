import Doors
import Kernel
import Partners
import Records
import Web

/// The first page: what needs attention on the day, what is held, and where to start.
struct HomePage {
    let worked: Worked
    let request: Request

    /// Subjects listed with their findings.
    private static let subjectsMax = 10
    private var report: FindingsReport { worked.report }
    private var book: Book { worked.trust.book }

    var page: Page {
        isEmpty
            ? Page(title: "Nothing is recorded yet", body: first)
            : Page(title: "What needs attention", body: "\(state)\(severities)\(subjects)\(held)\(start)")
    }

    private var isEmpty: Bool { book.count == 0 }

    private var first: HTML {
        let about: HTML = """
            This service shows who is accountable for what in a children's trust, which bodies there are, who sits on \
            them and who has come, and what is wrong. It starts from what you tell it.
            """
        let steps: [HTML] = [
            """
            Import a description of your arrangements, if you have one: on a terminal, \
            <code>thinkchild import FOLDER</code>.
            """,
            """
            Or begin by hand: \(request.way("add the council and its partners", "/records/organisations/new")), then \
            \(request.way("the posts", "/records/posts/new")), beginning with the Director of Children's Services and \
            the Lead Member.
            """,
            """
            \(request.way("Add the bodies", "/records/bodies/new")): the trust board, the safeguarding board, and \
            whatever else meets.
            """,
            "Come back here: the check says what is missing or wrong, and on whose authority.",
        ]
        return """
            \(Piece.paragraph(about))\
            <h2 class="govuk-heading-m">What to do first</h2>
            \(Piece.steps(steps))
            """
    }

    private var state: HTML {
        let states = book.all(StateOfKnowledge.kind.name)
        guard !states.isEmpty else { return .empty }
        let lines: [HTML] = states.compactMap { record in
            guard let on = record.day("on") else { return nil }
            let carried: HTML? = record.day("carried-from").map { ", its facts carried forward from \($0)" }
            let path = worked.scenario.map { "/?on=\(on)&scenario=\(urlPart($0.id.text))" } ?? "/?on=\(on)"
            let name = record.text("name") ?? record.id
            return on == request.on
                ? "<strong>\(on)</strong>: \(name)\(carried) (shown now)"
                : "<a class=\"govuk-link\" href=\"\(path)\">\(on)</a>: \(name)\(carried)"
        }
        return GovUK.details("Days that the records describe", open: true, Piece.bullets(lines))
    }

    private var severities: HTML {
        let cards: [HTML] = [
            card(.error, "error", one: "error", many: "errors", "wrong by a rule, or said to be wrong"),
            card(.warning, "warning", one: "warning", many: "warnings", "worth a decision"),
            card(
                .cannotTell, "cannot-tell", one: "thing it cannot tell",
                many: "things it cannot tell", "the facts are not held, which is not fine"),
        ]
        return "<div class=\"tc-columns\">\n\(cards)</div>\n"
    }

    private func card(_ severity: Severity, _ word: String, one: String, many: String, _ about: HTML) -> HTML {
        let count = report.count(of: severity)
        let look: HTML = severity == .error ? " tc-card--error" : severity == .warning ? " tc-card--warning" : ""
        return """
            <div class="tc-card\(look)">
            <p class="tc-figure">\(count)</p>
            <p class="govuk-body">\(request.way(count == 1 ? one : many, "/findings?severity=\(word)")): \(about)</p>
            </div>

            """
    }

    private var subjects: HTML {
        let request = request
        let all = worked.subjectsByTrouble.filter { pair in pair.findings.contains { $0.severity != .cannotTell } }
        let columns: [Column<(subject: Subject, findings: [Finding])>] = [
            Column("What") { request.way(to: $0.subject) },
            Column("Kind") { "\(FindingsPage.words(ofKind: $0.subject.kind))" },
            .number("Errors") { pair in pair.findings.count { $0.severity == .error } },
            .number("Warnings") { pair in pair.findings.count { $0.severity == .warning } },
            Column("The worst") { pair in
                pair.findings.first.map { "\(FindingsListPage.tag($0.severity)) \($0.message)" } ?? ""
            },
            Column("All") { pair in
                let all = request.way(
                    "All \(pair.findings.count)", "/findings?subject=\(pair.subject.id)",
                    about: "about \(pair.subject.name)")
                return "<span class=\"tc-nowrap\">\(all)</span>"
            },
        ]
        let more: HTML = .when(all.count > Self.subjectsMax, Piece.paragraph(request.way("All findings", "/findings")))
        return Piece.section(
            "attention", "Where attention is needed",
            """
            \(GovUK.table(
                    caption: "Subjects of findings", columns, all.prefix(Self.subjectsMax),
                    empty: "no error and no warning.", captionHidden: true))\(more)
            """
        )
    }

    private var held: HTML {
        let trust = worked.trust
        let rows: [(String, String, Int)] = [
            ("Bodies", "/bodies", trust.bodies.current.count),
            ("Organisations", "/organisations", trust.accountability.organisations.current.count),
            ("Posts", "/posts", trust.accountability.posts.current.count),
            ("Functions", "/records/functions", trust.accountability.functions.current.count),
            ("Seats", "/records/seats", trust.bodies.current.reduce(0) { $0 + trust.seats(at: $1.noun.id).count }),
            ("Concerns", "/concerns", trust.concerns.count),
            ("Decisions", "/records/decisions", trust.decisions.count),
            ("Scenarios", "/scenarios", book.all(Scenario.kind.name).count),
        ]
        let request = request
        let columns: [Column<(String, String, Int)>] = [
            Column("What") { request.way($0.0, $0.1) }, .number("How many on this day") { $0.2 },
        ]
        return Piece.section(
            "held", "What is held", GovUK.table(caption: "What is held", columns, rows, captionHidden: true))
    }

    private var start: HTML {
        Piece.section(
            "start", "Where to start",
            Piece.bullets([
                "\(request.way("The accountability map", "/accountability")): who answers for what, and to whom",
                "\(request.way("Bodies", "/bodies")): who sits on them, and who has come",
                "\(request.way("Compare", "/compare")) two days, or a day with a scenario",
                "\(request.way("Findings", "/findings")): everything the check says, with its paragraph",
            ]))
    }
}

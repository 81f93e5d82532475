import Doors
import Kernel
import Partners
import Web

/// What is wrong with the arrangements on a day, to be narrowed by how bad it is, on whose word, and about what.
struct FindingsPage {
    let report: FindingsReport
    let ask: FindingsAsk
    let request: Request

    /// Findings on one page.
    static let pageSize = 50

    private var fitting: [Finding] { report.findings.filter(ask.fits) }

    var page: Page {
        Page(
            title: "Findings", breadcrumbs: [Link("Home", request.link("/"))],
            body: """
                \(lead)\(filter)\(list)\(formats)
                """)
    }

    private var lead: HTML {
        Piece.paragraph(
            """
            What the check finds in the arrangements as they stood on this day: \
            <strong>\(report.count(of: .error))</strong> errors, \
            <strong>\(report.count(of: .warning))</strong> warnings, and \
            <strong>\(report.count(of: .cannotTell))</strong> matters of which \
            it cannot tell, because the facts are not held. That is not to say that they are well.
            """)
    }

    private var filter: HTML {
        let severities = [("error", "Errors"), ("warning", "Warnings"), ("cannot-tell", "Cannot tell")].map {
            GovUK.Choice($0, $1)
        }
        let bases = Basis.all.map { GovUK.Choice($0.rawValue, FindingsListPage.basis($0)) }
        let codes = unique(report.findings.map { ($0.code, "\($0.code) \($0.title)") })
        let kinds = unique(report.findings.map { ($0.subject.kind, FindingsPage.words(ofKind: $0.subject.kind)) })
        return GovUK.filterPanel(
            "/findings", title: "Narrow the list", keeping: request.carried,
            clear: ask.isAll ? nil : request.link("/findings"),
            """
            <div class="tc-columns">
            \(GovUK.select("severity", label: "How bad", severities, chosen: ask.severity?.rawValue, blank: "Any"))\
            \(GovUK.select("basis", label: "On whose word", bases, chosen: ask.basis?.rawValue, blank: "Any"))\
            \(GovUK.select("kind", label: "About a", kinds, chosen: ask.kind, blank: "Anything"))\
            \(GovUK.select("code", label: "Rule", codes, chosen: ask.code, blank: "Any"))\
            \(GovUK.textInput("text", label: "Words in it", value: ask.text ?? ""))
            </div>
            """)
    }

    private func unique(_ pairs: [(String, String)]) -> [GovUK.Choice] {
        var seen: Set<String> = []
        return pairs.filter { seen.insert($0.0).inserted }.sorted { $0.0 < $1.0 }.map { GovUK.Choice($0.0, $0.1) }
    }

    private var list: HTML {
        let all = fitting
        guard !all.isEmpty else {
            return Piece.paragraph(
                report.findings.isEmpty
                    ? """
                    Nothing is found. Where nothing is recorded nothing can be: \
                    \(request.way("see what is held", "/")).
                    """
                    : "No finding fits what was asked. \(request.way("See all \(report.findings.count)", "/findings"))."
            )
        }
        let pages = (all.count + Self.pageSize - 1) / Self.pageSize, page = min(request.page, pages)
        let shown = Array(all.dropFirst((page - 1) * Self.pageSize).prefix(Self.pageSize))
        return """
            <h2 class="govuk-heading-m">\(all.count) \(all.count == 1 ? "finding" : "findings")</h2>
            \(FindingsListPage(findings: shown, request: request).html)\
            \(GovUK.pagination(page: page, of: pages) { request.link("/findings?\(ask.query)page=\($0)") })
            """
    }

    private var formats: HTML {
        let query = ask.query.isEmpty ? "" : "?" + ask.query.dropLast()
        return Piece.paragraph(
            """
            The same as \(request.way("a table (CSV)", "/findings.csv\(query)")), \
            \(request.way("JSON", "/api/v1/findings\(query)")) or \
            \(request.way("SARIF", "/findings.sarif\(query)")). On a terminal: <code>thinkchild check --on \
            \(iso: report.on)</code>.
            """)
    }

    /// `reporting-line` as a page says it.
    static func words(ofKind kind: String) -> String {
        let words = kind.map { $0 == "-" ? " " : $0 }
        return String(words).prefix(1).uppercased() + String(words).dropFirst()
    }
}

extension FindingsAsk {
    /// What an address must carry to ask for the same: `severity=error&`, or nothing.
    var query: String {
        let parts = [
            ("severity", severity?.rawValue), ("basis", basis?.rawValue), ("code", code), ("kind", kind),
            ("subject", subject), ("text", text),
        ]
        return parts.compactMap { name, value in value.map { "\(name)=\(urlPart($0))&" } }.joined()
    }

    /// - Throws: `.invalid` naming what makes no sense.
    init(_ fields: Fields) throws(Refusal) {
        if let word = fields.text("severity") {
            guard let severity = Severity(rawValue: word) else {
                throw .invalid([Problem("severity", "Choose error, warning or cannot-tell")])
            }
            self.severity = severity
        }
        if let word = fields.text("basis") {
            guard let basis = Basis(rawValue: word) else {
                throw .invalid([Problem("basis", "Choose derived or reported")])
            }
            self.basis = basis
        }
        code = fields.text("code").map { String($0.prefix(Self.textMax)) }
        kind = fields.text("kind").map { String($0.prefix(Self.textMax)) }
        subject = fields.text("subject").map { String($0.prefix(Self.textMax)) }
        text = fields.text("text").map { String($0.prefix(Self.textMax)) }
    }
}

extension Basis {
    static let all: [Basis] = [.derived, .reported]
}

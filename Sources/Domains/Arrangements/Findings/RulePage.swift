import Doors
import Kernel
import Partners
import Web

/// One rule of the check: where it comes from, which facts it needs, since when it is in force, and what it finds.
struct RulePage {
    let code: String
    /// The checks that share the code; a rule and what was reported on the same matter may.
    let checks: [Check<Trust>]
    let findings: [Finding]
    let request: Request

    var page: Page {
        Page(
            title: "\(code): \(checks.first?.title ?? findings.first?.title ?? "A rule")", caption: "Rule",
            breadcrumbs: [Link("Home", request.link("/")), Link("Findings", request.link("/findings"))],
            body: "\(checks.map(rule).joined())\(found)")
    }

    private func rule(_ check: Check<Trust>) -> HTML {
        let force = check.inForce
        let from = force.from.map { "from \($0.long)" } ?? "at all times"
        let until = force.until.map { " until \($0.adding(days: -1).long)" } ?? ""
        let heading: HTML = .when(checks.count > 1, "<h2 class=\"govuk-heading-m\">\(check.title)</h2>\n")
        return """
            \(heading)\(GovUK.summaryList([
                GovUK.SummaryRow("At worst", FindingsListPage.tag(check.severity)),
                GovUK.SummaryRow("Where it comes from", FindingsListPage.sources(check.sources)),
                GovUK.SummaryRow("How far the source can be trusted", "\(check.evidence.words)"),
                GovUK.SummaryRow("Which facts it needs", "\(check.needs)"),
                GovUK.SummaryRow("To what it applies", "\(check.applies)"),
                GovUK.SummaryRow("In force", "\(from)\(until)"),
            ]))
            """
    }

    private var found: HTML {
        let none = Piece.paragraph("It finds nothing on this day.")
        return Piece.section(
            "found", "What it finds on this day",
            findings.isEmpty ? none : FindingsListPage(findings: findings, request: request).html)
    }
}

import Doors
import Kernel
import Partners
import Web

/// Findings as part of a page: what is wrong, who says so and where, and what would mend it.
struct FindingsListPage {
    let findings: [Finding]
    let request: Request
    /// Whether the subject is said; not on the subject's own page.
    var namesSubject = true

    /// The errors and warnings, and what cannot be told folded away beneath.
    var folded: HTML {
        let untold = findings.filter { $0.severity == .cannotTell }
        guard !untold.isEmpty else { return html }
        let told = FindingsListPage(
            findings: findings.filter { $0.severity != .cannotTell }, request: request, namesSubject: namesSubject)
        let rest = FindingsListPage(findings: untold, request: request, namesSubject: namesSubject)
        let words = "\(untold.count) \(untold.count == 1 ? "matter" : "matters") of which the check cannot tell"
        let none: HTML = .when(told.findings.isEmpty, Piece.paragraph("No error and no warning."))
        return "\(none)\(told.html)\(GovUK.details(words, rest.html))"
    }

    var html: HTML {
        findings.map { finding -> HTML in
            let subject: HTML = .when(namesSubject, "\(request.way(to: finding.subject)): ")
            return """
                <li class="tc-finding tc-finding--\(finding.severity.rawValue)">
                <p class="govuk-body"><span class="tc-nowrap">\(Self.tag(finding.severity))</span> \
                <a class="govuk-link" href="\(request.link("/findings/\(finding.code)"))">\(finding.code)</a> \
                \(subject)\(finding.message)</p>
                <p class="govuk-body-s"><span class="tc-quiet">What would mend it:</span> \(finding.mend)<br>
                <span class="tc-quiet">\(Self.basis(finding.basis)):</span> \(Self.sources(finding.sources))</p>
                </li>

                """
        }
        .wrapped
    }

    static func tag(_ severity: Severity) -> HTML {
        switch severity {
        case .error: GovUK.tag("Error", .red)
        case .warning: GovUK.tag("Warning", .orange)
        case .cannotTell: GovUK.tag("Cannot tell", .grey)
        }
    }

    static func basis(_ basis: Basis) -> String {
        switch basis {
        case .derived: "Worked out from the records"
        case .reported: "Reported"
        }
    }

    /// Document by document: `Review of 1 March 2010 (P10), 3.1.8 and 3.6.2`.
    static func sources(_ sources: [Citation]) -> HTML {
        var order: [String] = [], paragraphs: [String: [String]] = [:]
        for source in sources {
            if paragraphs[source.document] == nil { order.append(source.document) }
            paragraphs[source.document, default: []].append(source.paragraph)
        }
        let parts: [HTML] = order.map { document in
            let numbers = paragraphs[document, default: []].joined(separator: ", ")
            return "\(Document.name(of: document)), \(numbers)"
        }
        return parts.isEmpty ? "no source" : HTML.joined(parts, by: "; ")
    }
}

extension [HTML] {
    fileprivate var wrapped: HTML { .when(!isEmpty, "<ul class=\"govuk-list\">\n\(joined())</ul>\n") }
}

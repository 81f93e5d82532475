internal import Doors
internal import Foundation
internal import Kernel
internal import Records
internal import Web

/// What a record was known to say at a moment, whatever has been learnt since.
struct KnownPage {
    let kind: Kind
    let id: String
    let name: String
    /// Nil until a moment is asked about.
    let moment: Date?
    let typed: String
    /// Empty when nothing was known of it then.
    let versions: [Record]
    let words: ValueWords
    let documents: DocumentNames
    let problems: [Problem]
    let request: Request

    var page: Page {
        Page(
            title: "\(name), as it was known", caption: kind.title, problems: problems,
            breadcrumbs: request.crumbs(to: kind, id, name), asOnNotices: request.heldNotices,
            body: "\(question)\(answer)")
    }

    private var question: HTML {
        let kept: [HTML] = request.carried.map { GovUK.hidden($0.name, $0.value) }
        return GovUK.query(
            Paths.record(kind, id) + "/known",
            """
            \(kept)\(GovUK.textInput(
                "at", label: "At which moment?", value: typed,
                hint: "A day, which means its end, or a day and a time such as 2010-03-01 14:05.", problems: problems,
                width: .twenty))\
            \(GovUK.button("Show", kind: .secondary))
            """)
    }

    private var answer: HTML {
        guard let moment else { return .empty }
        let heading: HTML = "<h2 class=\"govuk-heading-m\">As it was known on \(Moment.words(moment))</h2>\n"
        if versions.isEmpty { return "\(heading)\(Piece.paragraph("Nothing was known of it then."))" }
        return "\(heading)\(HTML.joined(versions.map(version)))"
    }

    private func version(_ record: Record) -> HTML {
        let title: HTML = .when(
            versions.count > 1, "<h3 class=\"govuk-heading-s\">Version \(record.version)</h3>\n")
        var rows = zip(record.kind.fields, record.values).map { field, value in
            GovUK.SummaryRow(field.label, words.html(value, of: field))
        }
        rows.append(GovUK.SummaryRow("Held", "\(record.period.words)"))
        rows.append(GovUK.SummaryRow("How it is known", "\(record.provenance.words)"))
        rows.append(GovUK.SummaryRow("Sources", documents.html(record.sources)))
        if let note = record.note { rows.append(GovUK.SummaryRow("Note", "\(note)")) }
        return "\(title)\(GovUK.summaryList(rows))"
    }
}

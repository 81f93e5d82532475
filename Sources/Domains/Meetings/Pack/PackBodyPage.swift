import Kernel
import Partners
import Records
import Web

/// The pack's items with their reports, as markup: for the one page that is read on a screen, and for the PDF.
struct PackBodyPage {
    let contents: PackContents
    /// What stands in the place of a paper.
    let paper: (PackContents.Sheet) -> HTML

    /// What a report says, under the headings of the papers (REP-01 to REP-03, REP-06, GOV-09).
    private static let headings = [
        "purpose", "background", "issues", "equality", "gap", "gap-note", "function", "no-call-in-because", "resources",
        "children", "recommendations", "background-papers",
    ]

    var body: HTML { HTML.joined(contents.items.map(part), by: "") }

    /// Where each item and each paper stands.
    var list: HTML {
        let lines: [HTML] = contents.items.map { entry in
            let papers: [HTML] = entry.sheets.map { sheet in
                """
                <li><a class="govuk-link" href="#paper-\(sheet.paper.id)">\(sheet.paper.paper.title)</a> \
                \(sheet.paper.paper.since)</li>

                """
            }
            let below: HTML = .when(!papers.isEmpty, "<ul class=\"govuk-list\">\n\(papers)</ul>\n")
            return """
                <li><a class="govuk-link" href="#item-\(entry.item.item.number)">\(entry.item.item.number). \
                \(entry.item.title)</a>\(below)</li>

                """
        }
        return "<ul class=\"govuk-list\">\n\(lines)</ul>\n"
    }

    private func part(_ entry: (item: ItemView, sheets: [PackContents.Sheet])) -> HTML {
        let item = entry.item
        let closed: HTML = .when(!item.item.isOpen, Self.paragraph(item.closedBecause))
        let changed = Self.since(item.item.changedWords)
        let summary: HTML = item.isWhole ? Self.prose(item.item.record.text("summary")) : .empty
        let papers = entry.sheets.map(paper)
        return """
            <section>
            <h2 class="govuk-heading-l" id="item-\(item.item.number)">\(item.item.number). \(item.title)</h2>
            \(Self.paragraph(AgendaItem.purposes.label(of: item.item.route)))\(changed)\(closed)\
            \(summary)\(report(item))\(papers)\
            </section>

            """
    }

    private func report(_ item: ItemView) -> HTML {
        guard let report = item.report else { return .empty }
        let wards: HTML = .when(
            !item.wards.isEmpty, Self.entry("Wards affected", item.wards.map(\.name).joined(separator: ", ")))
        let author: HTML = item.author.map { Self.entry("Author", $0.name) } ?? .empty
        let parts: [HTML] = Self.headings.compactMap { name in
            guard let field = Report.kind.fields.first(where: { $0.name == name }),
                let text = report.record.text(name)
            else { return nil }
            if case .choice(let choices) = field.type { return Self.entry(field.label, choices.label(of: text)) }
            return Self.entry(field.label, text)
        }
        return "\(Self.since(report.sinceWords))\(author)\(parts)\(wards)"
    }

    private static func entry(_ heading: String, _ text: String) -> HTML {
        "<h3 class=\"govuk-heading-s\">\(heading)</h3>\n\(prose(text))"
    }

    private static func paragraph(_ text: String) -> HTML { "<p class=\"govuk-body\">\(text)</p>\n" }

    /// That something was changed or late; nothing where it was not.
    static func since(_ words: String) -> HTML { .when(!words.isEmpty, paragraph(words)) }

    /// A paragraph for each line that is not empty.
    static func prose(_ text: String?) -> HTML {
        let lines = (text ?? "").split(whereSeparator: \.isNewline).map(String.init)
        return HTML.joined(lines.map { paragraph($0) }, by: "")
    }
}

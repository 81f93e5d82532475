internal import Doors
internal import Foundation
internal import Kernel
internal import Ledger
internal import Records
internal import Web

/// What was done to one record, the latest first.
struct HistoryPage {
    let history: RecordHistory
    let request: Request

    var page: Page {
        let path = Paths.record(history.kind, history.id)
        return Page(
            title: "History of \(history.name)", caption: history.kind.title,
            breadcrumbs: request.crumbs(to: history.kind, history.id, history.name),
            asOnNotices: request.heldNotices,
            body: """
                \(Piece.paragraph("All that was ever done to this record, the latest first. Nothing is taken out."))\
                \(HTML.joined(history.rows.map(row)))\(empty)\(older)
                """)
        func row(_ row: RecordHistory.Row) -> HTML {
            let known = Link(
                "As it was known then", request.link("\(path)/known?at=\(urlPart(Moment.iso(row.entry.at)))"),
                about: "after \(row.entry.sentence)")
            return """
                <section>
                <h2 class="govuk-heading-s" id="entry-\(row.entry.number)">\
                \(Moment.words(row.entry.at))\(row.by.map { ", by \($0)" } ?? "")</h2>
                \(Piece.paragraph("\(row.entry.sentence)"))\
                \(HTML.when(!row.entry.purpose.isEmpty, Piece.paragraph("Why: \(row.entry.purpose)")))\
                \(differences(row))\
                \(Piece.paragraph(known.html))</section>

                """
        }
    }

    private func differences(_ row: RecordHistory.Row) -> HTML {
        guard !row.changes.isEmpty else { return .empty }
        let columns: [Column<Difference>] = [
            .text("Field") { $0.label },
            Column("Before") { $0.old.isEmpty ? "<span class=\"tc-quiet\">Not said</span>" : "\($0.old)" },
            Column("After") { $0.new.isEmpty ? "<span class=\"tc-quiet\">Not said</span>" : "\($0.new)" },
        ]
        return GovUK.table(
            caption: "What changed, entry \(row.entry.number)", columns, row.changes, captionHidden: true)
    }

    private var empty: HTML {
        .when(
            history.rows.isEmpty,
            Piece.paragraph(
                history.isContinued ? "There is nothing older." : "Nothing has been written down about this record yet."
            ))
    }

    private var older: HTML {
        var links: [HTML] = []
        if history.isContinued { links.append(Link("Latest", request.address(replacing: [("before", nil)])).html) }
        if let before = history.before {
            links.append(Link("Older", request.address(replacing: [("before", "\(before)")])).html)
        }
        return .when(
            !links.isEmpty, "<nav aria-label=\"Pages\">\(Piece.paragraph(HTML.joined(links, by: " · ")))</nav>\n")
    }
}

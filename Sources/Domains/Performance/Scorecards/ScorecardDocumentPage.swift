import Kernel
import Web

/// A scorecard as a document of its own, from which its PDF is made: what somebody at a meeting has in hand.
struct ScorecardDocumentPage {
    let paper: ScorecardPaper
    let council: String
    /// Of a frozen one.
    var digest: String?

    /// What the table shows; the rest would not fit on a sheet, and stands beneath or in the spreadsheet.
    private static let shown = [
        "Indicator", "Period", "Value", "Unit", "Target", "Rating", "Direction", "England", "Owner",
    ]

    var text: String {
        let day = Day(paper.day)?.long ?? paper.day
        let kept: HTML = digest.map { "<p class=\"small\">Kept as it stood, under \($0).</p>" } ?? .empty
        let note: HTML = .when(hasExamples, "<p><strong>\(Self.example)</strong></p>")
        let markup: HTML = """
            <!DOCTYPE html>
            <html lang="en-GB"><head><meta charset="utf-8"><title>\(paper.title), \(day)</title>
            <meta name="author" content="\(council)">
            <style>\(Self.style)</style></head><body>
            <h1>\(paper.title)</h1>
            <p>\(council). As it stood on \(day). \(paper.rows.count) indicators.</p>
            \(note)\(table)\(said)\(kept)</body></html>
            """
        return markup.string
    }

    private static let example =
        "Figures are as published. Targets with a star were made for an example: nobody agreed them."

    private var hasExamples: Bool { paper.rows.contains { isExample($0) } }

    private func isExample(_ row: [String]) -> Bool { cell("Target is", row).hasPrefix("Made for an example") }

    /// What a row has in a column; empty where there is no such column.
    private func cell(_ column: String, _ row: [String]) -> String {
        paper.columns.firstIndex(of: column).flatMap { row.indices.contains($0) ? row[$0] : nil } ?? ""
    }

    private func words(_ column: String, _ row: [String]) -> String {
        let text = cell(column, row)
        switch column {
        case "Indicator": return [cell("Code", row), text].filter { !$0.isEmpty }.joined(separator: " ")
        case "Target": return text.isEmpty || !isExample(row) ? text : text + " *"
        default: return text
        }
    }

    private var table: HTML {
        let head: [HTML] = Self.shown.map { "<th scope=\"col\">\($0)</th>" }
        let rows: [HTML] = paper.rows.map { row in
            let cells: [HTML] = Self.shown.map { column in
                column == "Indicator"
                    ? "<th scope=\"row\">\(words(column, row))</th>" : "<td>\(words(column, row))</td>"
            }
            return "<tr>\(cells)</tr>\n"
        }
        return "<table><thead><tr>\(head)</tr></thead><tbody>\(rows)</tbody></table>"
    }

    private var said: HTML {
        let items: [HTML] = paper.rows.compactMap { row in
            let told = [cell("Narrative", row), cell("Note", row)].filter { !$0.isEmpty }.joined(separator: " ")
            let action = cell("Action", row)
            guard !told.isEmpty || !action.isEmpty else { return nil }
            let done: HTML = .when(!action.isEmpty, " <em>Action: \(action)</em>")
            return "<p><strong>\(words("Indicator", row)).</strong> \(told)\(done)</p>\n"
        }
        return .when(!items.isEmpty, "<h2>What is said of them</h2>\n\(items)")
    }

    /// A4 on its side, with the page's number at its foot; the head of the table stands on every page.
    private static let style: HTML = """
        @page { size: A4 landscape; margin: 15mm 15mm 16mm; @bottom-right { \
        content: "Page " counter(page) " of " counter(pages); font: 9pt sans-serif } }
        body { font: 9.5pt/1.35 sans-serif } h1 { font-size: 18pt; margin: 0 } h2 { font-size: 13pt }
        h1, h2 { break-after: avoid } table { border-collapse: collapse; width: 100% }
        th, td { border-bottom: 0.5pt solid #b1b4b6; padding: 1.5mm 2mm; text-align: left; vertical-align: top }
        thead th { border-bottom: 1pt solid #0b0c0c } tbody th { font-weight: normal; width: 24% }
        tr { break-inside: avoid } .small { font-size: 8pt; color: #505a5f }
        """
}

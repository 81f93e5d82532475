import Doors
import Kernel
import Web

/// Imports of figures: those that were made, and a form for the next.
struct ImportsPage {
    let imports: [StagedImport]
    let mappings: [(id: String, name: String)]
    let mayChange: Bool
    var problems: [Problem] = []
    let request: Request

    var page: Page {
        Page(
            title: "Imports of figures", problems: problems,
            breadcrumbs: [Link("Home", request.link("/")), Link("Needs", request.link("/needs"))],
            body: "\(form)\(table)\(list)")
    }

    private var form: HTML {
        guard mayChange else { return .empty }
        let content: HTML = """
            \(GovUK.select(
                "mapping", label: "What the file is", mappings.map { GovUK.Choice($0.id, $0.name) },
                chosen: request.form.text("mapping"),
                hint: "The mapping that reads it. The list below says what each reads.", problems: problems))\
            \(GovUK.fileUpload(
                "file", label: "The file, as CSV or as a workbook (XLSX)", problems: problems,
                accept: ".csv,text/csv,.xlsx"))\
            \(GovUK.button("Read it, and show what it would change"))
            """
        return Pieces.section("new", "Take in a file", GovUK.form("/imports", upload: true, content))
    }

    private var table: HTML {
        let request = request
        let columns: [Column<StagedImport>] = [
            Column("Import") { request.way("\($0.number)", "/imports/\($0.number)", about: $0.file) },
            .text("File") { $0.file }, .text("Through") { $0.mapping },
            Column("State") { staged in
                staged.takenAt.map { "Taken \(Day(inEnglandAt: $0))" } ?? GovUK.tag("Not taken", .yellow)
            },
            .number("Rows") { $0.counts.rows }, .number("Added") { $0.counts.added },
            .number("Changed") { $0.counts.changed }, .number("Refused") { $0.counts.refused },
            .number("Warned") { $0.counts.warned },
        ]
        return Pieces.section(
            "imports", "Imports",
            GovUK.table(caption: "The newest imports", columns, imports, empty: "none yet.", captionHidden: true))
    }

    private var list: HTML {
        let request = request
        return Pieces.section(
            "mappings", "Mappings",
            Pieces.bullets(mappings.map { "\(request.way($0.name, "/imports/mappings/\($0.id)")) (\($0.id))" }))
    }
}

/// One import: what it came to, row by row where a person should look, and whether to take it.
struct ImportPage {
    let staged: StagedImport
    let lines: [StagedImport.Line]
    let mayChange: Bool
    let request: Request

    var page: Page {
        Page(
            title: "Import \(staged.number): \(staged.file)",
            breadcrumbs: [
                Link("Home", request.link("/")), Link("Needs", request.link("/needs")),
                Link("Imports", request.link("/imports")),
            ],
            body: "\(summary)\(choice)\(remarks)")
    }

    private var summary: HTML {
        var rows = [
            GovUK.SummaryRow("Result", "\(staged.counts.sentence)"),
            GovUK.SummaryRow("Read through", request.way(staged.mapping, "/imports/mappings/\(staged.mapping)")),
            GovUK.SummaryRow("SHA-256", "<code class=\"tc-code\">\(staged.digest)</code>"),
            GovUK.SummaryRow("Read", "\(Day(inEnglandAt: staged.begunAt))"),
            GovUK.SummaryRow("Taken", staged.takenAt.map { "\(Day(inEnglandAt: $0))" } ?? "Not yet"),
        ]
        if mayChange { rows.append(GovUK.SummaryRow("By", "\(staged.takenBy ?? staged.begunBy)")) }
        return GovUK.summaryList(rows)
    }

    private var choice: HTML {
        guard staged.takenAt == nil, mayChange else { return .empty }
        return """
            \(Pieces.paragraph("Nothing of it is seen until it is taken. After a day it is cleared away."))\
            \(GovUK.form(
                "/imports/\(staged.number)/take",
                "\(GovUK.hidden("sha256", staged.digest))\(GovUK.button("Take it"))"))\
            \(GovUK.form("/imports/\(staged.number)/leave", GovUK.button("Leave it", kind: .secondary)))
            """
    }

    private var remarks: HTML {
        let columns: [Column<StagedImport.Line>] = [
            Column("Line", numeric: true) { "\($0.line)" },
            .text("Outcome") { $0.outcome.prefix(1).uppercased() + $0.outcome.dropFirst() },
            .text("Column") { $0.heading }, .text("What") { $0.words }, .number("Cells") { $0.times },
        ]
        let more: HTML = .when(
            staged.counts.leftOut > 0, Pieces.paragraph("\(staged.counts.leftOut) more are counted and not listed."))
        return Pieces.section(
            "remarks", "Rows to look at",
            """
            \(GovUK.table(
                caption: "Rows refused, warned of and changed", columns, lines,
                    empty: mayChange ? "none." : "shown to those who may take figures in.", captionHidden: true))\
            \(more)\(Pieces.bullets([request.way("These rows (CSV)", "/imports/\(staged.number)/remarks.csv")]))
            """)
    }
}

/// One mapping, in its own words.
struct MappingPage {
    let id: String
    let name: String
    let about: String
    let text: String
    let request: Request

    var page: Page {
        Page(
            title: name, caption: "Mapping",
            breadcrumbs: [
                Link("Home", request.link("/")), Link("Needs", request.link("/needs")),
                Link("Imports", request.link("/imports")),
            ],
            body: """
                \(Pieces.paragraph("\(about)"))\
                \(Pieces.paragraph("<code class=\"tc-code\">thinkchild import FILE --mapping \(id)</code>"))\
                <pre class="tc-code" tabindex="0">\(text)</pre>
                """)
    }
}

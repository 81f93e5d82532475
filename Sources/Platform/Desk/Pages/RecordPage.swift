internal import Doors
internal import Kernel
internal import Records
internal import Web

/// Everything that one record says, on whose word, what it said before, and what points at it.
struct RecordPage {
    let view: RecordView
    let words: ValueWords
    let request: Request
    let mayChange: Bool
    /// The page of its room that shows it, when there is one.
    let ownPage: String?
    let documents: DocumentNames

    private var kind: Kind { view.kind }
    private var path: String { Paths.record(kind, view.id) }

    var page: Page {
        Page(
            title: view.name, caption: kind.title, breadcrumbs: request.crumbs(to: kind), banner: banner,
            asOnNotices: request.heldNotices,
            body: """
                \(Piece.paragraph(view.standing.tag))\(other)\(summary)\(actions)\(versions)\(pointing)
                """)
    }

    /// That something was done, on the page one is led to after it.
    private var banner: HTML? {
        let done: HTML
        switch request.query.text("done").flatMap(Done.init) {
        case .added: done = "\(view.name) has been added."
        case .changed: done = "\(view.name) has been changed."
        case .corrected: done = "\(view.name) has been corrected."
        case .ended: done = "\(view.name) has been ended."
        case nil: return nil
        }
        return GovUK.notificationBanner(done, kind: .success)
    }

    private var other: HTML {
        guard let ownPage else { return .empty }
        let link = Link("See it with what belongs to it", request.link(ownPage), about: "on the page of \(view.name)")
        return Piece.paragraph(link.html)
    }

    private var summary: HTML {
        let record = view.shown
        var rows = zip(kind.fields, record.values).map { field, value in
            GovUK.SummaryRow(field.label, words.html(value, of: field))
        }
        rows.append(GovUK.SummaryRow("Held", "\(record.period.words)"))
        rows.append(GovUK.SummaryRow("How it is known", "\(record.provenance.words)"))
        rows.append(GovUK.SummaryRow("Sources", documents.html(record.sources)))
        if let note = record.note { rows.append(GovUK.SummaryRow("Note", "\(note)")) }
        rows.append(GovUK.SummaryRow("Identifier", "<span class=\"tc-code\">\(record.id)</span>"))
        let heading: HTML = .when(
            view.versions.count > 1, Piece.quiet("This is version \(record.version) of \(view.versions.count)."))
        return "\(heading)\(GovUK.summaryList(rows))"
    }

    private var actions: HTML {
        let changing: [HTML] = [
            Link("Change it from a day", request.link(path + "/change"), about: view.name).html,
            Link("Correct what was never so", request.link(path + "/correct"), about: "about \(view.name)").html,
            Link("End it", request.link(path + "/end"), about: view.name).html,
        ]
        let seeing: [HTML] = [
            Link("History", request.link(path + "/history"), about: "of \(view.name)").html,
            Link("As it was known at a moment", request.link(path + "/known"), about: "\(view.name)").html,
        ]
        return Piece.section("do", "What you can do", Piece.bullets((mayChange ? changing : []) + seeing))
    }

    private var versions: HTML {
        guard view.versions.count > 1 else { return .empty }
        let (request, path, documents) = (request, path, documents)
        let columns: [Column<RecordView.VersionRow>] = [
            .text("Version") { "\($0.record.version)" },
            Column("Held") { "\($0.record.period.words)" },
            Column("What changed") { row in
                row.changes.isEmpty ? "" : Piece.bullets(row.changes.map { "\($0.label): \($0.old) → \($0.new)" })
            },
            Column("Sources") { documents.html($0.record.sources) },
            Column("Correct") { row in
                let version = row.record.version
                return Link("Correct", request.link("\(path)/correct?version=\(version)"), about: "version \(version)")
                    .html
            },
        ]
        let shown = mayChange ? columns : Array(columns.dropLast())
        return Piece.section(
            "versions", "Versions",
            GovUK.table(caption: "Versions, first to last", shown, view.rows(in: words), captionHidden: true))
    }

    private var pointing: HTML {
        let request = request, path = words.path
        let groups = view.pointers.map { pointer -> HTML in
            let items = pointer.subjects.map { Link($0.name, path($0)).html }
            let query = "?\(urlPart(pointer.field.name))=\(view.id)", list = Paths.list(pointer.kind)
            let all = Link("See all of them", request.link(list + query), about: "that point at \(view.name)")
            let more: HTML = .when(
                pointer.hasMore, Piece.paragraph("These are the first \(pointer.subjects.count). \(all.html)"))
            let heading = "\(pointer.kind.pluralTitle), as their \(pointer.field.label.lowercased())"
            let add = Link(
                "Add \(pointer.kind.article)", request.link(list + "/new" + query), about: "for \(view.name)")
            return """
                <h3 class="govuk-heading-s">\(heading)</h3>
                \(Piece.bullets(items))\(more)\(HTML.when(pointer.mayAdd, Piece.paragraph(add.html)))
                """
        }
        return Piece.section(
            "pointing", "What points at it",
            groups.isEmpty ? Piece.paragraph("No other record points at it.") : HTML.joined(groups))
    }
}

/// What was done, as the address of the page one is led to says it.
enum Done: String, Sendable { case added, changed, corrected, ended }

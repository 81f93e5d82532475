internal import Doors
internal import Kernel
internal import Records
internal import Web

/// The things of one kind, a hundred to a page, each as it stood on the day shown.
struct RecordListPage {
    let list: Listing
    let words: ValueWords
    let request: Request
    let mayAdd: Bool

    private var kind: Kind { list.kind }
    private var path: String { Paths.list(kind) }

    var page: Page {
        Page(
            title: kind.pluralTitle, caption: Sentence.capital(kind.room),
            breadcrumbs: [Link("Home", request.link("/")), Link("Records", request.link(Paths.kinds))],
            asOnNotices: request.heldNotices,
            body: """
                \(Piece.paragraph("\(kind.about)"))\(actions)\(filter)\(table)\(next)
                """)
    }

    private var actions: HTML {
        let csv = Link("All of them as CSV", request.link(path + ".csv"), about: "for a spreadsheet")
        let add: HTML = .when(mayAdd, GovUK.linkButton("Add \(kind.article)", href: request.link(path + "/new")))
        return GovUK.buttonGroup(add, csv.html)
    }

    // MARK: The filter

    private var filter: HTML {
        let text: HTML = .when(
            kind.isNamed, GovUK.textInput("q", label: "Name, or a part of it", value: list.filter.words, kind: .search))
        let selects = choiceFields.map { field, choices in
            GovUK.select(
                field.name, label: field.label, choices.map { GovUK.Choice($0.value, $0.label) },
                chosen: list.filter.fields[field.name] ?? "", blank: "Any")
        }
        let held = GovUK.checkboxes(
            "held", legend: "State", [GovUK.Choice("1", "Only what is current on the day shown")],
            chosen: list.filter.day == nil ? [] : ["1"], layout: .small)
        return GovUK.filterPanel(
            path, title: "Find \(kind.article)", keeping: request.carried + others.map { ($0.field.name, $0.value) },
            clear: list.filter.isEmpty ? nil : request.link(path), "\(text)\(HTML.joined(selects))\(held)\(narrowed)")
    }

    /// The choices that every row tells.
    private var choiceFields: [(Field, [Records.Choice])] {
        Listing.tellingFields(of: kind).compactMap { _, field in
            guard case .choice(let choices) = field.type else { return nil }
            return (field, choices)
        }
    }

    /// Fields that the address asks about and the form does not.
    private var others: [(field: Field, value: String)] {
        kind.fields.compactMap { field in
            guard let value = list.filter.fields[field.name], !choiceFields.contains(where: { $0.0.name == field.name })
            else {
                return nil
            }
            return (field, value)
        }
    }

    private var narrowed: HTML {
        let items = others.map { field, value in HTML(text: "\(field.label): \(words.name(value))") }
        return .when(!items.isEmpty, Piece.paragraph("Only those with \(HTML.joined(items, by: ", "))."))
    }

    // MARK: The list

    private var table: HTML {
        let words = words, request = request, kind = kind
        var columns: [Column<Listing.Row>] = [
            Column("Name") { Link($0.name, request.link(Paths.record(kind, $0.record.id))).html },
            Column("State") { $0.standing.tag },
        ]
        for (position, field) in Listing.tellingFields(of: kind) {
            columns.append(Column(field.label) { words.html($0.record.values[position], of: field) })
        }
        columns.append(Column("Held") { "\($0.record.period.words)" })
        return GovUK.table(caption: caption, columns, list.rows, empty: empty)
    }

    private var caption: String {
        let those = list.filter.isEmpty ? kind.pluralTitle : "\(kind.pluralTitle) found"
        return list.isContinued ? "\(those), continued" : those
    }

    private var empty: HTML {
        if !list.filter.isEmpty {
            return "none is like that. Ask for less, or \(Link("see all", request.link(path)).html)."
        }
        if list.isContinued { return "there are no more. \(Link("Begin again", request.link(path)).html)." }
        let add: HTML = .when(
            mayAdd, " \(Link("Add the first", request.link(path + "/new")).html), or import a folder of files.")
        return "there are none yet.\(add)"
    }

    private var next: HTML {
        var links: [HTML] = []
        if list.isContinued { links.append(Link("First page", request.address(replacing: [("after", nil)])).html) }
        if let after = list.next {
            links.append(Link("Next page", request.address(replacing: [("after", after)])).html)
        }
        return .when(
            !links.isEmpty, "<nav aria-label=\"Pages\">\(Piece.paragraph(HTML.joined(links, by: " · ")))</nav>\n")
    }
}

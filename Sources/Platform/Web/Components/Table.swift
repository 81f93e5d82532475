/// One column of a table: its heading, and what each row shows in it.
public struct Column<Row>: Sendable {
    public let title: String
    /// Whether it holds numbers, which are set to the right so that they can be compared.
    public let isNumeric: Bool
    let cell: @Sendable (Row) -> HTML

    public init(_ title: String, numeric: Bool = false, _ cell: @escaping @Sendable (Row) -> HTML) {
        self.title = title
        isNumeric = numeric
        self.cell = cell
    }

    /// A column of whole numbers; an unknown one is said to be so.
    public static func number(_ title: String, _ value: @escaping @Sendable (Row) -> Int?) -> Column {
        Column(title, numeric: true) { row in value(row).map { "\($0)" } ?? "Not known" }
    }

    /// A column of plain text.
    public static func text(_ title: String, _ value: @escaping @Sendable (Row) -> String) -> Column {
        Column(title) { row in HTML(text: value(row)) }
    }
}

extension GovUK {
    /// A table of `rows`; the first column names each row. It scrolls within itself where the screen is narrow.
    ///
    /// - Parameter empty: said in place of the table when there are no rows.
    public static func table<Row>(
        caption: String, _ columns: [Column<Row>], _ rows: some Sequence<Row>, empty: HTML = "None.",
        captionHidden: Bool = false
    ) -> HTML {
        var body = HTML(), count = 0
        for row in rows {
            count += 1
            body.appendTableRow(row, columns)
        }
        if count == 0 { return "<p class=\"govuk-body\">\(caption): \(empty)</p>\n" }
        let headings: [HTML] = columns.map { column in
            let numeric: HTML = .when(column.isNumeric, " govuk-table__header--numeric")
            return "<th scope=\"col\" class=\"govuk-table__header\(numeric)\">\(column.title)</th>\n"
        }
        return tableFrame(caption: caption, captionHidden: captionHidden, headings: headings.joined(), body: body)
    }

    /// The table around rows that are already markup: each a `tr` of class `govuk-table__row`. For pages that are hot.
    public static func table(caption: String, headings: [String], body: HTML) -> HTML {
        let cells: [HTML] = headings.map { "<th scope=\"col\" class=\"govuk-table__header\">\($0)</th>\n" }
        return tableFrame(caption: caption, captionHidden: false, headings: cells.joined(), body: body)
    }

    private static func tableFrame(caption: String, captionHidden: Bool, headings: HTML, body: HTML) -> HTML {
        let size: HTML = captionHidden ? "govuk-visually-hidden" : "govuk-table__caption--m"
        return """
            <div class="tc-scroll" role="region" aria-label="\(caption)" tabindex="0">
            <table class="govuk-table">
            <caption class="govuk-table__caption \(size)">\(caption)</caption>
            <thead class="govuk-table__head">
            <tr class="govuk-table__row">
            \(headings)</tr>
            </thead>
            <tbody class="govuk-table__body">
            \(body)</tbody>
            </table>
            </div>

            """
    }
}

extension HTML {
    fileprivate mutating func appendTableRow<Row>(_ row: Row, _ columns: [Column<Row>]) {
        self += "<tr class=\"govuk-table__row\">\n"
        for (index, column) in columns.enumerated() {
            if index == 0 {
                self += "<th scope=\"row\" class=\"govuk-table__header\">"
                self += column.cell(row)
                self += "</th>\n"
            } else {
                self +=
                    column.isNumeric
                    ? "<td class=\"govuk-table__cell govuk-table__cell--numeric\">" : "<td class=\"govuk-table__cell\">"
                self += column.cell(row)
                self += "</td>\n"
            }
        }
        self += "</tr>\n"
    }
}

/// One column of a table: its heading, and what each row shows in it.
public struct Column<Row>: Sendable {
    public let title: String
    /// Whether it holds numbers, which are set to the right so that they can be compared.
    public let isNumeric: Bool
    @usableFromInline let cell: Cell

    /// What a cell is made of. Text and numbers go straight into the table: a long table is mostly those.
    @usableFromInline
    enum Cell: Sendable {
        case markup(@Sendable (Row) -> HTML)
        case text(@Sendable (Row) -> String)
        case number(@Sendable (Row) -> Int?)
    }

    public init(_ title: String, numeric: Bool = false, _ cell: @escaping @Sendable (Row) -> HTML) {
        self.init(title, numeric: numeric, .markup(cell))
    }

    private init(_ title: String, numeric: Bool, _ cell: Cell) {
        self.title = title
        isNumeric = numeric
        self.cell = cell
    }

    /// A column of whole numbers; an unknown one is said to be so.
    public static func number(_ title: String, _ value: @escaping @Sendable (Row) -> Int?) -> Column {
        Column(title, numeric: true, .number(value))
    }

    /// A column of plain text.
    public static func text(_ title: String, _ value: @escaping @Sendable (Row) -> String) -> Column {
        Column(title, numeric: false, .text(value))
    }

    @inlinable
    func write(_ row: Row, to table: inout HTML) {
        switch cell {
        case .markup(let make): table.append(make(row))
        case .text(let make): table.append(text: make(row))
        case .number(let make):
            if let number = make(row) { table.append(grouped: number) } else { table.append(literal: "Not known") }
        }
    }
}

extension GovUK {
    /// A table of `rows`; the first column names each row. It scrolls within itself where the screen is narrow.
    ///
    /// Inlinable, so that it is compiled anew for each kind of row: as one function for all kinds it takes thrice as
    /// long.
    ///
    /// - Parameter empty: said in place of the table when there are no rows.
    @inlinable
    public static func table<Row>(
        caption: String, _ columns: [Column<Row>], _ rows: some Sequence<Row>, empty: HTML = "None.",
        captionHidden: Bool = false
    ) -> HTML {
        var body = HTML(), count = 0
        body.reserve(bytes: rows.underestimatedCount * columns.count * 80)
        for row in rows {
            count += 1
            body.appendTableRow(row, columns)
        }
        let headings = columns.map { columnHeading($0.title, numeric: $0.isNumeric) }
        return count == 0
            ? noTable(caption: caption, empty)
            : tableFrame(caption: caption, captionHidden: captionHidden, headings: headings.joined(), body: body)
    }

    @usableFromInline
    static func noTable(caption: String, _ empty: HTML) -> HTML {
        "<p class=\"govuk-body\">\(caption): \(empty)</p>\n"
    }

    @usableFromInline
    static func columnHeading(_ title: String, numeric: Bool) -> HTML {
        let numeric: HTML = .when(numeric, " govuk-table__header--numeric")
        return "<th scope=\"col\" class=\"govuk-table__header\(numeric)\">\(title)</th>\n"
    }

    /// The table around rows that are already markup: each a `tr` of class `govuk-table__row`. For pages that are hot.
    public static func table(caption: String, headings: [String], body: HTML) -> HTML {
        let cells = headings.map { columnHeading($0, numeric: false) }
        return tableFrame(caption: caption, captionHidden: false, headings: cells.joined(), body: body)
    }

    @usableFromInline
    static func tableFrame(caption: String, captionHidden: Bool, headings: HTML, body: HTML) -> HTML {
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
    @inlinable
    mutating func appendTableRow<Row>(_ row: Row, _ columns: [Column<Row>]) {
        append(literal: "<tr class=\"govuk-table__row\">\n")
        for index in columns.indices {
            if index == 0 {
                append(literal: "<th scope=\"row\" class=\"govuk-table__header\">")
            } else if columns[index].isNumeric {
                append(literal: "<td class=\"govuk-table__cell govuk-table__cell--numeric\">")
            } else {
                append(literal: "<td class=\"govuk-table__cell\">")
            }
            columns[index].write(row, to: &self)
            append(literal: index == 0 ? "</th>\n" : "</td>\n")
        }
        append(literal: "</tr>\n")
    }
}

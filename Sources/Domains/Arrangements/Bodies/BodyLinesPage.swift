import Doors
import Kernel
import Partners
import Records
import Web

/// The part of a body's page that tells where it reports and who reports to it, drawn and in tables.
struct BodyLinesPage {
    let view: BodyView
    let request: Request

    var html: HTML {
        let add = request.wayToAdd("Say where it reports", ReportingLine.kind, "from-body", view.id)
        let picture = BodyLinesPicture(view: view, request: request).html
        return Piece.section(
            "lines", "Lines",
            """
            \(picture)\(table("Where it reports", view.lines.up, empty: "no line is recorded. \(add)") { $0.to })\
            \(table("Who reports to it", view.lines.down, empty: "nobody is recorded.") { $0.from })
            """)
    }

    private func table(
        _ caption: String, _ rows: [LinesView.Row], empty: HTML,
        _ other: @escaping @Sendable (LinesView.Row) -> Subject?
    ) -> HTML {
        let request = request, own = view.id
        let columns: [Column<LinesView.Row>] = [
            Column("Where") { row in other(row).map { request.way(to: $0) } ?? "Nobody can say" },
            Column("In what way") { row in
                let words = ReportingLine.types.label(of: row.line.type)
                return row.from.kind == "post" && row.from.id != own ? "Its chair: \(words.lowercased())" : "\(words)"
            },
            Column("Standing") { row in row.line.record.standing == .holds ? "Holds" : Piece.tag(row.line.record) },
            Column("Source") { Piece.source($0.line.record) },
        ]
        return GovUK.table(caption: caption, columns, rows, empty: empty)
    }
}

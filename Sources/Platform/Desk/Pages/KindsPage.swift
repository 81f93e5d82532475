internal import Doors
internal import Kernel
internal import Records
internal import Web

/// Every kind of record there is, by room, with what each is for and how many there are.
struct KindsPage {
    /// One kind, and how many things of it are held, whenever they hold.
    struct Row {
        let kind: Kind
        let count: Int
        let mayAdd: Bool
    }

    let rows: [Row]
    let request: Request

    var page: Page {
        let rooms = rows.reduce(into: [String]()) { rooms, row in
            if rooms.last != row.kind.room { rooms.append(row.kind.room) }
        }
        let sections = rooms.map { room in
            Piece.section(room, Sentence.capital(room), table(rows.filter { $0.kind.room == room }, of: room))
        }
        let body: HTML =
            rows.isEmpty ? Piece.paragraph("There is no kind of record that you may see.") : HTML.joined(sections)
        return Page(
            title: "Records", breadcrumbs: [Link("Home", request.link("/"))],
            body: """
                \(Piece.paragraph(
                    "All that is known is held in records of these kinds. Choose one to list, add or change them."))\
                \(body)
                """)
    }

    private func table(_ rows: [Row], of room: String) -> HTML {
        let request = request
        let columns: [Column<Row>] = [
            Column("Kind") { Link($0.kind.pluralTitle, request.link(Paths.list($0.kind))).html },
            Column("What it is") { "\($0.kind.about)" },
            .number("How many") { $0.count },
            Column("Add") { row in
                let link = Link("Add", request.link(Paths.list(row.kind) + "/new"), about: row.kind.article)
                return .when(row.mayAdd, link.html)
            },
        ]
        return GovUK.table(caption: "Kinds of record in \(Sentence.capital(room))", columns, rows, captionHidden: true)
    }
}

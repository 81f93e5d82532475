import Doors
import Kernel
import Partners
import Web

/// What was found among the business of meetings.
struct FindPage {
    let text: String
    let found: [(SearchMeetings.Found, String)]
    let request: Request

    var page: Page {
        let form = GovUK.query(
            "/meetings/search",
            """
            \(GovUK.textInput("q", label: "Words of the title", value: text, hint: "Every word must be in it."))\
            \(GovUK.button("Search"))
            """)
        let shown = Array(found.prefix(SearchMeetings.pageSize))
        let more: HTML = .when(
            found.count > shown.count, Piece.paragraph("There are more: give another word of the title."))
        let result: HTML = text.isEmpty ? .empty : "\(table(shown))\(more)"
        return Page(
            title: "Search meetings",
            breadcrumbs: [Link("Home", request.link("/")), Link("Meetings", request.link("/meetings"))],
            body: "\(form)\(result)")
    }

    private func table(_ shown: [(SearchMeetings.Found, String)]) -> HTML {
        let request = request
        let columns: [Column<(SearchMeetings.Found, String)>] = [
            Column("Title") { entry in
                let found = entry.0
                guard let path = Self.path(found) else { return "\(found.title)" }
                return request.way(found.title, path)
            },
            .text("What") { Self.kinds[$0.0.kind] ?? $0.0.kind }, .text("Body") { $0.1 },
            .text("Day") { $0.0.on.long },
        ]
        return GovUK.table(caption: "Found", columns, shown, empty: "Nothing that you may see has these words.")
    }

    private static let kinds = ["agenda-item": "Item", "paper": "Paper", "resolution": "Decision"]

    private static func path(_ found: SearchMeetings.Found) -> String? {
        switch (found.kind, found.meeting) {
        case ("agenda-item", let meeting?): "/meetings/\(meeting)/items/\(found.subject)"
        case ("paper", let meeting?): "/meetings/\(meeting)/papers/\(found.subject)/file"
        case ("resolution", _): "/decisions/\(found.subject)"
        default: nil
        }
    }
}

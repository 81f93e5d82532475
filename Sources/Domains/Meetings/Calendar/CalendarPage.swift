import Doors
import Kernel
import Partners
import Records
import Web

/// The calendar: of everybody's meetings, or of one body's.
struct CalendarPage {
    let list: CalendarList
    let ask: CalendarList.Ask
    /// The body whose calendar it is.
    let body: Named?
    let isClerk: Bool
    let request: Request

    var page: Page {
        var crumbs = [Link("Home", request.link("/"))]
        if let body { crumbs.append(Link(body.name, request.link("/bodies/\(body.id)"))) }
        return Page(
            title: body == nil ? "Meetings" : "Meetings of \(body?.name ?? "")", breadcrumbs: crumbs,
            body: "\(lead)\(table)\(turning)\(around)\(clerks)")
    }

    private var path: String { body.map { "/bodies/\($0.id)/meetings" } ?? "/meetings" }

    private var lead: HTML {
        Piece.paragraph(
            ask.isBack
                ? "Meetings before \(ask.from.long), the latest first."
                : "Meetings from \(ask.from.long). Times are those of the clocks in England.")
    }

    private var table: HTML {
        let request = request
        var columns: [Column<CalendarList.Row>] = [
            Column("When") { row in request.way(row.meeting.when, "/meetings/\(row.meeting.id)", about: row.body.name) }
        ]
        if body == nil { columns.append(Column("Body") { request.way(to: $0.body, "body") }) }
        columns += [
            .text("Where") { $0.meeting.record.text("place") ?? "" },
            Column("State") { MeetingPage.tag($0.meeting) },
        ]
        return GovUK.table(
            caption: "Meetings", columns, list.rows, empty: "none is in the calendar here.", captionHidden: true)
    }

    private var turning: HTML {
        guard let next = list.next else { return .empty }
        return Piece.paragraph(request.way("More", "\(path)?\(next.query)"))
    }

    private var around: HTML {
        let other =
            ask.isBack
            ? request.way("Meetings to come", path) : request.way("Earlier meetings", "\(path)?before=\(ask.from)")
        let table = request.way("These meetings as a table (CSV)", "\(path).csv?\(ask.query)")
        let links: [HTML] =
            [other, table]
            + (body.map {
                [
                    request.way("Who has come", "/bodies/\($0.id)/attendance"),
                    request.way("Its decisions, and what they mean for children", "/bodies/\($0.id)/decisions"),
                    request.way("Its actions", "/bodies/\($0.id)/actions"),
                ]
            } ?? [
                request.way("Decisions", "/decisions"),
                request.way("The forward plan of key decisions", "/forward-plan"),
            ])
        return Piece.bullets(links)
    }

    private var clerks: HTML {
        guard isClerk else { return .empty }
        let about = body.map { "?body=\($0.id)" } ?? ""
        return Piece.section(
            "clerk", "For the clerk",
            Piece.bullets([
                request.way("Plan a cycle of meetings", "/meetings/cycles/new\(about)"),
                request.way("Add one meeting", "/meetings/new\(about)"),
            ]))
    }
}

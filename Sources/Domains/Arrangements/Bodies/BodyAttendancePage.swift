import Doors
import Kernel
import Partners
import Records
import Web

/// The part of a body's page that tells who has come, and how large it has grown. Each picture has its table.
struct BodyAttendancePage {
    let view: BodyView
    let request: Request

    var html: HTML { Piece.section("attendance", "Attendance and size", "\(attendance)\(absences)\(size)") }

    private var attendance: HTML {
        let lowest = view.attendance.lowest
        let columns: [Column<Attendance>] = [
            .text("When") { $0.when },
            .text("What it is a share of") { Attendance.measures.label(of: $0.measure) },
            Column("Share who came", numeric: true) { "\($0.words)" },
            Column("Against \(lowest.value)%") { figure in
                figure.isBelow(lowest).map { $0 ? GovUK.tag("Below", .red) : "Not below" } ?? "Cannot tell"
            },
            .text("Direction") { $0.trend.map { Attendance.trends.label(of: $0) } ?? "" },
            Column("Source") { Piece.source($0.record) },
        ]
        let add = request.wayToAdd("Add a figure", Attendance.kind, "body", view.id)
        let picture = AttendancePicture(view: view.attendance, name: view.body.name).html
        return """
            <h3 class="govuk-heading-s">Who has come</h3>
            \(picture)\(GovUK.table(
                caption: "Attendance", columns, view.attendance.figures,
                empty: "no figure is recorded, which is not to say that it is well attended. \(add)",
                captionHidden: true))
            """
    }

    private var absences: HTML {
        guard !view.attendance.absences.isEmpty else { return .empty }
        let request = request
        let columns: [Column<AttendanceView.Away>] = [
            Column("Organisation") { request.way(to: $0.organisation, "organisation") },
            .text("Has not come for") { $0.absence.words },
            Column("Source") { Piece.source($0.absence.record) },
        ]
        return GovUK.table(caption: "Who has not come", columns, view.attendance.absences)
    }

    private var size: HTML {
        guard !view.size.isEmpty else { return .empty }
        let limit = view.size.limit
        let picture = SizePicture(view: view.size, name: view.body.name)
        let columns: [Column<(title: String, number: Int)>] = [
            .text("Counted") { $0.title },
            .number("Members") { $0.number },
            Column("Against its terms", numeric: true) { row in
                guard let limit else { return "Its terms give no number" }
                return row.number > limit ? "\(row.number - limit) over \(limit)" : "Within \(limit)"
            },
        ]
        return """
            <h3 class="govuk-heading-s">How large it is</h3>
            \(picture.html)\(GovUK.table(
                caption: "Members", columns, picture.rows,
                empty: "no count is recorded. Its terms provide for \(limit ?? 0).", captionHidden: true))
            """
    }
}

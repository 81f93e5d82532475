import Doors
import Kernel
import Partners
import Records
import Web

/// The forward plan: what is to be decided, by whom, when, and how to be heard on it.
struct ForwardPlanPage {
    let rows: [ForwardPlanRow]
    let isClerk: Bool
    let request: Request

    private static let lead =
        "Key decisions that are coming: those that spend or save much, or mean much to two wards or more."

    var page: Page {
        let request = request
        let columns: [Column<ForwardPlanRow>] = [
            Column("Matter") { row in
                isClerk
                    ? request.way(row.entry.name, "/records/forward-plan-entries/\(row.entry.id)") : "\(row.entry.name)"
            },
            Column("Decided by") { row in row.decider.map { request.way(to: $0) } ?? "" },
            .text("On or from") { $0.entry.due.long },
            .text("Why it is key") { row in
                row.entry.record.list("key-because").map { ForwardPlanEntry.reasons.label(of: $0) }.joined(
                    separator: "; ")
            },
            .text("Who is consulted") { $0.entry.record.text("consultees") ?? "" },
            .text("How to be heard") { $0.entry.record.text("representations") ?? "" },
            Column("Notice") { row in
                let isDue = row.entry.published == nil && row.entry.record.sources.isEmpty
                let give: HTML = .when(
                    isClerk && isDue,
                    GovUK.form(
                        "/forward-plan/\(row.entry.id)/publish", GovUK.button("Give notice today", kind: .secondary)))
                return "\(row.notice)\(give)"
            },
        ]
        let add: HTML = .when(
            isClerk, Piece.paragraph(request.way("Add a key decision", "/records/forward-plan-entries/new")))
        return Page(
            title: "Forward plan",
            breadcrumbs: [Link("Home", request.link("/")), Link("Meetings", request.link("/meetings"))], wide: true,
            body: """
                \(Piece.paragraph("\(Self.lead)"))\
                \(GovUK.table(
                    caption: "Key decisions", columns, rows, empty: "none is published.", captionHidden: true))\(add)
                """)
    }
}

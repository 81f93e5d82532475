import Doors
import Kernel
import Partners
import Records
import Web

/// One item of an agenda: what is asked, the report, the interests declared, what was decided.
struct ItemPage {
    let view: MeetingView
    let item: ItemView
    let request: Request

    private var path: String { "/meetings/\(view.id)/items/\(item.id)" }

    var page: Page {
        Page(
            title: item.title, caption: "\(view.body.name), \(view.meeting.on.long), item \(item.item.number)",
            breadcrumbs: [
                Link("Home", request.link("/")), Link("Meetings", request.link("/meetings")),
                Link("Meeting on \(view.meeting.on.long)", request.link("/meetings/\(view.id)")),
            ],
            body: "\(closed)\(summary)\(report)\(declarations)\(decisions)\(clerk)")
    }

    private var closed: HTML {
        item.item.isOpen
            ? .empty : GovUK.insetText("\(GovUK.tag("Not open to the public", .red)) \(item.closedBecause)")
    }

    private var summary: HTML {
        let record = item.item.record
        var rows = [GovUK.SummaryRow("What for", "\(AgendaItem.purposes.label(of: item.item.route))")]
        if let day = record.day("reworded") {
            rows.append(GovUK.SummaryRow("Changed on", "\(day.long), after the agenda was published"))
        }
        guard item.isWhole else { return GovUK.summaryList(rows) }
        if let time = record.text("time").flatMap({ ClockTime($0) }) {
            rows.append(GovUK.SummaryRow("Time", "\(time.words)"))
        }
        if let presenter = item.presenter {
            rows.append(GovUK.SummaryRow("Presented by", request.way(to: presenter, "post")))
        }
        if let from = item.reportOf { rows.append(GovUK.SummaryRow("Report of", request.way(to: from))) }
        if let from = item.cameFrom {
            let way: HTML =
                from.kind == Resolution.kind.name ? request.way(from.name, "/decisions/\(from.id)") : "\(from.name)"
            let label = from.kind == Resolution.kind.name ? "Recommended by" : "Overdue action"
            rows.append(GovUK.SummaryRow(label, way))
        }
        if let summary = record.text("summary") { rows.append(GovUK.SummaryRow("Summary", Piece.lines(summary))) }
        if item.item.isLate {
            rows.append(GovUK.SummaryRow("Late item", "\(record.text("special-circumstances") ?? "")"))
        }
        return GovUK.summaryList(rows)
    }

    private var report: HTML {
        guard let record = item.report?.record else { return .empty }
        let parts = [
            "purpose", "background", "issues", "children", "equality", "gap-note", "resources", "recommendations",
            "background-papers",
        ]
        let sections: [HTML] = parts.compactMap { name in
            guard let text = record.text(name), let field = Report.kind.fields.first(where: { $0.name == name }) else {
                return nil
            }
            return
                "<h3 class=\"govuk-heading-s\">\(field.label)</h3>\n<p class=\"govuk-body\">\(Piece.lines(text))</p>\n"
        }
        var facts: [GovUK.SummaryRow] = []
        if let author = item.author { facts.append(GovUK.SummaryRow("Author", request.way(to: author, "post"))) }
        if let gap = record.text("gap") {
            facts.append(GovUK.SummaryRow("Narrowing the gap", "\(Report.gaps.label(of: gap))"))
        }
        if let function = record.text("function") {
            facts.append(GovUK.SummaryRow("Whose function", "\(Report.functions.label(of: function))"))
        }
        if !item.wards.isEmpty {
            facts.append(GovUK.SummaryRow("Wards affected", "\(item.wards.map(\.name).joined(separator: ", "))"))
        }
        let list: HTML = .when(!facts.isEmpty, GovUK.summaryList(facts))
        let since: HTML = item.report.map { PackBodyPage.since($0.sinceWords) } ?? .empty
        return Piece.section("report", "Report", "\(since)\(list)\(sections)")
    }

    private var declarations: HTML {
        guard !item.declarations.isEmpty else { return .empty }
        let columns: [Column<(declaration: Declaration, seat: String)>] = [
            .text("Who") { $0.seat },
            .text("Kind") { Declaration.interests.label(of: $0.declaration.interest) },
            .text("What") { $0.declaration.record.text("nature") ?? "" },
            .text("Left the room") { $0.declaration.leftRoom ? "Yes" : "No" },
        ]
        return Piece.section(
            "interests", "Interests declared",
            GovUK.table(caption: "Interests", columns, item.declarations, captionHidden: true))
    }

    private var decisions: HTML {
        let own = view.decisions.filter { $0.resolution.item == item.item.id }
        return .when(!own.isEmpty, Piece.section("decisions", "Decisions", DecisionsPage.table(own, request)))
    }

    private var clerk: HTML {
        guard view.sight.isClerk else { return .empty }
        var links: [HTML] = [
            request.way("Change the item", path + "/change"),
            request.way(item.report == nil ? "Write the report" : "Edit the report", path + "/report"),
        ]
        if !view.meeting.isCancelled {
            links += [
                request.way("Record an interest", path + "/declare"),
                request.way("Record a decision", path + "/decide"),
                request.way("Record an action", path + "/act"),
            ]
        }
        return Piece.section("clerk", "For the clerk", Piece.bullets(links))
    }
}

public import Doors
import Kernel
import Records
public import Web

/// One function: who answers for it in the end, who runs it, who leads it.
public struct FunctionPage {
    public let view: FunctionView
    let request: Request
    /// What other rooms know of the function: what comes before the rest, and what comes after.
    let first: HTML
    let more: HTML

    public init(_ view: FunctionView, for request: Request, first: HTML = .empty, more: HTML) {
        self.first = first
        self.view = view
        self.request = request
        self.more = more
    }

    public var page: Page {
        Page(
            title: view.function.name, caption: "Function",
            breadcrumbs: [
                Link("Home", request.link("/")), Link("Accountability", request.link("/accountability")),
            ],
            body: """
                \(summary)\(first)\(responsible)\(more)\(request.recordLinks(
                    Function.kind, view.id, name: view.function.name))
                """)
    }

    private var summary: HTML {
        var rows = [GovUK.SummaryRow("Who answers for it", "\(view.whoAnswers)")]
        if let whole = view.partOf { rows.append(GovUK.SummaryRow("Part of", request.way(to: whole, "function"))) }
        if !view.parts.isEmpty {
            rows.append(
                GovUK.SummaryRow(
                    "Its parts", HTML.joined(view.parts.map { request.way(to: $0, "function") }, by: "<br>")))
        }
        rows.append(
            GovUK.SummaryRow(
                "Sort",
                view.function.isProvided ? "An operational service, run by somebody" : "Not an operational service"))
        if let provider = view.providedBy {
            rows.append(GovUK.SummaryRow("Provided by", request.way(to: provider, "organisation")))
        }
        if let sector = view.function.sector {
            rows.append(GovUK.SummaryRow("Sector to hear from", "\(Organisation.sectors.label(of: sector))"))
        }
        rows.append(GovUK.SummaryRow("Source", Piece.source(view.record)))
        if let note = view.record.note { rows.append(GovUK.SummaryRow("Note", "\(note)")) }
        return GovUK.summaryList(rows)
    }

    private var responsible: HTML {
        let request = request
        let columns: [Column<FunctionView.Part>] = [
            Column("Post") { request.way(to: $0.post, "post") },
            Column("In what way") {
                "\(Responsibility.levels.label(of: $0.responsibility.level)) \(Piece.tag($0.responsibility.record))"
            },
            Column("In post") { $0.holding.isVacant ? GovUK.tag("Vacant", .red) : "\($0.holding.words)" },
            Column("Source") { Piece.source($0.responsibility.record) },
        ]
        let add = request.wayToAdd("Say who answers for it", Responsibility.kind, "function", view.id)
        let map = Piece.paragraph(
            request.way("See it on the accountability map", "/accountability?function=\(view.id)"))
        return Piece.section(
            "who", "Who answers for it, runs it and leads it",
            """
            \(GovUK.table(
                    caption: "Posts", columns, view.responsible, empty: "none is recorded. \(add)",
                    captionHidden: true))\(map)
            """
        )
    }
}

import Arrangements
import Doors
import Kernel
import Partners
import Records
import Web

/// A plan on a page: what it wants, what it puts first, who answers for it, and how far it has come.
struct PlanPage {
    let view: PlanView
    let findings: [Finding]
    let request: Request

    private var plan: TrustPlan { view.plan }
    private var path: String { "/plans/\(view.id)" }

    var page: Page {
        Page(
            title: plan.name, caption: TrustPlan.types.label(of: plan.type),
            breadcrumbs: [Link("Home", request.link("/")), Link("Plans", request.link("/plans"))], wide: true,
            body: """
                \(Piece.paragraph(Self.tag(plan)))\(summary)\(ways)\(picture)\(table)\(found)\(writer)
                """)
    }

    static func tag(_ plan: TrustPlan) -> HTML {
        let colour: GovUK.TagColour =
            switch plan.state {
            case "published": .green
            case "agreed": .blue
            case "consultation": .yellow
            case "superseded", "closed": .grey
            default: .purple
            }
        return GovUK.tag(TrustPlan.states.label(of: plan.state), colour)
    }

    private var summary: HTML {
        var rows: [GovUK.SummaryRow] = []
        if let vision = plan.record.text("vision") { rows.append(GovUK.SummaryRow("Vision", Piece.lines(vision))) }
        rows.append(GovUK.SummaryRow("Place", view.area.map { request.way(to: $0, "area") } ?? "The whole city"))
        if let owner = view.owner { rows.append(GovUK.SummaryRow("Owner", request.way(to: owner))) }
        rows.append(GovUK.SummaryRow("Period", "\(Self.period(plan))"))
        if let under = view.under {
            rows.append(GovUK.SummaryRow("Under", request.way(under.name, "/plans/\(under.id)")))
        }
        rows.append(GovUK.SummaryRow("Edition", "\(plan.edition)"))
        rows.append(GovUK.SummaryRow("Published", "\(Self.published(plan))"))
        let trigger = PlanLaw.trigger(of: plan, on: view.day)
        rows.append(GovUK.SummaryRow("By the law of its day", "\(PlanLaw.regime(of: plan, on: trigger).words)"))
        rows.append(GovUK.SummaryRow("Source", Piece.source(plan.record)))
        if let note = plan.record.note { rows.append(GovUK.SummaryRow("Note", "\(note)")) }
        return GovUK.summaryList(rows)
    }

    static func period(_ plan: TrustPlan) -> String {
        switch (plan.starts, plan.ends) {
        case (let starts?, let ends?): "\(starts.long) to \(ends.long)"
        case (let starts?, nil): "From \(starts.long); its end is not said"
        case (nil, let ends?): "Until \(ends.long); its start is not said"
        case (nil, nil): "Not said"
        }
    }

    static func published(_ plan: TrustPlan) -> String {
        guard let day = plan.published else { return "Not published" }
        guard plan.record.flag("published-month-only") == true else { return day.long }
        return day.long.split(separator: " ").dropFirst().joined(separator: " ")
    }

    private var ways: HTML {
        var links = [
            request.way("In plain English", path + "/plain"), request.way("For young people", path + "/young"),
            request.way("Who agreed what, who was asked, and what it must say", path + "/life"),
            request.way("Actions", path + "/actions"),
        ]
        if !plan.isLocal { links.append(request.way("Areas' delivery plans beside it", path + "/areas")) }
        for other in view.editions {
            links.append(request.way("Compare with \(other.name)", path + "/compare?with=\(other.id)"))
        }
        links.append(request.way("The priorities as CSV", path + "/priorities.csv"))
        return Piece.bullets(links)
    }

    private var picture: HTML {
        guard let svg = PlanOnAPagePicture(view: view, request: request).svg else {
            return Piece.paragraph(
                view.sight.isWriter
                    ? "The plan is empty. \(request.wayToAdd("Add an outcome", Outcome.kind, "plan", view.id))."
                    : "The plan names no outcome.")
        }
        return Piece.section("picture", "The plan on a page", svg.html)
    }

    /// One row of the table that says what the picture shows.
    private struct Row: Sendable {
        let outcome: String
        let view: PriorityView
    }

    private var table: HTML {
        let rows =
            view.outcomes.flatMap { one in one.priorities.map { Row(outcome: one.outcome.name, view: $0) } }
            + view.others.map { Row(outcome: "Across all outcomes", view: $0) }
        let request = request
        let columns: [Column<Row>] = [
            Column("Priority") { request.way($0.view.priority.name, "/priorities/\($0.view.id)") },
            .text("Outcome") { $0.outcome },
            Column("Who answers for it") { row in
                row.view.accountable.map { request.way(to: $0, "post") } ?? "Nobody named"
            },
            Column("Who watches over it") { row in
                row.view.overseer.map { request.way(to: $0, "body") } ?? "No body named"
            },
            .text("Needs behind it") { $0.view.needs.map(\.name).joined(separator: "; ") },
            .text("Measures of success") { $0.view.measures.map(\.name).joined(separator: "; ") },
            .number("Actions") { $0.view.actions.count }, Column("Source") { Piece.source($0.view.priority.record) },
        ]
        return Piece.section(
            "priorities", "Priorities",
            GovUK.table(
                caption: "Priorities of the plan", columns, rows, empty: "The plan names no priority.",
                captionHidden: true))
    }

    private var found: HTML {
        guard !findings.isEmpty else { return .empty }
        let items: [HTML] = findings.map { finding in
            "\(request.way(finding.code, "/findings/\(finding.code)")): \(finding.message). \(finding.mend)."
        }
        return Piece.section("findings", "What is wrong, or cannot be told", Piece.bullets(items))
    }

    private var writer: HTML {
        guard view.sight.isWriter else { return .empty }
        let steps = PlanLife.next(from: plan.state).map { request.way($0.words, "\(path)/\($0.name)") }
        let adding: [HTML] =
            plan.isSettled
            ? []
            : [Outcome.kind, Priority.kind, PlanSection.kind, PlanConsultation.kind, PlanResource.kind].map { kind in
                request.wayToAdd("Add: \(kind.noun)", kind, "plan", view.id)
            }
        return Piece.section("writer", "For those who write it", Piece.bullets(steps + adding))
            + request.recordLinks(TrustPlan.kind, view.id, name: plan.name)
    }
}

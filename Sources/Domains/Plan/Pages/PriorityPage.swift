import Doors
import Kernel
import Partners
import Records
import Web

/// One priority: the needs behind it, who answers for it, what is being done, and what would show that it worked.
struct PriorityPage {
    let view: PriorityView
    let plan: TrustPlan
    let outcome: String?
    let sight: PlanSight
    let findings: [Finding]
    let request: Request

    private var record: Record { view.priority.record }

    var page: Page {
        Page(
            title: view.priority.name, caption: "Priority of \(plan.name)",
            breadcrumbs: [
                Link("Home", request.link("/")), Link("Plans", request.link("/plans")),
                Link(plan.name, request.link("/plans/\(plan.id)")),
            ],
            body: "\(summary)\(thread)\(needs)\(actions)\(measures)\(areas)\(found)\(writer)")
    }

    private var summary: HTML {
        var rows: [GovUK.SummaryRow] = []
        if let about = record.text("about") { rows.append(GovUK.SummaryRow("About it", Piece.lines(about))) }
        rows.append(GovUK.SummaryRow("Outcome", "\(outcome ?? "None said")"))
        rows.append(
            GovUK.SummaryRow(
                "Who answers for it", view.accountable.map { request.way(to: $0, "post") } ?? "Nobody named"))
        rows.append(
            GovUK.SummaryRow(
                "Who watches over it", view.overseer.map { request.way(to: $0, "body") } ?? "No body named"))
        if let city = view.picksUp {
            rows.append(GovUK.SummaryRow("Picks up", request.way(city.name, "/priorities/\(city.id)")))
        }
        rows.append(GovUK.SummaryRow("Source", Piece.source(record)))
        if let note = record.note { rows.append(GovUK.SummaryRow("Note", "\(note)")) }
        return GovUK.summaryList(rows)
    }

    private var thread: HTML {
        Piece.paragraph(request.way("From the outcome to the ground: its thread", "/thread/priority/\(view.id)"))
    }

    private var needs: HTML {
        let items: [HTML] = view.needs.map { need in
            let evidence: HTML? = need.record.text("evidence").map { "<br>\(Piece.lines($0))" }
            let measure: HTML? = need.measure.map { " (measure \($0))" }
            return "\(need.name)\(measure)\(evidence) \(Piece.hint(Piece.source(need.record)))"
        }
        return Piece.section(
            "needs", "The needs behind it", items.isEmpty ? Piece.paragraph("None is recorded.") : Piece.bullets(items))
    }

    private var actions: HTML {
        Piece.section(
            "actions", "What is being done",
            PlanActionsPage.table(view.actions, on: request.on, isWriter: sight.isWriter, request))
    }

    private var measures: HTML {
        let items: [HTML] = view.measures.map { measure in
            let aim = measure.record.text("aim").map { ": \($0)" } ?? ""
            let by = measure.record.day("by").map { ", by \($0.long)" } ?? ""
            let code = measure.measure.map { " (measure \($0))" } ?? ""
            return "\(measure.name)\(aim)\(by)\(code)"
        }
        return Piece.section(
            "success", "What success would look like",
            items.isEmpty ? Piece.paragraph("Nothing is recorded.") : Piece.bullets(items))
    }

    private var areas: HTML {
        let items: [HTML] = view.pickedUp.map { local in
            "\(request.way(local.priority.name, "/priorities/\(local.priority.id)")), in \(local.plan.name)"
        }
        return .when(!items.isEmpty, Piece.section("areas", "Picked up by areas", Piece.bullets(items)))
    }

    private var found: HTML {
        let items: [HTML] = findings.map { finding in
            "\(request.way(finding.code, "/findings/\(finding.code)")): \(finding.message). \(finding.mend)."
        }
        return .when(
            !items.isEmpty, Piece.section("findings", "What is wrong, or cannot be told", Piece.bullets(items)))
    }

    private var writer: HTML {
        guard sight.isWriter else { return .empty }
        let adding: [HTML] =
            plan.isSettled
            ? []
            : [PlanNeed.kind, PlanAction.kind, SuccessMeasure.kind].map { kind in
                request.wayToAdd("Add: \(kind.noun)", kind, "priority", view.id)
            }
        return Piece.bullets(adding) + request.recordLinks(Priority.kind, view.id, name: view.priority.name)
    }
}

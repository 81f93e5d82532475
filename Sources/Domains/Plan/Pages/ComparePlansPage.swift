import Doors
import Kernel
import Partners
import Records
import Web

/// Two editions of a plan, side by side.
struct ComparePlansPage {
    let compared: ComparedPlans
    let request: Request

    var page: Page {
        let request = request, before = compared.before.plan, after = compared.after.plan
        let columns: [Column<ComparedPlans.Row>] = [
            .text("Change") { $0.change },
            Column(before.name) { row in row.before.map { Self.cell($0, request) } ?? "Not in it" },
            Column(after.name) { row in row.after.map { Self.cell($0, request) } ?? "Not in it" },
        ]
        return Page(
            title: "Two editions side by side", caption: after.name, breadcrumbs: PlanPages.crumbs(after, request),
            wide: true,
            body: """
                \(whole)\
                \(Piece.section("priorities", "Priorities", GovUK.table(
                    caption: "Priorities of both editions", columns, compared.rows,
                    empty: "Neither names a priority.", captionHidden: true)))
                """)
    }

    private static func cell(_ view: PriorityView, _ request: Request) -> HTML {
        let who = view.accountable.map { "Answers for it: \($0.name)" } ?? "Nobody named answers for it"
        let watches = view.overseer.map { "Watches over it: \($0.name)" } ?? "No body named watches over it"
        return "\(request.way(view.priority.name, "/priorities/\(view.id)"))<br>\(who)<br>\(watches)"
    }

    /// One thing that both say or do not say.
    private struct Line: Sendable {
        let what: String
        let before: String
        let after: String
    }

    private var whole: HTML {
        let lines = [
            line("State") { TrustPlan.states.label(of: $0.plan.state) }, line("Period") { PlanPage.period($0.plan) },
            line("Published") { PlanPage.published($0.plan) }, line("Owner") { $0.owner?.name ?? "Not said" },
            line("Agreed by") { $0.agreedBy?.name ?? "Not said" },
            line("Vision") { $0.plan.record.text("vision") ?? "Not said" },
            line("Outcomes") { $0.outcomes.map(\.outcome.name).joined(separator: "; ") },
            line("What the outcomes mean") { Self.about($0.outcomes.map(\.outcome.record)) },
            line("Priorities") { "\($0.priorities.count)" },
            line("Other parts") { Self.parts($0) }, line("Resources") { Self.resources($0) },
            line("Who was asked") { Self.asked($0) },
        ]
        let columns: [Column<Line>] = [
            .text("What") { $0.what }, .text(compared.before.plan.name) { $0.before },
            .text(compared.after.plan.name) { $0.after },
            Column("Differs?") { $0.before == $0.after ? "" : GovUK.tag("Differs", .yellow) },
        ]
        return GovUK.table(caption: "The plans as a whole", columns, lines)
    }

    private static func list(_ items: [String]) -> String {
        items.isEmpty ? "Not said" : items.joined(separator: "; ")
    }

    private static func about(_ outcomes: [Record]) -> String {
        list(outcomes.compactMap { one in one.text("about").map { "\(one.text("name") ?? one.id): \($0)" } })
    }

    private static func parts(_ view: PlanView) -> String {
        list(
            view.sections.map { "\(PlanPart.choices.label(of: $0.part)): \($0.record.text("text") ?? "")" }.sorted())
    }

    private static func resources(_ view: PlanView) -> String {
        list(
            view.resources.map { one in
                let pounds = one.record.integer("pounds").map { ", £\(Consultee.grouped($0)) a year" } ?? ""
                return "\(one.name)\(pounds)"
            }.sorted())
    }

    private static func asked(_ view: PlanView) -> String {
        list(
            view.consultations.map { one in
                let who = one.consultees.map { Consultee.choices.label(of: $0) }.joined(separator: ", ")
                return "\(one.record.text("name") ?? "A consultation") (\(who))"
            }.sorted())
    }

    private func line(_ what: String, _ say: (PlanView) -> String) -> Line {
        Line(what: what, before: say(compared.before), after: say(compared.after))
    }
}

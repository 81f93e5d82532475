import Arrangements
import Doors
import Kernel
import Partners
import Records
import Web

/// Who agreed a plan when, who was asked, how it was looked at since, and whether it says what the law asked of it.
struct LifePage {
    let view: PlanView
    let request: Request

    private var plan: TrustPlan { view.plan }

    var page: Page {
        Page(
            title: "The life of the plan", caption: plan.name, breadcrumbs: PlanPages.crumbs(plan, request),
            body: "\(days)\(agreed)\(asked)\(reviews)\(law)\(money)")
    }

    private var days: HTML {
        let record = plan.record
        var rows = [GovUK.SummaryRow("State", PlanPage.tag(plan))]
        let dates = [
            ("consulted-from", "Consultation opened"), ("consulted-until", "Consultation closed"), ("agreed", "Agreed"),
            ("review-due", "To be looked at again by"), ("closed", "Closed"),
        ]
        for (field, label) in dates {
            if let day = record.day(field) { rows.append(GovUK.SummaryRow(label, "\(day.long)")) }
        }
        rows.append(GovUK.SummaryRow("Published", "\(PlanPage.published(plan))"))
        if let why = record.text("closed-because") { rows.append(GovUK.SummaryRow("Closed because", "\(why)")) }
        return GovUK.summaryList(rows)
    }

    private var agreed: HTML {
        let request = request
        let isWhole = view.sight.isWhole
        let columns: [Column<AgreementView>] = [
            Column("Body") { request.way(to: $0.body, "body") }, .text("On") { $0.agreement.on.long },
            .text("What") { PlanAgreement.whats.label(of: $0.agreement.what) },
            Column("Decision") { row in
                // What a meeting's decision is called may be kept from the public; what a paper records is not.
                guard let decision = row.decision, isWhole || decision.kind == Decision.kind.name else { return "" }
                return request.way(to: decision)
            },
            Column("Source") { Piece.source($0.agreement.record) },
        ]
        return Piece.section(
            "agreed", "Who agreed what when",
            GovUK.table(
                caption: "Agreements", columns, view.agreements, empty: "No agreement is recorded.",
                captionHidden: true))
    }

    private var asked: HTML {
        let columns: [Column<PlanConsultation>] = [
            .text("Consultation") { $0.record.text("name") ?? "" },
            .text("Who") { one in one.consultees.map { Consultee.choices.label(of: $0) }.joined(separator: "; ") },
            .text("Asked on") { $0.record.day("invited")?.long ?? "Not said" },
            .text("How many") { $0.countWords ?? "Not said" },
            .text("What changed") { $0.record.text("changed") ?? "" },
            Column("Source") { Piece.source($0.record) },
        ]
        return Piece.section(
            "asked", "Who was asked",
            GovUK.table(
                caption: "Consultations", columns, view.consultations, empty: "No consultation is recorded.",
                captionHidden: true))
    }

    private var reviews: HTML {
        let request = request
        let columns: [Column<ReviewView>] = [
            .text("On") { $0.review.on.long },
            .text("Sort") { PlanReview.kinds.label(of: $0.review.record.text("sort") ?? "") },
            Column("By") { row in row.body.map { request.way(to: $0, "body") } ?? "" },
            .text("What was found") { $0.review.record.text("found") ?? "" },
            .text("What follows") { $0.review.record.text("outcome").map { PlanReview.outcomes.label(of: $0) } ?? "" },
        ]
        return Piece.section(
            "reviews", "Monitored and reviewed",
            GovUK.table(
                caption: "Reviews", columns, view.reviews, empty: "No review is recorded.", captionHidden: true))
    }

    private var law: HTML {
        let completeness = Completeness(plan, Completeness.Parts(view), on: view.day)
        let regime = PlanLaw.regime(of: plan, on: completeness.trigger)
        let columns: [Column<Completeness.Line>] = [
            .text("Part") { PlanPart.choices.label(of: $0.requirement.part) },
            Column("Does it say it?") { Self.words($0) }, .text("Row") { $0.requirement.row },
            .text("How far the row can be trusted") { $0.requirement.evidence.words },
        ]
        return Piece.section(
            "law", "What the law of its day asked for",
            Piece.paragraph("\(regime.words).")
                + .when(
                    !plan.isLocal && !completeness.lines.isEmpty,
                    GovUK.table(
                        caption: "What it must say", columns, completeness.lines, captionHidden: true)))
    }

    private static func words(_ line: Completeness.Line) -> HTML {
        switch line.answer {
        case .yes: GovUK.tag("Yes", .green)
        case .lacking: GovUK.tag("Said to be lacking", .red)
        case .no: line.requirement.isFirm ? GovUK.tag("No", .red) : GovUK.tag("Cannot tell", .grey)
        case .notHeld: GovUK.tag("Cannot tell", .grey)
        }
    }

    private var money: HTML {
        let columns: [Column<PlanResource>] = [
            .text("Resource") { $0.name }, .number("Pounds a year") { $0.record.integer("pounds") },
            .text("Pooled") { $0.record.flag("pooled") == true ? "Yes" : "" },
            .text("About it") { $0.record.text("about") ?? "" },
        ]
        return Piece.section(
            "resources", "Resources",
            GovUK.table(
                caption: "Resources", columns, view.resources, empty: "No resource is recorded.", captionHidden: true))
    }
}

import Arrangements
import Doors
import Kernel
import Partners
import Records
import Store
import Web

/// The steps of a plan's life, each asked for and done by a form.
enum PlanStepRoutes {
    static let all: [Route] = PlanLife.steps.flatMap { step in
        [
            Route(.get, "/plans/:plan/\(step.name)", needs: .changePlans, summary: "Ask before: \(step.words).") {
                request, house in .page(try await ask(step, request, house))
            },
            Route(.post, "/plans/:plan/\(step.name)", needs: .changePlans, summary: "\(step.words).") {
                request, house in try await perform(step, request, house)
            },
        ]
    }

    private static func perform(_ step: PlanLife.Step, _ request: Request, _ house: House) async throws -> Reply {
        let view = try await TrustPlan.view(request, house), id = view.id
        let answers = PlanStepAnswers(request), ticket = request.ticket, seen = request.seenBefore
        let path =
            step.name == PlanLife.revise.name
            ? "/plans/\(ticket.id(of: TrustPlan.kind))" : "/plans/\(id)\(step.name == "review" ? "/life" : "")"
        return try await request.act(
            house, then: path, orAsk: { try await ask(step, request, house, problems: $0) }
        ) { tx, hand in
            try answers.mustBeRead()
            switch step.name {
            case PlanLife.consult.name:
                try OpenConsultation(plan: id, until: answers.day("consulted-until"), seen: seen)
                    .perform(by: hand, in: tx)
            case PlanLife.agree.name:
                try AgreePlan(
                    plan: id, body: answers.text("body"), decision: answers.text("decision"),
                    wording: answers.text("wording"), ticket: ticket, seen: seen
                ).perform(by: hand, in: tx)
            case PlanLife.publish.name:
                try PublishPlan(plan: id, reviewDue: answers.day("review-due"), seen: seen).perform(by: hand, in: tx)
            case PlanLife.review.name:
                try ReviewPlan(
                    plan: id, answers: answers.review, next: answers.day("review-due"), ticket: ticket, seen: seen
                ).perform(by: hand, in: tx)
            case PlanLife.revise.name:
                try RevisePlan(plan: id, name: answers.text("name"), ticket: ticket).perform(by: hand, in: tx)
            default:
                try ClosePlan(plan: id, because: answers.text("closed-because"), seen: seen).perform(by: hand, in: tx)
            }
        }
    }

    private static func ask(
        _ step: PlanLife.Step, _ request: Request, _ house: House, problems: [Problem] = []
    ) async throws -> Page {
        let view = try await TrustPlan.view(request, house)
        let bodies = try await house.choices(Body.kind, request)
        let id = view.id
        let seen = try await house.reading(request) { reading, _ in Seen.mark(of: try reading.versions(of: id)) }
        let title = "\(step.words): \(view.plan.name)"
        return QuestionPage(
            title: title, lead: lead(step, view), questions: questions(step, bodies),
            typed: request.typed ?? Fields(saying: view.plan.record, kept(step)),
            held: Fields(saying: view.plan.record, kept(step)),
            problems: problems,
            hidden: [("seen", request.seenNow(seen, problems)), (FormTicket.field, request.ticket.text)],
            button: step.words, back: Link("Back to the plan", "/plans/\(id)"), request: request
        ).page
    }

    /// Fields of the plan with which a step's form begins.
    private static func kept(_ step: PlanLife.Step) -> [String] {
        switch step.name {
        case PlanLife.consult.name: ["consulted-until"]
        case PlanLife.publish.name: ["review-due"]
        default: []
        }
    }

    private static func lead(_ step: PlanLife.Step, _ view: PlanView) -> HTML {
        switch step.name {
        case PlanLife.agree.name:
            Piece.paragraph(
                """
                \(PlanLaw.regime(of: view.plan, on: view.day).words). Once it is agreed, only a new edition says \
                otherwise.
                """)
        case PlanLife.consult.name:
            Piece.paragraph(
                "The draft stays with those who write it. Give it to those whom you ask, and record what they say.")
        case PlanLife.publish.name: Piece.paragraph("From then on everybody can read it.")
        case PlanLife.revise.name:
            Piece.paragraph("The new edition begins as a draft with this one's outcomes, priorities and open actions.")
        default: .empty
        }
    }

    private static func questions(_ step: PlanLife.Step, _ bodies: [GovUK.Choice]) -> [QuestionPage.Question] {
        let plan = TrustPlan.kind, agreement = PlanAgreement.kind, review = PlanReview.kind
        switch step.name {
        case PlanLife.consult.name: return [plan.question("consulted-until")]
        case PlanLife.agree.name:
            return [
                agreement.question("body", bodies),
                QuestionPage.Question(
                    field: Records.Field("decision", "Decision", .text(max: 200), ""),
                    hint: "The identifier of the meeting's decision, where there is one."),
                agreement.question("wording"),
            ]
        case PlanLife.publish.name: return [plan.question("review-due")]
        case PlanLife.review.name:
            return [
                review.question("sort"), review.question("body", bodies), review.question("found"),
                review.question("outcome"), review.question("report-published"),
                plan.question("review-due", label: "When is it to be looked at next?"),
            ]
        case PlanLife.revise.name: return [plan.question("name", label: "Title of the new edition")]
        default: return [plan.question("closed-because")]
        }
    }
}

/// What was typed in a step's form, whichever step it is.
struct PlanStepAnswers: Sendable {
    private let ofPlan: Answers
    private let ofAgreement: Answers
    private let ofReview: Answers

    init(_ request: Request) {
        ofPlan = Answers(request.form, of: TrustPlan.kind, ["consulted-until", "review-due", "name", "closed-because"])
        ofAgreement = Answers(request.form, of: PlanAgreement.kind, ["body", "decision", "wording"])
        ofReview = Answers(
            request.form, of: PlanReview.kind, ["sort", "body", "found", "outcome", "report-published"])
    }

    /// - Throws: `.invalid` with what could not be read.
    func mustBeRead() throws(Refusal) {
        try ofPlan.mustBeRead()
        try ofReview.mustBeRead()
    }

    func day(_ name: String) -> Day? { ofPlan.day(name) }
    func text(_ name: String) -> String? { ofPlan.text(name) ?? ofAgreement.text(name) }
    var review: [String: Given] { ofReview.fields }
}

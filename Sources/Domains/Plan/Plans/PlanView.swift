import Arrangements
import Kernel
import Partners
import Places
import Records

/// A plan as one reader may see it on a day, with everything that a page of it names.
struct PlanView: Sendable {
    let plan: TrustPlan
    let owner: Subject?
    let area: Named?
    let under: Named?
    let agreedBy: Named?
    let outcomes: [OutcomeView]
    /// Priorities that serve no outcome of this plan.
    let others: [PriorityView]
    let sections: [PlanSection]
    let consultations: [PlanConsultation]
    let resources: [PlanResource]
    let agreements: [AgreementView]
    let reviews: [ReviewView]
    /// Other editions that this reader may see, the latest first.
    let editions: [TrustPlan]
    /// Areas' delivery plans under it, or still under an edition before it.
    let locals: [TrustPlan]
    let sight: PlanSight
    let day: Day

    var id: String { plan.id.text }
    /// The edition in use, where it is another than this one.
    var inUse: TrustPlan? { editions.first { $0.isInUse(on: day) } }
    var priorities: [PriorityView] { outcomes.flatMap(\.priorities) + others }

    /// Nil where there was no such plan on the day, or this reader may not see it.
    ///
    /// - Parameter known: all plans that this reader may see, where they were read before.
    init?(
        _ id: ID<TrustPlan>, seenBy sight: PlanSight, in reading: DayBook, among known: [TrustPlan]? = nil
    ) throws {
        guard let plan = try reading.plan(id, seenBy: sight) else { return nil }
        self.plan = plan
        self.sight = sight
        day = reading.on
        owner = try reading.subject(plan.owner)
        area = try reading.named(plan.area)
        under = try plan.under.flatMap { try reading.plan($0, seenBy: sight) }.map { Named($0.id.text, $0.name) }
        agreedBy = try reading.named(plan.agreedBy)
        let priorities = try PriorityView.all(try reading.priorities(of: plan), seenBy: sight, in: reading)
        let found = try reading.outcomes(of: plan)
        outcomes = found.map { outcome in
            OutcomeView(outcome: outcome, priorities: priorities.filter { $0.priority.outcome == outcome.id })
        }
        let own = Set(found.map(\.id))
        others = priorities.filter { view in view.priority.outcome.map { !own.contains($0) } ?? true }
        sections = try reading.all(PlanSection.self, where: "plan", is: id.text)
        consultations = try reading.all(PlanConsultation.self, where: "plan", is: id.text)
        resources = try reading.all(PlanResource.self, where: "plan", is: id.text)
        agreements = try reading.all(PlanAgreement.self, where: "plan", is: id.text)
            .map { try AgreementView($0, in: reading) }
            .sorted { $0.agreement.on < $1.agreement.on }
        reviews = try reading.all(PlanReview.self, where: "plan", is: id.text)
            .map { ReviewView(review: $0, body: try reading.named($0.record.id("body") as ID<Body>?)) }
            .sorted { $0.review.on < $1.review.on }
        let all = try known ?? reading.plans(seenBy: sight)
        let line = Set(try reading.line(of: plan))
        locals = all.filter { $0.isLocal && $0.under.map(line.contains) ?? false }
        editions = try Self.editions(of: plan, among: all, in: reading)
    }

    /// Those that a chain of revisions joins to it, the latest first. An edition between them that this reader may not
    /// see is not named, and joins them all the same.
    private static func editions(
        of plan: TrustPlan, among all: [TrustPlan], in reading: DayBook
    ) throws -> [TrustPlan] {
        try reading.prefetch(all.compactMap(\.revises?.text))
        let first = try reading.line(of: plan).last
        return try all.filter { try $0.id != plan.id && reading.line(of: $0).last == first }
            .sorted { $0.edition > $1.edition }
    }
}

/// An outcome with the priorities that serve it.
struct OutcomeView: Sendable {
    let outcome: Outcome
    let priorities: [PriorityView]
}

/// That a body agreed, with its name and the decision in which it did.
struct AgreementView: Sendable {
    let agreement: PlanAgreement
    let body: Named
    /// Of a meeting, or as a paper records it.
    let decision: Subject?

    init(_ agreement: PlanAgreement, in reading: DayBook) throws {
        self.agreement = agreement
        body = try reading.named(agreement.body)
        decision = try agreement.decision.flatMap { try reading.subject($0) }
    }
}

/// A review, with who looked.
struct ReviewView: Sendable {
    let review: PlanReview
    let body: Named?
}

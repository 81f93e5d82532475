import Arrangements
public import Kernel
public import Partners
import Places
public import Records

/// The plans that everybody could read on a day: what the checks of this room read. Built once. Findings are for
/// everybody, so that a draft is not among them.
public struct PlansOnADay: OnADay {
    public let book: Book
    public let day: Day
    let plans: [TrustPlan]
    private let priorities: [String: [Priority]]
    private let actions: [String: [PlanAction]]
    private let ofPlans: [String: [String: [Record]]]
    private let ofPriorities: [String: [String: [Record]]]

    public init(_ book: Book, on day: Day) {
        self.book = book
        self.day = day
        func held(_ kind: Kind) -> [Record] { book.all(kind.name).filter { $0.period.holds(on: day) } }
        plans = held(TrustPlan.kind).map(TrustPlan.init).filter { $0.isPublic(on: day) }
        let open = Set(plans.map(\.id.text))
        let shown = held(Priority.kind).map(Priority.init).filter { open.contains($0.plan.text) }
        priorities = Dictionary(grouping: shown, by: \.plan.text)
        actions = Dictionary(grouping: held(PlanAction.kind).map(PlanAction.init), by: \.priority.text)
        let kinds = [
            PlanSection.kind, Outcome.kind, PlanConsultation.kind, PlanResource.kind, PlanAgreement.kind,
            PlanReview.kind,
        ]
        ofPlans = Dictionary(
            uniqueKeysWithValues: kinds.map { kind in
                (kind.name, Dictionary(grouping: held(kind)) { $0.text("plan") ?? "" })
            })
        ofPriorities = Dictionary(
            uniqueKeysWithValues: [PlanNeed.kind, SuccessMeasure.kind].map { kind in
                (kind.name, Dictionary(grouping: held(kind)) { $0.text("priority") ?? "" })
            })
    }

    /// Those in use, not taken over or closed.
    var inUse: [TrustPlan] { plans.filter { $0.isInUse(on: day) } }

    func priorities(of plan: TrustPlan) -> [Priority] { priorities[plan.id.text, default: []] }
    func actions(for priority: Priority) -> [PlanAction] { actions[priority.id.text, default: []] }

    func all<N: Noun>(_ type: N.Type, of plan: TrustPlan) -> [N] {
        (ofPlans[N.kind.name]?[plan.id.text] ?? []).map(N.init)
    }

    /// A body as it certainly was on a day.
    func body(_ id: String, on day: Day) -> Body? {
        book[id].last { $0.kind.name == Body.kind.name && $0.period.holds(on: day) }.map(Body.init)
    }

    /// Whether a thing certainly was there no more on the day, or not yet. Of what is not held nothing is known.
    func isGone(_ id: String) -> Bool {
        let versions = book[id]
        return !versions.isEmpty && versions.allSatisfy { $0.period.held(on: day) == .no }
    }

    /// Whoever owns a plan, as they were on the day the law judges it by, or are now.
    func owner(of plan: TrustPlan) -> Record? {
        let versions = book[plan.owner], trigger = PlanLaw.trigger(of: plan, on: day)
        return versions.last { $0.period.holds(on: trigger) } ?? versions.last { $0.period.holds(on: day) }
    }

    /// What is kept of a plan, against what the law of its day asked for.
    func completeness(of plan: TrustPlan) -> Completeness {
        var parts = Completeness.Parts()
        parts.sections = all(PlanSection.self, of: plan).map(\.record)
        parts.outcomes = all(Outcome.self, of: plan)
        let own = priorities(of: plan)
        parts.hasPriorities = !own.isEmpty
        parts.needs = own.map { count(PlanNeed.kind, of: $0) }.reduce(0, +)
        parts.measures = own.map { count(SuccessMeasure.kind, of: $0) }.reduce(0, +)
        parts.datedActions = own.flatMap(actions(for:)).count { $0.due != nil }
        parts.consultations = all(PlanConsultation.self, of: plan).count
        parts.resources = all(PlanResource.self, of: plan).count
        return Completeness(plan, parts, on: day)
    }

    private func count(_ kind: Kind, of priority: Priority) -> Int {
        ofPriorities[kind.name]?[priority.id.text]?.count ?? 0
    }

    /// A priority and those of earlier editions that it continues.
    func line(of priority: Priority) -> Set<String> { book.line(of: priority) }

    /// A plan of the city and the editions before it.
    func line(of plan: TrustPlan) -> Set<String> {
        var ids: Set = [plan.id.text], earlier = plan.revises?.text
        while let id = earlier, ids.insert(id).inserted { earlier = book[id].last?.text("revises") }
        return ids
    }

    /// Areas' plans in use that are under a plan of the city, or still under an edition before it.
    func locals(under city: TrustPlan) -> [TrustPlan] {
        let line = line(of: city)
        return inUse.filter { $0.isLocal && line.contains($0.under?.text ?? "") }
    }

    /// The wedges of the city for which none of these plans is.
    func wedges(without locals: [TrustPlan]) -> [String] {
        let planned = Set(locals.compactMap { $0.area?.text })
        return book.all(Area.kind.name).filter { $0.period.holds(on: day) && $0.text("type") == "wedge" }
            .filter { !planned.contains($0.id) }.map { name($0.id) }.sorted()
    }
}

extension Book {
    /// A priority and those of earlier editions that it continues, by identifier.
    public func line(of priority: Priority) -> Set<String> {
        var ids: Set = [priority.id.text], earlier = priority.continues?.text
        while let id = earlier, ids.insert(id).inserted {
            earlier = self[id].last.flatMap { $0.text("continues") }
        }
        return ids
    }
}

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

    func body(_ id: String) -> Body? {
        book[id].last { $0.kind.name == Body.kind.name && $0.period.holds(on: day) }.map(Body.init)
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
    func line(of priority: Priority) -> Set<String> {
        var ids: Set = [priority.id.text], earlier = priority.continues?.text
        while let id = earlier, ids.insert(id).inserted {
            earlier = book[id].last.flatMap { $0.text("continues") }
        }
        return ids
    }

    /// The wedges of the city that have no delivery plan in use.
    func wedgesWithoutPlan() -> [String] {
        let planned = Set(inUse.filter(\.isLocal).compactMap { $0.area?.text })
        return book.all(Area.kind.name).filter { $0.period.holds(on: day) && $0.text("type") == "wedge" }
            .filter { !planned.contains($0.id) }.map { name($0.id) }.sorted()
    }
}

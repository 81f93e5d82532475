import Kernel
import Partners
public import Records

/// What must be true of this room's records together, whoever changes them and however.
public enum PlanInvariants {
    public static let all: [Invariant] =
        [
            TrustPlan.inOrder, TrustPlan.inItsPlace, TrustPlan.saysWhatHappened, Outcome.continuesAnother,
            Priority.inItsPlan, Priority.picksUpTheCitys, PlanAction.doneWithEvidence,
            PlanConsultation.answeredAfterAsking,
        ] + YoungWords.short
}

extension TrustPlan {
    static let inOrder = Invariant(of: kind.name, rule: "A plan's days are in order") { record, _ in
        let order = [
            ("starts", "ends", "The last day is before the first"),
            ("consulted-from", "consulted-until", "The consultation closed before it opened"),
            ("agreed", "published", "It was published before it was agreed"),
            ("published", "closed", "It was closed before it was published"),
        ]
        return order.compactMap { first, second, message in
            guard let one = record.day(first), let other = record.day(second), other < one else { return nil }
            return Problem(second, message)
        }
    }

    static let inItsPlace = Invariant(of: kind.name, rule: "An area's delivery plan is under the city's plan") {
        record, shelf in
        let plan = TrustPlan(record)
        var problems: [Problem] = []
        if plan.isLocal, plan.area == nil { problems.append(Problem("area", "Say which area it is for")) }
        // A paper may name an area's plan and not say whose it is under: the check says that it cannot be told.
        if plan.isLocal, plan.under == nil, record.sources.isEmpty {
            problems.append(Problem("under", "Say which plan of the city's it is under"))
        }
        if !plan.isLocal, plan.under != nil {
            problems.append(Problem("under", "Only an area's delivery plan is under another"))
        }
        if let city = try plan.under.flatMap({ try Record.last($0.text, on: shelf) }), TrustPlan(city).isLocal {
            problems.append(Problem("under", "That is an area's plan itself: choose the city's"))
        }
        if plan.revises == plan.id { problems.append(Problem("revises", "A plan does not revise itself")) }
        if let earlier = try plan.revises.flatMap({ try Record.last($0.text, on: shelf) }),
            TrustPlan(earlier).type != plan.type
        {
            problems.append(Problem("revises", "That is another sort of plan"))
        }
        return problems
    }

    /// What a source of the past attests is taken as it says.
    static let saysWhatHappened = Invariant(
        of: kind.name, rule: "A plan that is agreed says by whom and when, one that is published when"
    ) { record, _ in
        let plan = TrustPlan(record)
        var problems: [Problem] = []
        if ["published", "superseded"].contains(plan.state), plan.published == nil {
            problems.append(Problem("published", "Enter the day it was published"))
        }
        guard record.sources.isEmpty, ["agreed", "published", "superseded"].contains(plan.state) else {
            return problems
        }
        if plan.agreed == nil { problems.append(Problem("agreed", "Enter the day it was agreed")) }
        if plan.agreedBy == nil { problems.append(Problem("agreed-by", "Say which body agreed it")) }
        return problems
    }
}

extension Outcome {
    static let continuesAnother = Invariant(of: kind.name, rule: "An outcome continues one of another edition") {
        record, shelf in
        guard let earlier = try record.text("continues").flatMap({ try Record.last($0, on: shelf) }),
            earlier.text("plan") == record.text("plan")
        else { return [] }
        return [Problem("continues", "That one is in this edition itself")]
    }
}

extension Priority {
    static let inItsPlan = Invariant(of: kind.name, rule: "A priority serves an outcome of its own plan") {
        record, shelf in
        let priority = Priority(record)
        var problems: [Problem] = []
        if let outcome = try priority.outcome.flatMap({ try Record.last($0.text, on: shelf) }).map(Outcome.init),
            outcome.plan != priority.plan, try !isUnder(priority.plan, outcome.plan, shelf)
        {
            problems.append(Problem("outcome", "That outcome is another plan's"))
        }
        if let earlier = try priority.continues.flatMap({ try Record.last($0.text, on: shelf) }),
            earlier.text("plan") == priority.plan.text
        {
            problems.append(Problem("continues", "That one is in this edition itself"))
        }
        return problems
    }

    /// An area's priority may serve an outcome of the city's plan that its own is under.
    private static func isUnder(
        _ plan: ID<TrustPlan>, _ city: ID<TrustPlan>, _ shelf: any Shelf
    ) throws -> Bool {
        try Record.last(plan.text, on: shelf).map(TrustPlan.init)?.under == city
    }

    static let picksUpTheCitys = Invariant(of: kind.name, rule: "An area's priority picks up one of the city's plan") {
        record, shelf in
        let priority = Priority(record)
        guard let wanted = priority.picksUp else { return [] }
        guard let plan = try Record.last(priority.plan.text, on: shelf).map(TrustPlan.init) else { return [] }
        guard plan.isLocal else {
            return [Problem("picks-up", "Only a priority of an area's delivery plan picks up another")]
        }
        let city = try Record.last(wanted.text, on: shelf)?.text("plan")
            .flatMap { try Record.last($0, on: shelf) }.map(TrustPlan.init)
        return city?.isLocal == true
            ? [Problem("picks-up", "That is an area's priority: choose one of the city's")] : []
    }
}

extension PlanConsultation {
    static let answeredAfterAsking = Invariant(of: kind.name, rule: "An answer comes after the question") {
        record, _ in
        guard let asked = record.day("invited"), let answered = record.day("responded"), answered < asked else {
            return []
        }
        return [Problem("responded", "They were asked on \(asked.long), after that")]
    }
}

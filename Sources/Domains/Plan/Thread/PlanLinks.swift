public import Kernel
import Partners
public import Records

/// What plans put on the golden thread: outcomes, priorities, actions, who answers for them, who watches over them, and
/// the needs they rest on. Decisions of meetings come from another room, which knows who may read of them.
public struct PlanLinks {
    private let reading: DayBook
    private let plans: ThreadPlans

    /// - Parameter start: what the thread begins at; nil where that is not known.
    public init(
        for caller: Caller, under policy: Policy, on day: Day, today: Day, from start: String? = nil, _ shelf: any Shelf
    ) throws {
        reading = DayBook(shelf, on: day)
        plans = try ThreadPlans(
            from: start, seenBy: PlanSight(of: caller, under: policy, today: today), in: reading)
    }

    /// The links that begin or end at any of these things.
    public func touching(_ things: Set<String>) throws -> [ThreadLink] {
        let wanted = try priorities(around: things).sorted()
        try reading.prefetch(wanted)
        let placed = try wanted.compactMap { try plans.priority(ID($0)) }
        let around = try Around(placed, in: reading)
        return try placed.flatMap { try links(around: $0, around) }
            .filter { things.contains($0.from.subject.id) || things.contains($0.to.subject.id) }
    }

    /// A thing of this room, where this reader may see it.
    public func end(_ id: String) throws -> ThreadLink.End? {
        switch try reading.versions(of: id).first?.kind.name {
        case Priority.kind.name?: return try plans.priority(ID(id)).map { plans.end($0) }
        case Outcome.kind.name?: return try plans.outcome(ID(id)).map { plans.end($0.outcome, in: $0.plan) }
        default: return nil
        }
    }

    /// Priorities whose links may touch any of these things: a question to the database for each way, not each thing.
    private func priorities(around things: Set<String>) throws -> Set<String> {
        try reading.prefetch(things)
        var found: Set<String> = [], byKind: [String: [String]] = [:]
        for id in things {
            guard let kind = try reading.versions(of: id).first?.kind.name else { continue }
            byKind[kind, default: []].append(id)
            if kind == Priority.kind.name { found.insert(id) }
            if [PlanAction.kind.name, PlanNeed.kind.name].contains(kind) {
                found.formUnion(try reading.versions(of: id).compactMap { $0.text("priority") })
            }
        }
        let ways = [
            (Priority.kind, "picks-up", Priority.kind.name), (Priority.kind, "outcome", Outcome.kind.name),
            (Priority.kind, "accountable", "post"), (PlanAction.kind, "owner", "post"),
            (Priority.kind, "overseen-by", "body"),
        ]
        for (kind, field, named) in ways {
            for record in try reading.records(kind, where: field, isAnyOf: byKind[named, default: []]) {
                if let id = kind.name == Priority.kind.name ? record.id : record.text("priority") { found.insert(id) }
            }
        }
        return found
    }

    // MARK: - Around one priority

    /// What is kept around some priorities, read at once.
    private struct Around {
        let actions: [String: [Record]]
        let needs: [String: [Record]]

        init(_ placed: [PlacedPriority], in reading: DayBook) throws {
            let ids = placed.map(\.priority.id.text)
            func held(_ kind: Kind) throws -> [String: [Record]] {
                Dictionary(grouping: try reading.records(kind, where: "priority", isAnyOf: ids)) {
                    $0.text("priority") ?? ""
                }
            }
            actions = try held(PlanAction.kind)
            needs = try held(PlanNeed.kind)
            let others = placed.map(\.priority).flatMap { one in
                [one.outcome?.text, one.picksUp?.text, one.accountable?.text, one.overseer?.text].compactMap(\.self)
            }
            try reading.prefetch(others + actions.values.flatMap { $0.compactMap { $0.text("owner") } })
        }
    }

    private func links(around placed: PlacedPriority, _ around: Around) throws -> [ThreadLink] {
        let priority = placed.priority, own = plans.end(placed), area = placed.plan.area?.text
        func link(_ from: ThreadLink.End, _ to: ThreadLink.End, _ what: String, _ record: Record) -> ThreadLink {
            ThreadLink(from: from, to: to, what, since: record.period.from, area: area, sources: record.sources)
        }
        var links: [ThreadLink] = []
        if let id = priority.outcome, let outcome = try end(id.text) {
            links.append(link(outcome, own, "is served by", priority.record))
        }
        if let id = priority.picksUp, let city = try end(id.text) {
            links.append(link(city, own, "is picked up by", priority.record))
        }
        if let post = try priority.accountable.flatMap({ try reading.subject($0.text) }) {
            links.append(link(own, ThreadLink.End(post, .post), "is answered for by", priority.record))
        }
        if let body = try priority.overseer.flatMap({ try reading.subject($0.text) }) {
            links.append(link(own, ThreadLink.End(body, .body), "is watched over by", priority.record))
        }
        for action in around.actions[priority.id.text, default: []].map(PlanAction.init) {
            let subject = Subject(kind: PlanAction.kind.name, id: action.id.text, name: action.name)
            let doing = ThreadLink.End(subject, .action)
            links.append(link(own, doing, "is acted on by", action.record))
            if let post = try action.owner.flatMap({ try reading.subject($0.text) }) {
                links.append(link(doing, ThreadLink.End(post, .post), "is to be done by", action.record))
            }
        }
        for need in around.needs[priority.id.text, default: []].map(PlanNeed.init) {
            let subject = Subject(kind: PlanNeed.kind.name, id: need.id.text, name: need.name)
            links.append(link(own, ThreadLink.End(subject, .evidence), "rests on", need.record))
        }
        return links
    }
}

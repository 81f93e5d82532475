public import Kernel
import Partners
public import Records

/// What plans put on the golden thread: outcomes, priorities, actions, who answers for them, who watches over them, and
/// the needs they rest on. Decisions of meetings come from another room, which knows who may read of them.
public struct PlanLinks {
    private let reading: DayBook
    private let sight: PlanSight

    public init(for caller: Caller, under policy: Policy, on day: Day, today: Day, _ shelf: any Shelf) {
        reading = DayBook(shelf, on: day)
        sight = PlanSight(of: caller, under: policy, today: today)
    }

    /// The links that begin or end at any of these things.
    public func touching(_ things: Set<String>) throws -> [ThreadLink] {
        var wanted: Set<String> = []
        for id in things { wanted.formUnion(try priorities(around: id)) }
        var links: [ThreadLink] = []
        for id in wanted.sorted() {
            guard let placed = try reading.priority(ID(id), seenBy: sight) else { continue }
            links += try around(placed)
        }
        return links.filter { things.contains($0.from.subject.id) || things.contains($0.to.subject.id) }
    }

    /// A thing of this room, where this reader may see it.
    public func end(_ id: String) throws -> ThreadLink.End? {
        switch try reading.versions(of: id).first?.kind.name {
        case Priority.kind.name?:
            return try reading.priority(ID(id), seenBy: sight).map { end($0.priority) }
        case Outcome.kind.name?:
            guard let outcome = try reading.one(Outcome.self, ID(id)),
                try reading.plan(outcome.plan, seenBy: sight) != nil
            else { return nil }
            return end(outcome)
        default: return nil
        }
    }

    /// Priorities whose links may touch a thing.
    private func priorities(around id: String) throws -> [String] {
        func ids(_ kind: Kind, _ field: String) throws -> [Record] { try reading.records(kind, where: field, is: id) }
        switch try reading.versions(of: id).first?.kind.name {
        case Priority.kind.name?: return [id] + (try ids(Priority.kind, "picks-up").map(\.id))
        case Outcome.kind.name?: return try ids(Priority.kind, "outcome").map(\.id)
        case PlanAction.kind.name?, PlanNeed.kind.name?:
            return try reading.versions(of: id).compactMap { $0.text("priority") }
        case "post"?:
            return try ids(Priority.kind, "accountable").map(\.id)
                + ids(PlanAction.kind, "owner").compactMap { $0.text("priority") }
        case "body"?: return try ids(Priority.kind, "overseen-by").map(\.id)
        default: return []
        }
    }

    // MARK: - Around one priority

    private func around(_ placed: PlacedPriority) throws -> [ThreadLink] {
        let priority = placed.priority, own = end(priority), area = placed.plan.area?.text
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
        for action in try reading.all(PlanAction.self, where: "priority", is: priority.id.text) {
            let subject = Subject(kind: PlanAction.kind.name, id: action.id.text, name: action.name)
            let doing = ThreadLink.End(subject, .action)
            links.append(link(own, doing, "is acted on by", action.record))
            if let post = try action.owner.flatMap({ try reading.subject($0.text) }) {
                links.append(link(doing, ThreadLink.End(post, .post), "is to be done by", action.record))
            }
        }
        for need in try reading.all(PlanNeed.self, where: "priority", is: priority.id.text) {
            let subject = Subject(kind: PlanNeed.kind.name, id: need.id.text, name: need.name)
            links.append(link(own, ThreadLink.End(subject, .evidence), "rests on", need.record))
        }
        return links
    }

    private func end(_ priority: Priority) -> ThreadLink.End {
        ThreadLink.End(Subject(kind: Priority.kind.name, id: priority.id.text, name: priority.name), .priority)
    }

    private func end(_ outcome: Outcome) -> ThreadLink.End {
        ThreadLink.End(Subject(kind: Outcome.kind.name, id: outcome.id.text, name: outcome.name), .outcome)
    }
}

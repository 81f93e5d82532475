import Arrangements
import Doors
import Kernel
import Meetings
import Partners
import Plan
import Records

/// Decisions on the golden thread: of meetings, as far as whoever asks may read of them, and of papers.
struct DecisionLinks {
    private let ask: ThreadContribution.Ask
    private let reading: DayBook
    private let plans: ThreadPlans

    init(_ ask: ThreadContribution.Ask, _ shelf: any Shelf) throws {
        self.ask = ask
        reading = DayBook(shelf, on: ask.day)
        let sight = PlanSight(of: ask.caller, under: ask.policy, today: ask.today)
        plans = try ThreadPlans(from: ask.start, seenBy: sight, in: reading)
    }

    /// A decision as the thread names it, with who made it.
    struct Made {
        let end: ThreadLink.End
        let body: String?
        let on: Day?
        let record: Record
        /// Of a meeting's; nil for one that a paper records.
        let resolution: Resolution?
    }

    /// Nil where it is none, or may not be seen.
    func decision(_ id: String) throws -> Made? {
        guard let record = try reading.versions(of: id).last else { return nil }
        if record.kind.name == Decision.kind.name {
            guard ask.caller.may(.seeArrangements, under: ask.policy), let held = try reading.one(Decision.self, ID(id))
            else { return nil }
            let subject = Subject(kind: record.kind.name, id: id, name: held.name)
            return Made(
                end: .init(subject, .decision), body: held.body?.text, on: held.on, record: record, resolution: nil)
        }
        guard record.kind.name == Resolution.kind.name,
            let read = try reading.decision(ID(id), for: ask.caller, under: ask.policy, today: ask.today)
        else { return nil }
        let subject = Subject(kind: record.kind.name, id: id, name: read.name)
        return Made(
            end: .init(subject, .decision), body: read.resolution.body.text, on: read.resolution.on, record: record,
            resolution: read.resolution)
    }

    func touching(_ things: Set<String>) throws -> [ThreadLink] {
        var wanted: Set<String> = []
        for id in things { wanted.formUnion(try decisions(around: id)) }
        return try wanted.sorted().flatMap(around)
            .filter { things.contains($0.from.subject.id) || things.contains($0.to.subject.id) }
    }

    private func decisions(around id: String) throws -> [String] {
        guard let kind = try reading.versions(of: id).first?.kind.name else { return [] }
        switch kind {
        case Priority.kind.name, PlanAction.kind.name:
            return try reading.versions(of: id).compactMap { $0.text("decision") }
        case Decision.kind.name, Resolution.kind.name: return [id]
        case MeetingAction.kind.name: return try reading.versions(of: id).compactMap { $0.text("resolution") }
        case Body.kind.name:
            return try onTheThread(
                [Resolution.kind, Decision.kind].flatMap { try reading.records($0, where: "body", is: id).map(\.id) })
        case Post.kind.name:
            return try onTheThread(
                reading.records(MeetingAction.kind, where: "owner", is: id).compactMap { $0.text("resolution") })
        default: return []
        }
    }

    /// Of many decisions, those that set a priority or led to an action of a plan.
    private func onTheThread(_ ids: [String]) throws -> [String] {
        try [Priority.kind, PlanAction.kind]
            .flatMap { try reading.records($0, where: "decision", isAnyOf: ids) }.compactMap { $0.text("decision") }
    }

    /// What leads to a decision and what follows from it.
    private func around(_ id: String) throws -> [ThreadLink] {
        guard let made = try decision(id) else { return [] }
        var links: [ThreadLink] = []
        for record in try reading.records(Priority.kind, where: "decision", is: id) {
            guard let placed = try plans.priority(ID(record.id)) else { continue }
            links.append(
                ThreadLink(
                    from: plans.end(placed), to: made.end, "was set by", since: made.on, area: placed.plan.area?.text,
                    sources: record.sources))
        }
        for record in try reading.records(PlanAction.kind, where: "decision", is: id) {
            let action = PlanAction(record)
            guard let placed = try plans.priority(action.priority) else { continue }
            let end = ThreadLink.End(Subject(kind: PlanAction.kind.name, id: record.id, name: action.name), .action)
            links.append(
                ThreadLink(
                    from: made.end, to: end, "led to", since: made.on, area: placed.plan.area?.text,
                    sources: record.sources))
        }
        if let body = try made.body.flatMap(reading.subject) {
            links.append(
                ThreadLink(
                    from: made.end, to: .init(body, .body), "was made by", since: made.on, sources: made.record.sources)
            )
        }
        guard let resolution = made.resolution else { return links }
        for action in try reading.actions(after: resolution, for: ask.caller, under: ask.policy, today: ask.today) {
            let doing = ThreadLink.End(
                Subject(kind: MeetingAction.kind.name, id: action.id.text, name: action.name), .action)
            links.append(
                ThreadLink(from: made.end, to: doing, "led to", since: made.on, sources: action.record.sources))
            if let owner = try action.owner.flatMap({ try reading.subject($0.text) }) {
                links.append(
                    ThreadLink(
                        from: doing, to: .init(owner, .post), "is to be done by", since: action.record.period.from,
                        sources: action.record.sources))
            }
        }
        return links
    }
}

import Arrangements
public import Doors
import Foundation
import Kernel
import Partners
import Places
import Plan
import Records
import Store
import Web

extension Module {
    /// The golden thread, made of what every room says of its own.
    public static let thread = Module(
        name: "thread", title: "The golden thread", schema: Schema(room: "thread", migrations: []),
        policy: Policy([.readThreads: [.anyone]]), routes: ThreadRoutes.all, verbs: ThreadVerbs.all)
}

extension Action {
    /// To follow the thread, as far as each room lets one see what is its own.
    static let readThreads = Action("thread.read")
}

/// The ways in to the thread.
enum ThreadRoutes {
    static let all: [Route] = [
        Route(.get, "/thread", needs: .readThreads, summary: "Where threads begin: outcomes and priorities in use.") {
            request, house in
            let sight = PlanSight(of: request.caller, under: house.policy, today: request.today)
            let rows = try await house.asOf(request) { try begin(seenBy: sight, in: $0) }
            return .page(ThreadsPage(rows: rows, request: request).page)
        },
        Route(
            .get, "/thread/:kind/:thing", needs: .readThreads,
            summary:
                "The thread through one thing, up and down: outcome, priority, indicator, place, decision, post, body."
        ) { request, house in
            let thread = try await thread(request, house)
            let findings = try await house.findings(aboutAny: thread.ends.map(\.subject.id), for: request)
            let areas = try await house.choices(Area.kind, request)
            return .page(ThreadPage(thread: thread, findings: findings, areas: areas, request: request).page)
        },
        Route(.get, "/thread/:kind/:thing/links.csv", needs: .readThreads, summary: "The links of a thread as CSV.") {
            request, house in
            let thread = try await thread(request, house)
            return .csv(thread.csv, filename: "\(thread.start.subject.id)-thread.csv")
        },
        Route(.get, "/thread/:kind/:thing/picture.svg", needs: .readThreads, summary: "A thread drawn, as a file.") {
            request, house in
            let thread = try await thread(request, house)
            let picture = ThreadPicture(thread: thread, findings: []) { request.link(ThreadPage.way($0, place: nil)) }
            return .svg(picture.svg.file)
        },
        Route(
            .get, "/api/v1/thread/:kind/:thing", needs: .readThreads,
            summary: "The thread through one thing as JSON: the things on it, and the links between them."
        ) { request, house in .json(try await thread(request, house).json) },
    ]

    /// - Throws: `.notFound` where there is no such thing, or whoever asks may not see it.
    private static func thread(_ request: Request, _ house: House) async throws -> GoldenThread {
        guard let kind = request.parameters["kind"],
            let thing = ID<Priority>(checking: request.parameters["thing"] ?? "")
        else { throw Refusal.notFound }
        let place = try Self.place(request.query.text("place"))
        let ask = ThreadContribution.Ask(
            request.caller, under: house.policy, on: request.on, today: request.today, place: place?.text)
        let contributions = house.threads
        let thread = try await house.asOf(request) { reading in
            try GoldenThread(thing.text, place: place, contributions: contributions, ask, reading.shelf)
        }
        guard thread.start.subject.kind == kind else { throw Refusal.notFound }
        return thread
    }

    /// - Throws: `.invalid` for what can be no place's identifier: the whole city's thread would be no answer to it.
    static func place(_ text: String?) throws(Refusal) -> ID<Area>? {
        guard let text, !text.isEmpty else { return nil }
        guard let id = ID<Area>(checking: text) else { throw .wrong("place", "\(text) is no place's identifier") }
        return id
    }

    private static func begin(seenBy sight: PlanSight, in reading: DayBook) throws -> [ThreadsPage.Row] {
        try reading.plans(seenBy: sight).filter { $0.isInUse(on: reading.on) }.flatMap { plan in
            let place = try reading.named(plan.area)?.name ?? "The whole city"
            let outcomes = try reading.outcomes(of: plan).map { outcome in
                ThreadsPage.Row(
                    subject: Subject(kind: Outcome.kind.name, id: outcome.id.text, name: outcome.name),
                    level: .outcome, plan: plan.name, place: place)
            }
            let priorities = try reading.priorities(of: plan).map { priority in
                ThreadsPage.Row(
                    subject: Subject(kind: Priority.kind.name, id: priority.id.text, name: priority.name),
                    level: .priority, plan: plan.name, place: place)
            }
            return outcomes + priorities
        }
    }
}

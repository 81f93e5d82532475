import Doors
import Kernel
import Partners
import Records
import Web

extension PlanAction {
    static let routes: [Route] = [askDone, saveDone]

    private static let ofDone = ["state", "done", "evidence", "owner"]

    private static let askDone = Route(
        .get, "/plan-actions/:action/finish", needs: .changePlans, summary: "Ask what became of an action of a plan."
    ) { request, house in .page(try await donePage(request, house)) }

    private static let saveDone = Route(
        .post, "/plan-actions/:action/finish", needs: .changePlans, summary: "Keep what became of an action of a plan."
    ) { request, house in
        let id: ID<PlanAction> = try request.id("action")
        let answers = Answers(request.form, of: kind, ofDone), seen = request.seenBefore
        let (held, _) = try await read(id, request, house)
        return try await request.act(
            house, then: "/priorities/\(held.priority)#actions",
            orAsk: { try await donePage(request, house, problems: $0) }
        ) { tx, hand in
            try answers.mustBeRead()
            try FinishAction(action: id.text, answers: answers.fields, seen: seen).perform(by: hand, in: tx)
        }
    }

    private static func read(
        _ id: ID<PlanAction>, _ request: Request, _ house: House
    ) async throws -> (PlanAction, seen: String) {
        try await house.reading(request) { reading, _ in
            let versions = try reading.versions(of: id.text)
            guard let record = versions.standing.first, record.kind.name == kind.name else { throw Refusal.notFound }
            return (PlanAction(record), Seen.mark(of: versions))
        }
    }

    private static func donePage(_ request: Request, _ house: House, problems: [Problem] = []) async throws -> Page {
        let id: ID<PlanAction> = try request.id("action")
        let (action, seen) = try await read(id, request, house)
        var posts = try await house.choices(Post.kind, request)
        // A post that has ended is no choice any more, and saying what became of the action does not take it away.
        if let owner = action.owner, !posts.isEmpty, !posts.contains(where: { $0.value == owner.text }) {
            let name = try await house.reading(request) { reading, _ in try reading.name(of: owner.text) }
            posts.append(GovUK.Choice(owner.text, name))
        }
        return QuestionPage(
            title: "What became of the action?", caption: action.name,
            questions: ofDone.map { kind.question($0, $0 == "owner" ? posts : []) },
            typed: request.typed ?? Fields(saying: action.record, ofDone),
            held: Fields(saying: action.record, ofDone), problems: problems,
            hidden: [("seen", request.seenNow(seen, problems))], button: "Save",
            back: Link("Back to the priority", "/priorities/\(action.priority)"), request: request
        ).page
    }
}

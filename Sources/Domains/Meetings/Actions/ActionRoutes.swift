import Arrangements
import Doors
import Kernel
import Partners
import Records
import Web

extension MeetingAction {
    static let routes: [Route] = [seeAll, api, askNew, add, askDone, saveDone]

    private static let seeAll = Route(
        .get, "/bodies/:body/actions", needs: .readMeetings,
        summary: "What one body asked to be done, and what was taken to it because it is overdue."
    ) { request, house in
        let isClerk = request.caller.may(.changeMeetings, under: house.policy)
        let (list, taken, body) = try await lists(request, house)
        return .page(
            ActionsPage(list: list, taken: taken, body: body, isClerk: isClerk, request: request).page)
    }

    private static let api = Route(
        .get, "/api/v1/bodies/:body/actions", needs: .readMeetings,
        summary: "What one body asked to be done, a hundred at once; ?skip= goes on, ?taken-here=true asks the others."
    ) { request, house in
        let (list, taken, _) = try await lists(request, house)
        return .json((request.query.flag("taken-here") ? taken : list).json(on: request.on).bytes)
    }

    private static func lists(
        _ request: Request, _ house: House
    ) async throws -> (list: ActionList, taken: ActionList, body: Named) {
        let body: ID<Body> = try request.id("body")
        let (caller, policy, today) = (request.caller, house.policy, request.today)
        let isOfTaken = request.query.flag("taken-here"), skipped = request.skipped
        return try await house.reading(request) { reading, tx in
            guard try reading.versions(of: body.text).first?.kind.name == Body.kind.name else { throw Refusal.notFound }
            let sight = try Sight(of: caller, under: policy, into: body, today: today, reading.shelf)
            let list = try ActionList(
                ActionList.Ask(which: .of(body.text), skipped: isOfTaken ? 0 : skipped), isWhole: sight.isWhole,
                today: today, in: reading, tx)
            // Those are other bodies' business: a seat at this table opens nothing of it.
            let taken = try ActionList(
                ActionList.Ask(
                    which: .takenTo(body.text), isOverdueOnly: true, skipped: isOfTaken ? skipped : 0),
                isWhole: caller.may(.seeMeetings, under: policy), today: today, in: reading, tx)
            return (list, taken, try reading.named(body))
        }
    }

    private static let asked = ["name", "owner", "due"]

    private static let askNew = Route(
        .get, "/meetings/:meeting/items/:item/act", needs: .changeMeetings,
        summary: "Ask what is to be done, and by whom."
    ) { request, house in .page(try await newPage(request, house)) }

    private static let add = Route(
        .post, "/meetings/:meeting/items/:item/act", needs: .changeMeetings, summary: "Keep what is to be done."
    ) { request, house in
        let (view, item) = try await AgendaItem.one(request, house)
        let answers = Answers(request.form, of: kind, asked), ticket = request.ticket
        return try await request.act(
            house, then: "/meetings/\(view.id)#actions", orAsk: { try await newPage(request, house, problems: $0) }
        ) { tx, hand in
            try answers.mustBeRead()
            try hand.caller.must(.changeMeetings, under: hand.policy)
            var fields = answers.fields
            fields["body"] = .text(view.body.id)
            fields["meeting"] = .text(view.id)
            fields["item"] = .text(item.id)
            if try ticket.isSpent(on: kind, saying: fields, in: tx, hand) { return }
            try hand.add(kind, id: ticket.id(of: kind), fields, in: tx)
        }
    }

    private static func newPage(_ request: Request, _ house: House, problems: [Problem] = []) async throws -> Page {
        let (view, item) = try await AgendaItem.one(request, house)
        let posts = try await house.choices(Post.kind, request)
        return QuestionPage(
            title: "Record an action", caption: "Item \(item.item.number): \(item.title)",
            questions: [kind.question("name"), kind.question("owner", posts), kind.question("due")],
            typed: request.typed ?? Fields(), problems: problems, hidden: [(FormTicket.field, request.ticket.text)],
            button: "Save the action", back: Link("Back to the item", "/meetings/\(view.id)/items/\(item.id)"),
            request: request
        ).page
    }

    private static let ofDone = ["state", "done", "evidence", "owner", "due"]

    private static let askDone = Route(
        .get, "/actions/:action", needs: .changeMeetings, summary: "Ask what became of an action."
    ) { request, house in .page(try await donePage(request, house)) }

    private static let saveDone = Route(
        .post, "/actions/:action", needs: .changeMeetings, summary: "Keep what became of an action."
    ) { request, house in
        let id: ID<MeetingAction> = try request.id("action")
        let answers = Answers(request.form, of: kind, ofDone), seen = request.seenBefore
        let (held, _) = try await read(id, request, house)
        return try await request.act(
            house, then: "/bodies/\(held.body)/actions", orAsk: { try await donePage(request, house, problems: $0) }
        ) { tx, hand in
            try answers.mustBeRead()
            try hand.caller.must(.changeMeetings, under: hand.policy)
            let held = try hand.last(kind, id.text, in: tx)
            try hand.amend(held, answers.fields, because: "What became of it", seen: seen, in: tx)
            try WithdrawMatter(action: id.text).perform(by: hand, in: tx)
        }
    }

    private static func read(
        _ id: ID<MeetingAction>, _ request: Request, _ house: House
    ) async throws -> (MeetingAction, seen: String) {
        try await house.reading(request) { reading, _ in
            let versions = try reading.versions(of: id.text)
            guard let record = versions.standing.first, record.kind.name == kind.name else { throw Refusal.notFound }
            return (MeetingAction(record), Seen.mark(of: versions))
        }
    }

    private static func donePage(_ request: Request, _ house: House, problems: [Problem] = []) async throws -> Page {
        let id: ID<MeetingAction> = try request.id("action")
        let (action, seen) = try await read(id, request, house)
        let posts = try await house.choices(Post.kind, request)
        return QuestionPage(
            title: "What became of the action?", caption: action.name,
            questions: ofDone.map { kind.question($0, $0 == "owner" ? posts : []) },
            typed: request.typed ?? Fields(saying: action.record, ofDone),
            held: Fields(saying: action.record, ofDone), problems: problems,
            hidden: [("seen", request.seenNow(seen, problems))], button: "Save",
            back: Link("Back to the actions", "/bodies/\(action.body)/actions"), request: request
        ).page
    }
}

import Arrangements
import Doors
import Kernel
import Partners
import Records
import Web

/// The pages by which decisions are taken down: at a meeting, and between meetings.
enum DecidingRoutes {
    static let all = [askDecision, decide, askBetween, between]

    private static let words = ["name", "outcome", "at", "wording", "reasons", "rejected", "public-wording"]
    private static let votes = [
        "for", "against", "abstained", "casting", "voted-for", "voted-against", "did-not-vote", "dissent",
    ]
    private static let children = [
        "impact", "impact-who", "impact-how", "impact-said", "impact-changed", "gap", "gap-note",
    ]
    private static let after = ["key", "call-in", "no-call-in-because", "sent-to"]

    // MARK: At a meeting

    private static let askDecision = Route(
        .get, "/meetings/:meeting/items/:item/decide", needs: .changeMeetings, summary: "Ask what was decided."
    ) { request, house in .page(try await decisionPage(request, house)) }

    private static let decide = Route(
        .post, "/meetings/:meeting/items/:item/decide", needs: .changeMeetings,
        summary: "Keep what was decided under an item, if there was a quorum for it."
    ) { request, house in
        let (view, item) = try await AgendaItem.one(request, house)
        let answers = Answers(request.form, of: Resolution.kind, words + votes + children + after)
        let ticket = request.ticket, id = ticket.id(of: Resolution.kind)
        let command = DecideAtMeeting(meeting: view.id, item: item.id, fields: answers.fields, ticket: ticket)
        return try await request.act(
            house, then: "/decisions/\(id)", orAsk: { try await decisionPage(request, house, problems: $0) }
        ) { tx, hand in
            try answers.mustBeRead()
            try command.perform(by: hand, in: tx)
        }
    }

    private static func decisionPage(_ request: Request, _ house: House, problems: [Problem] = []) async throws -> Page
    {
        let (view, item) = try await AgendaItem.one(request, house)
        let kind = Resolution.kind, bodies = try await house.choices(Body.kind, request)
        let seats = view.register.lines.filter(\.seat.isMember).map { GovUK.Choice($0.seat.id.text, $0.name) }
        var questions = words.filter { !item.item.isOpen || $0 != "public-wording" }.map { kind.question($0) }
        questions += childrens
        questions += votes.map { name in
            let isNamed = ["voted-for", "voted-against", "did-not-vote"].contains(name)
            return kind.question(name, isNamed ? seats : [])
        }.filter {
            !seats.isEmpty
                || $0.choices.isEmpty && !["voted-for", "voted-against", "did-not-vote"].contains($0.field.name)
        }
        questions += after.map { kind.question($0, $0 == "sent-to" ? bodies : []) }
        return QuestionPage(
            title: "Record a decision", caption: "Item \(item.item.number): \(item.title)", lead: quorum(view),
            questions: questions, typed: request.typed ?? Fields([("name", item.item.title)]), problems: problems,
            hidden: [(FormTicket.field, request.ticket.text)], button: "Save the decision",
            back: Link("Back to the item", "/meetings/\(view.id)/items/\(item.id)"), request: request
        ).page
    }

    /// The source's silence is for records of the past, never for a decision taken here.
    private static var childrens: [QuestionPage.Question] {
        children.map { name in
            let choices = Resolution.impacts.filter { $0.value != "not-recorded" }.map {
                GovUK.Choice($0.value, $0.label)
            }
            return Resolution.kind.question(name, name == "impact" ? choices : [])
        }
    }

    private static func quorum(_ view: MeetingView) -> HTML {
        let there = view.register.there
        guard view.register.isTaken else {
            return GovUK.warningText("Take the register first: who is there decides whether anything can be decided.")
        }
        guard let quorum = there.quorum else {
            return GovUK.insetText("\(there.count) members came. The terms of reference give no quorum.")
        }
        let words = "\(there.count) members came; the quorum is \(quorum)."
        return there.count >= quorum
            ? GovUK.insetText("\(words) Who had left by the time you give does not count.")
            : GovUK.warningText("\(words) This can only be “not decided”.")
    }

    // MARK: Between meetings

    private static let early = [
        "name", "on", "made", "decided-by", "consulted", "why-between", "outcome", "wording", "reasons", "rejected",
        "access", "exempt-under", "exempt-because", "public-wording",
    ]

    private static let askBetween = Route(
        .get, "/bodies/:body/decisions/new", needs: .changeMeetings,
        summary: "Ask for a decision made between meetings."
    ) { request, house in .page(try await betweenPage(request, house)) }

    private static let between = Route(
        .post, "/bodies/:body/decisions/new", needs: .changeMeetings,
        summary: "Keep a decision made between meetings, with who was consulted."
    ) { request, house in
        let body: ID<Body> = try request.id("body")
        let answers = Answers(
            request.form, of: Resolution.kind, early + children + ["key", "call-in", "no-call-in-because"])
        let ticket = request.ticket
        let command = DecideBetweenMeetings(body: body.text, fields: answers.fields, ticket: ticket)
        return try await request.act(
            house, then: "/decisions/\(ticket.id(of: Resolution.kind))",
            orAsk: { try await betweenPage(request, house, problems: $0) }
        ) { tx, hand in
            try answers.mustBeRead()
            try command.perform(by: hand, in: tx)
        }
    }

    private static func betweenPage(_ request: Request, _ house: House, problems: [Problem] = []) async throws -> Page {
        let body: ID<Body> = try request.id("body"), kind = Resolution.kind
        let posts = try await house.choices(Post.kind, request)
        let name = try await house.reading(request) { reading, _ in try reading.name(of: body.text) }
        let ways = Resolution.ways.filter { $0.value != "meeting" }.map { GovUK.Choice($0.value, $0.label) }
        let questions =
            early.map { kind.question($0, $0 == "decided-by" ? posts : $0 == "made" ? ways : []) } + childrens
            + ["key", "call-in", "no-call-in-because"].map { kind.question($0) }
        return QuestionPage(
            title: "Record a decision between meetings", caption: name, questions: questions,
            typed: request.typed ?? Fields(), problems: problems, hidden: [(FormTicket.field, request.ticket.text)],
            button: "Save the decision", back: Link("Back to its decisions", "/bodies/\(body)/decisions"),
            request: request
        ).page
    }
}

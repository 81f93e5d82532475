import Doors
import Kernel
import Partners
import Records
import Web

/// The pages by which a decision is followed: published, called in, carried out, reported.
enum FollowingRoutes {
    static let all =
        dated(
            "publish", field: "published", title: "On which day is the decision published?", button: "Publish",
            summary: "Publish a decision."
        ) { .publish($0, because: $1) }
        + dated(
            "carried-out", field: "implemented", title: "From which day is the decision carried out?", button: "Save",
            summary: "Say that a decision is carried out."
        ) { day, _ in .carryOut(day) }
        + [askReported, reported, askCallIn, callIn, askHeard, heard]

    /// A step that asks for a day, and nothing else.
    private static func dated(
        _ part: String, field: String, title: String, button: String, summary: String,
        _ step: @escaping @Sendable (Day, String?) -> FollowDecision.Step
    ) -> [Route] {
        let path = "/decisions/:decision/\(part)"
        let page: @Sendable (Request, House, [Problem]) async throws -> Page = { request, house, problems in
            let (view, seen) = try await read(request, house)
            let earlier = part == "publish" ? EarlierDay.questions(request, problems) : []
            return QuestionPage(
                title: title, caption: view.name, questions: [Resolution.kind.question(field)] + earlier,
                typed: request.typed ?? Fields([(field, EarlierDay.usual(request))]), problems: problems,
                hidden: [("seen", request.seenNow(seen, problems))], button: button,
                back: Link("Back to the decision", "/decisions/\(view.id)"), request: request
            ).page
        }
        return [
            Route(.get, path, needs: .changeMeetings, summary: "Ask for a day: \(part).") { request, house in
                .page(try await page(request, house, []))
            },
            Route(.post, path, needs: .changeMeetings, summary: summary) { request, house in
                let id: ID<Resolution> = try request.id("decision")
                let answers = Answers(request.form, of: Resolution.kind, [field]), seen = request.seenBefore
                let because = request.form.text(EarlierDay.field)
                return try await request.act(
                    house, then: "/decisions/\(id)", orAsk: { try await page(request, house, $0) }
                ) { tx, hand in
                    try answers.mustBeRead()
                    guard let day = answers.day(field) else { throw Refusal.wrong(field, "Enter the day") }
                    try FollowDecision(decision: id.text, step: step(day, because), seen: seen)
                        .perform(by: hand, in: tx)
                }
            },
        ]
    }

    private static func read(_ request: Request, _ house: House) async throws -> (DecisionView, seen: String) {
        let view = try await Resolution.view(request, house), id = view.id
        let seen = try await house.reading(request) { reading, _ in Seen.mark(of: try reading.versions(of: id)) }
        return (view, seen)
    }

    // MARK: Reported

    private static let askReported = Route(
        .get, "/decisions/:decision/reported", needs: .changeMeetings,
        summary: "Ask to which meeting a decision between meetings was reported."
    ) { request, house in .page(try await reportedPage(request, house)) }

    private static let reported = Route(
        .post, "/decisions/:decision/reported", needs: .changeMeetings,
        summary: "Say to which meeting a decision between meetings was reported."
    ) { request, house in
        let id: ID<Resolution> = try request.id("decision")
        let (meeting, seen) = (request.form.text("reported-to"), request.seenBefore)
        return try await request.act(
            house, then: "/decisions/\(id)", orAsk: { try await reportedPage(request, house, problems: $0) }
        ) { tx, hand in
            guard let meeting else { throw Refusal.wrong("reported-to", "Choose the meeting") }
            try FollowDecision(decision: id.text, step: .report(meeting: meeting), seen: seen).perform(by: hand, in: tx)
        }
    }

    private static func reportedPage(_ request: Request, _ house: House, problems: [Problem] = []) async throws -> Page
    {
        let (view, seen) = try await read(request, house)
        let meetings = try await meetings(of: view, request, house)
        return QuestionPage(
            title: "Which meeting was it reported to?", caption: view.name,
            questions: [Resolution.kind.question("reported-to", meetings)], typed: request.typed ?? Fields(),
            problems: problems, hidden: [("seen", request.seenNow(seen, problems))], button: "Save",
            back: Link("Back to the decision", "/decisions/\(view.id)"), request: request
        ).page
    }

    /// Meetings of the body since the decision.
    private static func meetings(of view: DecisionView, _ request: Request, _ house: House) async throws -> [GovUK
        .Choice]
    {
        let ask = CalendarList.Ask(body: view.body.id, from: view.resolution.on)
        return try await house.reading(request) { reading, tx in
            try CalendarList(ask, in: reading, tx).rows.map { GovUK.Choice($0.meeting.id.text, $0.meeting.when) }
        }
    }

    // MARK: Called in

    private static let ofCallIn = ["on", "time", "by", "reason"]

    private static let askCallIn = Route(
        .get, "/decisions/:decision/call-in", needs: .changeMeetings, summary: "Ask who calls a decision in, and why."
    ) { request, house in .page(try await callInPage(request, house)) }

    private static let callIn = Route(
        .post, "/decisions/:decision/call-in", needs: .changeMeetings, summary: "Keep that a decision is called in."
    ) { request, house in
        let id: ID<Resolution> = try request.id("decision")
        let answers = Answers(request.form, of: CallIn.kind, ofCallIn)
        let command = CallInDecision(decision: id.text, fields: answers.fields, ticket: request.ticket)
        return try await request.act(
            house, then: "/decisions/\(id)", orAsk: { try await callInPage(request, house, problems: $0) }
        ) { tx, hand in
            try answers.mustBeRead()
            try command.perform(by: hand, in: tx)
        }
    }

    private static func callInPage(_ request: Request, _ house: House, problems: [Problem] = []) async throws -> Page {
        let view = try await Resolution.view(request, house)
        let until = view.callInUntil.map { "It may be called in until \(view.callInRule.words($0))." } ?? ""
        return QuestionPage(
            title: "Record a call-in", caption: view.name, lead: GovUK.insetText("\(until)"),
            questions: ofCallIn.map { CallIn.kind.question($0) },
            typed: request.typed ?? Fields([("on", "\(request.on)")]), problems: problems,
            hidden: [(FormTicket.field, request.ticket.text)], button: "Save",
            back: Link("Back to the decision", "/decisions/\(view.id)"), request: request
        ).page
    }

    private static let askHeard = Route(
        .get, "/decisions/:decision/heard", needs: .changeMeetings, summary: "Ask what became of a call-in."
    ) { request, house in .page(try await heardPage(request, house)) }

    private static let heard = Route(
        .post, "/decisions/:decision/heard", needs: .changeMeetings, summary: "Keep what became of a call-in."
    ) { request, house in
        let id: ID<Resolution> = try request.id("decision")
        let answers = Answers(request.form, of: CallIn.kind, ["outcome", "outcome-note"])
        return try await request.act(
            house, then: "/decisions/\(id)", orAsk: { try await heardPage(request, house, problems: $0) }
        ) { tx, hand in try CallInDecision.hear(id.text, answers.fields, by: hand, in: tx) }
    }

    private static func heardPage(_ request: Request, _ house: House, problems: [Problem] = []) async throws -> Page {
        let view = try await Resolution.view(request, house)
        return QuestionPage(
            title: "What became of the call-in?", caption: view.name,
            questions: ["outcome", "outcome-note"].map { CallIn.kind.question($0) }, typed: request.typed ?? Fields(),
            problems: problems, button: "Save", back: Link("Back to the decision", "/decisions/\(view.id)"),
            request: request
        ).page
    }
}

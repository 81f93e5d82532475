import Arrangements
import Doors
import Kernel
import Partners
import Records
import Web

/// The pages by which meetings are put in the calendar, moved and cancelled.
enum PlanningRoutes {
    static let all = [askCycle, planCycle, askNew, addNew, askMove, move, askCancel, cancel]

    // MARK: A cycle

    private static let ofCycle = ["body", "week", "weekday", "every", "time", "skipping", "on-holidays", "place"]

    private static let askCycle = Route(
        .get, "/meetings/cycles/new", needs: .changeMeetings, summary: "Ask by what rule a body meets."
    ) { request, house in .page(try await cyclePage(request, house)) }

    private static let planCycle = Route(
        .post, "/meetings/cycles/new", needs: .changeMeetings,
        summary: "Show the meetings that a rule gives, and when that is right put them in the calendar."
    ) { request, house in
        let answers = Answers(request.form, of: Cycle.kind, ofCycle), ticket = request.ticket
        let days: (first: Day, until: Day)
        do throws(Refusal) {
            days = try span(of: request.form, answers)
        } catch {
            guard case .invalid(let problems) = error else { throw error }
            return .page(try await cyclePage(request, house, problems: problems))
        }
        if !request.form.flag("sure") {
            do {
                return .page(try await preview(request, house, answers, days))
            } catch Refusal.invalid(let problems) {
                return .page(try await cyclePage(request, house, problems: problems))
            } catch Refusal.outOfOrder(let why) {
                return .page(try await cyclePage(request, house, problems: [Problem("first", why)]))
            }
        }
        let command = PlanCycle(answers.fields, until: days.until, ticket: ticket)
        let body = answers.text("body") ?? ""
        return try await request.act(
            house, then: "/bodies/\(body)/meetings?from=\(days.first)",
            orAsk: { try await cyclePage(request, house, problems: $0) }
        ) { tx, hand in try command.perform(by: hand, from: days.first, in: tx) }
    }

    private static func span(of form: Fields, _ answers: Answers) throws(Refusal) -> (first: Day, until: Day) {
        try answers.mustBeRead()
        guard let first = try form.day("first", label: "The first day") else {
            throw .wrong("s-first", "Enter the first day on which it may meet")
        }
        guard let until = try form.day("until", label: "The last day") else {
            throw .wrong("s-until", "Enter the last day on which it may meet")
        }
        return (first, until)
    }

    private static func cyclePage(_ request: Request, _ house: House, problems: [Problem] = []) async throws -> Page {
        let bodies = try await house.choices(Body.kind, request), kind = Cycle.kind
        var typed = request.typed ?? Fields()
        if request.typed == nil, let body = request.query.text("body") { typed.append("body", body) }
        let named = problems.map { problem in
            ["s-first", "first"].contains(problem.field)
                ? Problem("first", problem.message)
                : ["s-until", "until"].contains(problem.field) ? Problem("until", problem.message) : problem
        }
        let extra = [
            Records.Field("first", "From", .day, "The first day on which it may meet."),
            Records.Field("until", "Until", .day, "The last day on which it may meet."),
        ].map { QuestionPage.Question(field: $0) }
        return QuestionPage(
            title: "Plan a cycle of meetings",
            questions: [
                kind.question("body", bodies), kind.question("week"), kind.question("weekday"), kind.question("every"),
                kind.question("time"), kind.question("place"), kind.question("skipping"), kind.question("on-holidays"),
            ] + extra,
            typed: typed, problems: named, hidden: [(FormTicket.field, request.ticket.text)], button: "See the days",
            back: Link("Back to meetings", "/meetings"), request: request
        ).page
    }

    /// The days a rule gives, before anything is put in the calendar.
    private static func preview(
        _ request: Request, _ house: House, _ answers: Answers, _ days: (first: Day, until: Day)
    ) async throws -> Page {
        var draft = RecordDraft(Cycle.kind, answers.fields)
        draft.give(CommonKey.from.rawValue, .text("\(request.on)"))
        let record: Record
        do throws(Flaws) { record = try Cycle.kind.record(from: draft, id: "preview") } catch {
            throw Refusal.invalid(error.all.map { Problem($0.key, $0.problem.message) })
        }
        let cycle = Cycle(record), given = try MonthlyRule(cycle).days(from: days.first, to: days.until)
        guard cycle.record.text("time").map({ ClockTime($0) != nil }) == true else {
            throw Refusal.wrong("time", "Enter a time of day, such as 18:30")
        }
        let columns: [Column<MonthlyRule.Given>] = [
            .text("Day") { "\(Cycle.weekdays[$0.day.weekday - 1].label) \($0.day.long)" },
            .text("Meeting") { day in
                day.skipped.map { "None: \($0)" }
                    ?? day.movedFrom.map { "Yes, moved from \($0.long), a bank holiday" } ?? "Yes"
            },
        ]
        let count = given.count { $0.skipped == nil }
        let hidden = request.form.pairs.filter { !$0.name.hasPrefix("_") }.map { GovUK.hidden($0.name, $0.value) }
        return Page(
            title: "Check the days", caption: "Plan a cycle of meetings",
            backLink: Link("Back to meetings", request.link("/meetings")),
            body: """
                \(Piece.paragraph("It meets on \(cycle.words)."))\
                \(GovUK.table(caption: "\(count) meetings", columns, given, empty: "the rule gives none."))\
                \(GovUK.form(request.link(request.path), """
                    \(hidden)\(GovUK.hidden("sure", "1"))\(GovUK.button("Put \(count) meetings in the calendar"))
                    """))
                """)
    }

    // MARK: One meeting

    private static let ofMeeting = ["body", "on", "time", "place", "way", "type"]

    private static let askNew = Route(
        .get, "/meetings/new", needs: .changeMeetings, summary: "Ask for a meeting that is in no cycle."
    ) { request, house in .page(try await newPage(request, house)) }

    private static let addNew = Route(
        .post, "/meetings/new", needs: .changeMeetings, summary: "Put one meeting in the calendar."
    ) { request, house in
        let answers = Answers(request.form, of: Meeting.kind, ofMeeting), ticket = request.ticket
        return try await request.act(
            house, then: "/meetings/\(ticket.id(of: Meeting.kind))",
            orAsk: { try await newPage(request, house, problems: $0) }
        ) { tx, hand in
            try answers.mustBeRead()
            try hand.caller.must(.changeMeetings, under: hand.policy)
            if try ticket.isSpent(on: Meeting.kind, saying: answers.fields, in: tx, hand) { return }
            var fields = answers.fields
            fields["zone"] = .text("Europe/London")
            fields["status"] = .text("planned")
            try hand.add(Meeting.kind, id: ticket.id(of: Meeting.kind), fields, in: tx)
        }
    }

    private static func newPage(_ request: Request, _ house: House, problems: [Problem] = []) async throws -> Page {
        let bodies = try await house.choices(Body.kind, request), kind = Meeting.kind
        var typed = request.typed ?? Fields()
        if request.typed == nil, let body = request.query.text("body") { typed.append("body", body) }
        return QuestionPage(
            title: "Add a meeting",
            questions: [
                kind.question("body", bodies), kind.question("on", hint: "The day."), kind.question("time"),
                kind.question("place"), kind.question("way"), kind.question("type"),
            ],
            typed: typed, problems: problems, hidden: [(FormTicket.field, request.ticket.text)],
            button: "Add the meeting", back: Link("Back to meetings", "/meetings"), request: request
        ).page
    }

    // MARK: Moving and cancelling

    private static let ofMove = ["on", "time", "place", "reason", "short-notice"]

    private static let askMove = Route(
        .get, "/meetings/:meeting/move", needs: .changeMeetings, summary: "Ask where a meeting is moved to."
    ) { request, house in .page(try await movePage(request, house)) }

    private static let move = Route(
        .post, "/meetings/:meeting/move", needs: .changeMeetings, summary: "Move a meeting, for a reason."
    ) { request, house in
        let id: ID<Meeting> = try request.id("meeting")
        let answers = Answers(request.form, of: Meeting.kind, ofMove), seen = request.seenBefore
        return try await request.act(
            house, then: "/meetings/\(id)", orAsk: { try await movePage(request, house, problems: $0) }
        ) { tx, hand in
            try answers.mustBeRead()
            guard let on = answers.day("on") else { throw Refusal.wrong("on", "Enter the new day") }
            try MoveMeeting(
                meeting: id.text, on: on, time: answers.text("time"), place: answers.text("place"),
                reason: answers.text("reason") ?? "", shortNotice: answers.text("short-notice"), seen: seen
            ).perform(by: hand, in: tx)
        }
    }

    private static func movePage(_ request: Request, _ house: House, problems: [Problem] = []) async throws -> Page {
        let view = try await Meeting.view(request, house), kind = Meeting.kind
        let record = view.meeting.record
        let typed =
            request.typed
            ?? Fields([
                ("on", "\(view.meeting.on)"), ("time", record.text("time") ?? ""),
                ("place", record.text("place") ?? ""),
            ])
        var questions = [
            kind.question("on", label: "The new day", hint: "It is on \(view.meeting.when) now."),
            kind.question("time"), kind.question("place"), kind.question("reason", hint: "Everybody may read it."),
        ]
        if view.meeting.agendaPublished != nil {
            questions.append(
                kind.question(
                    "short-notice", hint: "Only where the new day is too soon for the notice that was given."))
        }
        return QuestionPage(
            title: "Move the meeting", caption: "\(view.body.name), \(view.meeting.on.long)", questions: questions,
            typed: typed, held: Fields(saying: view.meeting.record, ["on", "time", "place", "reason"]),
            problems: problems, hidden: [("seen", request.seenNow(view.seen, problems))],
            button: "Move the meeting", back: Link("Back to the meeting", "/meetings/\(view.id)"), request: request
        ).page
    }

    private static let askCancel = Route(
        .get, "/meetings/:meeting/cancel", needs: .changeMeetings, summary: "Ask why a meeting is cancelled."
    ) { request, house in .page(try await cancelPage(request, house)) }

    private static let cancel = Route(
        .post, "/meetings/:meeting/cancel", needs: .changeMeetings, summary: "Cancel a meeting, for a reason."
    ) { request, house in
        let id: ID<Meeting> = try request.id("meeting")
        let command = CancelMeeting(
            meeting: id.text, reason: request.form.text("reason") ?? "", seen: request.seenBefore)
        return try await request.act(
            house, then: "/meetings/\(id)", orAsk: { try await cancelPage(request, house, problems: $0) }
        ) { tx, hand in try command.perform(by: hand, in: tx) }
    }

    private static func cancelPage(_ request: Request, _ house: House, problems: [Problem] = []) async throws -> Page {
        let view = try await Meeting.view(request, house)
        return QuestionPage(
            title: "Why is the meeting cancelled?", caption: "\(view.body.name), \(view.meeting.when)",
            questions: [
                Meeting.kind.question("reason", hint: "Everybody may read it. The meeting stays in the calendar.")
            ],
            typed: request.typed ?? Fields(), problems: problems,
            hidden: [("seen", request.seenNow(view.seen, problems))], button: "Cancel the meeting",
            back: Link("Back to the meeting", "/meetings/\(view.id)"), request: request
        ).page
    }
}

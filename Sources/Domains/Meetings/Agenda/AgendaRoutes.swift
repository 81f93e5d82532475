import Arrangements
import Doors
import Kernel
import Partners
import Records
import Store
import Web

extension AgendaItem {
    static let routes: [Route] = [
        see, askNew, add, askChange, change, askReport, report, askStanding, putStanding, askPublish, publish,
    ]

    private static let see = Route(
        .get, "/meetings/:meeting/items/:item", needs: .readMeetings,
        summary: "One item of an agenda, with its report, as far as the reader may see it."
    ) { request, house in
        let (view, item) = try await one(request, house)
        return .page(ItemPage(view: view, item: item, request: request).page)
    }

    /// - Throws: `.notFound` where the reader sees no such item.
    static func one(_ request: Request, _ house: House) async throws -> (MeetingView, ItemView) {
        let view = try await Meeting.view(request, house)
        let id: ID<AgendaItem> = try request.id("item")
        guard let item = view.items.first(where: { $0.item.id == id }) else { throw Refusal.notFound }
        return (view, item)
    }

    // MARK: Adding and changing

    private static let asked = [
        "title", "route", "time", "minutes", "presenter", "summary", "access", "public-title", "exempt-under",
        "exempt-because", "special-circumstances", "admitted-by",
    ]

    private static let askNew = Route(
        .get, "/meetings/:meeting/items/new", needs: .changeMeetings, summary: "Ask for an item of the agenda."
    ) { request, house in .page(try await itemPage(request, house, of: nil)) }

    private static let add = Route(
        .post, "/meetings/:meeting/items/new", needs: .changeMeetings, summary: "Put an item on the agenda."
    ) { request, house in
        let meeting: ID<Meeting> = try request.id("meeting")
        let answers = Answers(request.form, of: kind, asked)
        let command = AddItem(meeting: meeting.text, fields: answers.fields, ticket: request.ticket)
        return try await request.act(
            house, then: "/meetings/\(meeting)",
            orAsk: { try await itemPage(request, house, of: nil, problems: $0) }
        ) { tx, hand in
            try answers.mustBeRead()
            try command.perform(by: hand, in: tx)
        }
    }

    private static let askChange = Route(
        .get, "/meetings/:meeting/items/:item/change", needs: .changeMeetings, summary: "Ask what an item should say."
    ) { request, house in
        let (_, item) = try await one(request, house)
        return .page(try await itemPage(request, house, of: item))
    }

    private static let change = Route(
        .post, "/meetings/:meeting/items/:item/change", needs: .changeMeetings, summary: "Change an item of an agenda."
    ) { request, house in
        let (view, item) = try await one(request, house)
        let answers = Answers(request.form, of: kind, asked), seen = request.seenBefore
        return try await request.act(
            house, then: "/meetings/\(view.id)/items/\(item.id)",
            orAsk: { try await itemPage(request, house, of: item, problems: $0) }
        ) { tx, hand in
            try answers.mustBeRead()
            try ChangeItem(item: item.id, fields: answers.fields, seen: seen).perform(by: hand, in: tx)
        }
    }

    private static func itemPage(
        _ request: Request, _ house: House, of item: ItemView?, problems: [Problem] = []
    ) async throws -> Page {
        let view = try await Meeting.view(request, house)
        let posts = try await house.choices(Post.kind, request)
        let seats = view.register.lines.map { GovUK.Choice($0.seat.id.text, $0.name) }
        var questions = ["title", "route", "time", "minutes"].map { kind.question($0) }
        questions += [kind.question("presenter", posts), kind.question("summary"), kind.question("access")]
        questions += ["public-title", "exempt-under", "exempt-because"].map { kind.question($0) }
        let last = view.publishBy
        if view.meeting.agendaPublished != nil, last.map({ request.today > $0 }) == true || item?.item.isLate == true {
            questions += [kind.question("special-circumstances"), kind.question("admitted-by", seats)]
        }
        var hidden = [(name: FormTicket.field, value: request.ticket.text)]
        if let item {
            let id = item.id
            let seen = try await house.reading(request) { reading, _ in Seen.mark(of: try reading.versions(of: id)) }
            hidden = [("seen", request.seenNow(seen, problems))]
        }
        return QuestionPage(
            title: item == nil ? "Add an item to the agenda" : "Change the item",
            caption: "\(view.body.name), \(view.meeting.on.long)", questions: questions,
            typed: request.typed ?? item.map { Fields(saying: $0.item.record, asked) } ?? Fields(),
            held: item.map { Fields(saying: $0.item.record, asked) }, problems: problems,
            hidden: hidden, button: item == nil ? "Add the item" : "Save",
            back: Link("Back to the meeting", "/meetings/\(view.id)"), request: request
        ).page
    }

    // MARK: Reports

    private static let ofReport = [
        "author", "purpose", "background", "issues", "equality", "gap", "gap-note", "function", "no-call-in-because",
        "resources", "children", "recommendations", "background-papers",
    ]

    /// Asked too where the last day for reports is past.
    private static func askedOfReport(_ view: MeetingView, _ request: Request) -> [String] {
        ofReport + (view.isTooLate(on: request.today) ? ["late-because"] : [])
    }

    private static let askReport = Route(
        .get, "/meetings/:meeting/items/:item/report", needs: .changeMeetings, summary: "Ask for the report of an item."
    ) { request, house in .page(try await reportPage(request, house)) }

    private static let report = Route(
        .post, "/meetings/:meeting/items/:item/report", needs: .changeMeetings, summary: "Keep the report of an item."
    ) { request, house in
        let (view, item) = try await one(request, house)
        let answers = Answers(request.form, of: Report.kind, askedOfReport(view, request)), seen = request.seenBefore
        return try await request.act(
            house, then: "/meetings/\(view.id)/items/\(item.id)",
            orAsk: { try await reportPage(request, house, problems: $0) }
        ) { tx, hand in
            try answers.mustBeRead()
            try KeepReport(item: item.id, fields: answers.fields, seen: seen).perform(by: hand, in: tx)
        }
    }

    private static func reportPage(_ request: Request, _ house: House, problems: [Problem] = []) async throws -> Page {
        let (view, item) = try await one(request, house)
        let posts = try await house.choices(Post.kind, request), kind = Report.kind
        let held = item.report?.record, asked = askedOfReport(view, request)
        let seen = try await house.reading(request) { reading, _ in
            held == nil ? "" : Seen.mark(of: try reading.versions(of: held?.id ?? ""))
        }
        return QuestionPage(
            title: "Report", caption: "Item \(item.item.number): \(item.title)",
            lead: item.item.isOpen && view.meeting.agendaPublished != nil
                ? GovUK.warningText("The agenda is published: everybody can read this report as soon as you save it.")
                : .empty,
            questions: asked.map { $0 == "author" ? kind.question($0, posts) : kind.question($0) },
            typed: request.typed ?? held.map { Fields(saying: $0, asked) } ?? Fields(),
            held: held.map { Fields(saying: $0, asked) }, problems: problems,
            hidden: [("seen", request.seenNow(seen, problems))], button: "Save the report",
            back: Link("Back to the item", "/meetings/\(view.id)/items/\(item.id)"), request: request
        ).page
    }

    // MARK: Standing items, publishing

    private static let askStanding = Route(
        .get, "/meetings/:meeting/standing-items", needs: .changeMeetings,
        summary: "Ask whether the standing items are to be put on the agenda."
    ) { request, house in
        let view = try await Meeting.view(request, house)
        let form = GovUK.form(request.link(request.path), GovUK.button("Put them on the agenda"))
        return .page(
            Page(
                title: "Put the standing items on the agenda", caption: "\(view.body.name), \(view.meeting.on.long)",
                backLink: Link("Back to the meeting", request.link("/meetings/\(view.id)")),
                body: """
                    \(Piece.paragraph(
                        """
                        The items of procedure that an agenda of this body begins with. Under matters arising stand \
                        the actions that are still open or were done since the last meeting, and what was called in, \
                        put off, or decided between meetings. Items that are there already are left as they are.
                        """
                    ))\(form)
                    """))
    }

    private static let putStanding = Route(
        .post, "/meetings/:meeting/standing-items", needs: .changeMeetings,
        summary: "Put the standing items on the agenda."
    ) { request, house in
        let meeting: ID<Meeting> = try request.id("meeting")
        let hand = request.hand(house)
        try await house.store.write { tx in _ = try BuildAgenda(meeting: meeting.text).perform(by: hand, in: tx) }
        return .see(request.link("/meetings/\(meeting)"))
    }

    private static let askPublish = Route(
        .get, "/meetings/:meeting/publish", needs: .changeMeetings, summary: "Ask when the agenda was open to all."
    ) { request, house in .page(try await publishPage(request, house)) }

    private static let publish = Route(
        .post, "/meetings/:meeting/publish", needs: .changeMeetings, summary: "Publish the agenda of a meeting."
    ) { request, house in
        let meeting: ID<Meeting> = try request.id("meeting")
        let answers = Answers(request.form, of: Meeting.kind, ["agenda-published", "short-notice"])
        let seen = request.seenBefore, earlier = request.form.text(EarlierDay.field)
        return try await request.act(
            house, then: "/meetings/\(meeting)", orAsk: { try await publishPage(request, house, problems: $0) }
        ) { tx, hand in
            try answers.mustBeRead()
            guard let on = answers.day("agenda-published") else {
                throw Refusal.wrong("agenda-published", "Enter the day on which the agenda is open to all")
            }
            try PublishAgenda(
                meeting: meeting.text, on: on, shortNotice: answers.text("short-notice"), earlierBecause: earlier,
                seen: seen
            ).perform(by: hand, in: tx)
        }
    }

    private static func publishPage(_ request: Request, _ house: House, problems: [Problem] = []) async throws -> Page {
        let view = try await Meeting.view(request, house), kind = Meeting.kind
        let days = MeetingLaw.notice(on: view.meeting.on).count
        let last = view.publishBy.map { "With \(days) clear days the last day for it is \($0.long)." } ?? ""
        var questions = [
            kind.question("agenda-published", label: "On which day is the agenda open to all?", hint: last)
        ]
        if view.publishBy.map({ request.today > $0 }) == true
            || problems.contains(where: { $0.field == "short-notice" })
        {
            questions.append(kind.question("short-notice"))
        }
        questions += EarlierDay.questions(request, problems)
        return QuestionPage(
            title: "Publish the agenda", caption: "\(view.body.name), \(view.meeting.when)", questions: questions,
            typed: request.typed ?? Fields([("agenda-published", EarlierDay.usual(request))]), problems: problems,
            hidden: [("seen", request.seenNow(view.seen, problems))], button: "Publish",
            back: Link("Back to the meeting", "/meetings/\(view.id)"), request: request
        ).page
    }
}

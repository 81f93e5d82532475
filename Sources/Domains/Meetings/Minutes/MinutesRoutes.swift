import Doors
import Kernel
import Partners
import Records
import Web

extension Minutes {
    static let routes: [Route] = [see, write, askConfirmation, confirm]

    private static let see = Route(
        .get, "/meetings/:meeting/minutes", needs: .readMeetings,
        summary: "The minutes of a meeting; for a clerk, to be written and edited."
    ) { request, house in .page(try await page(request, house)) }

    private static let write = Route(
        .post, "/meetings/:meeting/minutes", needs: .changeMeetings, summary: "Keep the minutes of a meeting."
    ) { request, house in
        let id: ID<Meeting> = try request.id("meeting")
        guard let text = request.form.text("text") else {
            return .page(try await page(request, house, problems: [Problem("text", "Enter the minutes")]))
        }
        let command = WriteMinutes(
            meeting: id.text, text: text, exempt: request.form.text("exempt-text"),
            isPublished: request.form.flag("published"), seen: request.seenBefore)
        return try await request.act(
            house, then: "/meetings/\(id)/minutes", orAsk: { try await page(request, house, problems: $0) }
        ) { tx, hand in try command.perform(by: hand, in: tx) }
    }

    private static func page(_ request: Request, _ house: House, problems: [Problem] = []) async throws -> Page {
        let view = try await Meeting.view(request, house)
        let held = view.minutes
        guard view.sight.isClerk, held?.isConfirmed != true else {
            guard let held else { throw Refusal.notFound }
            return MinutesPage(view: view, minutes: held, request: request).page
        }
        let (first, seen) = try await house.reading(request) { reading, _ in
            let seen = try held.map { Seen.mark(of: try reading.versions(of: $0.id.text)) } ?? ""
            return (try MunicipalYear.firstNumber(of: view.meeting, on: reading.shelf), seen)
        }
        let draft = DraftMinutes(view, first: first)
        return MinutesFormPage(
            view: view, minutes: held, draft: draft, seen: seen, problems: problems, request: request
        )
        .page
    }

    private static let askConfirmation = Route(
        .get, "/meetings/:meeting/minutes/confirm", needs: .confirmMeetings,
        summary: "Ask at which meeting minutes were confirmed."
    ) { request, house in .page(try await confirmPage(request, house)) }

    private static let confirm = Route(
        .post, "/meetings/:meeting/minutes/confirm", needs: .confirmMeetings,
        summary: "Confirm the minutes of an earlier meeting that somebody else wrote."
    ) { request, house in
        let view = try await Meeting.view(request, house)
        guard let minutes = view.minutes else { throw Refusal.notFound }
        let (meeting, seen) = (request.form.text("confirmed-at"), request.seenBefore)
        let corrections = request.form.text("corrections")
        return try await request.act(
            house, then: "/meetings/\(view.id)/minutes", orAsk: { try await confirmPage(request, house, problems: $0) }
        ) { tx, hand in
            guard let meeting else { throw Refusal.wrong("confirmed-at", "Choose the meeting that confirmed them") }
            try ConfirmMinutes(minutes: minutes.id.text, meeting: meeting, corrections: corrections, seen: seen)
                .perform(by: hand, in: tx)
        }
    }

    private static func confirmPage(_ request: Request, _ house: House, problems: [Problem] = []) async throws -> Page {
        let view = try await Meeting.view(request, house)
        guard let minutes = view.minutes, view.sight.isWhole else { throw Refusal.notFound }
        let ask = CalendarList.Ask(body: view.body.id, from: view.meeting.on.adding(days: 1))
        let (meetings, seen) = try await house.reading(request) { reading, tx in
            (
                try CalendarList(ask, in: reading, tx).rows.map { GovUK.Choice($0.meeting.id.text, $0.meeting.when) },
                Seen.mark(of: try reading.versions(of: minutes.id.text))
            )
        }
        return QuestionPage(
            title: "Confirm the minutes", caption: "\(view.body.name), \(view.meeting.on.long)",
            lead: Piece.paragraph(
                "Written by \(Minutes.written(by: minutes.authors)). Nobody confirms minutes that they wrote."),
            questions: [
                kind.question("confirmed-at", meetings, label: "Which meeting confirmed them?"),
                kind.question("corrections"),
            ],
            typed: request.typed ?? Fields(), problems: problems,
            hidden: [("seen", request.seenNow(seen, problems))], button: "Confirm the minutes",
            back: Link("Back to the minutes", "/meetings/\(view.id)/minutes"), request: request
        ).page
    }
}

import Arrangements
import Doors
import Kernel
import Partners
import Records
import Store
import Web

extension RegisterEntry {
    static let routes: [Route] = [askRegister, takeRegister, askDeclaration, declare]

    private static let askRegister = Route(
        .get, "/meetings/:meeting/register", needs: .changeMeetings, summary: "Ask who came to a meeting."
    ) { request, house in .page(try await page(request, house)) }

    private static let takeRegister = Route(
        .post, "/meetings/:meeting/register", needs: .changeMeetings, summary: "Keep who came to a meeting."
    ) { request, house in
        let id: ID<Meeting> = try request.id("meeting")
        let command = TakeRegister(
            meeting: id.text, lines: lines(of: request.form), isHeld: request.form.flag(RegisterForm.held))
        return try await request.act(
            house, then: "/meetings/\(id)", orAsk: { try await page(request, house, problems: $0) }
        ) { tx, hand in try command.perform(by: hand, in: tx) }
    }

    private static func page(_ request: Request, _ house: House, problems: [Problem] = []) async throws -> Page {
        let view = try await Meeting.view(request, house)
        return RegisterPage(view: view, typed: request.typed, problems: problems, request: request).page
    }

    /// Every seat of which the form says anything.
    static func lines(of form: Fields) -> [RegisterLine] {
        var seats: [String] = []
        for pair in form.pairs {
            let halves = pair.name.split(separator: ":", maxSplits: 1)
            guard halves.count == 2, ["state", "count"].contains(halves[0]), IDText.isWellFormed(String(halves[1]))
            else { continue }
            if !seats.contains(String(halves[1])) { seats.append(String(halves[1])) }
        }
        func text(_ key: String, _ seat: String) -> String? { form.text(RegisterForm.name(key, seat)) }
        func time(_ key: String, _ seat: String) -> String? {
            text(key, seat).map { ClockTime(typed: $0)?.description ?? $0 }
        }
        return seats.compactMap { seat in
            let line = RegisterLine(
                seat: seat, state: text("state", seat), count: text("count", seat),
                substitute: text("substitute", seat),
                arrived: time("arrived", seat), left: time("left", seat), mode: text("mode", seat),
                was: form.first(RegisterForm.name("was", seat)))
            let isTouched = line.mark != (line.was ?? RegisterLine(seat: "").mark)
            return isTouched && !(line.mark.isEmpty && line.was == nil) ? line : nil
        }
    }

    // MARK: Interests

    private static let asked = ["seat", "interest", "sensitive", "nature", "left-room", "dispensation"]

    private static let askDeclaration = Route(
        .get, "/meetings/:meeting/items/:item/declare", needs: .changeMeetings,
        summary: "Ask for an interest in an item."
    ) { request, house in .page(try await declarationPage(request, house)) }

    private static let declare = Route(
        .post, "/meetings/:meeting/items/:item/declare", needs: .changeMeetings,
        summary: "Keep an interest that somebody declared in an item."
    ) { request, house in
        let (meeting, item): (ID<Meeting>, ID<AgendaItem>) = (try request.id("meeting"), try request.id("item"))
        let answers = Answers(request.form, of: Declaration.kind, asked), ticket = request.ticket
        return try await request.act(
            house, then: "/meetings/\(meeting)/items/\(item)",
            orAsk: { try await declarationPage(request, house, problems: $0) }
        ) { tx, hand in
            try answers.mustBeRead()
            try hand.caller.must(.changeMeetings, under: hand.policy)
            var fields = answers.fields
            fields["item"] = .text(item.text)
            try withhold(&fields, at: meeting, hand, tx)
            if try ticket.isSpent(on: Declaration.kind, saying: fields, in: tx, hand) { return }
            try hand.add(Declaration.kind, id: ticket.id(of: Declaration.kind), fields, in: tx)
        }
    }

    /// Of a sensitive interest the law's words are kept, and no others.
    private static func withhold(
        _ fields: inout [String: Given], at meeting: ID<Meeting>, _ hand: Hand, _ tx: Transaction
    ) throws {
        guard case .text(let text)? = fields["sensitive"], text == "true",
            fields["nature"].map({ $0.isNothing }) ?? true
        else { return }
        let held = Meeting(try hand.last(Meeting.kind, meeting.text, in: tx))
        if let words = MeetingLaw.withheld(on: held.on) { fields["nature"] = .text(words) }
    }

    private static func declarationPage(
        _ request: Request, _ house: House, problems: [Problem] = []
    ) async throws -> Page {
        let view = try await Meeting.view(request, house)
        let (meeting, item): (ID<Meeting>, ID<AgendaItem>) = (try request.id("meeting"), try request.id("item"))
        guard let about = view.items.first(where: { $0.item.id == item }) else { throw Refusal.notFound }
        let seats = view.register.lines.map { GovUK.Choice($0.seat.id.text, $0.name) }
        let allowed = MeetingLaw.interests(on: view.meeting.on)
        let interests = Declaration.interests.filter { allowed.contains($0.value) }.map {
            GovUK.Choice($0.value, $0.label)
        }
        let kind = Declaration.kind
        return QuestionPage(
            title: "Record an interest", caption: "Item \(about.item.number): \(about.title)",
            questions: [
                kind.question("seat", seats), kind.question("interest", interests, hint: "By the law of that day."),
                kind.question("sensitive"),
                kind.question("nature", hint: "Leave it empty where it is sensitive: everybody reads what is here."),
                kind.question("left-room"), kind.question("dispensation"),
            ],
            typed: request.typed ?? Fields(), problems: problems,
            hidden: [(FormTicket.field, request.ticket.text)], button: "Save",
            back: Link("Back to the item", "/meetings/\(meeting)/items/\(item)"), request: request
        ).page
    }
}

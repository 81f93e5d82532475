import Arrangements
import Doors
import Kernel
import Partners
import Records
import Web

/// The register of a meeting, to be taken: a line a seat, as the seats stood that day.
struct RegisterPage {
    let view: MeetingView
    let typed: Fields?
    let problems: [Problem]
    let request: Request

    static func role(_ role: String) -> String { Seat.roles.label(of: role) }

    /// `Present from 6:45pm`, `Substitute came: the deputy head`
    static func words(_ entry: RegisterEntry) -> String {
        var words = RegisterEntry.states.label(of: entry.state)
        if entry.number > 1 { words = "\(entry.number) \(words.lowercased())" }
        if let who = entry.record.text("substitute") { words += ": \(who)" }
        if entry.isRemote { words += ", remotely" }
        if let arrived = entry.arrived { words += ", from \(arrived.words)" }
        if let left = entry.left { words += ", until \(left.words)" }
        return words
    }

    var page: Page {
        let seats = view.register.lines
        let body: HTML =
            seats.isEmpty
            ? Piece.paragraph(
                """
                No seat of \(view.body.name) is held for \(view.meeting.on.long). \
                \(request.way("Add its seats", "/bodies/\(view.body.id)")) first.
                """
            )
            : form(seats)
        return Page(
            title: "Take the register", caption: "\(view.body.name), \(view.meeting.on.long)", problems: told,
            backLink: Link("Back to the meeting", request.link("/meetings/\(view.id)")), wide: true, body: body)
    }

    private var told: [Problem] {
        let first = view.register.lines.first.map { RegisterForm.name("state", $0.seat.id.text) } ?? ""
        return problems.map { $0.field.contains(":") ? $0 : Problem(first, $0.message) }
    }

    private func form(_ seats: [RegisterView.Line]) -> HTML {
        let rows = seats.map { row($0) }
        let hint = Piece.hint(
            """
            Leave a line empty for somebody of whom nothing is known yet. Times are needed only of who came late or \
            left early. What was saved by another clerk meanwhile is kept where you changed nothing.
            """)
        return GovUK.form(
            request.link(request.path),
            """
            \(hint)\(GovUK.table(
                caption: "Seats on \(view.meeting.on.long)",
                headings: ["Seat", "Attendance", "Substitute", "Arrived", "Left", "How"], body: rows.joined()))\
            \(GovUK.checkboxes(
                RegisterForm.held, legend: "Is the meeting under way or over?",
                [GovUK.Choice("true", "Yes, it is held")],
                chosen: view.meeting.status == "held" || typed?.flag(RegisterForm.held) == true ? ["true"] : []))\
            \(GovUK.button("Save the register"))
            """)
    }

    private func row(_ line: RegisterView.Line) -> HTML {
        let seat = line.seat.id.text, entry = line.entries.first
        func value(_ key: String, _ held: String?) -> String {
            typed?.first(RegisterForm.name(key, seat)) ?? held ?? ""
        }
        func said(_ key: String) -> String { value(key, entry?.record.text(key)) }
        let quiet = "<br><span class=\"tc-quiet\">\(Self.role(line.seat.role))</span>" as HTML
        let attendance: HTML
        if line.seat.number > 1 {
            let name = RegisterForm.name("count", seat)
            let there = line.entries.isEmpty ? nil : "\(line.count(["present", "substitute"]))"
            attendance = cell(
                """
                <label class="govuk-visually-hidden" for="\(name)">How many came: \(line.name)</label>
                <input class="govuk-input govuk-input--width-3" id="\(name)" name="\(name)" type="text"\
                 inputmode="numeric" value="\(value("count", there))"> of \(line.seat.number)
                """)
        } else {
            attendance = cell(
                select("state", seat, "Attendance: \(line.name)", RegisterEntry.states, value("state", entry?.state)))
        }
        let was = GovUK.hidden(RegisterForm.name("was", seat), self.was(line))
        return """
            <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">\(line.name)\(quiet)\(was)</th>
            \(attendance)\
            \(cell(text("substitute", seat, "Substitute for \(line.name)", said("substitute"), 10)))\
            \(cell(text("arrived", seat, "Arrived: \(line.name)", said("arrived"), 4)))\
            \(cell(text("left", seat, "Left: \(line.name)", said("left"), 4)))\
            \(cell(select("mode", seat, "How: \(line.name)", RegisterEntry.modes, said("mode"))))
            </tr>

            """
    }

    /// What the clerk had seen of a line when they began; what it is now, once they have been told that it changed.
    private func was(_ line: RegisterView.Line) -> String {
        let seat = line.seat.id.text
        let wasTold = problems.contains {
            $0.field.hasSuffix(":\(seat)") && $0.message.contains(RegisterForm.anotherClerk)
        }
        let now = RegisterForm.mark(line)
        return wasTold ? now : typed?.first(RegisterForm.name("was", seat)) ?? now
    }

    private func cell(_ content: HTML) -> HTML { "<td class=\"govuk-table__cell\">\(content)</td>" }

    private func problem(_ name: String) -> HTML {
        guard let problem = problems.first(where: { $0.field == name }) else { return .empty }
        return """
            <p class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> \(problem.message)</p>

            """
    }

    private func text(_ key: String, _ seat: String, _ label: String, _ value: String, _ width: Int) -> HTML {
        let name = RegisterForm.name(key, seat)
        return """
            \(problem(name))<label class="govuk-visually-hidden" for="\(name)">\(label)</label>
            <input class="govuk-input govuk-input--width-\(width)" id="\(name)" name="\(name)" type="text"\
             value="\(value)">
            """
    }

    private func select(_ key: String, _ seat: String, _ label: String, _ choices: [Records.Choice], _ chosen: String)
        -> HTML
    {
        let name = RegisterForm.name(key, seat)
        let options: [HTML] = [Records.Choice("", "")].appending(choices).map { choice in
            let mark: HTML = .when(choice.value == chosen, " selected")
            return "<option value=\"\(choice.value)\"\(mark)>\(choice.label)</option>"
        }
        return """
            \(problem(name))<label class="govuk-visually-hidden" for="\(name)">\(label)</label>
            <select class="govuk-select" id="\(name)" name="\(name)">\(options)</select>
            """
    }
}

extension [Records.Choice] {
    fileprivate func appending(_ more: [Records.Choice]) -> [Records.Choice] { self + more }
}

import Arrangements
import Doors
import Kernel
import Partners
import Records
import Web

/// One meeting: when, what about, who came, what was decided and what is to be done.
struct MeetingPage {
    let view: MeetingView
    /// What other rooms made for it.
    let asides: [Aside]
    let request: Request

    private var meeting: Meeting { view.meeting }
    private var path: String { "/meetings/\(view.id)" }

    var page: Page {
        Page(
            title: meeting.isMonthOnly ? "Meeting in \(meeting.when)" : "Meeting on \(meeting.on.long)",
            caption: view.body.name,
            breadcrumbs: [
                Link("Home", request.link("/")), Link("Meetings", request.link("/meetings")),
                Link(view.body.name, request.link("/bodies/\(view.body.id)/meetings")),
            ],
            body:
                """
                \(Piece.paragraph(Self.tag(meeting)))\(summary)\(next)\(agenda)\(made)\(register)\(decisions)\(actions)\
                \(minutes)
                """
        )
    }

    static func tag(_ meeting: Meeting) -> HTML {
        switch meeting.status {
        case "held": GovUK.tag("Held", .green)
        case "inquorate": GovUK.tag("Held without a quorum", .orange)
        case "cancelled": GovUK.tag("Cancelled", .red)
        default:
            meeting.record.day("moved-from") == nil
                ? GovUK.tag("Planned", .blue) : GovUK.tag("Moved", .purple)
        }
    }

    private var summary: HTML {
        let record = meeting.record
        var rows = [
            GovUK.SummaryRow("Body", request.way(to: view.body, "body")), GovUK.SummaryRow("When", "\(meeting.when)"),
        ]
        if let from = record.day("moved-from") { rows.append(GovUK.SummaryRow("Moved from", "\(from.long)")) }
        if let reason = record.text("reason") { rows.append(GovUK.SummaryRow("Why", "\(reason)")) }
        if let place = record.text("place") { rows.append(GovUK.SummaryRow("Where", "\(place)")) }
        if let way = record.text("way") {
            rows.append(GovUK.SummaryRow("How", "\(Meeting.ways.label(of: way))"))
        }
        rows.append(GovUK.SummaryRow("Agenda", "\(notice)"))
        if let why = record.text("short-notice") { rows.append(GovUK.SummaryRow("Shorter notice because", "\(why)")) }
        rows += privateNotice
        rows.append(GovUK.SummaryRow("Source", Piece.source(record)))
        if let note = record.note { rows.append(GovUK.SummaryRow("Note", "\(note)")) }
        return GovUK.summaryList(rows)
    }

    /// For everybody, whether or not the agenda is out: it is what the public is told beforehand (GOV-04).
    private var privateNotice: [GovUK.SummaryRow] {
        let notice = PrivateNotice(meeting)
        guard notice.isThere else { return [] }
        let days: [(String, Day?)] = [("First private notice", notice.first), ("Second private notice", notice.second)]
        let words: [(String, String?)] = [
            ("In private because", notice.because), ("Representations", notice.representations),
            ("Response to them", notice.response), ("Without that notice because", notice.urgent),
        ]
        return days.compactMap { label, day in day.map { GovUK.SummaryRow(label, "Published on \($0.long)") } }
            + words.compactMap { label, text in text.map { GovUK.SummaryRow(label, Piece.lines($0)) } }
    }

    private var notice: String {
        if let published = meeting.agendaPublished {
            guard let counted = meeting.noticeFrom else {
                return "Said to have been published on \(published.long). Nobody can show it here"
            }
            return counted > published
                ? """
                Said on \(counted.long) that it was published on \(published.long). Notice is counted from \
                \(counted.long)
                """ : "Published on \(published.long)"
        }
        guard view.isToCome, meeting.record.sources.isEmpty, let last = view.publishBy else { return "Not held here" }
        return "Not published yet. The last day for it is \(last.long)"
    }

    /// What a clerk may do next, in the order in which it is done.
    private var next: HTML {
        guard view.sight.isClerk else { return .empty }
        var links: [HTML] = []
        if view.isToCome {
            links += [
                request.way("Add an item to the agenda", path + "/items/new"),
                request.way("Put the standing items on the agenda", path + "/standing-items"),
                request.way("Publish the agenda", path + "/publish"),
                request.way("Move the meeting", path + "/move"),
                request.way("Cancel the meeting", path + "/cancel"),
            ]
        }
        if view.isToCome, view.asksPrivateNotice {
            links += [
                request.way("Publish the first private notice", path + "/private-notice"),
                request.way("Publish the second private notice", path + "/private-notice-again"),
            ]
        }
        if !meeting.isCancelled {
            links += [
                request.way("Take the register", path + "/register"),
                request.way(view.minutes == nil ? "Draft the minutes" : "Edit the minutes", path + "/minutes"),
            ]
        }
        links.append(request.way("History of this record", "/records/meetings/\(view.id)/history"))
        return Piece.section("next", "For the clerk", Piece.bullets(links))
    }

    private var agenda: HTML {
        guard view.showsAgenda else {
            return Piece.section("agenda", "Agenda", Piece.paragraph("The agenda is not published yet."))
        }
        let request = request, path = path
        var columns: [Column<ItemView>] = [
            .number("No.") { $0.item.number },
            Column("Item") { item in
                let mark: HTML = .when(item.item.isLate, " \(GovUK.tag("Late", .orange))")
                let closed: HTML = .when(
                    !item.item.isOpen,
                    "<br>\(GovUK.tag("Not open", .red)) <span class=\"tc-quiet\">\(item.closedBecause)</span>")
                let changed: HTML = .when(
                    !item.item.changedWords.isEmpty,
                    "<br><span class=\"tc-quiet\">\(item.item.changedWords)</span>")
                return "\(request.way(item.title, "\(path)/items/\(item.id)"))\(mark)\(closed)\(changed)"
            },
            .text("What for") { AgendaItem.purposes.label(of: $0.item.route) },
        ]
        if view.items.contains(where: { $0.item.record.text("time") != nil }) {
            columns.append(.text("Time") { $0.item.record.text("time").flatMap { ClockTime($0) }?.words ?? "" })
        }
        if view.items.contains(where: { $0.presenter != nil }) {
            columns.append(Column("Presented by") { item in item.presenter.map { request.way(to: $0, "post") } ?? "" })
        }
        let papers = Piece.paragraph(
            "\(request.way("Papers", path + "/papers")), and \(request.way("the whole pack", path + "/pack"))")
        return Piece.section(
            "agenda", "Agenda",
            """
            \(GovUK.table(
                caption: "Items", columns, view.items, empty: "none is held.", captionHidden: true))\(papers)
            """)
    }

    private var made: HTML {
        let sections: [HTML] = asides.map { aside in
            Piece.section(
                aside.title.lowercased().replacing(" ", with: "-"), aside.title,
                Piece.bullets(aside.things.map { request.way(to: $0) }))
        }
        return "\(sections)"
    }

    private var register: HTML {
        guard view.register.isTaken else { return .empty }
        let lines = view.register.lines.filter { !$0.entries.isEmpty }
        let columns: [Column<RegisterView.Line>] = [
            .text("Seat") { $0.name }, .text("As") { RegisterPage.role($0.seat.role) },
            .text("Attendance") { line in line.entries.map(RegisterPage.words).joined(separator: "; ") },
        ]
        let there = view.register
        let quorum = there.there.quorum.map { "The quorum is \($0)." } ?? "The terms of reference give no quorum."
        return Piece.section(
            "register", "Who came",
            """
            \(Piece.paragraph("\(there.membersThere) of \(there.members) members were there. \(quorum)"))\
            \(GovUK.table(caption: "Register", columns, lines, captionHidden: true))
            """)
    }

    private var decisions: HTML {
        guard !view.decisions.isEmpty else { return .empty }
        return Piece.section("decisions", "Decisions", DecisionsPage.table(view.decisions, request))
    }

    private var actions: HTML {
        guard !view.actions.isEmpty else { return .empty }
        return Piece.section("actions", "Actions", ActionsPage.table(view.actions, request, on: request.on))
    }

    private var minutes: HTML {
        guard let minutes = view.minutes else { return .empty }
        let words = Minutes.states.label(of: minutes.state)
        return Piece.section(
            "minutes", "Minutes", Piece.paragraph("\(words). \(request.way("Read the minutes", path + "/minutes"))"))
    }
}

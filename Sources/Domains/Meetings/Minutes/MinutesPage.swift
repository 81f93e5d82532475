import Doors
import Kernel
import Partners
import Records
import Web

/// The minutes of a meeting, to be read.
struct MinutesPage {
    let view: MeetingView
    let minutes: Minutes
    let request: Request

    var page: Page {
        let exempt: HTML? =
            view.sight.isWhole
            ? minutes.record.text("exempt-text").map {
                Piece.section("exempt", "Not open to the public", "<p class=\"govuk-body\">\(Piece.lines($0))</p>")
            } : nil
        return Page(
            title: "Minutes", caption: "\(view.body.name), \(view.meeting.on.long)",
            breadcrumbs: [
                Link("Home", request.link("/")), Link("Meetings", request.link("/meetings")),
                Link("Meeting on \(view.meeting.on.long)", request.link("/meetings/\(view.id)")),
            ],
            body: """
                \(Piece.paragraph(state))\
                <p class="govuk-body">\(Piece.lines(minutes.record.text("text") ?? ""))</p>\(exempt)\(confirm)
                """)
    }

    private var state: HTML {
        let record = minutes.record
        guard minutes.isConfirmed else { return GovUK.tag(Minutes.states.label(of: minutes.state), .yellow) }
        let on = record.day("confirmed-on").map { " on \($0.long)" } ?? ""
        let corrections = record.text("corrections").map { ", with these corrections: \($0)" } ?? ""
        return "\(GovUK.tag("Confirmed", .green)) The minutes were confirmed\(on)\(corrections)."
    }

    private var confirm: HTML {
        guard view.sight.isWhole, !minutes.isConfirmed else { return .empty }
        return Piece.paragraph(request.way("Confirm the minutes", "/meetings/\(view.id)/minutes/confirm"))
    }
}

/// The minutes of a meeting, to be written: drafted from what was kept of it.
struct MinutesFormPage {
    let view: MeetingView
    let minutes: Minutes?
    let draft: DraftMinutes
    /// What there was when the form was made; empty where there were none.
    let seen: String
    let problems: [Problem]
    let request: Request

    var page: Page {
        let record = minutes?.record, typed = request.typed
        let text = typed?.first("text") ?? record?.text("text") ?? draft.text
        let exempt = typed?.first("exempt-text") ?? record?.text("exempt-text") ?? draft.exempt ?? ""
        let isPublished = typed?.flag("published") ?? (minutes?.state == "published")
        let hidden = GovUK.hidden("seen", request.seenNow(seen, problems))
        let conflict: HTML =
            Request.isToldOfAChange(problems)
            ? Conflict(
                rows: [
                    ("What the public may read", record?.text("text") ?? "", text),
                    ("What is not open to the public", record?.text("exempt-text") ?? "", exempt),
                ].filter { $0.1 != $0.2 }.map { Conflict.Row(label: $0.0, now: $0.1, typed: $0.2) }
            ).html : .empty
        let lead =
            minutes == nil
            ? "A draft, made of what was kept of the meeting. Nothing of it is kept until you save it."
            : "Written by \(minutes.map { Minutes.written(by: $0.authors) } ?? "")."
        let told = problems.map { $0.field.isEmpty ? Problem("text", $0.message) : $0 }
        let closed: HTML = .when(
            !exempt.isEmpty,
            GovUK.textarea(
                "exempt-text", label: "What is not open to the public", value: exempt,
                hint: "Kept apart, and shown only to those at the table.", problems: told, rows: 10))
        return Page(
            title: minutes == nil ? "Draft the minutes" : "Edit the minutes",
            caption: "\(view.body.name), \(view.meeting.on.long)", problems: told,
            backLink: Link("Back to the meeting", request.link("/meetings/\(view.id)")),
            body: """
                \(conflict)\(Piece.paragraph("\(lead)"))\
                \(GovUK.form(request.link(request.path), """
                    \(hidden)\(GovUK.textarea(
                        "text", label: "Minutes", value: text, hint: "For the public: nothing exempt in it.",
                        problems: told, rows: 30))\(closed)\
                    \(GovUK.checkboxes(
                        "published", legend: "May the public read this draft?",
                        [GovUK.Choice("true", "Yes, publish the draft")],
                        chosen: isPublished ? ["true"] : []))\(GovUK.button("Save the minutes"))
                    """))\(confirm)
                """)
    }

    private var confirm: HTML {
        .when(
            minutes != nil,
            Piece.paragraph(request.way("Confirm the minutes", "/meetings/\(view.id)/minutes/confirm")))
    }
}

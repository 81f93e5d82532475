import Doors
import Foundation
import Kernel
import Oversight
import Settings
import Web

/// Asks why somebody must see a restricted record at once.
struct BreakGlassPage {
    let wanted: GlassRoutes.Wanted
    let request: Request
    let settings: Settings
    var problems: [Problem] = []

    var page: Page {
        let minutes = settings[Settings.breakGlassTime].components.seconds / 60
        return Page(
            title: "Break the glass", problems: problems,
            body: """
                <p class="govuk-body">You have no right to see this. If you must see it now, to keep somebody safe or \
                to do what cannot wait, you may read it for \(String(minutes)) minutes. You cannot change anything.</p>
                \(GovUK.warningText("Whoever is responsible is told at once, and will ask you about it."))
                \(GovUK.form("/break-glass/new", questions))
                """)
    }

    private var questions: HTML {
        let code: HTML = .when(
            wanted.needsCode,
            GovUK.textInput(
                "code", label: "One-time code", hint: "From your authenticator app.", problems: problems, width: .ten,
                kind: .wholeNumber, autocomplete: "one-time-code"))
        return """
            \(GovUK.hidden("to", wanted.path))\
            \(GovUK.textarea(
                "reason", label: "Why must you see this now?", value: request.form.first("reason") ?? "",
                hint: "At least \(BreakGlass.reasonMin) characters. Kept for ever, with your name and the time.",
                problems: problems))\
            \(code)\(GovUK.button("Break the glass", kind: .warning))
            """
    }
}

/// Leads somebody who came with a password alone to setting up one-time codes, and back.
struct CodesFirstPage {
    let wanted: GlassRoutes.Wanted

    var page: Page {
        Page(
            title: "Set up one-time codes first",
            body: """
                <p class="govuk-body">You have no right to see this. To break the glass you need more than a password: \
                a one-time code from your telephone.</p>
                <p class="govuk-body">\(
                    Link("Set up one-time codes", "/account/codes?to=\(urlPart(wanted.path))").html)</p>
                """)
    }
}

/// The glass that was broken, for whoever watches over it.
struct GlassListPage {
    let glass: [BrokenGlass]
    let isReviewed: Bool
    let request: Request

    var page: Page {
        let columns: [Column<BrokenGlass>] = [
            Column("When") { Link(Moment.words($0.madeAt), "/break-glass/\($0.id)").html },
            .text("Who") { $0.personName }, .text("What") { $0.subject.name },
            .text("Until") { Moment.words($0.endsAt) },
            .text("State") { $0.review?.verdict.words ?? ($0.told.isEmpty ? "Waits; nobody could be told" : "Waits") },
        ]
        let other =
            isReviewed
            ? Link("Those that wait for their review", "/break-glass")
            : Link("Those that were reviewed", "/break-glass?reviewed=1")
        let older: HTML? =
            glass.count == GlassRoutes.pageSize
            ? glass.last.map { last -> HTML in
                let kept = isReviewed ? "&reviewed=1" : ""
                return "<p class=\"govuk-body\">\(Link("Older", "/break-glass?before=\(last.id)\(kept)").html)</p>\n"
            } : nil
        return Page(
            title: isReviewed ? "Broken glass that was reviewed" : "Broken glass to review", wide: true,
            body: """
                \(GovUK.table(caption: "Broken glass", columns, glass, captionHidden: true))\(older)\
                <p class="govuk-body">\(other.html)</p>
                """)
    }
}

/// One time the glass was broken, and the question whether it was proper.
struct GlassPage {
    let glass: BrokenGlass
    let request: Request
    var problems: [Problem] = []

    var page: Page {
        Page(
            title: glass.subject.name, caption: "Broken glass", problems: problems,
            breadcrumbs: [Link("Broken glass", "/break-glass")],
            body: """
                \(GovUK.summaryList(rows))\
                <p class="govuk-body">\(looks.html)</p>
                \(answer)
                """)
    }

    private var looks: Link {
        Link(
            "Who looked at this record", "/looks?kind=\(urlPart(glass.subject.kind))&id=\(urlPart(glass.subject.id))")
    }

    private var rows: [GovUK.SummaryRow] {
        var rows = [
            GovUK.SummaryRow("Who", HTML(text: glass.personName)),
            GovUK.SummaryRow("Why", HTML(text: glass.reason)),
            GovUK.SummaryRow("When", HTML(text: Moment.words(glass.madeAt))),
            GovUK.SummaryRow("Until", HTML(text: Moment.words(glass.endsAt))),
            GovUK.SummaryRow(
                "Told", HTML(text: glass.told.isEmpty ? "Nobody could be told" : glass.told.joined(separator: ", "))),
        ]
        if let review = glass.review {
            rows.append(GovUK.SummaryRow("Found", HTML(text: review.verdict.words)))
            rows.append(
                GovUK.SummaryRow("Said", HTML(text: "\(review.words) (\(review.by), \(Moment.words(review.at)))")))
        }
        return rows
    }

    private var answer: HTML {
        if glass.person == request.caller.person {
            return "<p class=\"govuk-body\">Somebody else reviews what you did yourself.</p>\n"
        }
        if glass.review?.verdict == .proper { return .empty }
        let choices = [
            GovUK.Choice(BrokenGlass.Verdict.proper.rawValue, "Yes, it was proper"),
            GovUK.Choice(BrokenGlass.Verdict.query.rawValue, "No, or I have a question"),
        ]
        return GovUK.form(
            "/break-glass/\(glass.id)",
            """
            \(GovUK.radios(
                "verdict", legend: "Was it proper to break the glass?", choices, chosen: request.form.first("verdict"),
                problems: problems))\
            \(GovUK.textarea(
                "words", label: "What did you find or ask?", value: request.form.first("words") ?? "",
                problems: problems))\
            \(GovUK.button("Save"))
            """)
    }
}

extension [BrokenGlass] {
    /// As programs have them.
    func json(before: ID<BrokenGlass>?) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.array("items", self) { json, glass in
                json.object { json in
                    json.field("id", glass.id.text)
                    json.field("by", glass.personName)
                    json.field("kind", glass.subject.kind)
                    json.field("record", glass.subject.id)
                    json.field("reason", glass.reason)
                    json.field("at", Moment.iso(glass.madeAt))
                    json.field("until", Moment.iso(glass.endsAt))
                    json.array("told", glass.told) { json, person in json.value(person) }
                    json.field("verdict", glass.review?.verdict.rawValue)
                    json.field("words", glass.review?.words)
                }
            }
            json.field("before", before?.text)
        }
        return json.bytes
    }
}

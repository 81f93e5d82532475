internal import Doors
internal import Foundation
internal import Web

/// What stands above a form that somebody has begun before: to go on with it, or to let it go.
struct DraftOffer {
    let draft: Draft
    let title: String
    /// Whether the form below holds the draft already.
    let isTaken: Bool
    let request: Request

    var html: HTML {
        let age = draft.age(at: request.now)
        let words: HTML =
            isTaken
            ? "This is your draft, kept \(age). Nothing is saved until you save it."
            : "You have an unsaved draft of “\(title)”, kept \(age)."
        let goOn: HTML = .when(!isTaken, GovUK.linkButton("Continue the draft", href: request.link(draft.way)))
        return """
            <section class="tc-draft-offer">
            <p class="govuk-body">\(words)</p>
            <div class="govuk-button-group">
            \(goOn)\(DraftOffer.discard(draft, request))</div>
            </section>

            """
    }

    /// One button that lets a draft go.
    static func discard(_ draft: Draft, _ request: Request) -> HTML {
        GovUK.form(
            request.link("/drafts/discard"),
            "\(GovUK.hidden(DraftMark.form, draft.form))\(GovUK.button("Discard the draft", kind: .secondary))")
    }
}

/// Everything that somebody has begun and not saved.
struct DraftsPage {
    let drafts: [Draft]
    let limits: DraftLimits
    let request: Request

    var page: Page {
        let request = request
        let columns: [Column<Draft>] = [
            Column("Draft") { Link($0.title.isEmpty ? $0.form : $0.title, request.link($0.way)).html },
            Column("Kept") { "\($0.age(at: request.now))" },
            Column("Discard") { DraftOffer.discard($0, request) },
        ]
        let words: HTML = """
            <p class="govuk-body">What you type in a form is kept here until you save it, for at most \
            \(limits.daysKept) days. Nobody else sees it.</p>

            """
        return Page(
            title: "Your drafts", breadcrumbs: [Link("Home", request.link("/"))],
            body: "\(words)\(GovUK.table(caption: "Drafts", columns, drafts, empty: "you have none."))")
    }
}

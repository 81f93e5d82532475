internal import Doors
internal import HTTPTypes
internal import Hummingbird
internal import Web

/// A form of ours whose token no longer holds: its page was open over a restart, or the cookie is gone.
///
/// What was typed is given back to be sent once more, so that no work is lost. Only where the browser itself says that
/// the form stood on a page of this service, which no other site can make it say.
enum StaleForm {
    static let fieldsMax = 500

    static func page(for visit: Visit, _ incoming: Incoming) -> Page? {
        let saysOurs = incoming.headers[ReplyHeaders.fetchSite] == "same-origin"
        let typed = visit.request.form.without(Page.tokenField).pairs
        guard saysOurs, visit.request.uploads.isEmpty, typed.count <= fieldsMax else { return nil }
        let fields: [HTML] = typed.map { GovUK.hidden($0.name, $0.value) }
        let action = visit.rawQuery.isEmpty ? visit.rawPath : "\(visit.rawPath)?\(visit.rawQuery)"
        return Page(
            title: "Send this again",
            body: """
                <p class="govuk-body">The page was open for a long time, or the service was restarted meanwhile.</p>
                <p class="govuk-body">Nothing has been saved yet. What you typed is kept here: send it again.</p>
                \(GovUK.form(action, fields.joined() + GovUK.button("Send again")))
                """)
    }
}

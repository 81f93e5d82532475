internal import Doors
internal import HTTPTypes
internal import Hummingbird
internal import Web

/// A form of ours that cannot be taken as it came, and is given back on a page to be sent once more, so that no work is
/// lost. A file is asked for again: no page can hold it.
enum StaleForm {
    static let fieldsMax = 500

    /// One whose token no longer holds: its page was open over a restart, or the cookie is gone.
    ///
    /// Only where the browser itself says that the form stood on a page of this service, which no other site can make
    /// it say.
    static func page(for visit: Visit, _ incoming: Incoming) -> Page? {
        guard incoming.headers[ReplyHeaders.fetchSite] == "same-origin" else { return nil }
        return page(
            for: visit,
            """
            <p class="govuk-body">The page was open for a long time, or the service was restarted meanwhile.</p>
            <p class="govuk-body">Nothing has been saved yet. What you typed is kept here: send it again.</p>

            """)
    }

    /// One whose sender is not signed in any more, and which is not kept over their signing in.
    static func signedOut(_ visit: Visit) -> Page? {
        page(
            for: visit,
            """
            <p class="govuk-body">Your session had ended when you sent this. Nothing has been saved yet.</p>
            <p class="govuk-body">What you typed is on this page, and nowhere else. Leave it open, \
            <a class="govuk-link" href="/sign-in" target="_blank" rel="noopener">sign in (opens in a new tab)</a>, \
            then come back here and send it again.</p>

            """)
    }

    private static func page(for visit: Visit, _ why: HTML) -> Page? {
        let typed = visit.request.form.without(Page.tokenField).pairs, files = visit.request.uploads.map(\.field)
        guard typed.count <= fieldsMax else { return nil }
        let fields: [HTML] = typed.map { GovUK.hidden($0.name, $0.value) }
        var asked: [String] = []
        for name in files where !asked.contains(name) { asked.append(name) }
        let again: [HTML] = asked.map { name in
            GovUK.fileUpload(
                name, label: "Choose the file again", hint: "A file that you sent is not kept.",
                multiple: files.count(where: { $0 == name }) > 1)
        }
        let action = visit.rawQuery.isEmpty ? visit.rawPath : "\(visit.rawPath)?\(visit.rawQuery)"
        return Page(
            title: "Send this again",
            body: """
                \(why)\(GovUK.form(
                    action, upload: !files.isEmpty, fields.joined() + again.joined() + GovUK.button("Send again")))
                """)
    }
}

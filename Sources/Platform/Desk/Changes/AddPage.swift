internal import Doors
internal import Kernel
internal import Records
internal import Web

/// Asks for a new record of a kind.
struct AddPage {
    let form: RecordForm
    let request: Request

    private var kind: Kind { form.kind }

    var page: Page {
        let path = Paths.list(kind) + "/new"
        return Page(
            title: "Add \(kind.article)", caption: kind.pluralTitle, problems: form.problems,
            backLink: Link("Back to \(kind.pluralInSentence)", request.link(Paths.list(kind))),
            body: """
                \(Piece.paragraph("\(kind.about)"))\
                \(RecordForm.sent(
                    to: request.link(path), seen: nil,
                    """
                    \(form.inputs)\(form.common.from)\(form.common.asAt)\(form.common.until)\(form.common.identifier)\
                    \(form.common.provenance)\(form.common.sources)\(form.common.note)\(GovUK.button("Add \(kind.article)"))
                    """))
                """)
    }
}

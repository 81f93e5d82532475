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
                \(RecordForm.sent(to: request.link(path), seen: nil, questions))
                """)
    }

    private var questions: HTML {
        let common = form.common
        return """
            \(form.inputs)\(common.from)\(common.asAt)\(common.until)\(common.identifier)\
            \(common.provenance)\(common.sources)\(common.note)\(GovUK.button("Add \(kind.article)"))
            """
    }
}

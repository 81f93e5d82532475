internal import Doors
internal import Kernel
internal import Records
internal import Web

/// Asks which version of a record is wrong.
struct CorrectVersionPage {
    let view: RecordView
    let problems: [Problem]
    let request: Request

    var page: Page {
        let path = Paths.record(view.kind, view.id)
        let kept: [HTML] = request.carried.map { GovUK.hidden($0.name, $0.value) }
        let answers = view.versions.reversed().map { record in
            GovUK.Choice("\(record.version)", "Version \(record.version)", hint: record.period.words)
        }
        return Page(
            title: "Which version was never so?", caption: view.name, problems: problems,
            backLink: Link("Back to \(view.name)", request.link(path)),
            body: GovUK.query(
                path + "/correct",
                """
                \(kept)\(GovUK.radios(CorrectPage.version, legend: "Version", answers, problems: problems))\
                \(GovUK.button("Continue"))
                """))
    }
}

/// Asks what a version of a record should have said, and why that is known now.
struct CorrectPage {
    let form: RecordForm
    let record: Record
    let name: String
    let seen: String
    let conflict: Conflict?
    let request: Request

    static let version = "version"

    var page: Page {
        let path = Paths.record(form.kind, record.id)
        return Page(
            title: "Correct \(name)", caption: "Version \(record.version), \(lowered(record.period.words))",
            problems: form.problems, backLink: Link("Back to \(name)", request.link(path)),
            body: """
                \(conflict?.html)\
                \(Piece.paragraph("Put right what was never so. If it was so until some day, \(change) instead."))\
                \(RecordForm.sent(to: request.link(path + "/correct"), seen: seen, questions))
                """)
    }

    private var questions: HTML {
        let common = form.common
        return """
            \(GovUK.hidden(Self.version, "\(record.version)"))\(form.inputs)\
            \(common.from)\(common.asAt)\(common.until)\(common.provenance)\(common.sources)\(common.note)\
            \(common.because("Why it was wrong", hint: "Kept in the history, with your name and the time."))\
            \(GovUK.button(conflict == nil ? "Save the correction" : "Save mine as it stands here"))
            """
    }

    private var change: HTML {
        Link("change it from that day", request.link(Paths.record(form.kind, record.id) + "/change")).html
    }

    private func lowered(_ words: String) -> String { words.prefix(1).lowercased() + words.dropFirst() }
}

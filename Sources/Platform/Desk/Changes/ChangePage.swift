internal import Doors
internal import Kernel
internal import Records
internal import Web

/// Asks from which day a record changes.
struct ChangeDayPage {
    let kind: Kind
    let id: String
    let name: String
    let typed: Fields
    let problems: [Problem]
    let request: Request

    var page: Page {
        let path = Paths.record(kind, id)
        let kept: [HTML] = request.carried.map { GovUK.hidden($0.name, $0.value) }
        return Page(
            title: "From which day does it change?", caption: name, problems: problems,
            backLink: Link("Back to \(name)", request.link(path)),
            body: """
                \(Piece.paragraph("What it said until then is kept. If it was never so, \(correct) instead."))\
                \(GovUK.query(
                    path + "/change",
                    """
                    \(kept)\(GovUK.dateInput(
                        CommonKey.from.rawValue, legend: "From", value: typed.typedDay(CommonKey.from.rawValue),
                        hint: "The first day on which it is otherwise. For example, 1 4 2010.", problems: problems))\
                    \(GovUK.button("Continue"))
                    """))
                """)
    }

    private var correct: HTML { Link("correct it", request.link(Paths.record(kind, id) + "/correct")).html }
}

/// Asks what a record says from a day on.
struct ChangePage {
    let form: RecordForm
    let id: String
    let name: String
    let from: Day
    let seen: String
    let conflict: Conflict?
    let request: Request

    var page: Page {
        let path = Paths.record(form.kind, id) + "/change"
        return Page(
            title: "What changes from \(from.long)?", caption: name, problems: form.problems,
            backLink: Link("Choose another day", request.address(replacing: days.map { ($0, nil) })),
            body: """
                \(conflict?.html)\
                \(RecordForm.sent(
                    to: request.link(path), seen: seen,
                    """
                    \(day)\(form.inputs)\(form.common.provenance)\(form.common.sources)\(form.common.note)\
                    \(GovUK.button(conflict == nil ? "Save the change" : "Save mine as it stands here"))
                    """))
                """)
    }

    private var days: [String] { ["", "-day", "-month", "-year"].map { CommonKey.from.rawValue + $0 } }

    /// The day that was chosen, asked for again when it will not do.
    private var day: HTML {
        if form.problems.contains(where: { $0.field == CommonKey.from.rawValue }) {
            return form.common.day(.from, "From", "The first day on which it is otherwise.")
        }
        let parts = [("-day", from.day), ("-month", from.month), ("-year", from.year)]
        return HTML.joined(parts.map { GovUK.hidden(CommonKey.from.rawValue + $0.0, String($0.1)) })
    }
}

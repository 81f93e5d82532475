internal import Doors
internal import Kernel
internal import Records
internal import Web

/// Asks when a record ceased to hold, and why.
struct EndPage {
    let kind: Kind
    let id: String
    let name: String
    /// What points at it and has no end, so many of them; and how to find the page of each.
    let left: [Subject]
    let leftCount: Int
    let path: @Sendable (Subject) -> String
    let typed: Fields
    let problems: [Problem]
    let seen: String
    /// What the record says now, where somebody else has changed it meanwhile; nil where nobody has.
    let changed: Changed?
    let request: Request

    static let leftMax = 20

    private var own: String { Paths.record(kind, id) }

    var page: Page {
        Page(
            title: "End \(name)", caption: kind.title, problems: problems,
            backLink: Link("Back to \(name)", request.link(own)),
            body: """
                \(changed.map(warning))\
                \(Piece.paragraph("It is kept, with everything it said. It no longer counts from the day you give."))\
                \(standing)\(RecordForm.sent(to: request.link(own + "/end"), seen: seen, questions))
                """)
    }

    private func warning(_ changed: Changed) -> HTML {
        let words: HTML = """
            Somebody else changed this record while you were ending it. Nothing of yours has been saved yet, or lost. \
            If it should still end, end it again.
            """
        return GovUK.warningText(words) + changed.html
    }

    private var standing: HTML {
        guard !left.isEmpty else { return .empty }
        let more: HTML = .when(
            leftCount > left.count, Piece.paragraph("These are the first \(left.count) of \(leftCount)."))
        let items = left.map { Link($0.name, request.link(path($0))).html }
        return """
            \(GovUK.warningText("These still point at it, and have no end. End or change them too."))\
            \(Piece.bullets(items))\(more)
            """
    }

    private var questions: HTML {
        let common = CommonInputs(typed: typed, problems: problems)
        let hint = "The first day on which it no longer holds. For a post left on 31 December 2009, give 1 1 2010."
        return """
            \(common.day(.until, "Until", hint))\
            \(common.because("Why it ends (optional)", hint: "Kept in the history, with your name and the time."))\
            \(common.sources)\(GovUK.button("End it", kind: .warning))
            """
    }
}

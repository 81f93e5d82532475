import Doors
import Kernel
import Partners
import Records
import Web

/// The whole pack on one page, that is read with a keyboard, a screen reader or a telephone; with the PDF beside it.
struct PackPage {
    let contents: PackContents
    /// The PDF as this reader may have it, and whether it says what this page says.
    let pack: Pack?
    let isFresh: Bool
    let request: Request

    private var view: MeetingView { contents.view }
    private var path: String { "/meetings/\(view.id)" }

    var page: Page {
        let request = request, path = path
        let body = PackBodyPage(contents: contents) { sheet in
            let link = request.way(sheet.paper.paper.title, "\(path)/papers/\(sheet.paper.id)/file")
            let kind = sheet.kept.map { "\($0.type.words), \(PapersPage.size($0.length))" } ?? "the file is not here"
            return """
                <h3 class="govuk-heading-s" id="paper-\(sheet.paper.id)">\(sheet.paper.paper.title)</h3>
                <p class="govuk-body">\(link) (\(kind))</p>
                \(PackBodyPage.since(sheet.paper.paper.since))
                """
        }
        return Page(
            title: "Pack", caption: "\(view.body.name), \(view.meeting.when)",
            breadcrumbs: [
                Link("Home", request.link("/")), Link("Meetings", request.link("/meetings")),
                Link(view.meeting.on.long, request.link(path)),
            ],
            body: """
                \(pdf)<nav aria-label="Contents of the pack">
                <h2 class="govuk-heading-m">Contents</h2>
                \(body.list)</nav>
                \(body.body)
                """)
    }

    private var pdf: HTML {
        var parts: [HTML] = []
        if let pack, pack.digest != nil, isFresh {
            parts.append(
                Piece.paragraph(
                    "\(request.way("Open the pack as one PDF", path + "/pack.pdf")) (\(pack.pages ?? 0) pages)"))
        }
        guard view.sight.isClerk else { return "\(parts)" }
        if let pack {
            switch pack.state {
            case .asked: parts.append(Piece.paragraph("The PDF is being made. \(pack.words)\(share(pack)). \(again)"))
            case .failed: parts.append(Piece.paragraph("The PDF could not be made. \(pack.words)."))
            case .made:
                parts.append(
                    .when(!isFresh, Piece.paragraph("The PDF says what the pack said before: have it made again.")))
            }
        }
        parts.append(
            GovUK.form(path + "/pack", GovUK.button(isMade ? "Make the PDF again" : "Make the PDF", kind: .secondary)))
        return "\(parts)"
    }

    private var isMade: Bool { pack?.state == .made && isFresh }

    private var again: HTML { request.way("Look again", path + "/pack") }

    private func share(_ pack: Pack) -> String { pack.total > 0 ? " (step \(pack.done + 1) of \(pack.total))" : "" }
}

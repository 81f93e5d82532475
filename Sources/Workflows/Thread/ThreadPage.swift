import Doors
import Kernel
import Partners
import Web

/// The golden thread through one thing: the drawing, and the table that says the same.
struct ThreadPage {
    let thread: GoldenThread
    let findings: [Finding]
    let areas: [GovUK.Choice]
    let request: Request

    private var start: Subject { thread.start.subject }
    private var path: String { "/thread/\(start.kind)/\(start.id)" }

    var page: Page {
        let place = thread.place.map { "for \($0.name)" } ?? "for the whole city"
        return Page(
            title: "Thread: \(start.name)", caption: "\(thread.start.level.words), \(place)",
            breadcrumbs: [Link("Home", request.link("/")), Link("Threads", request.link("/thread"))], wide: true,
            body: "\(lead)\(filter)\(picture)\(table)\(found)\(files)")
    }

    private var lead: HTML {
        let cut: HTML = .when(thread.isCut, GovUK.insetText("There is more than is shown here."))
        let words: HTML = "Up to what children’s lives should be like, down to what is done and who answers."
        return "\(Piece.paragraph(words))\(Piece.paragraph(request.way(to: start)))\(cut)"
    }

    private var filter: HTML {
        let hidden = request.carried.map { GovUK.hidden($0.name, $0.value) }
        return .when(
            !areas.isEmpty,
            GovUK.query(
                path,
                """
                \(hidden)\(GovUK.select(
                    "place", label: "Place", areas, chosen: thread.place?.id, blank: "The whole city"))\
                \(GovUK.button("Show"))
                """))
    }

    private var picture: HTML {
        let request = request
        let svg = ThreadPicture(thread: thread, findings: findings) { subject in
            request.link(ThreadPage.way(subject, place: thread.place?.id))
        }.svg
        return Piece.section("picture", "Drawn", svg.html)
    }

    /// The thread through another thing of it.
    static func way(_ subject: Subject, place: String?) -> String {
        "/thread/\(subject.kind)/\(subject.id)" + (place.map { "?place=\($0)" } ?? "")
    }

    private var table: HTML {
        let request = request
        let columns: [Column<ThreadLink>] = [
            Column("From") { request.way(to: $0.from.subject) }, .text("It is") { $0.from.level.words },
            .text("Link") { $0.what }, Column("To") { request.way(to: $0.to.subject) },
            .text("That is") { $0.to.level.words }, .text("Since") { $0.since?.long ?? "Not said" },
            .text("Source") { $0.sources.map(\.description).joined(separator: "; ") },
        ]
        return Piece.section(
            "links", "In words",
            GovUK.table(
                caption: "Links of the thread", columns, thread.links,
                empty: "Nothing is joined to it on this day. That is a broken thread.", captionHidden: true))
    }

    private var found: HTML {
        let items: [HTML] = findings.map { finding in
            "\(request.way(finding.code, "/findings/\(finding.code)")): \(finding.message). \(finding.mend)."
        }
        return .when(
            !items.isEmpty,
            Piece.section("findings", "Where the thread is broken, or cannot be told", Piece.bullets(items)))
    }

    private var files: HTML {
        let query = thread.place.map { "?place=\($0.id)" } ?? ""
        return Piece.bullets([
            request.way("The links as CSV", "\(path)/links.csv\(query)"),
            request.way("The thread as JSON", "/api/v1\(path)\(query)"),
            request.way("The drawing as a file", "\(path)/picture.svg\(query)"),
        ])
    }
}

/// Where threads begin: the outcomes and priorities of the plans in use.
struct ThreadsPage {
    /// An outcome or a priority, with the plan it stands in.
    struct Row: Sendable {
        let subject: Subject
        let level: ThreadLevel
        let plan: String
        let place: String
    }

    let rows: [Row]
    let request: Request

    private static let lead =
        "From what children’s lives should be like to who answers for it. Choose where to begin."

    var page: Page {
        let request = request
        let columns: [Column<Row>] = [
            Column("Thread") { request.way($0.subject.name, ThreadPage.way($0.subject, place: nil)) },
            .text("It is") { $0.level.words }, .text("Plan") { $0.plan }, .text("Place") { $0.place },
        ]
        return Page(
            title: "Threads", breadcrumbs: [Link("Home", request.link("/"))],
            body: """
                \(Piece.paragraph("\(Self.lead)"))\
                \(GovUK.table(
                    caption: "Threads", columns, rows,
                    empty: "No plan is in use on this day. A thread may also begin at a post or a body.",
                    captionHidden: true))
                """)
    }
}

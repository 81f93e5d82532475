import Doors
import Kernel
import Partners
import Records
import Web

/// A thing that is held, and was not there on the day asked about, or not for certain: says when it was.
struct NotThenPage {
    let kind: Kind
    let name: String
    let versions: [Record]
    let request: Request

    /// - Throws: `.notFound` when nothing of the kind was ever held under the identifier.
    static func reply(_ kind: Kind, _ id: String, _ request: Request, _ house: House) async throws -> Reply {
        let (versions, name) = try await house.asOf(request) { reading in
            (try reading.versions(of: id), try reading.name(of: id))
        }
        guard versions.first?.kind.name == kind.name else { throw Refusal.notFound }
        return .page(NotThenPage(kind: kind, name: name, versions: versions, request: request).page, status: 404)
    }

    var page: Page {
        let periods: [HTML] = versions.map { record in
            let start: HTML =
                record.period.from.map { "from \(link($0))" }
                ?? record.period.attested.map { "at least from \(link($0)); when it began is not known" }
                ?? "from a day that is not known"
            let end: HTML? = record.period.until.map { ", until \($0)" }
            return "\(start)\(end)"
        }
        return Page(
            title: name, caption: kind.title, breadcrumbs: [Link("Home", request.link("/"))],
            body: """
                \(Piece.paragraph(said))\(Piece.bullets(periods))\
                \(Piece.paragraph(request.way("See its history", "/records/\(kind.plural)/\(versions[0].id)/history")))
                """)
    }

    private var said: HTML {
        versions.allSatisfy { $0.period.held(on: request.on) == .no }
            ? "On \(request.on) it was not there. It is held:"
            : "On \(request.on) it is not certain that it was there. It is held:"
    }

    /// The same page on a day on which it held.
    private func link(_ day: Day) -> HTML {
        "<a class=\"govuk-link\" href=\"\(request.path)?on=\(iso: day)\">\(day)</a>"
    }
}

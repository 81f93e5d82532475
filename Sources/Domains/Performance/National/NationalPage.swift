import Doors
import Kernel
import Needs
import Partners
import Web

/// The national indicators of 2008 to 2011: what is known of each, and how well.
struct NationalPage {
    /// The measures of today's equivalents that are held.
    let held: [ID<Measure>: Measure]
    let request: Request

    private static let lead = """
        Councils were measured by these from April 2008 to March 2011. What was not seen in a source is marked: read the \
        handbook before a target is set by it.
        """

    var page: Page {
        let (held, request) = (held, request)
        let columns: [Column<NationalIndicator>] = [
            .text("Number") { "NI \($0.number)" },
            Column("Title") { "\($0.title) \(Self.mark($0.isTitleVerified))" },
            Column("What is counted") { one in
                "\(one.definition ?? "Not held") \(Self.mark(one.isDefinitionVerified))"
            },
            .text("Better") { $0.good.rawValue }, .text("How often") { $0.frequency },
            .text("Today") { $0.today ?? "" },
            Column("Its figures") { one in
                let ways: [HTML] = one.measures.compactMap { held[$0] }.map { measure in
                    "<li>\(request.way(measure.title, "/measures/\(measure.id)"))</li>"
                }
                return .when(!ways.isEmpty, "<ul class=\"govuk-list\">\(ways)</ul>")
            },
        ]
        return Page(
            title: "National indicators of 2008 to 2011",
            breadcrumbs: [Link("Home", request.link("/")), Link("Performance", request.link("/performance"))],
            wide: true,
            body: """
                \(Piece.paragraph("\(Self.lead)"))\
                \(GovUK.table(
                    caption: "National indicators", columns, NationalIndicator.all, captionHidden: true))\
                \(Piece.paragraph(request.way("As CSV", "/performance/national.csv")))
                """)
    }

    private static func mark(_ isVerified: Bool) -> HTML { .when(!isVerified, GovUK.tag("Not verified", .yellow)) }

    static var csv: [UInt8] {
        Web.csv(
            [
                "Number", "Title", "Title verified", "Counted", "Definition verified", "Better", "Frequency", "Today",
                "Measures",
            ],
            NationalIndicator.all.map { one in
                [
                    "NI \(one.number)", one.title, one.isTitleVerified ? "yes" : "no", one.definition ?? "",
                    one.isDefinitionVerified ? "yes" : "no", one.good.rawValue, one.frequency, one.today ?? "",
                    one.measures.map(\.text).joined(separator: " "),
                ]
            })
    }
}

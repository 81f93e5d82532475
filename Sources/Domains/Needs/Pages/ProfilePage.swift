import Doors
import Kernel
import Statistics
import Web

/// A place's measures against its statistical neighbours, its region and England.
struct ProfilePage {
    let profile: Profile
    /// Other places that figures are held of.
    let places: [StatisticalArea]
    let request: Request

    var page: Page {
        Page(
            title: "Needs: \(profile.place.name)", breadcrumbs: [Link("Home", request.link("/"))], wide: true,
            body: "\(introduction)\(choosing)\(topics)\(tables)\(files)")
    }

    private var introduction: HTML {
        let against = [
            profile.neighbours.map {
                "the mean of its \($0.codes.count) statistical neighbours (set of \($0.edition))"
            },
            profile.region.map(\.name), "England",
        ].compactMap(\.self).joined(separator: ", ")
        let neighbours: HTML = .when(
            !profile.neighbourNames.isEmpty,
            GovUK.details(
                "Statistical neighbours", Pieces.paragraph("\(profile.neighbourNames.joined(separator: ", ")).")))
        let until: HTML =
            request.until == nil
            ? "The newest figure of each measure that is held is shown, with its own time."
            : "The newest figure of each measure up to \(request.on) is shown, with its own time."
        return """
            \(Pieces.paragraph("Published figures for \(profile.place.name), each against \(against). \(until)"))\
            \(Pieces.paragraph(Pieces.counted))\(neighbours)
            """
    }

    private var choosing: HTML {
        GovUK.filterPanel(
            "/needs", title: "Another place", keeping: request.carried, clear: request.link("/needs"),
            GovUK.select(
                "place", label: "Place", places.map { GovUK.Choice($0.code.text, $0.name) },
                chosen: profile.place.code.text))
    }

    private var topics: HTML {
        let items: [HTML] = profile.topics.map { topic in
            topic.topic == profile.topic
                ? "<strong>\(topic.topic)</strong> (\(topic.count))"
                : "\(request.way(topic.topic, path(topic: topic.topic))) (\(topic.count))"
        }
        let all: HTML = .when(
            profile.topic != nil, Pieces.paragraph(request.way("All topics", path(topic: nil))))
        return Pieces.section("topics", "Topics", "\(Pieces.bullets(items))\(all)")
    }

    private var tables: HTML {
        let groups = Dictionary(grouping: profile.comparisons) { $0.measure.topic ?? "Other" }
        guard !groups.isEmpty else {
            return Pieces.paragraph("No figure is held of this place\(request.until == nil ? "" : " up to this day").")
        }
        let sections: [HTML] = groups.sorted { $0.key < $1.key }.enumerated().map { index, group in
            Pieces.section("topic-\(index + 1)", group.key, table(group.key, group.value))
        }
        return sections.joined()
    }

    private func table(_ title: String, _ rows: [Comparison]) -> HTML {
        let request = request, place = profile.place.code
        var columns: [Column<Comparison>] = [
            Column("Measure") { request.way($0.measure.title, "/measures/\($0.measure.id)?place=\(place)") },
            .text("Time") { $0.observation.label },
            Column("\(profile.place.name)", numeric: true) { Pieces.figure($0.observation, of: $0.measure) },
        ]
        for against in Comparison.Against.allCases where rows.contains(where: { $0.comparator(against) != nil }) {
            let name = against == .region ? profile.region?.name ?? against.words : against.words
            columns.append(Column(name, numeric: true) { "\($0.comparator(against)?.words)" })
        }
        let first: Comparison.Against = profile.neighbours == nil ? .country : .neighbours
        let words = first == .neighbours ? "neighbours" : "England"
        columns += [
            Column("Against \(words)") { comparison in
                Pieces.gap(comparison.comparator(first)?.gap, places: comparison.comparator(first)?.places ?? 1)
            },
            Column("Gap over time") { Pieces.change($0.comparator(first)) },
            Column("Rank") { comparison in
                let rank: HTML = "\(comparison.standing?.words ?? "Cannot tell")"
                let quarter: HTML? = comparison.standingOfAll.map { all in
                    ", \(all.words) authorities\(HTML.when(all.quarter != nil, ", quarter \(all.quarter ?? 0)"))"
                }
                return "\(rank)\(quarter)"
            },
        ]
        return GovUK.table(caption: title, columns, rows, captionHidden: true)
    }

    private var files: HTML {
        Pieces.section(
            "files", "As files, and more",
            Pieces.bullets([
                request.way("These figures (CSV)", "/needs.csv?place=\(profile.place.code)\(topicPart)"),
                request.way("These figures (JSON)", "/api/v1/needs?place=\(profile.place.code)\(topicPart)"),
                request.way("Every measure", "/measures"), request.way("Imports of figures", "/imports"),
            ]))
    }

    private var topicPart: String { profile.topic.map { "&topic=\(urlPart($0))" } ?? "" }

    private func path(topic: String?) -> String {
        "/needs?place=\(profile.place.code)" + (topic.map { "&topic=\(urlPart($0))" } ?? "")
    }
}

/// What stands where no figure is held yet.
struct NoNeedsPage {
    let request: Request

    var page: Page {
        Page(
            title: "Needs", breadcrumbs: [Link("Home", request.link("/"))],
            body: """
                \(Pieces.paragraph("No figures are held yet."))\
                \(Pieces.paragraph("Take in a file of published figures: \(request.way("imports", "/imports")), or"))\
                \(Pieces.paragraph("<code class=\"tc-code\">thinkchild import FILE --mapping NAME</code>"))
                """)
    }
}

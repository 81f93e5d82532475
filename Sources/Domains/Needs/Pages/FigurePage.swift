import Doors
import Kernel
import Records
import Web

/// One figure: of what, from what, when, by whom, and what it was before it was revised.
struct FigurePage {
    let measure: Measure
    let place: StatisticalArea?
    let series: Series
    let span: Span
    let versions: [(observation: Observation, source: ImportSummary)]
    /// Whether the asker may know who took an import.
    let showsWho: Bool
    let request: Request

    static func path(_ observation: Observation) -> String {
        let series = observation.series
        var path = "/measures/\(series.measure)/figure?place=\(series.place)&from=\(observation.span.from.description)"
        path += "&until=\(observation.span.until.description)"
        if series.breakdown != .all { path += "&part=\(urlPart(series.breakdown.text))" }
        return path
    }

    var page: Page {
        let label = versions.first?.observation.label ?? ""
        return Page(
            title: "\(measure.title): \(place?.name ?? series.place.text), \(label)",
            breadcrumbs: [
                Link("Home", request.link("/")), Link("Needs", request.link("/needs")),
                Link(measure.title, request.link("/measures/\(measure.id)?place=\(series.place)")),
            ],
            body: "\(summary)\(history)")
    }

    private var summary: HTML {
        guard let now = versions.first?.observation else { return .empty }
        var rows = [
            GovUK.SummaryRow("Figure", Pieces.figure(now, of: measure)),
            GovUK.SummaryRow("As published", "\(now.value.published)"),
            GovUK.SummaryRow("Time", "\(now.label): \(span.words)"),
            GovUK.SummaryRow("Place", "\(place?.name ?? "") \(series.place.text)"),
        ]
        if series.breakdown != .all { rows.append(GovUK.SummaryRow("Of", "\(series.breakdown.text)")) }
        if let part = now.numerator, let whole = now.denominator {
            let worked = Amount.share(part, of: whole, decimals: 1).map { ", which is \($0)%" } ?? ""
            rows.append(GovUK.SummaryRow("Worked out of", "\(part) of \(whole)\(worked)"))
        }
        return GovUK.summaryList(rows)
    }

    private var history: HTML {
        let measure = measure, request = request
        var columns: [Column<(observation: Observation, source: ImportSummary)>] = [
            .text("Taken") { Day(inEnglandAt: $0.source.at).long },
            Column("Figure", numeric: true) { Pieces.figure($0.observation, of: measure) },
            Column("From") { request.way($0.source.file, "/imports/\($0.source.number)") },
            .text("Through") { $0.source.mapping },
            .text("SHA-256 of the file") { String($0.source.digest.prefix(16)) },
        ]
        if showsWho { columns.append(.text("By") { $0.source.by }) }
        return Pieces.section(
            "versions", "What was said of it, the newest first",
            GovUK.table(caption: "Versions of this figure", columns, versions, captionHidden: true))
    }
}

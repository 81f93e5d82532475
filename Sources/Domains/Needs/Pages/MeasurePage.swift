import Doors
import Kernel
import Places
import Records
import Statistics
import Web

/// One measure: what it means, its figures for a place over time, and by ward where small areas are held.
struct MeasurePage {
    let view: MeasureView
    let map: ShadedMapPicture?
    let request: Request

    private var measure: Measure { view.measure }

    var page: Page {
        Page(
            title: measure.title, caption: measure.topic,
            breadcrumbs: [
                Link("Home", request.link("/")), Link("Needs", request.link("/needs")),
                Link("Measures", request.link("/measures")),
            ],
            wide: true, body: "\(summary)\(figures)\(wards)\(more)")
    }

    private var summary: HTML {
        var rows = [
            GovUK.SummaryRow("Which way is better", "\(measure.polarity.words)"),
            GovUK.SummaryRow("Unit", "\(measure.unit ?? "Not said")"),
            GovUK.SummaryRow("Publisher's code", "\(measure.code)"),
        ]
        for (label, field) in [
            ("Numerator", "numerator"), ("Denominator", "denominator"), ("Source", "collection"),
            ("Publisher", "publisher"),
            ("Licence", "licence"),
        ] {
            if let text = measure.record.text(field) { rows.append(GovUK.SummaryRow(label, "\(text)")) }
        }
        let definition: HTML? = measure.record.text("definition").map { Pieces.paragraph("\($0)") }
        let method: HTML? = measure.record.text("method").map {
            GovUK.details("How its publisher works it out", Pieces.paragraph("\($0)"))
        }
        return "\(definition)\(GovUK.summaryList(rows))\(method)"
    }

    private var figures: HTML {
        guard let place = view.place else {
            return Pieces.section(
                "figures", "Figures", Pieces.paragraph("No figure of a place larger than a small area is held."))
        }
        let measure = measure, request = request, view = view
        var columns: [Column<MeasureView.Time>] = [
            Column("Time") { time in
                guard let own = time.own else { return "\(time.label)" }
                return request.way(time.label, FigurePage.path(own), about: "where it is from")
            },
            Column(place.name, numeric: true) { Pieces.figure($0.own, of: measure) },
        ]
        if view.times.contains(where: { $0.neighbours != nil }) {
            columns.append(
                Column("Mean of neighbours", numeric: true) { time in
                    let places = measure.places(beside: time.own?.value)
                    return "\(time.neighbours.map { measure.words(of: $0, places: places) } ?? "Cannot tell")"
                })
        }
        if let region = view.region {
            columns.append(Column(region.name, numeric: true) { Pieces.figure($0.region, of: measure) })
        }
        if place.code != .england {
            columns.append(Column("England", numeric: true) { Pieces.figure($0.country, of: measure) })
            let other = view.against == .neighbours ? "the mean of neighbours" : "England"
            columns.append(
                Column("Gap to \(other)") { time in
                    Pieces.gap(time.gap, places: measure.places(beside: time.own?.value))
                })
        }
        let choosing = GovUK.filterPanel(
            "/measures/\(measure.id)", title: "Another place", keeping: request.carried,
            GovUK.select(
                "place", label: "Place", view.places.map { GovUK.Choice($0.code.text, $0.name) },
                chosen: place.code.text))
        return Pieces.section(
            "figures", "Figures for \(place.name)",
            "\(choosing)\(GovUK.table(caption: "\(measure.title), \(place.name)", columns, view.times))")
    }

    private var wards: HTML {
        guard let carried = view.carried else { return .empty }
        let picture = ShadedWards(carried, map: map, request: request)
        return Pieces.section("wards", "By ward", "\(picture.svg?.html)\(picture.table)\(picture.notes)")
    }

    private var more: HTML {
        let place = view.place.map { "?place=\($0.code)" } ?? ""
        var items = [
            request.way("These figures (CSV)", "/measures/\(measure.id)/figures.csv\(place)"),
            request.way("These figures (JSON)", "/api/v1/measures/\(measure.id)/figures\(place)"),
        ]
        if view.carried != nil {
            items.append(request.way("By ward (CSV)", "/measures/\(measure.id)/areas.csv"))
            items.append(request.way("Map (SVG)", "/measures/\(measure.id)/map.svg"))
        }
        items.append(request.way("The record of this measure", "/records/measures/\(measure.id)"))
        return Pieces.section("files", "As files, and more", Pieces.bullets(items))
    }
}

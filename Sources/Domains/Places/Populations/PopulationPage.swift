import Doors
import Kernel
import Web

/// The people of an area by age band: a part of its page.
struct PopulationPage {
    let view: AreaView
    let request: Request

    var section: HTML { Pieces.section("population", "Population", "\(said)\(table)\(file)") }

    /// Whether there is a figure for the day; if not, that there is none: another year's is not offered as if it were.
    private var said: HTML {
        let year = request.on.year
        guard !view.population.counts.isEmpty else {
            return Pieces.paragraph("No population is held for the wards of this area.")
        }
        if let count = view.population.count(for: request.on) {
            return Pieces.paragraph("The estimate for \(year) is of \(count.day).")
        }
        let held = view.population.counts.map(\.day.long).joined(separator: " and ")
        return Pieces.paragraph(
            "No population is held for \(year). Estimates are held for \(held), and stand below as what they are.")
    }

    private var table: HTML {
        guard !view.population.counts.isEmpty else { return .empty }
        let columns: [Column<AgeBand>] =
            [Column("Age") { "\($0.words)" }]
            + view.population.counts.map { count in .number(count.day.long) { count.total($0) } }
        let titles = view.population.counts.map(\.title).joined(separator: "; ")
        return """
            \(GovUK.table(caption: "People by age", columns, AgeBand.all))\
            \(Pieces.paragraph("\(boundaries) Source: \(titles)."))
            """
    }

    /// On whose boundaries the figures are.
    private var boundaries: HTML {
        let population = view.population
        let missing: HTML = .when(
            population.wardsWithFigures < population.wards,
            " \(population.wards - population.wardsWithFigures) of its wards have no figures, and are not in the sum.")
        switch view.area.type {
        case "ward": return "Summed over the small areas that best fit this ward's own boundary.\(missing)"
        case "city": return "Summed over every small area of the city.\(missing)"
        default:
            return
                "Summed over the \(population.wards) wards within it on \(request.on), on their boundaries.\(missing)"
        }
    }

    private var file: HTML {
        .when(
            !view.population.counts.isEmpty,
            Pieces.bullets([request.way("Population by age (CSV)", "/places/\(view.id)/population.csv")]))
    }
}

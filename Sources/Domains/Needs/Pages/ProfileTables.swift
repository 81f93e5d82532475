import Kernel
import Statistics

/// A profile as rows of text, for CSV.
enum ProfileTables {
    static let heading = [
        "measure", "code", "title", "topic", "unit", "polarity", "time", "from", "until", "value", "mark", "neighbours",
        "region", "england", "rank", "of", "gap_to_neighbours", "gap_to_england", "source",
    ]

    static func rows(_ profile: Profile) -> [[String]] {
        profile.comparisons.map { comparison in
            let (measure, observation) = (comparison.measure, comparison.observation)
            func number(_ value: Double?) -> String { value.map { figureText($0, places: 4) } ?? "" }
            func value(_ against: Comparison.Against) -> String { number(comparison.comparator(against)?.value) }
            return [
                measure.id.text, measure.code, measure.title, measure.topic ?? "", measure.unit ?? "",
                measure.polarity.rawValue, observation.label, observation.span.from.description,
                observation.span.until.description, observation.value.amount?.description ?? "",
                observation.value.mark?.meaning.rawValue ?? "", value(.neighbours), value(.region), value(.country),
                comparison.standing.map { "\($0.rank)" } ?? "", comparison.standing.map { "\($0.of)" } ?? "",
                number(comparison.comparator(.neighbours)?.gap?.size),
                number(comparison.comparator(.country)?.gap?.size), "\(observation.source)",
            ]
        }
    }

    static let figureHeading = [
        "measure", "place", "part", "time", "from", "until", "value", "mark", "numerator", "denominator", "import",
    ]

    static func rows(_ observations: [Observation]) -> [[String]] {
        observations.map { observation in
            [
                observation.series.measure.text, observation.series.place.text, observation.series.breakdown.text,
                observation.label, observation.span.from.description, observation.span.until.description,
                observation.value.amount?.description ?? "", observation.value.mark?.meaning.rawValue ?? "",
                observation.numerator.map(String.init) ?? "", observation.denominator.map(String.init) ?? "",
                "\(observation.source)",
            ]
        }
    }

    static let wardHeading = [
        "area", "name", "type", "value", "percent", "people", "small_areas", "with_figure", "time", "wards_on",
    ]

    /// Those that cannot be told stand at the end, without a figure.
    static func rows(_ carried: CarryUp) -> [[String]] {
        let untold = carried.untold.map { area in
            [area.id.text, area.name, area.type, "", "", "", "", "", carried.label, carried.wardDay.description]
        }
        let told = carried.areas.map { area in
            [
                area.id.text, area.name, area.type,
                area.value.map { figureText($0, places: 4) } ?? Mark.Meaning.suppressed.rawValue,
                area.percent.map { figureText($0, places: 1) } ?? "", area.people.map(String.init) ?? "",
                "\(area.smallAreas)", "\(area.withFigure)", carried.label, carried.wardDay.description,
            ]
        }
        return told + untold
    }
}

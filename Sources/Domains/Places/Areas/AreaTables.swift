import Kernel

/// The tables of this room as rows of text, for CSV.
enum AreaTables {
    static let areaHeading = ["id", "name", "type", "code", "within", "committee_area", "wedge", "certain"]

    static func areas(_ areas: [AreaSummary], in tree: AreaTree) -> [[String]] {
        areas.map { area in
            [
                area.id.text, area.name, area.type, area.code ?? "", tree.nodes[area.id]?.within?.text ?? "",
                tree.ancestor("committee-area", of: area.id)?.name ?? "",
                tree.ancestor("wedge", of: area.id)?.name ?? "",
                area.isCertain ? "yes" : "unknown",
            ]
        }
    }

    static let populationHeading = ["area", "on", "age", "persons", "source"]

    /// A row for each single year of age; 90 stands for 90 and over.
    static func population(_ population: Population, of area: ID<Area>) -> [[String]] {
        population.counts.flatMap { count in
            count.persons.enumerated().map { age, persons in
                let words = age == PopulationTable.oldest ? "\(age)+" : "\(age)"
                return [area.text, count.day.description, words, "\(persons)", count.title]
            }
        }
    }

    static let tallyHeading = ["type", "open", "may_have_been_open", "closed", "not_yet_open", "held"]

    static func tally(_ tally: SettingTally) -> [[String]] {
        tally.rows.map { row in
            [row.words] + OpenState.allCases.map { "\(row.count($0))" } + ["\(row.total)"]
        }
    }

    static let settingHeading = [
        "id", "name", "urn", "type", "register_type", "low_age", "high_age", "ward", "small_area", "postcode", "from",
        "until",
        "as_at", "state", "note",
    ]

    static func settings(_ lines: [SettingLine], names: AreaNames) -> [[String]] {
        lines.map { line in
            let period = line.period
            return [
                line.id.text, line.name, line.urn ?? "", line.type, line.registerType ?? "",
                line.lowAge.map(String.init) ?? "", line.highAge.map(String.init) ?? "", names[line.ward]?.name ?? "",
                line.smallArea ?? "", line.postcode ?? "", period.from?.description ?? "",
                period.until?.description ?? "",
                period.attested?.description ?? "", line.state.rawValue, line.note ?? "",
            ]
        }
    }
}

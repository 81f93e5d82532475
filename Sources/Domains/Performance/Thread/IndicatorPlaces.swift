import Arrangements
import Kernel
import Needs
import Partners
import Places
import Records

/// Where indicators' figures stand: the place that each is of and, where small areas' figures are held, the wards.
struct IndicatorPlaces {
    private let reading: DayBook
    private let figures: ScorecardFigures
    /// Areas by the code that figures are published under.
    private let areas: [String: Area]

    /// Nil where there are no figures to read: in a scenario, which is of arrangements.
    init?(_ indicators: [Indicator], seen: PerformanceSight, in reading: DayBook) throws {
        guard let tx = (reading.shelf as? RecordShelf)?.tx else { return nil }
        self.reading = reading
        figures = try ScorecardFigures.read(indicators, [], seen: seen, on: reading.on, tx)
        var areas: [String: Area] = [:]
        for code in Set(indicators.map(\.place.text)) {
            areas[code] = try reading.shelf.records(of: Area.kind, where: "code", is: code).last.map(Area.init)
        }
        self.areas = areas
    }

    /// The places of one indicator, and who answers there.
    /// - Parameter wanted: areas whose figures are given whatever they are.
    func links(_ one: Indicator, from here: ThreadLink.End, wanted: Set<String>) throws -> [ThreadLink] {
        var links: [ThreadLink] = []
        let sources = one.record.sources, carried = figures.carried[one.measure]
        let unit = carried?.unit == "%" ? "%" : ""
        let measure = try reading.shelf.versions(of: one.measure.text).last.map(Measure.init)
        func stands(_ value: Published, _ label: String, _ unit: String) -> String {
            value.amount == nil
                ? "is \(value.words.lowercased()) (\(label)) in" : "is \(value.words)\(unit) (\(label)) in"
        }
        if let area = areas[one.place.text], let latest = figures[one, one.place].last {
            let isCarried = figures.isCarried(one, in: one.place)
            let value = isCarried ? latest.value : measure?.shown(latest.value) ?? latest.value
            let what = stands(value, latest.label, isCarried ? unit : "")
            links.append(ThreadLink(from: here, to: end(area.id, area.name), what, sources: sources))
        }
        guard let carried else { return links }
        let wards = carried.wards(by: one.polarity(by: measure))
        let shown = wards.prefix(IndicatorLinks.wardsShown).map(\.area.text)
        let lines = carried.lines.filter { line in
            line.type != "city" && (wanted.contains(line.area.text) || shown.contains(line.area.text))
        }
        let owner = try one.owner.flatMap { try reading.subject($0.text) }
        for ward in lines {
            let there = end(ward.area, ward.name)
            links.append(
                ThreadLink(
                    from: here, to: there, stands(ward.value, carried.label, unit), area: ward.area.text,
                    sources: sources))
            guard let owner else { continue }
            links.append(
                ThreadLink(
                    from: there, to: .init(owner, .post), "has its figure answered for by", area: ward.area.text,
                    sources: sources))
        }
        return links
    }

    private func end(_ id: ID<Area>, _ name: String) -> ThreadLink.End {
        ThreadLink.End(Subject(kind: Area.kind.name, id: id.text, name: name), .place)
    }
}

import Kernel
import Places
import Records
import Statistics
import Store

/// Everything the page of one measure says of a place.
struct MeasureView: Sendable {
    /// One time, with whatever is held of it.
    struct Time: Sendable {
        let label: String
        let own: Observation?
        let neighbours: Double?
        let region: Observation?
        let country: Observation?
        /// Against what the view is held against, at the same time.
        let gap: Gap?
    }

    let measure: Measure
    let place: StatisticalArea?
    let region: StatisticalArea?
    let places: [StatisticalArea]
    /// The newest first.
    let times: [Time]
    /// What every gap of the table is to: the mean of neighbours where there is any, otherwise the country.
    let against: Comparison.Against
    let carried: CarryUp?

    /// - Parameter isWhole: Whether the reader sees what is worked out of small counts (rule NE-17).
    /// - Throws: `Refusal.notFound` when there is no such measure.
    init(
        _ id: ID<Measure>, place code: PlaceCode?, until: Day?, isWhole: Bool = false, on day: Day, in tx: Transaction
    ) throws {
        guard let measure = try tx.measure(id) else { throw Refusal.notFound }
        self.measure = measure
        let places = try tx.places(of: id)
        self.places = places
        let usual = try tx.usualPlace()
        let chosen = places.first { $0.code == code } ?? places.first { $0.code == usual } ?? places.first
        self.place = chosen
        carried = try CarryUp(id, until: until, in: tx, on: day)
        guard let place = chosen else {
            (self.region, times, against) = (nil, [], .country)
            return
        }
        let region = try place.within.flatMap { try tx.statisticalArea($0) }.flatMap {
            $0.level == .region ? $0 : nil
        }
        self.region = region
        let neighbours = try tx.neighbours(of: place.code)?.codes ?? []
        let codes = [place.code, .england] + neighbours + [region?.code].compactMap(\.self)
        let figures = try tx.observations(of: [id], in: codes).mapValues { observations in
            observations.filter { observation in until.map { observation.span.until <= $0 } ?? true }
                .map { $0.shown(isWhole: isWhole) }
        }
        func at(_ code: PlaceCode?, _ span: Span) -> Observation? {
            code.flatMap { figures[Series(id, in: $0)]?.last { $0.span == span } }
        }
        let spans = Set(figures.values.flatMap { $0.map(\.span) }).sorted(by: >)
        func meanOfNeighbours(_ span: Span) -> Double? {
            let others = neighbours.compactMap { at($0, span)?.value.amount?.double }
            return others.isEmpty ? nil : others.reduce(0, +) / Double(others.count)
        }
        let isAgainstNeighbours = spans.contains { meanOfNeighbours($0) != nil }
        against = isAgainstNeighbours ? .neighbours : .country
        times = spans.map { span in
            let own = at(place.code, span), country = place.code == .england ? nil : at(.england, span)
            let mean = meanOfNeighbours(span), against = isAgainstNeighbours ? mean : country?.value.amount?.double
            return Time(
                label: (own ?? country ?? at(region?.code, span))?.label ?? span.words, own: own, neighbours: mean,
                region: at(region?.code, span), country: country,
                gap: Gap(of: own?.value.amount?.double, against: against, by: measure.statisticalPolarity))
        }
    }
}

extension Transaction {
    /// The places that figures of a measure are held of; small areas only where there is nothing larger.
    func places(of measure: ID<Measure>) throws -> [StatisticalArea] {
        let all = try rows(
            """
            SELECT DISTINCT a.code, a.name, a.level, a.old_code, a.within FROM needs_series s
            JOIN needs_area a ON a.code = s.area
            WHERE s.measure = \(measure) AND a.level <> 'small-area' AND \(sql: Series.isTaken)
            ORDER BY a.name
            """
        ).map { StatisticalArea($0) }
        return all
    }

    /// The places that a profile can be made of, by name: authorities, regions, countries.
    func placesWithFigures() throws -> [StatisticalArea] {
        try rows(
            """
            SELECT code, name, level, old_code, within FROM needs_area
            WHERE level <> 'small-area'
                AND EXISTS (SELECT 1 FROM needs_series s WHERE s.area = code AND \(sql: Series.isTaken))
            ORDER BY name
            """
        ).map { StatisticalArea($0) }
    }

    /// The authority whose city this is: that of the code that its city has in Places.
    func usualPlace() throws -> PlaceCode? {
        try areasShelf.records(of: Area.kind, where: "type", is: "city").compactMap { $0.text("code") }.first.map {
            PlaceCode($0)
        }
    }
}

import Kernel
import Places
import Records
import Statistics
import Store

/// Figures of small areas carried up to wards, committees' areas, wedges and the city, by a look-up whose days are said
/// (rule NE-14).
struct CarryUp: Sendable {
    /// What the small areas of one larger area come to.
    struct Area: Sendable, Equatable {
        let id: ID<Places.Area>
        let name: String
        let type: String
        /// As it is published; nil for an area that has none.
        let code: String?
        /// The sum of a count, or the weighted mean of a rate; nil where it is withheld (rule NE-16).
        let value: Double?
        /// Of a count with something to divide by: so many of a hundred.
        let percent: Double?
        /// The people that divide or weigh it; nil where none do, or their number is withheld.
        let people: Int?
        /// How many small areas lie in it, and how many of them have a figure.
        let smallAreas: Int
        let withFigure: Int
    }

    let measure: Measure
    let span: Span
    let label: String
    /// Of the day and its wards.
    let areas: [Area]
    /// Those that have figures below them, and what they come to cannot be told: the people of some are not known.
    let untold: [AreaSummary]
    let wardDay: Day
    let period: Period
    /// The day that the people are of; nil where nothing divides or weighs.
    let peopleOn: Day?
    /// Small areas with a figure that the look-up does not know, which are in no sum.
    let unplaced: Int
    /// The import that brought them, or the last of several.
    let source: Int
    /// Everything, whether the look-up knows it or not.
    let whole: Double

    /// The smallest sum that is shown, other than none at all (`NIS-04`).
    static let smallest = 10
    /// People of another year are used only within so many years, and it is said.
    static let yearsApartMax = 5

    /// Nil when the measure is not to be carried up, or no figure of a small area is held, or no look-up.
    /// - Parameter until: A day: figures of times that end after it are left out. Nil for all that are held.
    init?(_ id: ID<Measure>, until: Day? = nil, in tx: Transaction, on day: Day) throws {
        guard let record = try tx.needsShelf.versions(of: id.text).last, record.kind.name == Measure.kind.name else {
            return nil
        }
        measure = Measure(record)
        guard measure.carriedUp != .not else { return nil }
        let all = try tx.smallAreaFigures(of: id, until: until)
        guard let span = all.values.map(\.span).max() else { return nil }
        let figures = all.filter { $0.value.span == span }
        guard let lookUp = try SmallAreaLookUp(tx, on: span.from), let some = figures.values.first else { return nil }
        (self.span, label, period) = (span, some.label, lookUp.period)
        wardDay = lookUp.day(nearest: day)
        let people = try tx.people(for: measure, near: span)
        peopleOn = people?.on
        let tree = try AreaTree(tx.areasShelf, on: wardDay)
        let sums = SmallAreaSums(figures.compactMapValues(\.value.amount), people?.counts, measure.carriedUp)
        let larger = ["city", "wedge", "committee-area", "ward"].flatMap(tree.all).map { area in
            (area: area, codes: tree.wards(within: area.id).flatMap { lookUp.codes[$0.id, default: []] })
        }
        let carried = larger.compactMap { sums.area($0.area, $0.codes) }
        let told = Set(carried.map(\.id))
        untold = larger.filter { !told.contains($0.area.id) && sums.hasFigure($0.codes) }.map { $0.area }
        areas = try CarryUp.guarded(carried, in: tree, measure.carriedUp)
        source = figures.values.map(\.source).max() ?? some.source
        unplaced = figures.keys.count { lookUp.ward(of: $0) == nil }
        whole = figures.values.compactMap(\.value.amount?.double).reduce(0, +)
    }

    func all(_ type: String) -> [Area] { areas.filter { $0.type == type } }
}

/// Sums figures of small areas, or weighs them.
private struct SmallAreaSums {
    private let figures: [String: Amount]
    private let people: [String: Int]?
    private let way: Measure.CarriedUp

    init(_ figures: [String: Amount], _ people: [String: Int]?, _ way: Measure.CarriedUp) {
        (self.figures, self.people, self.way) = (figures, people, way)
    }

    func hasFigure(_ codes: [String]) -> Bool { codes.contains { figures[$0] != nil } }

    /// Nil without a figure; and where the people that would weigh it are not all known, or it is past all bounds.
    func area(_ area: AreaSummary, _ codes: [String]) -> CarryUp.Area? {
        let held = codes.filter { figures[$0] != nil }
        guard !held.isEmpty else { return nil }
        // What divides a sum is the people of the small areas in it, and of no others.
        let known = people.map { people in held.compactMap { people[$0] } }
        let total = known.flatMap { $0.count == held.count ? $0.sum : nil }
        let value: Double
        switch way {
        case .summed: value = held.reduce(0) { $0 + (figures[$1]?.double ?? 0) }
        case .weighted:
            guard let people, let total, total > 0 else { return nil }
            value =
                held.reduce(0) { $0 + (figures[$1]?.double ?? 0) * Double(people[$1] ?? 0) } / Double(total)
        case .not: return nil
        }
        guard abs(value) <= Amount.sizeMax else { return nil }
        let percent = way == .summed ? total.flatMap { $0 > 0 ? value * 100 / Double($0) : nil } : nil
        return CarryUp.Area(
            id: area.id, name: area.name, type: area.type, code: area.code, value: value, percent: percent,
            people: total, smallAreas: codes.count, withFigure: held.count)
    }
}

extension CarryUp {
    /// Withholds every sum that is small, and with it as many others as it takes that no area's figures give it away
    /// (`NIS-04`).
    fileprivate static func guarded(
        _ areas: [Area], in tree: AreaTree, _ way: Measure.CarriedUp
    ) throws(Refusal) -> [Area] {
        let held = Set(areas.map(\.id))
        func hidden(_ count: (Area) -> Int?) throws(Refusal) -> Set<String> {
            let lines = areas.map { area in
                let above = tree.ancestors(of: area.id).first { held.contains($0.id) }
                let most = min(max(0, count(area) ?? 0), GuardedTable.countMax)
                return (name: area.id.text, within: above?.id.text, count: most)
            }
            return try GuardedTree(lines).hidden(below: smallest)
        }
        let people = try hidden { $0.people }
        let sums = try hidden { area in area.value.map { Int($0.rounded()) } }
        // Where nearly everybody is counted, the sum tells the few who are not.
        let rest = try hidden { area in
            guard let people = area.people, let value = area.value else { return nil }
            return people - Int(value.rounded())
        }
        let values = way == .summed ? sums.union(rest) : people
        return areas.map { area in
            let hidesPeople = people.contains(area.id.text), hidesValue = values.contains(area.id.text)
            return Area(
                id: area.id, name: area.name, type: area.type, code: area.code, value: hidesValue ? nil : area.value,
                percent: hidesValue || hidesPeople ? nil : area.percent, people: hidesPeople ? nil : area.people,
                smallAreas: area.smallAreas, withFigure: area.withFigure)
        }
    }
}

extension Transaction {
    /// The last figure of each small area, by its code; of times that ended by a day, if one is given.
    func smallAreaFigures(of measure: ID<Measure>, until: Day? = nil) throws -> [String: Observation] {
        let found = try latestVersions(
            where: """
                s.measure = \(measure) AND s.breakdown = ''
                AND s.area IN (SELECT code FROM needs_area WHERE level = 'small-area')
                """, asKnown: nil)
        var figures: [String: Observation] = [:]
        for (series, observations) in found {
            figures[series.place.text] = observations.last { each in until.map { each.span.until <= $0 } ?? true }
        }
        return figures
    }

    /// The people that divide a measure, by small area, of the day nearest to its own.
    fileprivate func people(for measure: Measure, near span: Span) throws -> (on: Day, counts: [String: Int])? {
        guard let divisor = measure.dividedBy else { return nil }
        let parts = measure.ages.map { $0.flatMap { ["Age \($0)", "Age \($0)+"] } } ?? [""]
        // Of small areas only: one figure of the whole city is no reason to take its year.
        let days = try rows(
            """
            SELECT DISTINCT p.from_day, p.until_day FROM needs_series s
            JOIN needs_observation o ON o.series = s.id JOIN needs_period p ON p.id = o.period
            JOIN needs_import i ON i.number = o.source JOIN needs_area a ON a.code = s.area
            WHERE s.measure = \(divisor) AND i.taken_at IS NOT NULL AND a.level = 'small-area'
                AND s.breakdown IN \(list: parts)
            """
        ).map { Span(trusting: $0.day(0), $0.day(1)) }
        let near = days.min {
            (abs($0.from.year - span.from.year), $0.from) < (abs($1.from.year - span.from.year), $1.from)
        }
        guard let near, abs(near.from.year - span.from.year) <= CarryUp.yearsApartMax else { return nil }
        let condition: SQL = """
            s.measure = \(divisor) AND p.from_day = \(near.from) AND p.until_day = \(near.until)
            AND s.breakdown IN \(list: parts)
            """
        var counts: [String: [String: Int]] = [:]
        for (series, observations) in try latestVersions(where: condition, asKnown: nil) {
            guard let amount = observations.last?.value.amount else { continue }
            counts[series.place.text, default: [:]][series.breakdown.text] = Int(amount.rounded(to: 0).mantissa)
        }
        return (near.from, counts.compactMapValues { measure.people($0) })
    }
}

extension Measure {
    /// The people of the ages that it is a share of, by what each part of them is called; nil unless every age has a
    /// number: one that is withheld is not nought. `Age 90+` is everybody from 90.
    func people(_ parts: [String: Int]) -> Int? {
        guard let ages else { return parts[""] }
        var counted: [Int] = []
        for age in ages {
            if let count = parts["Age \(age)"] {
                counted.append(count)
            } else if let count = parts["Age \(age)+"], ages.upperBound == Measure.ageMax {
                counted.append(count)
                break
            } else {
                return nil
            }
        }
        return counted.sum
    }
}

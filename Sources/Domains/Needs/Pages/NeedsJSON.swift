import Foundation
import Kernel
import Statistics

/// One figure: in `GET /api/v1/measures/{measure}/figures` and wherever a figure stands.
struct FigureJSON: Encodable {
    let time: String
    let from: Day
    let until: Day
    /// Exactly as published; absent where a mark stands instead.
    let value: String?
    /// What the publisher's mark means.
    let mark: String?
    let numerator: Int?
    let denominator: Int?
    /// The import that brought it.
    let source: Int

    enum CodingKeys: String, CodingKey {
        case time, from, until, value, mark, numerator, denominator
        case source = "import"
    }

    init(_ observation: Observation) {
        (time, from, until) = (observation.label, observation.span.from, observation.span.until)
        value = observation.value.amount?.description
        mark = observation.value.mark?.meaning.rawValue
        (numerator, denominator) = (observation.numerator, observation.denominator)
        source = observation.source
    }
}

/// The figures of one measure for one place.
struct FiguresJSON: Encodable {
    /// What it is made of.
    typealias Parts = (measure: Measure, place: PlaceCode, observations: [Observation])

    let measure: ID<Measure>
    let title: String
    let unit: String?
    let polarity: String
    let place: String
    let figures: [FigureJSON]

    init(_ measure: Measure, _ place: PlaceCode, _ observations: [Observation]) {
        (self.measure, title, unit) = (measure.id, measure.title, measure.unit)
        polarity = measure.polarity.rawValue
        self.place = place.text
        figures = observations.map(FigureJSON.init)
    }
}

/// A place's measures: the body of `GET /api/v1/needs`.
struct ProfileJSON: Encodable {
    /// One measure beside what it is held against.
    struct Line: Encodable {
        let measure: ID<Measure>
        let title: String
        let topic: String?
        let unit: String?
        let polarity: String
        let figure: FigureJSON
        let against: [Comparator]
        let rank: Int?
        let of: Int?
        let quarter: Int?
    }

    /// One of those that it is held against, at the same time.
    struct Comparator: Encodable {
        let who: String
        let value: Double?
        let gap: Double?
        /// `better`, `worse` or `neither`.
        let meaning: String?
        /// Since the first time that both have: less than nothing where the gap narrowed.
        let change: Double?
        let since: String?
    }

    let place: String
    let name: String
    let neighbours: [String]
    let topic: String?
    let measures: [Line]

    init(_ profile: Profile) {
        (place, name, topic) = (profile.place.code.text, profile.place.name, profile.topic)
        neighbours = (profile.neighbours?.codes ?? []).map(\.text)
        measures = profile.comparisons.map(Line.init)
    }
}

extension ProfileJSON.Line {
    init(_ comparison: Comparison) {
        let measure = comparison.measure
        (self.measure, title, topic, unit) = (measure.id, measure.title, measure.topic, measure.unit)
        polarity = measure.polarity.rawValue
        figure = FigureJSON(comparison.observation)
        against = comparison.comparators.map(ProfileJSON.Comparator.init)
        (rank, of, quarter) = (comparison.standing?.rank, comparison.standing?.of, comparison.standing?.quarter)
    }
}

extension Double {
    /// Without the tail that a binary fraction leaves, six places at most.
    fileprivate var readable: Double { (self * 1_000_000).rounded() / 1_000_000 }
}

extension ProfileJSON.Comparator {
    init(_ comparator: Comparison.Comparator) {
        who = comparator.against.rawValue
        (value, gap, since) = (comparator.value?.readable, comparator.gap?.size.readable, comparator.since)
        meaning =
            switch comparator.gap?.rounded(to: comparator.places).meaning {
            case .improvement: "better"
            case .concern: "worse"
            case .neither: "neither"
            case nil: nil
            }
        change =
            switch comparator.change {
            case .narrowed(let by): -by.readable
            case .widened(let by): by.readable
            case .same: 0
            case nil: nil
            }
    }
}

/// What small areas come to, carried up: the body of `GET /api/v1/measures/{measure}/areas`.
struct CarryUpJSON: Encodable {
    /// One larger area.
    struct Line: Encodable {
        let area: String
        let name: String
        let type: String
        /// Absent where it is withheld.
        let value: Double?
        let isWithheld: Bool
        let percent: Double?
        let people: Int?
        let smallAreas: Int
        let withFigure: Int

        enum CodingKeys: String, CodingKey {
            case area, name, type, value, percent, people
            case isWithheld = "withheld"
            case smallAreas = "small-areas"
            case withFigure = "with-figure"
        }
    }

    let measure: ID<Measure>
    let time: String
    let wardsOn: Day
    let peopleOn: Day?
    let unplaced: Int
    /// Areas with figures below them that cannot be told.
    let untold: [String]
    let areas: [Line]

    enum CodingKeys: String, CodingKey {
        case measure, time, unplaced, areas
        case untold = "cannot-tell"
        case wardsOn = "wards-on"
        case peopleOn = "people-on"
    }

    init(_ carried: CarryUp) {
        (measure, time, wardsOn) = (carried.measure.id, carried.label, carried.wardDay)
        (peopleOn, unplaced) = (carried.peopleOn, carried.unplaced)
        untold = carried.untold.map(\.id.text)
        areas = carried.areas.map { area in
            Line(
                area: area.id.text, name: area.name, type: area.type, value: area.value,
                isWithheld: area.value == nil, percent: area.percent, people: area.people, smallAreas: area.smallAreas,
                withFigure: area.withFigure)
        }
    }
}

extension Encodable {
    /// The value as JSON, its keys in order, so that one value is always the same bytes.
    func jsonBytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }
}

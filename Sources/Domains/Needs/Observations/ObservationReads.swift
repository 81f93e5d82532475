public import Foundation
public import Kernel
public import Store

extension Transaction {
    /// The figures of one measure for one place, first to last: of each time the one that was brought last.
    /// - Parameter asKnown: A moment; what was brought after it is left out.
    public func observations(
        of measure: ID<Measure>, in place: PlaceCode, _ breakdown: Breakdown = .all, asKnown: Date? = nil
    ) throws -> [Observation] {
        try observations(of: [measure], in: [place], breakdown, asKnown: asKnown)[
            Series(measure, in: place, breakdown), default: []]
    }

    /// The figures of some measures for some places, by series, first to last; a series without any is left out.
    /// - Parameter from: A day; figures of times that end on it or before are left out.
    public func observations(
        of measures: [ID<Measure>], in places: [PlaceCode], _ breakdown: Breakdown? = .all, from: Day? = nil,
        asKnown: Date? = nil
    ) throws -> [Series: [Observation]] {
        var condition: SQL = "s.measure IN \(list: measures) AND s.area IN \(list: places.map(\.text))"
        if let breakdown { condition += " AND s.breakdown = \(breakdown.text)" }
        if let from { condition += " AND p.until_day > \(from)" }
        return try latestVersions(where: condition, asKnown: asKnown)
    }

    /// The last figure of a measure for a place, marks counted as what they are.
    public func latest(
        of measure: ID<Measure>, in place: PlaceCode, _ breakdown: Breakdown = .all, asKnown: Date? = nil
    ) throws -> Observation? {
        try observations(of: measure, in: place, breakdown, asKnown: asKnown).last
    }

    /// Every version of one figure, the newest first, each with the import that brought it: what it was before it was
    /// revised.
    public func versions(of series: Series, over span: Span) throws -> [(
        observation: Observation, source: ImportSummary
    )] {
        var found: [(Observation, ImportSummary)] = []
        try each(
            """
            SELECT \(sql: Observation.columns), \(sql: ImportSummary.columns)
            \(sql: Observation.tables)
            WHERE s.measure = \(series.measure) AND s.area = \(series.place.text)
                AND s.breakdown = \(series.breakdown.text)
                AND p.from_day = \(span.from) AND p.until_day = \(span.until) AND i.taken_at IS NOT NULL
            ORDER BY i.number DESC
            """
        ) { row in found.append((Observation(row), ImportSummary(row, from: Observation.columnCount))) }
        return found
    }

    /// An import that was taken; nil when there is none of the number.
    public func importSummary(_ number: Int) throws -> ImportSummary? {
        try one(
            """
            SELECT \(sql: ImportSummary.columns) FROM needs_import i
            WHERE i.number = \(number) AND i.taken_at IS NOT NULL
            """
        ).map { ImportSummary($0, from: 0) }
    }

    func latestVersions(where condition: SQL, asKnown: Date?) throws -> [Series: [Observation]] {
        let known: SQL = asKnown.map { "AND i.taken_at <= \($0)" } ?? ""
        var found: [Series: [Observation]] = [:], number: Int?, all: [Observation] = []
        try each(
            """
            SELECT \(sql: Observation.columns), s.id \(sql: Observation.tables)
            WHERE \(sql: condition) AND i.taken_at IS NOT NULL \(sql: known)
            ORDER BY s.id, p.until_day, p.from_day, o.source
            """
        ) { row in
            // The rows of one series stand together; of each time too, the last brought last.
            let next = row.integer(Observation.columnCount)
            if next != number, let series = all.first?.series {
                found[series] = all
                all = []
            }
            number = next
            let observation = Observation(row, of: all.first?.series)
            if all.last?.span == observation.span { all.removeLast() }
            all.append(observation)
        }
        if let series = all.first?.series { found[series] = all }
        return found
    }
}

extension Series {
    /// Of a row `s` of `needs_series`: that some figure of it was taken. One that is only staged has rows there too.
    static let isTaken: SQL = """
        EXISTS (
            SELECT 1 FROM needs_observation o JOIN needs_import i ON i.number = o.source
            WHERE o.series = s.id AND i.taken_at IS NOT NULL)
        """
}

extension Observation {
    static let columns: SQL = """
        s.measure, s.area, s.breakdown, p.from_day, p.until_day, o.label, o.mantissa, o.decimals, o.mark, o.meaning,
        o.numerator, o.denominator, o.source
        """
    static let columnCount = 13
    static let tables: SQL = """
        FROM needs_series s
        JOIN needs_observation o ON o.series = s.id
        JOIN needs_period p ON p.id = o.period
        JOIN needs_import i ON i.number = o.source
        """

    /// - Parameter series: What the row is of, where that is known.
    init(_ row: Row, of series: Series? = nil) {
        let value: Published =
            if let mantissa = row.optionalInteger(6) {
                .amount(Amount(Int64(mantissa), decimals: row.integer(7)))
            } else {
                .marked(Mark(row.text(8), Mark.Meaning(rawValue: row.text(9)) ?? .notGiven))
            }
        self.init(
            series ?? Series(row.id(0), in: PlaceCode(row.text(1)), Breakdown(row.text(2))),
            span: Span(trusting: row.day(3), row.day(4)), label: row.text(5), value: value,
            numerator: row.optionalInteger(10), denominator: row.optionalInteger(11), source: row.integer(12))
    }
}

extension ImportSummary {
    static let columns: SQL = "i.number, i.taken_at, i.taken_by, i.file, i.digest, i.mapping"

    init(_ row: Row, from start: Int) {
        self.init(
            number: row.integer(start), at: row.instant(start + 1), by: row.text(start + 2),
            file: row.text(start + 3), digest: row.text(start + 4), mapping: row.text(start + 5))
    }
}

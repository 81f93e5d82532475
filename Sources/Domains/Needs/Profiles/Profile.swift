import Kernel
import Records
import Statistics
import Store

/// The measures of a place against its statistical neighbours, its region and England (rules NE-11 to NE-13).
struct Profile: Sendable {
    let place: StatisticalArea
    let region: StatisticalArea?
    let neighbours: Neighbours?
    let neighbourNames: [String]
    /// What measures are listed under, with how many of the place's are there.
    let topics: [(topic: String, count: Int)]
    let topic: String?
    /// Of the topic asked for, by title.
    let comparisons: [Comparison]

    /// More than this are shown a topic at a time.
    static let measuresMax = 150

    /// - Parameters:
    ///   - until: A day: figures of times that end after it are left out. Nil for all that are held.
    ///   - isWhole: Whether the reader sees what is worked out of small counts (rule NE-17).
    /// - Throws: `Refusal.notFound` when no figure is held of the place.
    init(_ code: PlaceCode, topic: String?, until: Day?, isWhole: Bool = false, in tx: Transaction) throws {
        guard let place = try tx.statisticalArea(code) else { throw Refusal.notFound }
        self.place = place
        region = try place.within.flatMap { try tx.statisticalArea($0) }
        neighbours = try tx.neighbours(of: code)
        let names = try tx.statisticalAreas(neighbours?.codes ?? [])
        neighbourNames = (neighbours?.codes ?? []).compactMap { names[$0]?.name }
        let measures = try tx.measures(of: code)
        let counts = Dictionary(grouping: measures) { $0.topic ?? "Other" }.mapValues(\.count)
        topics = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let chosen = topic ?? (measures.count > Self.measuresMax ? topics.first?.topic : nil)
        self.topic = chosen
        let shown = measures.filter { chosen == nil || ($0.topic ?? "Other") == chosen }
        let reader = ComparisonReader(
            place: place, region: region, neighbours: neighbours?.codes ?? [], until: until, isWhole: isWhole)
        comparisons = try reader.comparisons(of: shown, in: tx)
    }
}

/// Reads what a place is held against.
struct ComparisonReader {
    let place: StatisticalArea
    let region: StatisticalArea?
    let neighbours: [PlaceCode]
    let until: Day?
    let isWhole: Bool

    private var country: PlaceCode? { place.code == .england ? nil : .england }
    private var regionCode: PlaceCode? { region?.level == .region ? region?.code : nil }

    func comparisons(of measures: [Measure], in tx: Transaction) throws -> [Comparison] {
        let places = [place.code] + neighbours + [regionCode, country].compactMap(\.self)
        var figures: [Series: [Observation]] = [:]
        for start in stride(from: 0, to: measures.count, by: 500) {
            let some = measures[start..<min(measures.count, start + 500)].map(\.id)
            let held = try tx.observations(of: some, in: places)
            figures.merge(held.mapValues { $0.map { $0.shown(isWhole: isWhole) } }) { $1 }
        }
        if let until { figures = figures.mapValues { $0.filter { $0.span.until <= until } } }
        let newest = figures.filter { $0.key.place == place.code }.values.compactMap(\.last)
        let spans = Dictionary(newest.map { ($0.series.measure, $0.span) }) { first, _ in first }
        let all = place.level == .authority ? try tx.figuresOfAuthorities(spans) : [:]
        return measures.compactMap { comparison(of: $0, figures, all) }
    }

    private func comparison(
        of measure: Measure, _ figures: [Series: [Observation]], _ all: [ID<Measure>: [PlaceCode: Double]]
    ) -> Comparison? {
        func values(_ code: PlaceCode) -> [Span: Observation] {
            Dictionary(figures[Series(measure.id, in: code), default: []].map { ($0.span, $0) }) { $1 }
        }
        let own = figures[Series(measure.id, in: place.code), default: []]
        guard let last = own.last else { return nil }
        let polarity = measure.statisticalPolarity, here = last.value.amount?.double
        let theirs = neighbours.map { values($0) }
        let others = theirs.map { $0[last.span]?.value.amount?.double }
        let standing = neighbours.isEmpty ? nil : Standing.all([here] + others, by: polarity)[0]
        var comparators: [Comparison.Comparator] = []
        if !neighbours.isEmpty {
            var means: [Span: Double?] = [:]
            for each in own { means[each.span] = .some(mean(theirs.map { held in held[each.span] })) }
            comparators.append(
                comparator(.neighbours, measure, own, means, words: nil, count: others.count { $0 != nil }))
        }
        for (against, code) in [(Comparison.Against.region, regionCode), (.country, country)] {
            guard let code else { continue }
            let held = values(code)
            let words = held[last.span].map { measure.words(of: $0.value) }
            comparators.append(
                comparator(
                    against, measure, own, held.mapValues { $0.value.amount?.double }, words: words ?? "Not held",
                    count: nil))
        }
        let amounts = own.suffix(2).map(\.value.amount?.double)
        let places = all[measure.id] ?? [:]
        let ofAll: Standing? = here.flatMap { here in
            let rest = places.filter { $0.key != place.code }.map(\.value)
            return rest.count >= 20 ? Standing.all([here] + rest.map(Optional.some), by: polarity)[0] : nil
        }
        return Comparison(
            measure: measure, observation: last, comparators: comparators, standing: standing, standingOfAll: ofAll,
            travel: amounts.count == 2 ? Travel(from: amounts[0], to: amounts[1], by: polarity) : nil)
    }

    private func comparator(
        _ against: Comparison.Against, _ measure: Measure, _ own: [Observation], _ theirs: [Span: Double?],
        words: String?, count: Int?
    ) -> Comparison.Comparator {
        let polarity = measure.statisticalPolarity, places = measure.places(beside: own.last?.value)
        let both = own.compactMap { observation -> (label: String, gap: Gap)? in
            let there = theirs[observation.span] ?? nil
            return Gap(of: observation.value.amount?.double, against: there, by: polarity).map {
                (observation.label, $0)
            }
        }
        let value = own.last.flatMap { theirs[$0.span] ?? nil }
        let gap = Gap(of: own.last?.value.amount?.double, against: value, by: polarity)
        let isEnough = both.count >= Comparison.timesMin && gap != nil
        return Comparison.Comparator(
            against: against, value: value,
            words: words ?? value.map { measure.words(of: $0, places: places) } ?? "Not held",
            count: count, gap: gap, places: places,
            change: isEnough ? GapChange(from: both.first?.gap, to: gap, places: places) : nil,
            since: isEnough ? both.first?.label : nil)
    }

    /// Of those that have a figure, each counted once, however large it is (rule NE-12).
    private func mean(_ observations: [Observation?]) -> Double? {
        let values = observations.compactMap { $0?.value.amount?.double }
        return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
}

extension Transaction {
    /// The measures that some figure of the place is held of, by title.
    func measures(of place: PlaceCode) throws -> [Measure] {
        let ids = Set(
            try rows(
                "SELECT DISTINCT s.measure FROM needs_series s WHERE s.area = \(place.text) AND \(sql: Series.isTaken)"
            ).map { $0.text(0) })
        return try measures().filter { ids.contains($0.id.text) }
    }

    /// Every measure as it now stands, by title.
    func measures() throws -> [Measure] {
        var last: [String: Record] = [:]
        for record in try needsShelf.records(of: Measure.kind) { last[record.id] = record }
        return last.values.map(Measure.init).sorted { ($0.title, $0.id) < ($1.title, $1.id) }
    }

    func measure(_ id: ID<Measure>) throws -> Measure? {
        guard let record = try needsShelf.versions(of: id.text).last, record.kind.name == Measure.kind.name else {
            return nil
        }
        return Measure(record)
    }

    /// The figures of every authority, each measure's of the one time asked for, where many are held.
    func figuresOfAuthorities(_ asked: [ID<Measure>: Span]) throws -> [ID<Measure>: [PlaceCode: Double]] {
        let many = Set(
            try rows(
                """
                SELECT s.measure FROM needs_series s JOIN needs_area a ON a.code = s.area
                WHERE a.level = 'authority' AND s.breakdown = '' GROUP BY s.measure HAVING COUNT(*) > 40
                """
            ).map { ID<Measure>($0.text(0)) })
        var found: [ID<Measure>: [PlaceCode: Double]] = [:]
        for (span, some) in Dictionary(grouping: asked.filter { many.contains($0.key) }, by: \.value) {
            let figures = try latestVersions(
                where: """
                    s.measure IN \(list: some.map(\.key)) AND s.breakdown = ''
                    AND s.area IN (SELECT code FROM needs_area WHERE level = 'authority')
                    AND p.from_day = \(span.from) AND p.until_day = \(span.until)
                    """, asKnown: nil)
            for (series, observations) in figures {
                guard let amount = observations.last?.value.amount else { continue }
                found[series.measure, default: [:]][series.place] = amount.double
            }
        }
        return found
    }
}

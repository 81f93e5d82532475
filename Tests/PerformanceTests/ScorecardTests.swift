import Cast
import Kernel
import Needs
import Statistics
import Store
import Testing

@testable import Performance

/// Rules PF-01, PF-04 and PF-06.
@Suite("Scorecards")
struct ScorecardTests {
    @Test("Value, target of its period, rating, direction, comparator", arguments: Engine.allForTests)
    func row(engine: Engine) async throws {
        let house = try await PerformanceHouse(on: engine)
        let row = try #require(try await house.card().rows.first { $0.indicator.code == "NI 62" })
        let cell = try #require(row.cells.first)
        #expect(cell.latest?.label == "2008/09" && cell.latest?.value.words == "11.2")
        // The step of 2008/09 is 11.5; the target of 10 comes later.
        #expect(cell.target?.description == "11.5" && cell.rating == .onTarget)
        #expect(cell.travel?.words() == "Down 0.6: better")
        #expect(row.england?.value.words == "11.5" && row.gap?.words() == "0.3 lower, which is better")
        #expect(row.priority?.name == "Homes that last" && row.owner?.name == "Head")
        #expect(row.chart.variation == .tooFew(4, needed: 12))
        #expect(!row.isStale && row.series.count == 5)
    }

    @Test("Shares are charted as shares, by the parts that are published with them")
    func shares() async throws {
        let row = try #require(try await PerformanceHouse().card().rows.first { $0.indicator.id.text == "monthly" })
        #expect(row.chart.kind == .proportions && row.chart.points[0].value == 21)
        #expect(abs((row.chart.points[0].centre ?? 0) - 18) < 0.001)
        // Six months at 12 and one at 21: not seven, so no shift; and within the limits.
        #expect(row.chart.variation == .common && row.chart.assurance == .hitAndMiss)
    }

    @Test("Other places stand beside the first, and are rated for themselves")
    func places() async throws {
        let house = try await PerformanceHouse()
        var scope = Scope()
        scope.places = [PlaceCode(PerformanceHouse.york), PlaceCode(PerformanceHouse.leeds)]
        let card = try await house.card(scope)
        let row = try #require(card.rows.first { $0.indicator.code == "NI 62" })
        #expect(row.cells.map { $0.latest?.value.words } == ["10.1", "11.2"])
        #expect(card.places[PlaceCode(PerformanceHouse.york)] == "York")
        #expect(
            card.paper.columns.contains("Leeds") && card.paper.rows.allSatisfy { $0.count == card.paper.columns.count })
    }

    @Test("A day shows what was to be seen on it: no later figure, and data that grows stale")
    func onADay() async throws {
        let house = try await PerformanceHouse()
        let then = try await house.card(on: PerformanceHouse.day("2008-06-01"))
        let row = try #require(then.rows.first { $0.indicator.code == "NI 62" })
        #expect(row.cells[0].latest?.label == "2007/08" && row.cells[0].rating == .onTarget)
        // 2006/07 was not available: the direction is told from the year before it, and not from nought.
        #expect(row.cells[0].travel?.words() == "Down 0.7: better")
        let later = try await house.card(on: PerformanceHouse.day("2010-10-02"))
        #expect(later.rows.first { $0.indicator.code == "NI 62" }?.isStale == true)
        let marked = try await house.card(on: PerformanceHouse.day("2007-06-01"))
        let missing = try #require(marked.rows.first { $0.indicator.code == "NI 62" })
        #expect(missing.cells[0].rating == .noFigure && missing.cells[0].travel == nil)
        #expect(missing.note == "Not available")
    }

    @Test("Another place is not judged by the indicator's own target, rating, narrative or limits")
    func otherPlace() async throws {
        let house = try await PerformanceHouse()
        try await house.narrative(
            "told",
            [
                "rating": .text("near"), "rating-reason": .text("Homes closed"), "approved": .text("2010-03-01"),
                "approved-by": .text("noor"),
            ])
        func row(_ place: String) async throws -> ScorecardRow {
            var scope = Scope()
            scope.places = [PlaceCode(place), PlaceCode(PerformanceHouse.leeds)]
            return try #require(try await house.card(scope).rows.first { $0.indicator.code == "NI 62" })
        }
        let york = try await row(PerformanceHouse.york)
        #expect(york.rating == .noTarget && york.cells[0].target == nil && york.chart.target == nil)
        #expect(york.overridden == nil && york.shownNarrative == nil && york.narratives.isEmpty && york.note.isEmpty)
        // Its own is, wherever it stands.
        #expect(york.cells[1].rating == .onTarget && york.cells[1].target?.description == "11.5")
        let leeds = try await row(PerformanceHouse.leeds)
        #expect(leeds.rating == .near && leeds.chart.target == 11.5 && leeds.shownNarrative != nil)
    }

    @Test("Other places show the figure of the same period, or none")
    func samePeriod() async throws {
        let house = try await PerformanceHouse()
        var scope = Scope()
        scope.places = [PlaceCode(PerformanceHouse.leeds), PlaceCode(PerformanceHouse.york)]
        try await house.sql(
            """
            DELETE FROM needs_observation WHERE label = '2008/09'
                AND series IN (SELECT id FROM needs_series WHERE area = \(PerformanceHouse.york))
            """)
        let row = try #require(try await house.card(scope).rows.first { $0.indicator.code == "NI 62" })
        #expect(row.cells.map { $0.latest?.label } == ["2008/09", nil])
        #expect(row.cells[1].rating == .noFigure && row.cells[1].travel == nil)
    }

    @Test(
        "A rating follows from figure, target, tolerance and which way is good",
        arguments: [
            (Optional(9.0), Optional(10.0), Optional(1.0), Polarity.lowerIsBetter, "On target"),
            (11, 10, 1, .lowerIsBetter, "Near its target"), (11.1, 10, 1, .lowerIsBetter, "Off target"),
            (77, 80, nil, .higherIsBetter, "Off target"), (77.7, 80, 2.3, .higherIsBetter, "Near its target"),
            (nil, 80, 2, .higherIsBetter, "No figure"), (77, nil, 2, .higherIsBetter, "No target"),
            (77, 80, 2, .context, "Not rated"), (12, nil, nil, .band(10...15), "On target"),
            (16, nil, nil, .band(10...15), "Off target"), (16, nil, 1, .band(10...15), "Near its target"),
            (16, 11, 1, .band(10...15), "Near its target"), (16.1, 11, 1, .band(10...15), "Off target"),
            (8, 14, 2, .band(10...15), "Near its target"), (nil, nil, nil, .context, "No figure"),
        ])
    func ratings(value: Double?, target: Double?, tolerance: Double?, polarity: Polarity, words: String) {
        #expect(Rating(value, target: target, tolerance: tolerance, by: polarity).words == words)
    }
}

import Cast
import Kernel
import Needs
import Records
import Statistics
import Store
import Testing

@testable import Performance

/// What becomes of an indicator's chart where its figures are not what it needs.
@Suite("Charts of indicators")
struct ChartingTests {
    private static func row(_ house: PerformanceHouse, _ id: String = "monthly") async throws -> ScorecardRow {
        try #require(try await house.card().rows.first { $0.indicator.id.text == id })
    }

    @Test(
        "One figure that cannot be charted takes neither its page nor the scorecard with it",
        arguments: [(130, 100), (12, 0)])
    func bad(part: Int, whole: Int) async throws {
        let house = try await PerformanceHouse()
        try await house.sql(
            "UPDATE needs_observation SET numerator = \(part), denominator = \(whole) WHERE label = '2008-03'")
        let row = try await Self.row(house)
        #expect(row.uncharted?.contains("2008-03") == true && row.variation == "Cannot be charted")
        #expect(row.note.contains("It cannot be charted: 2008-03"))
        for path in [
            "/performance", "/performance.csv", "/api/v1/performance", "/indicators/monthly",
            "/indicators/monthly/figures.csv", "/api/v1/indicators/monthly/chart",
        ] { #expect(!(try await house.page(path)).isEmpty, "\(path)") }
        _ = try await house.page("/performance.xlsx")
        #expect(try await house.page("/indicators/monthly").contains("It cannot be charted:"))
        let frozen = try await house.send("/performance/freeze")
        #expect(try await house.page(frozen, as: PerformanceHouse.analyst).contains("Cannot be charted"))
    }

    private static func anew(_ house: PerformanceHouse, _ id: String, _ period: String) async throws {
        try await house.does(.keyboard) { tx, hand in
            try hand.add(
                ChartRebase.kind, id: id,
                [
                    "indicator": .text("monthly"), "period": .text(period), "reason": .text("Because of \(id)"),
                    "by": .text("head"), "decided": .text("2010-02-01"),
                ], in: tx)
        }
    }

    @Test("Limits begin anew at a period once, however often somebody wrote it down")
    func twice() async throws {
        let house = try await PerformanceHouse()
        try await Self.anew(house, "one", "2009-07")
        for period in ["2009-07", "2009-07 (Rev)"] {
            await #expect(throws: Refusal.self) { try await Self.anew(house, "two", period) }
        }
        // As it may stand in what is held from before that was asked.
        try await Self.anew(house, "two", "2009-08")
        try await house.sql("UPDATE performance_chart_rebase SET period = '2009-07' WHERE id = 'two'")
        let row = try await Self.row(house)
        #expect(row.uncharted == nil && row.chart.phases.map(\.points) == [0..<18, 18..<24])
        #expect(row.chart.phases[1].rebase?.reason == "Because of two")
    }

    @Test("New limits, steps and ratings stay with a figure that its publisher renames")
    func renamed() async throws {
        let house = try await PerformanceHouse()
        try await Self.anew(house, "one", "2009-07")
        try await house.narrative(
            "told",
            [
                "rating": .text("near"), "rating-reason": .text("Homes closed"), "approved": .text("2010-03-01"),
                "approved-by": .text("noor"),
            ])
        try await house.sql("UPDATE needs_observation SET label = label || ' (Rev)'")
        #expect(try await Self.row(house).chart.phases.count == 2)
        let row = try await Self.row(house, "ni62")
        #expect(row.cells[0].latest?.label == "2008/09 (Rev)")
        #expect(row.cells[0].target?.description == "11.5" && row.rating == .near && row.lost.isEmpty)
    }

    @Test("What was written of a period that no figure is of is said, and does not vanish")
    func lost() async throws {
        let house = try await PerformanceHouse()
        try await Self.anew(house, "one", "Spring")
        #expect(try await Self.row(house).note == "No figure is of the new limits from Spring")
        // A step for a year to come is not lost.
        #expect(try await Self.row(house, "ni62").note.isEmpty)
    }

    @Test(
        "A step holds until the next; before the first nothing is aimed at, after the last the target is",
        arguments: [
            ("2005-06-01", nil), ("2006-06-01", "13"), ("2007-06-01", "13"), ("2008-06-01", "12"), ("2009-06-01", "12"),
            ("2010-06-01", "10"),
        ])
    func steps(day: String, target: String?) async throws {
        let house = try await PerformanceHouse()
        try await house.sql(
            """
            UPDATE performance_indicator
            SET trajectory = '2005/06 13\n2007/08 12', target_by = \(PerformanceHouse.day("2009-04-15"))
            WHERE id = 'ni62'
            """)
        let from = PerformanceHouse.day("2009-04-01"), until = PerformanceHouse.day("2010-04-01")
        try await house.sql("INSERT INTO needs_period (id, from_day, until_day) VALUES (200, \(from), \(until))")
        try await house.sql(
            """
            INSERT INTO needs_observation (series, period, source, label, mantissa, decimals)
            SELECT id, 200, 1, '2009/10', 100, 1 FROM needs_series
            WHERE area = \(PerformanceHouse.leeds) AND measure = 'moves'
            """)
        let card = try await house.card(on: PerformanceHouse.day(day))
        let row = try #require(card.rows.first { $0.indicator.code == "NI 62" })
        #expect(row.cells[0].target?.description == target)
        if target == nil { #expect(row.rating == .noTarget) }
    }

    @Test("What shares are shared in is told by the figure of the most, and not by one that rounds to nothing")
    func scale() async throws {
        let house = try await PerformanceHouse()
        try await house.sql(
            "UPDATE needs_observation SET mantissa = 0, numerator = 1, denominator = 9000 WHERE label = '2008-01'")
        #expect(try await Self.row(house).chart.points[1].value == 19)
    }

    @Test("Limits of a percentage stay between none and all")
    func bounds() async throws {
        let house = try await PerformanceHouse()
        try await house.sql(
            """
            UPDATE needs_observation SET mantissa = CASE WHEN numerator = 21 THEN 990 ELSE 10 END
            WHERE numerator IS NOT NULL
            """)
        try await house.sql("UPDATE performance_indicator SET chart = 'xmr' WHERE id = 'monthly'")
        let limits = try #require(try await Self.row(house).chart.points[0].limits)
        #expect(limits.lower == 0 && limits.upper == 100)
    }

    @Test("A day that is past shows figures as they were known on it, and says which came later")
    func known() async throws {
        let house = try await PerformanceHouse()
        let revised = PerformanceHouse.now(on: PerformanceHouse.day("2010-03-20"))
        try await house.sql(
            """
            INSERT INTO needs_import (number, mapping, file, digest, begun_at, begun_by, after, taken_at, taken_by)
            VALUES (2, 'm', 'revised.csv', 'd', \(revised), 'clerk', 0, \(revised), 'clerk')
            """)
        try await house.sql(
            """
            INSERT INTO needs_observation
                (series, period, source, label, mantissa, decimals, mark, meaning, numerator, denominator)
            SELECT series, period, 2, label, 150, 1, NULL, NULL, NULL, NULL FROM needs_observation
            WHERE label = '2008/09'
                AND series = (SELECT id FROM needs_series WHERE area = \(PerformanceHouse.leeds) AND measure = 'moves')
            """)
        let later = "The figure was brought after this day"
        func csv(_ day: String) async throws -> String {
            try await house.page(
                "/performance.csv?body=board&on=\(day)", as: .keyboard, on: PerformanceHouse.day("2010-04-01"))
        }
        for day in ["2010-03-10", "2010-03-19"] {
            let shown = try await csv(day)
            #expect(shown.contains("2008/09,11.2,") && !shown.contains(later), "\(day)")
        }
        for day in ["2010-03-20", "2010-04-01"] {
            let shown = try await csv(day)
            #expect(shown.contains("2008/09,15.0,") && !shown.contains(later), "\(day)")
        }
        let before = try await csv("2009-06-01")
        #expect(before.contains("2008/09,15.0,") && before.contains(later))
        let page = try await house.page("/performance?body=board&on=2009-06-01", on: PerformanceHouse.day("2010-04-01"))
        #expect(page.contains("1 of the figures were brought after 1 June 2009"))
    }

    @Test("The last moment of a day in England", arguments: [("2010-01-15", 0.0), ("2010-07-15", 3_600)])
    func ending(day: String, earlier: Double) {
        let day = PerformanceHouse.day(day), midnight = Double(day.number + 1) * 86_400 - earlier
        #expect(abs(day.ending.timeIntervalSince1970 - midnight) < 0.01)
        #expect(Day(inEnglandAt: day.ending) == day)
    }
}

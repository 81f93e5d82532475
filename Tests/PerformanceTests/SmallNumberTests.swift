import Cast
import Kernel
import Records
import Store
import Testing

@testable import Performance

/// Rule NIS-04.
@Suite("Small numbers")
struct SmallNumberTests {
    private static let paths = [
        "/performance", "/performance.csv", "/api/v1/performance", "/indicators/monthly",
        "/indicators/monthly/figures.csv", "/api/v1/indicators/monthly/chart",
    ]

    /// The last month: a share that nothing else here is, and what it is of.
    @Test(
        "Few that were counted, few that were not, or few in all hide the count and the share from the public",
        arguments: [
            (2, 100, true), (96, 100, true), (3, 4, true), (5, 100, false), (0, 100, false), (95, 100, false),
        ])
    func few(part: Int, whole: Int, isHidden: Bool) async throws {
        let house = try await PerformanceHouse()
        try await house.sql(
            """
            UPDATE needs_observation SET numerator = \(part), denominator = \(whole), mantissa = 6137, decimals = 2
            WHERE label = '2009-12'
            """)
        let exact = "61.37"
        for path in Self.paths.dropLast() {
            #expect(try await house.page(path).contains(exact) != isHidden, "\(path)")
            #expect(try await house.page(path, as: .keyboard).contains(exact), "\(path)")
        }
        let line = "2009-12,2009-12-01,2010-01-01,"
        #expect(
            try await house.page("/indicators/monthly/figures.csv").contains("\(line)Withheld,,,") == isHidden)
        let chart = try await house.page("/api/v1/indicators/monthly/chart")
        #expect(chart.contains("\"period\":\"2009-12\",\"value\":null") == isHidden)
        let frozen = try await house.send("/performance/freeze")
        #expect(try await house.page(frozen, as: PerformanceHouse.analyst).contains(exact) != isHidden)
        // A figure that may not be shown is there all the same: the data is not stale for it.
        #expect(!(try await house.page("/performance.csv")).contains("The data is stale"))
    }

    @Test("Of a figure that its publisher withheld no parts are shown, to anybody")
    func withheld() async throws {
        let house = try await PerformanceHouse()
        try await house.sql(
            """
            UPDATE needs_observation
            SET mantissa = NULL, decimals = NULL, mark = 'c', meaning = 'suppressed',
                numerator = 71, denominator = 71713
            WHERE label = '2009-12'
            """)
        for path in Self.paths {
            for caller in [Caller.stranger, .keyboard] {
                #expect(!(try await house.page(path, as: caller)).contains("71713"), "\(path)")
            }
        }
        #expect(try await house.page("/indicators/monthly", as: .keyboard).contains("Withheld"))
    }

    @Test("Each figure leads to where it came from and what it was, but for one that may not be shown")
    func history() async throws {
        let house = try await PerformanceHouse()
        try await house.sql("UPDATE needs_observation SET numerator = 2 WHERE label = '2009-12'")
        let page = try await house.page("/indicators/monthly")
        #expect(page.contains("/measures/referrals/figure?place=\(PerformanceHouse.leeds)&amp;from=2009-11-01"))
        #expect(!page.contains("from=2009-12-01"))
    }
}

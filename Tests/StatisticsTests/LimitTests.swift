import Kernel
import Testing

@testable import Statistics

/// Rules PC-01 to PC-03, PC-08 and PC-09. That outside engines agree is shown by `tools/check-charts`.
@Suite("Limits of a control chart")
struct LimitTests {
    /// Twelve months of one process.
    static let steady: [Double] = [50, 52, 48, 51, 49, 50, 53, 47, 50, 51, 49, 50]

    @Test("Measurements: the mean, and 2.66 mean moving ranges on either side")
    func measurements() throws {
        let chart = try ControlChart(Self.steady.map { $0 }.series, ChartRequest(.measurements))
        let limits = try #require(chart.points[0].limits)
        // Ranges 2 4 3 2 1 3 6 3 1 2 1: 28 in 11.
        #expect(chart.points[0].centre == 50)
        #expect(abs(limits.upper - (50 + 3 * (28.0 / 11) / 1.128)) < 1e-9)
        #expect(abs(limits.lowerWarning - (50 - 2 * (28.0 / 11) / 1.128)) < 1e-9)
        #expect(chart.phases[0].meanRange == 28.0 / 11)
        #expect(chart.points.allSatisfy { $0.limits == limits })
        #expect(chart.signals.isEmpty && chart.variation == .common && chart.assurance == .noTarget)
    }

    @Test("A range beyond its own limit is left out where ranges are screened, and kept where they are not")
    func screening() throws {
        let values: [Double] = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
        var request = ChartRequest(.measurements)
        let kept = try #require(try ControlChart(values.series, request).points[0].limits)
        request.rules.screensMovingRanges = true
        let screened = try #require(try ControlChart(values.series, request).points[0].limits)
        // All but the two ranges of 8 and 9 are 1.
        let mean = 35.0 / 18
        #expect(abs(screened.upper - (mean + 3 / 1.128)) < 1e-9)
        #expect(kept.upper > screened.upper)
    }

    @Test("A gap is a gap: never nought, and no range is taken across it")
    func gaps() throws {
        var values: [Double?] = Self.steady
        values.insert(nil, at: 5)
        let chart = try ControlChart(values.gappy, ChartRequest(.measurements))
        #expect(chart.points[5].value == nil && chart.points[0].centre == 50)
        // The range of 1 between the fifth and the sixth is gone.
        #expect(chart.phases[0].meanRange == 27.0 / 10)
        #expect(chart.phases[0].known == 12)
    }

    @Test("Shares: each point has limits by what it is a share of, within nought and all")
    func proportions() throws {
        var request = ChartRequest(.proportions)
        request.scale = 100
        let wholes: [Double] = [100, 400, 100, 25, 100, 100]
        let chart = try ControlChart(
            wholes.enumerated().map { Observed("\($0)", .count($1 / 5, of: $1)) }, request)
        #expect(chart.points.allSatisfy { $0.centre == 20 && $0.value == 20 })
        // sqrt(0.2 * 0.8 / 100) is 0.04.
        #expect(abs((chart.points[0].limits?.upper ?? 0) - 32) < 1e-9)
        #expect(abs((chart.points[1].limits?.upper ?? 0) - 26) < 1e-9)
        #expect(chart.points[3].limits?.lower == 0)
        #expect(abs((chart.points[3].limits?.upper ?? 0) - 44) < 1e-9)
        #expect(chart.points.map(\.isThin) == [false, false, false, false, false, false])
    }

    @Test("Where fewer than five are to be expected a point's limits are thin", arguments: [(24.0, true), (25, false)])
    func thin(whole: Double, isThin: Bool) throws {
        let series = [100.0, 100, 100, 100].map { Observed("\($0)", .count(20, of: $0)) }
        let chart = try ControlChart(
            series + [Observed("few", .count(whole / 5, of: whole))], ChartRequest(.proportions))
        #expect(chart.points[4].isThin == isThin)
    }

    @Test("Rates: as many again as Poisson would have it")
    func rates() throws {
        var request = ChartRequest(.rates)
        request.scale = 10_000
        let series = (0..<6).map { Observed("\($0)", .count(40, of: 10_000)) }
        let limits = try #require(try ControlChart(series, request).points[0].limits)
        // sqrt(40) for each ten thousand.
        #expect(abs(limits.upper - (40 + 3 * 40.0.squareRoot())) < 1e-9)
        #expect(limits.lower > 0)
    }

    @Test("Of nobody there is no share: a point with nothing to count among is missing")
    func zeroDenominator() throws {
        var series = (0..<6).map { Observed("\($0)", .count(20, of: 100)) }
        series[2] = Observed("2", .count(0, of: 0))
        let chart = try ControlChart(series, ChartRequest(.proportions))
        #expect(chart.points[2].value == nil && chart.points[2].limits == nil)
        #expect(chart.points[0].centre == 0.2)
    }

    @Test(
        "What cannot be is refused, every point of it at once",
        arguments: [
            (ChartKind.proportions, Observed.Amount.count(5, of: 4)), (.proportions, .count(-1, of: 4)),
            (.rates, .count(3, of: 0)), (.rates, .value(3)), (.measurements, .value(.nan)),
            (.measurements, .value(.infinity)),
        ])
    func refused(kind: ChartKind, amount: Observed.Amount) {
        let error = #expect(throws: Refusal.self) {
            try ControlChart([Observed("a", amount), Observed("b", amount)], ChartRequest(kind))
        }
        #expect(error?.sentences.count == 2)
    }

    @Test("A run chart has a median and no limits")
    func run() throws {
        let chart = try ControlChart([3, 9, 4, 8, 5, 7.0].series, ChartRequest(.run))
        #expect(chart.points.allSatisfy { $0.centre == 6 && $0.limits == nil })
        #expect(chart.phases[0].runs?.crossings == 5)
    }

    /// PC-10: 24 points may have a run of 8 and must cross 8 times; 10 points a run of 6 and 2 crossings.
    @Test(
        "How long a run and how few crossings chance allows depends on how many points there are",
        arguments: [(10, 6, 2), (15, 7, 4), (24, 8, 8), (60, 9, 23)])
    func runs(count: Int, longest: Int, crossings: Int) throws {
        let values = (0..<count).map { Optional(Double($0 % 2)) }
        let runs = try #require(RunCount(values, about: 0.5))
        #expect(runs.longestMax == longest && runs.crossingsMin == crossings)
        #expect(runs.crossings == count - 1 && runs.longest == 1 && !runs.isSurprising)
        let halves = (0..<count).map { Optional($0 < count / 2 ? 0.0 : 1) }
        #expect(try #require(RunCount(halves, about: 0.5)).isSurprising)
    }

    @Test(
        "No verdict from two points, nor from eleven; no limits from four",
        arguments: [(2, false, false), (4, false, false), (5, true, false), (11, true, false), (12, true, true)])
    func fewPoints(count: Int, hasLimits: Bool, hasVerdict: Bool) throws {
        var request = ChartRequest(.measurements)
        request.target = 50
        request.polarity = .higherIsBetter
        let chart = try ControlChart(Array(Self.steady.prefix(count)).series, request)
        #expect((chart.points[0].limits != nil) == hasLimits)
        #expect((chart.variation != .tooFew(count, needed: 12)) == hasVerdict)
        #expect((chart.assurance != .cannotTell) == hasVerdict)
        #expect(chart.phases[0].isTrial == !hasVerdict)
    }

    @Test("A series that never changes accuses nobody, however its sum is rounded")
    func flat() throws {
        let chart = try ControlChart(Array(repeating: 0.1, count: 13).series, ChartRequest(.measurements))
        #expect(chart.signals.isEmpty && chart.variation == .common)
    }

    @Test("An empty series is an empty chart")
    func empty() throws {
        let chart = try ControlChart([], ChartRequest(.proportions))
        #expect(chart.points.isEmpty && chart.variation == .tooFew(0, needed: 12))
    }
}

extension [Double] {
    var series: [Observed] { enumerated().map { Observed("\($0)", .value($1)) } }
}

extension [Double?] {
    var gappy: [Observed] { enumerated().map { Observed("\($0)", $1.map { .value($0) } ?? .missing) } }
}

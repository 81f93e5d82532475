import Kernel
import Testing

@testable import Statistics

/// Rules PC-04 to PC-07 and PC-11.
@Suite("Signals of a control chart")
struct SignalTests {
    /// A mean of 10 and a sigma of 2: limits of 4 and 16, warnings at 6 and 14.
    static func find(_ values: [Double?], _ rules: ChartRules) -> [ChartSignal] {
        FindSignals(values, PhaseReckoning(centre: 10, sigma: 2, count: values.count), rules).all
    }

    static func points(_ rule: ChartSignal.Rule, _ values: [Double?], _ rules: ChartRules) -> [[Int]] {
        find(values, rules).filter { $0.rule == rule }.map(\.points)
    }

    @Test("A point outside the limits", arguments: [(16.0, false), (16.01, true), (4, false), (3.99, true)])
    func outside(value: Double, isSignal: Bool) {
        #expect(!Self.points(.outside, [10, value, 10], .makingDataCount).isEmpty == isSignal)
    }

    @Test(
        "So many in a row on one side are a shift",
        arguments: [
            (6, ChartRules.makingDataCount, false), (7, .makingDataCount, true), (7, .longerRuns, false),
            (8, .longerRuns, true),
        ])
    func shift(count: Int, rules: ChartRules, isSignal: Bool) {
        let values = [9.0] + Array(repeating: 11.0, count: count) + [9]
        #expect(Self.points(.shift, values, rules) == (isSignal ? [Array(1...count)] : []))
    }

    @Test(
        "So many that each go the same way are a trend, the first counted", arguments: [5, 6, 7])
    func trend(length: Int) {
        var rules = ChartRules.makingDataCount
        rules.trend = length
        let rise = (0..<length).map { 8 + Double($0) * 0.3 }
        #expect(Self.points(.trend, [9] + rise, rules) == [Array(1...length)])
        #expect(Self.points(.trend, [9] + rise.dropLast() + [7], rules) == [])
    }

    /// A run of four, a tie, and the rest.
    @Test("A tie ends a run, or is passed over", arguments: [(ChartRules.Ties.endRuns, 0), (.passedOver, 1)])
    func ties(ties: ChartRules.Ties, signals: Int) {
        var rules = ChartRules.makingDataCount
        rules.ties = ties
        #expect(Self.points(.shift, [11, 12, 11, 12, 10, 11, 12, 11], rules).count == signals)
        #expect(Self.points(.trend, [8, 8.5, 9, 9, 9.5, 9.7, 9.9], rules).count == signals)
    }

    @Test("A gap ends a run and a trend: nobody knows what stood there")
    func gap() {
        #expect(Self.points(.shift, [11, 12, 11, 12, nil, 11, 12, 11], .makingDataCount) == [])
        #expect(Self.points(.trend, [8, 8.5, 9, nil, 9.5, 9.7, 9.9], .makingDataCount) == [])
    }

    /// The cases of the change of 2023, and of the engines that have not made it.
    @Test(
        "Two of three",
        arguments: [
            ([15.0, 11, 15], ChartRules.makingDataCount, [[0, 2]]), ([15, 9, 15], .makingDataCount, []),
            ([15, 9, 15], .screened, [[0, 2]]), ([17, 15, 11], .makingDataCount, [[0, 1]]),
            ([17, 15, 11], .longerRuns, []), ([15, 11, 11, 15], .makingDataCount, []),
            ([15, 5, 11], .makingDataCount, []), ([15, 15], .screened, [[0, 1]]), ([15, 15], .makingDataCount, []),
            ([5, 9, 5, 9, 5], .makingDataCount, [[0, 2, 4]]),
            // A point on the other side stands between: they are two.
            ([15, 11, 15, 9, 15, 11, 15], .makingDataCount, [[0, 2], [4, 6]]),
        ])
    func twoOfThree(values: [Double], rules: ChartRules, points: [[Int]]) {
        #expect(Self.points(.twoOfThree, values, rules) == points)
    }

    static let rising: [Double] = [5, 4, 6, 5, 4, 6, 5, 4, 6, 5, 4, 30]

    @Test(
        "What a signal means depends on which way is good",
        arguments: [
            (Polarity.higherIsBetter, Variation.special(.improvement, .high), "an improvement"),
            (.lowerIsBetter, .special(.concern, .high), "a concern"),
            (.context, .special(.neither, .high), "a change"),
            (.band(0...10), .special(.concern, .high), "a concern"),
            (.band(20...40), .special(.improvement, .high), "an improvement"),
        ])
    func polarity(polarity: Polarity, variation: Variation, words: String) throws {
        var request = ChartRequest(.measurements)
        request.polarity = polarity
        let chart = try ControlChart(Self.rising.series, request)
        #expect(chart.variation == variation)
        let said = chart.words(for: try #require(chart.signals.first))
        #expect(said.contains("11 is above the upper limit (30 against "))
        #expect(said.contains(words))
    }

    @Test("Limits on trial say what is to be seen, and nothing of what it means")
    func onTrial() throws {
        var request = ChartRequest(.measurements)
        request.polarity = .lowerIsBetter
        let young = try ControlChart(Self.rising.suffix(10).map { $0 }.series, request)
        let signal = try #require(young.signals.first { $0.rule == .outside })
        #expect(young.isOnTrial(signal) && young.meaning(of: signal) == .neither)
        let words = young.words(for: signal)
        #expect(words.contains("limits are on trial, with 10 of the 12 points") && words.contains("above the upper"))
        #expect(!words.contains("concern") && !words.contains("not chance alone"))
        let old = try ControlChart(Self.rising.series, request)
        let same = try #require(old.signals.first { $0.rule == .outside })
        #expect(!old.isOnTrial(same) && old.meaning(of: same) == .concern)
    }

    @Test("Each point knows the signals that it is part of")
    func ofPoints() throws {
        let chart = try ControlChart(Self.rising.series, ChartRequest(.measurements))
        for index in -1...chart.points.count {
            #expect(chart.signals(at: index) == chart.signals.filter { $0.points.contains(index) })
        }
        #expect(!chart.signals(at: 11).isEmpty)
    }

    @Test(
        "A target where a figure can go no further may be met by chance; one short of it is missed",
        arguments: [
            (Polarity.higherIsBetter, 100.0, Assurance.hitAndMiss), (.lowerIsBetter, 0, .hitAndMiss),
            (.higherIsBetter, 101, .willMiss), (.lowerIsBetter, -1, .willMiss),
        ])
    func ends(polarity: Polarity, target: Double, assurance: Assurance) throws {
        var request = ChartRequest(.measurements)
        request.polarity = polarity
        request.target = target
        request.bounds = 0...100
        let values: [Double] = [10, 90, 20, 80, 10, 90, 20, 80, 10, 90, 20, 80]
        #expect(try ControlChart(values.series, request).assurance == assurance)
    }

    @Test("The verdict is the latest point's: what was long ago is history, unless it is asked for")
    func latest() throws {
        var request = ChartRequest(.measurements)
        request.polarity = .higherIsBetter
        let values: [Double] = [5, 4, 6, 5, 4, 30, 5, 4, 6, 5, 4, 6]
        #expect(try ControlChart(values.series, request).variation == .common)
        request.rules.verdictFrom = .latestSignal
        #expect(try ControlChart(values.series, request).variation == .special(.improvement, .high))
    }

    @Test("Signals that say opposite things are said to be mixed")
    func mixed() throws {
        var request = ChartRequest(.measurements)
        request.polarity = .higherIsBetter
        // Seven below the mean, and rising.
        let values: [Double] = [30, 31, 30, 31, 30, 31, 30, 9.5, 10, 10.5, 11, 11.5, 12, 12.5]
        let chart = try ControlChart(values.series, request)
        #expect(Set(chart.signals(at: 13).map(\.side)) == [.high, .low])
        #expect(chart.variation == .mixed)
    }

    @Test(
        "Whether the target will be met",
        arguments: [
            (Polarity.higherIsBetter, 40.0, Assurance.willMeet), (.higherIsBetter, 50, .hitAndMiss),
            (.higherIsBetter, 60, .willMiss), (.lowerIsBetter, 60, .willMeet), (.lowerIsBetter, 40, .willMiss),
            (.context, 50, .cannotTell), (.band(30...70), 50, .willMeet), (.band(49...51), 50, .hitAndMiss),
            (.band(80...90), 85, .willMiss),
        ])
    func assurance(polarity: Polarity, target: Double, assurance: Assurance) throws {
        var request = ChartRequest(.measurements)
        request.polarity = polarity
        request.target = target
        #expect(try ControlChart(LimitTests.steady.series, request).assurance == assurance)
    }
}

/// Rule PC-12.
@Suite("Beginning anew")
struct RebaseTests {
    static let on = Day("2012-04-01")

    @Test("A rebase splits the limits and the runs, and keeps its reason")
    func split() throws {
        let day = try #require(Self.on)
        let lower = LimitTests.steady, higher = LimitTests.steady.map { $0 + 20 }
        var request = ChartRequest(.measurements)
        let whole = try ControlChart((lower + higher).series, request)
        #expect(whole.signals.contains { $0.rule == .shift })
        request.rebases = [try Rebase(from: "12", reason: "A new front door", by: "Head of service", on: day)]
        let chart = try ControlChart((lower + higher).series, request)
        #expect(chart.signals.isEmpty)
        #expect(chart.phases.map(\.points) == [0..<12, 12..<24])
        #expect(chart.points[11].centre == 50 && chart.points[12].centre == 70 && chart.points[12].phase == 1)
        #expect(chart.phases[1].rebase?.reason == "A new front door")
    }

    @Test("Without a reason, or somebody who gives it, there is none", arguments: [("", "A"), (" ", "A"), ("Why", "")])
    func unreasoned(reason: String, by: String) throws {
        let day = try #require(Self.on)
        #expect(throws: Refusal.self) { try Rebase(from: "3", reason: reason, by: by, on: day) }
    }

    @Test(
        "One from a point that is not there, or from the first, or twice, is refused",
        arguments: [["99"], ["0"], ["3", "3"]])
    func nowhere(labels: [String]) throws {
        let day = try #require(Self.on)
        var request = ChartRequest(.measurements)
        request.rebases = try labels.map { try Rebase(from: $0, reason: "Why", by: "Somebody", on: day) }
        #expect(throws: Refusal.self) { try ControlChart(LimitTests.steady.series, request) }
    }

    @Test("What begins anew has no verdict until it has points enough")
    func young() throws {
        let day = try #require(Self.on)
        var request = ChartRequest(.measurements)
        request.rebases = [try Rebase(from: "9", reason: "Why", by: "Somebody", on: day)]
        let chart = try ControlChart(LimitTests.steady.series, request)
        #expect(chart.variation == .tooFew(3, needed: 12) && chart.points[9].limits == nil)
    }
}

extension PhaseReckoning {
    /// As if so much had been reckoned.
    init(centre: Double, sigma: Double, count: Int) {
        let limits = ChartLimits(
            lower: centre - 3 * sigma, upper: centre + 3 * sigma, lowerWarning: centre - 2 * sigma,
            upperWarning: centre + 2 * sigma)
        self.init(known: count, centre: centre, limits: Array(repeating: limits, count: count))
    }
}

import Kernel
import Needs
import Statistics

extension Indicator {
    /// The chart of a series, or one without values and why it cannot be charted: one bad figure must not take the
    /// whole scorecard with it.
    func charted(
        _ series: [Observation], by polarity: Polarity, target: Amount?, rebases: [Rebase], unit: String?
    ) throws -> (chart: ControlChart, uncharted: String?) {
        do {
            let chart = try chart(series, by: polarity, target: target, rebases: rebases, unit: unit)
            return (chart, nil)
        } catch let refusal as Refusal {
            var request = ChartRequest(.measurements)
            request.polarity = polarity
            request.target = target?.double
            let empty = try ControlChart(series.map { Observed($0.label, .missing) }, request)
            return (empty, refusal.sentences.joined(separator: ". "))
        }
    }

    /// The chart of a series. Where the parts that a share needs are not published it is charted as measurements.
    private func chart(
        _ series: [Observation], by polarity: Polarity, target: Amount?, rebases: [Rebase], unit: String?
    ) throws -> ControlChart {
        let asked = record.text("chart").flatMap(ChartKind.init(rawValue:)) ?? .measurements
        let hasParts = series.allSatisfy { $0.value.amount == nil || $0.numerator != nil && $0.denominator != nil }
        let isCounted = (asked == .proportions || asked == .rates) && hasParts && !series.isEmpty
        var request = ChartRequest(isCounted || asked == .run ? asked : .measurements)
        request.polarity = polarity
        request.target = target?.double
        request.rebases = rebases
        request.bounds = Self.bounds(of: series.compactMap { $0.value.amount?.double }, in: unit)
        if isCounted { request.scale = scale(of: series) }
        let observed = series.map { one in
            guard let amount = one.value.amount else { return Observed(one.label, .missing) }
            if isCounted, let part = one.numerator, let whole = one.denominator {
                return Observed(one.label, .count(Double(part), of: Double(whole)))
            }
            return Observed(one.label, .value(amount.double))
        }
        return try ControlChart(observed, request)
    }

    /// What figures of a unit can be: a percentage none or all at most, a rate or a number none at least. Changes and
    /// differences are in the same units and can be below nought, as their own figures tell.
    private static func bounds(of values: [Double], in unit: String?) -> ClosedRange<Double>? {
        guard let unit = unit?.lowercased(), let least = values.min(), let most = values.max(), least >= 0 else {
            return nil
        }
        if unit.contains("point") { return nil }
        if unit == "%" || unit.hasPrefix("per cent") || unit.hasPrefix("percent") {
            return most <= 100 ? 0...100 : 0...Double.infinity
        }
        let isCount = ["rate", "number", "count", "per 1"].contains { unit.contains($0) }
        return isCount ? 0...Double.infinity : nil
    }

    /// What the figures are for each of: 100 for percentages, as the figure tells that was worked out of the most:
    /// a share of few is rounded to nothing.
    private func scale(of series: [Observation]) -> Double {
        let told = series.filter { $0.value.amount != nil && ($0.numerator ?? 0) > 0 && ($0.denominator ?? 0) > 0 }
            .max { ($0.numerator ?? 0) < ($1.numerator ?? 0) }
        guard let amount = told?.value.amount?.double, let part = told?.numerator, let whole = told?.denominator,
            amount > 0
        else { return 100 }
        let rough = amount / (Double(part) / Double(whole))
        return [1, 100, 1_000, 10_000, 100_000].min { abs($0 - rough) < abs($1 - rough) } ?? 100
    }
}

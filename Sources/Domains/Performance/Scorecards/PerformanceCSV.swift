import Needs
import Web

extension Scorecard {
    /// What its page shows, for a spreadsheet.
    var csv: [UInt8] { Web.csv(paper.columns, paper.rows) }
}

extension ScorecardRow {
    /// Every figure of its chart, for a spreadsheet.
    var csv: [UInt8] {
        let heading = [
            "Period", "From", "Until", "Value", "Numerator", "Denominator", "Centre", "Lower", "Upper", "Signals",
        ]
        return Web.csv(heading, series.indices.map(line))
    }

    private func line(_ index: Int) -> [String] {
        let one = series[index], point = chart.points[index]
        func text(_ number: Double?) -> String { number.map { "\($0)" } ?? "" }
        return [
            one.label, "\(one.span.from)", "\(one.span.until)", one.value.words, one.numerator.map { "\($0)" } ?? "",
            one.denominator.map { "\($0)" } ?? "", text(point.centre), text(point.limits?.lower),
            text(point.limits?.upper), chart.signals(at: index).map(\.rule.rawValue).joined(separator: " "),
        ]
    }
}

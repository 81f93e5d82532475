import Needs
import Web

extension Scorecard {
    /// What its page shows, for a spreadsheet.
    var csv: [UInt8] { Web.csv(paper.columns, paper.rows) }
}

extension ScorecardRow {
    /// Every figure of its chart, for a spreadsheet.
    var csv: [UInt8] {
        Web.csv(
            ["Period", "From", "Until", "Value", "Numerator", "Denominator", "Centre", "Lower", "Upper", "Signals"],
            zip(series, chart.points).enumerated().map { index, pair in
                let (one, point) = pair
                return [
                    one.label, "\(one.span.from)", "\(one.span.until)", one.value.words,
                    one.numerator.map { "\($0)" } ?? "", one.denominator.map { "\($0)" } ?? "",
                ] + [point.centre, point.limits?.lower, point.limits?.upper].map { $0.map { "\($0)" } ?? "" }
                    + [chart.signals(at: index).map(\.rule.rawValue).joined(separator: " ")]
            })
    }
}

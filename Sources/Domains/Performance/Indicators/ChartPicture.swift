import Kernel
import Statistics
import Web

extension ControlChart {
    /// The chart, drawn. The table beneath says the same.
    func picture(title: String, unit: String?) -> HTML {
        let points = self.points.enumerated().map { index, point in
            let found = signals(at: index), meanings = Set(found.map { meaning(of: $0) })
            // Limits on trial accuse nobody: the point is drawn as any other, and the words beneath say why.
            let isMarked = found.contains { !isOnTrial($0) }
            let begins = phases.first { $0.points.lowerBound == index }?.rebase
            let words = point.value.map { figureText($0) } ?? "no figure"
            return ControlChartPicture.Point(
                point.label, point.value, centre: point.centre, lower: point.limits?.lower, upper: point.limits?.upper,
                mark: Self.mark(!isMarked ? nil : meanings.count == 1 ? meanings.first : .neither),
                words: found.isEmpty ? words : "\(words), \(found.map { $0.rule.rawValue }.joined(separator: ", "))",
                begins: begins.map { "\($0.by): \($0.reason)" })
        }
        return ControlChartPicture(
            id: "chart", title: title,
            description:
                """
                \(points.count) periods\(unit.map { ", in \($0)" } ?? ""). \(variation.words). The table beneath says \
                the same.
                """,
            points, target: target.map { (amount: $0, words: "Target \(figureText($0))") }
        ).svg.html
    }

    private static func mark(_ meaning: Meaning?) -> ControlChartPicture.Mark {
        switch meaning {
        case nil: .common
        case .improvement?: .improvement
        case .concern?: .concern
        case .neither?: .change
        }
    }
}

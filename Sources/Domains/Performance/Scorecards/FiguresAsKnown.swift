import Foundation
import Kernel
import Needs
import Store

extension Transaction {
    /// Figures as they were known at a moment. What was brought later stands where nothing was known of its time yet:
    /// who begins to keep figures brings those of years past, and they are said to have come later.
    /// - Parameter moment: nil for as they are known now.
    /// - Returns: the figures, and the numbers of the imports that came after the moment.
    func figures(
        of measures: [ID<Measure>], in places: [PlaceCode], _ breakdown: Breakdown?, from: Day? = nil,
        asKnown moment: Date?
    ) throws -> (series: [Series: [Observation]], late: Set<Int>) {
        var found = try observations(of: measures, in: places, breakdown, from: from)
        guard let moment else { return (found, []) }
        // Where nothing that is known now came later, it was known then.
        guard try !late(found, than: moment).isEmpty else { return (found, []) }
        let known = try observations(of: measures, in: places, breakdown, from: from, asKnown: moment)
        for (series, then) in known {
            let bySpan = Dictionary(then.map { ($0.span, $0) }) { _, last in last }
            found[series] = found[series, default: []].map { bySpan[$0.span] ?? $0 }
        }
        return (found, try late(found, than: moment))
    }

    /// The numbers of the imports that came after a moment.
    private func late(_ found: [Series: [Observation]], than moment: Date) throws -> Set<Int> {
        var late: Set<Int> = []
        for number in Set(found.values.flatMap { $0.map(\.source) }) {
            if let summary = try importSummary(number), summary.at > moment { late.insert(number) }
        }
        return late
    }
}

extension Day {
    /// The last moment of the day in England.
    var ending: Date {
        let midnight = Date(timeIntervalSince1970: Double(number + 1) * 86_400)
        let hourBefore = midnight.addingTimeInterval(-3_600)
        return (Day(inEnglandAt: hourBefore) > self ? hourBefore : midnight).addingTimeInterval(-0.001)
    }
}

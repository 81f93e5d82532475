import Kernel
import Statistics

/// One measure of a place beside those it is held against, at one time: where it stands, how far off, and which way.
struct Comparison: Sendable {
    /// Whom a place is held against.
    enum Against: String, CaseIterable, Sendable {
        case neighbours, region, country

        var words: String {
            switch self {
            case .neighbours: "Statistical neighbours"
            case .region: "Region"
            case .country: "England"
            }
        }
    }

    /// What one of those has, at the same time.
    struct Comparator: Sendable {
        let against: Against
        /// A figure as published; for neighbours, the mean of those that have one.
        let value: Double?
        /// As a page shows it.
        let words: String
        /// Of neighbours: how many have a figure.
        let count: Int?
        let gap: Gap?
        /// How many decimal places the gap is shown with.
        let places: Int
        /// Whether the gap grew or shrank since the first time that both have a figure; nil of fewer than three times.
        let change: GapChange?
        let since: String?
    }

    let measure: Measure
    let observation: Observation
    let comparators: [Comparator]
    /// Among it and its statistical neighbours.
    let standing: Standing?
    /// Among all the authorities that a figure is held of.
    let standingOfAll: Standing?
    /// Where the place's own figure went since the time before.
    let travel: Travel?

    /// Fewer times than this tell no direction: two points are no verdict.
    static let timesMin = 3

    func comparator(_ against: Against) -> Comparator? { comparators.first { $0.against == against } }
}

extension Measure {
    /// Which way is good, as statistics has it.
    var statisticalPolarity: Statistics.Polarity {
        switch polarity {
        case .high: .higherIsBetter
        case .low: .lowerIsBetter
        case .neither: .context
        }
    }

    /// A figure as a page shows it: with the measure's decimal places, or as published.
    func words(of value: Published) -> String {
        guard case .amount(let amount) = value else { return value.words }
        return Measure.grouped(decimals.map { amount.rounded(to: $0) } ?? amount.withoutTail)
    }

    /// How many places what is worked out of its figures is shown with: one at least, and where nobody says how many
    /// its figures have, as many as the figure beside it, up to three.
    func places(beside value: Published?) -> Int {
        decimals.map { max(1, min($0, 6)) } ?? max(1, min(value?.amount?.decimals ?? 1, 3))
    }

    /// A worked-out number.
    func words(of value: Double, places: Int) -> String { figureText(value, places: places) }

    /// `1,967.5`
    private static func grouped(_ amount: Amount) -> String {
        let text = amount.description, halves = text.split(separator: ".", maxSplits: 1)
        guard let whole = halves.first, whole.utf8.count > 4 else { return text }
        var grouped = ""
        let digits = Array(whole.drop { $0 == "-" })
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += "," }
            grouped.append(digit)
        }
        return (text.hasPrefix("-") ? "-" : "") + grouped + (halves.count > 1 ? "." + halves[1] : "")
    }
}

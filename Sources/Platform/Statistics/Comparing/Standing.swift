/// Where a place stands among others on one figure.
public struct Standing: Hashable, Sendable {
    /// 1 is the best; where nothing is better, 1 is the highest. Those who are level share a rank, and the next is
    /// as many further on (1, 2, 2, 4).
    public let rank: Int
    /// How many places have a figure. One without a figure has no rank, and counts in nobody's.
    public let of: Int
    /// How many share the rank, this place among them.
    public let level: Int
    /// 1 is the best quarter; nil among fewer than `placesForQuarters`.
    public let quarter: Int?

    /// Quarters of fewer than four places say nothing.
    public static let placesForQuarters = 4

    /// The standing of each, in the order given; nil for one that has no figure.
    public static func all(_ values: [Double?], by polarity: Polarity) -> [Standing?] {
        let merits = values.map { $0.map { polarity.merit(of: $0) } }
        let known = merits.compactMap { $0 }.sorted(by: >)
        var first: [Double: Int] = [:], level: [Double: Int] = [:]
        for (index, merit) in known.enumerated() {
            if first[merit] == nil { first[merit] = index + 1 }
            level[merit, default: 0] += 1
        }
        return merits.map { merit in
            guard let merit, let rank = first[merit], let level = level[merit] else { return nil }
            // Those who are level stand in the quarter of the best place that they share.
            let quarter = known.count < placesForQuarters ? nil : (4 * (rank - 1)) / known.count + 1
            return Standing(rank: rank, of: known.count, level: level, quarter: quarter)
        }
    }

    /// `2nd equal of 11`.
    public var words: String { "\(ordinal(rank))\(level > 1 ? " equal" : "") of \(of)" }

    private func ordinal(_ number: Int) -> String {
        let ending =
            switch (number % 100, number % 10) {
            case (11...13, _): "th"
            case (_, 1): "st"
            case (_, 2): "nd"
            case (_, 3): "rd"
            default: "th"
            }
        return "\(number)\(ending)"
    }
}

extension Polarity {
    /// The more the better, whichever way the figure goes.
    fileprivate func merit(of value: Double) -> Double {
        switch self {
        case .higherIsBetter, .context: value
        case .lowerIsBetter: -value
        case .band(let band): -max(band.lowerBound - value, value - band.upperBound, 0)
        }
    }
}

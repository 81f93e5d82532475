import Foundation

/// How often a series crosses its median, and how long it stays on one side (PC-10).
///
/// The bounds move with the number of points, so that a long series is not accused of what chance alone would bring.
public struct RunCount: Hashable, Sendable {
    /// Points that are not on the median.
    public let useful: Int
    /// The most in a row on one side.
    public let longest: Int
    public let crossings: Int
    /// A longer run than this is a surprise.
    public let longestMax: Int
    /// Fewer crossings than this are a surprise.
    public let crossingsMin: Int

    /// Whether the series does not look like chance.
    public var isSurprising: Bool { useful > 0 && (longest > longestMax || crossings < crossingsMin) }

    /// Nil where there is no centre. A gap is passed over: what is counted is what was seen.
    init?(_ values: [Double?], about centre: Double?) {
        guard let centre else { return nil }
        let sides = values.compactMap { $0 }.filter { $0 != centre }.map { $0 > centre }
        var longest = 0, run = 0, crossings = 0
        for (index, side) in sides.enumerated() {
            let stays = index > 0 && sides[index - 1] == side
            if index > 0, !stays { crossings += 1 }
            run = stays ? run + 1 : 1
            longest = max(longest, run)
        }
        useful = sides.count
        self.longest = longest
        self.crossings = crossings
        longestMax = useful == 0 ? 0 : Int((log2(Double(useful)) + 3).rounded(.toNearestOrEven))
        crossingsMin = fivePerCentOfTosses(max(useful - 1, 0))
    }
}

/// The least number of heads that has a chance of 5% or more of not being exceeded, in so many tosses of a fair coin.
private func fivePerCentOfTosses(_ tosses: Int) -> Int {
    // 2 to the power of -1,000 is still a number; beyond that the normal curve is as good.
    guard tosses <= 1_000 else {
        return Int((Double(tosses) / 2 - 1.645 * (Double(tosses)).squareRoot() / 2 - 0.5).rounded(.up))
    }
    var chance = 1.0
    for _ in 0..<tosses { chance /= 2 }
    var sum = chance, heads = 0
    while sum < 0.05 {
        chance *= Double(tosses - heads) / Double(heads + 1)
        heads += 1
        sum += chance
    }
    return heads
}

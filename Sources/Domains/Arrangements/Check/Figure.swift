import Kernel

/// A figure as a source gives it, as the range of what it may be: "under 29" is anything less than 29.
///
/// `nearly 24` is read as more than half of it and less than it; `about 24` as within a tenth either way. A question
/// the range cannot decide has no answer.
struct Figure: Sendable {
    let low: Double, high: Double
    let isLowOpen: Bool, isHighOpen: Bool

    init(_ value: Int, _ comparator: Comparator) {
        let exact = Double(value)
        switch comparator {
        case .exactly: (low, high, isLowOpen, isHighOpen) = (exact, exact, false, false)
        case .under: (low, high, isLowOpen, isHighOpen) = (0, exact, false, true)
        case .over: (low, high, isLowOpen, isHighOpen) = (exact, .infinity, true, true)
        case .nearly: (low, high, isLowOpen, isHighOpen) = (exact / 2, exact, true, true)
        case .about: (low, high, isLowOpen, isHighOpen) = (exact * 0.9, exact * 1.1, false, false)
        }
    }

    /// Whether it is less than the lowest acceptable number; nil when that cannot be told.
    func isBelow(_ lowest: Int) -> Bool? {
        let limit = Double(lowest)
        if high < limit || (high == limit && isHighOpen) { return true }
        return low >= limit ? false : nil
    }

    /// Whether it is more than the highest acceptable number; nil when that cannot be told.
    func isAbove(_ highest: Int) -> Bool? {
        let limit = Double(highest)
        if low > limit || (low == limit && isLowOpen) { return true }
        return high <= limit ? false : nil
    }
}

extension Comparator {
    /// `under 29%`, `29%`.
    func said(_ figure: String) -> String { word + figure }
}

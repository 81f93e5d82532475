/// How far a figure is from one that it is held against.
public struct Gap: Hashable, Sendable {
    /// This less that, in the measure's own unit: above nothing where this is the higher.
    public let size: Double
    /// Better, worse, or neither.
    public let meaning: Meaning

    /// Nil unless both are known.
    public init?(of value: Double?, against comparator: Double?, by polarity: Polarity) {
        guard let value, let comparator else { return nil }
        size = value - comparator
        meaning = polarity.meaning(of: value, against: comparator)
    }

    private init(size: Double, meaning: Meaning) { (self.size, self.meaning) = (size, meaning) }

    /// As it is shown with so many places: one that comes to nothing means nothing.
    public func rounded(to places: Int) -> Gap {
        let power = (0..<max(0, min(places, 6))).reduce(1.0) { tens, _ in tens * 10 }
        let rounded = (size * power).rounded(.toNearestOrAwayFromZero) / power
        return Gap(size: rounded, meaning: rounded == 0 ? .neither : meaning)
    }

    /// `2.5 higher, which is better`.
    public func words(places: Int = 1) -> String {
        let amount = figureText(abs(size), places: places)
        guard amount != "0" else { return "the same" }
        let way = size > 0 ? "higher" : "lower"
        return switch meaning {
        case .improvement: "\(amount) \(way), which is better"
        case .concern: "\(amount) \(way), which is worse"
        case .neither: "\(amount) \(way)"
        }
    }
}

/// Whether two came closer together between two times.
public enum GapChange: Hashable, Sendable {
    case narrowed(by: Double), widened(by: Double), same

    /// Nil unless both gaps are known. A change of no more than the tolerance is none.
    public init?(from earlier: Gap?, to later: Gap?, tolerance: Double = 0) {
        guard let earlier, let later else { return nil }
        let change = abs(later.size) - abs(earlier.size)
        self = abs(change) <= tolerance ? .same : change < 0 ? .narrowed(by: -change) : .widened(by: change)
    }

    /// As both gaps are shown with so many places: two that are shown alike are the same.
    public init?(from earlier: Gap?, to later: Gap?, places: Int) {
        self.init(from: earlier?.rounded(to: places), to: later?.rounded(to: places))
    }
}

/// Which way a figure went since the time before. Two points tell a direction, and never a verdict.
public struct Travel: Hashable, Sendable {
    public enum Way: String, Sendable { case up, down, level }
    public let way: Way
    public let change: Double
    public let meaning: Meaning

    /// Nil unless both are known. A change of no more than the tolerance is level.
    public init?(from earlier: Double?, to later: Double?, by polarity: Polarity, tolerance: Double = 0) {
        guard let earlier, let later else { return nil }
        change = later - earlier
        way = abs(change) <= tolerance ? .level : change > 0 ? .up : .down
        meaning = way == .level ? .neither : polarity.meaning(of: later, against: earlier)
    }

    /// `Up 2.5: better`.
    public func words(places: Int = 1) -> String {
        guard way != .level else { return "Level" }
        let amount = figureText(abs(change), places: places)
        let way = way == .up ? "Up" : "Down"
        return switch meaning {
        case .improvement: "\(way) \(amount): better"
        case .concern: "\(way) \(amount): worse"
        case .neither: "\(way) \(amount)"
        }
    }
}

public import Kernel

/// The time a figure is of: from a day, until the first day that is no longer in it. A count on one day has a span of
/// that day.
public struct Span: Hashable, Sendable, Comparable {
    public let from: Day
    public let until: Day

    /// Nil unless it has at least a day.
    public init?(_ from: Day?, _ until: Day?) {
        guard let from, let until, from < until else { return nil }
        (self.from, self.until) = (from, until)
    }

    /// For what the database already holds to be well-formed.
    init(trusting from: Day, _ until: Day) { (self.from, self.until) = (from, until) }

    /// By when it ends, then by when it begins.
    public static func < (one: Span, other: Span) -> Bool { (one.until, one.from) < (other.until, other.from) }

    /// `1 April 2023 to 31 March 2024`, or one day.
    public var words: String {
        let last = until.adding(days: -1)
        return last == from ? from.long : "\(from.long) to \(last.long)"
    }
}

public import Kernel

/// What one period gave. What is missing is missing, and never nought.
public struct Observed: Hashable, Sendable {
    public enum Amount: Hashable, Sendable {
        case missing
        /// A measurement, in its own unit.
        case value(Double)
        /// So many, out of or for each of so many.
        case count(Double, of: Double)
    }

    /// The period, as a person reads it: `2009/10`.
    public let label: String
    public let amount: Amount

    public init(_ label: String, _ amount: Amount) {
        self.label = label
        self.amount = amount
    }
}

/// The chart that fits what is counted.
public enum ChartKind: String, Sendable, CaseIterable {
    /// Measurements, one a period, with their moving ranges.
    case measurements = "xmr"
    /// Shares of a number that changes: each point has limits of its own.
    case proportions = "p"
    /// Events for each of a number that changes: each point has limits of its own.
    case rates = "u"
    /// A median and the runs about it, where limits would claim too much.
    case run
}

/// From this point on the process is another, and is judged by limits of its own. Only a person says so, and why.
public struct Rebase: Hashable, Sendable {
    /// The label of the first point of the new process.
    public let from: String
    public let reason: String
    /// The person or the post that decided.
    public let by: String
    public let on: Day

    public static let reasonMax = 500

    /// - Throws: `Refusal.invalid` without a reason, or somebody who gives it.
    public init(from: String, reason: String, by: String, on: Day) throws(Refusal) {
        var problems: [Problem] = []
        if reason.allSatisfy(\.isWhitespace) {
            problems.append(Problem("reason", "Say what changed, so that others can see why the limits begin anew"))
        }
        if reason.count > Rebase.reasonMax {
            problems.append(Problem("reason", "The reason must be \(Rebase.reasonMax) characters or fewer"))
        }
        if by.allSatisfy(\.isWhitespace) {
            problems.append(Problem("by", "Say who decided that the limits begin anew"))
        }
        guard problems.isEmpty else { throw .invalid(problems) }
        self.from = from
        self.reason = reason
        self.by = by
        self.on = on
    }
}

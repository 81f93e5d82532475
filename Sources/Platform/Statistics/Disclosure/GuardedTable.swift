public import Kernel

/// Counts with their totals, of which nothing leaves that would let a small one be worked out (`NIS-04`).
///
/// The counts are private and nothing prints them: a page, a log line or a debugger's dump gives only what is shown.
/// As with `Tally`, none is shown as none.
public struct GuardedTable: Hashable, Sendable {
    /// What each row and each column is called.
    public let rows: [String]
    public let columns: [String]
    /// A row's counts in the order of the columns.
    let counts: [[Int]]
    /// Whether the columns are added up as well as the rows.
    let isTwoWay: Bool

    public static let cellsMax = 10_000
    public static let countMax = 1_000_000_000

    /// A table of so many rows and columns, with the totals of both.
    /// - Throws: `Refusal.invalid` when it is not a rectangle of counts, `.tooLarge` beyond `cellsMax` cells.
    public init(rows: [String], columns: [String], _ counts: [[Int]]) throws(Refusal) {
        try self.init(rows: rows, columns: columns, counts, isTwoWay: true)
    }

    /// Counts in a list, with the total of all.
    public init(_ list: [(name: String, count: Int)]) throws(Refusal) {
        try self.init(rows: ["All"], columns: list.map(\.name), [list.map(\.count)], isTwoWay: false)
    }

    private init(rows: [String], columns: [String], _ counts: [[Int]], isTwoWay: Bool) throws(Refusal) {
        guard rows.count * columns.count <= GuardedTable.cellsMax else {
            throw .tooLarge("A table holds \(GuardedTable.cellsMax) cells at most")
        }
        guard counts.count == rows.count, counts.allSatisfy({ $0.count == columns.count }) else {
            throw .invalid([Problem("counts", "Every row needs a count for each column")])
        }
        guard counts.allSatisfy({ $0.allSatisfy { (0...GuardedTable.countMax).contains($0) } }) else {
            throw .invalid([Problem("counts", "A count is a whole number, nought or more")])
        }
        self.rows = rows
        self.columns = columns
        self.counts = counts
        self.isTwoWay = isTwoWay
    }

    /// What may leave the room.
    /// - Parameter threshold: the smallest count that may be shown, other than none at all; 0 hides nothing.
    public func shown(hidingBelow threshold: Int) -> ShownTable { HideCells(self, below: threshold).shown }
}

extension GuardedTable: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(rows.count) by \(columns.count) counts, guarded" }
    public var debugDescription: String { description }
    /// Without this `dump` and a failed expectation would print the private counts.
    public var customMirror: Mirror { Mirror(self, children: ["shown": description]) }
}

/// What may be shown of a table. It does not tell a small count from one hidden to keep it company: that would itself
/// give some of them away.
public struct ShownTable: Hashable, Sendable {
    /// A count, or nil where it is hidden.
    public typealias Cell = Int?

    public let rows: [String]
    public let columns: [String]
    public let cells: [[Cell]]
    public let rowTotals: [Cell]
    /// Empty for a list.
    public let columnTotals: [Cell]
    public let total: Cell

    /// How many counts and totals are hidden.
    public var hidden: Int {
        let lines = cells + [rowTotals, columnTotals]
        return lines.reduce(0) { $0 + $1.count { $0 == nil } } + (isList ? 0 : total == nil ? 1 : 0)
    }

    private var isList: Bool { columnTotals.isEmpty && !columns.isEmpty }
}

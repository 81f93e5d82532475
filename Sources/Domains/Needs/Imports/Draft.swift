import Kernel

/// One figure as a file has it, before it is compared with what is held.
struct Draft: Sendable, Equatable {
    let series: Series
    let span: Span
    let label: String
    let value: Published
    let numerator: Int?
    let denominator: Int?
    let line: Int
    let heading: String
}

/// What a person should know of a row, or of one cell of it.
struct Remark: Hashable, Sendable {
    enum Outcome: String, Sendable { case refused, warned, changed }

    let outcome: Outcome
    /// The column's heading; empty for the whole row.
    let heading: String
    let words: String
}

/// Remarks as they are kept: alike ones told once, with the first line and how many there are. Bounded, however long
/// the file is.
struct Remarks: Sendable {
    static let countMax = 2_000

    /// One remark, the line it was first made of, and how often.
    struct Entry: Sendable, Equatable {
        let remark: Remark
        let line: Int
        var times: Int
    }

    private(set) var entries: [Entry] = []
    private var positions: [Remark: Int] = [:]
    /// Those past the limit, which are counted and not kept.
    private(set) var leftOut = 0

    /// Those of a part of the file that follows.
    mutating func add(_ more: Remarks) {
        for entry in more.entries { add(entry.remark, line: entry.line, times: entry.times) }
        leftOut += more.leftOut
    }

    mutating func add(_ remark: Remark, line: Int, times: Int = 1) {
        if let position = positions[remark] {
            entries[position].times += times
        } else if entries.count < Self.countMax {
            positions[remark] = entries.count
            entries.append(Entry(remark: remark, line: line, times: times))
        } else {
            leftOut += times
        }
    }
}

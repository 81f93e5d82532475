@testable import Statistics

/// Somebody who tries every table that fits what is shown.
struct Attack {
    private let shown: ShownTable
    /// For each hidden count of the body, every value that it takes in some table that fits.
    private var seen: [[Set<Int>]]
    private var fitting: Set<[[Int]]> = []

    /// More than any hidden count of the tables tried.
    static let countMax = 9

    init(_ shown: ShownTable) {
        self.shown = shown
        seen = shown.cells.map { $0.map { _ in [] } }
        var table = shown.cells.map { $0.map { $0 ?? 0 } }
        fill(0, &table)
    }

    /// The hidden counts that have only one value left.
    var determined: [String] {
        shown.cells.indices.flatMap { row in
            shown.cells[row].indices.filter { shown.cells[row][$0] == nil && seen[row][$0].count < 2 }
                .map { "row \(row), column \($0)" }
        }
    }

    func contains(_ counts: [[Int]]) -> Bool { fitting.contains(counts) }

    private mutating func fill(_ index: Int, _ table: inout [[Int]]) {
        let width = shown.columns.count
        if index > 0, index.isMultiple(of: width), !fits(table, row: index / width - 1) { return }
        guard index < width * shown.rows.count else { note(table); return }
        let row = index / width, column = index % width
        guard shown.cells[row][column] == nil else { fill(index + 1, &table); return }
        for count in 1...Self.countMax {
            table[row][column] = count
            if couldFit(table, row, column) { fill(index + 1, &table) }
        }
        table[row][column] = 0
    }

    /// Whether the counts so far leave room in the totals.
    private func couldFit(_ table: [[Int]], _ row: Int, _ column: Int) -> Bool {
        let across = table[row].reduce(0, +), down = table.reduce(0) { $0 + $1[column] }
        return across <= shown.rowTotals[row] ?? .max && down <= shown.columnTotals[column] ?? .max
    }

    private func fits(_ table: [[Int]], row: Int) -> Bool { agree(shown.rowTotals[row], table[row].reduce(0, +)) }

    private mutating func note(_ table: [[Int]]) {
        let columns = shown.columns.indices.map { column in table.reduce(0) { $0 + $1[column] } }
        guard zip(shown.columnTotals, columns).allSatisfy(agree), agree(shown.total, columns.reduce(0, +)) else {
            return
        }
        fitting.insert(table)
        for row in table.indices { for column in table[row].indices { seen[row][column].insert(table[row][column]) } }
    }

    /// A hidden total is none of none.
    private func agree(_ shown: Int?, _ sum: Int) -> Bool { shown.map { $0 == sum } ?? (sum > 0) }
}

/// Somebody who solves the equations that rows and columns are, by elimination.
struct Equations {
    /// The hidden counts whose value follows, whatever the others are.
    let determined: [Int]

    init(_ shown: ShownTable) {
        var unknown: [[Int]: Int] = [:]
        let height = shown.rows.count, width = shown.columns.count
        func cell(_ row: Int, _ column: Int) -> Int? {
            switch (row == height, column == width) {
            case (false, false): shown.cells[row][column]
            case (false, true): shown.rowTotals[row]
            case (true, false): shown.columnTotals[column]
            case (true, true): shown.total
            }
        }
        for row in 0...height {
            for column in 0...width where cell(row, column) == nil { unknown[[row, column]] = unknown.count }
        }
        var rows: [[Double]] = []
        func equation(_ cells: [(Int, Int)], total: (Int, Int)) {
            var line = [Double](repeating: 0, count: unknown.count)
            for (row, column) in cells { if let at = unknown[[row, column]] { line[at] += 1 } }
            if let at = unknown[[total.0, total.1]] { line[at] -= 1 }
            rows.append(line)
        }
        for row in 0...height { equation((0..<width).map { (row, $0) }, total: (row, width)) }
        for column in 0...width { equation((0..<height).map { ($0, column) }, total: (height, column)) }
        determined = Self.solved(rows, count: unknown.count)
    }

    /// After elimination an unknown that stands alone in its equation has one value.
    private static func solved(_ lines: [[Double]], count: Int) -> [Int] {
        var rows = lines, pivot = 0, found: [Int] = [], pivots: [(row: Int, column: Int)] = []
        for column in 0..<count where pivot < rows.count {
            guard let best = (pivot..<rows.count).first(where: { abs(rows[$0][column]) > 1e-9 }) else { continue }
            rows.swapAt(pivot, best)
            let lead = rows[pivot][column]
            rows[pivot] = rows[pivot].map { $0 / lead }
            for row in rows.indices where row != pivot && abs(rows[row][column]) > 1e-9 {
                let times = rows[row][column]
                for at in 0..<count { rows[row][at] -= times * rows[pivot][at] }
            }
            pivots.append((pivot, column))
            pivot += 1
        }
        for (row, column) in pivots where rows[row].count(where: { abs($0) > 1e-9 }) == 1 { found.append(column) }
        return found
    }
}

/// Numbers that are the same each time.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func roll(_ range: ClosedRange<Int>) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return range.lowerBound + Int(state % UInt64(range.count))
    }
}

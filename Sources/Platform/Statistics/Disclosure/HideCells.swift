/// Decides which cells of a table are hidden.
///
/// Every count is an edge between its row and its column, and every total one that leads back; a change of the hidden
/// counts that no shown total notices is then a walk in a ring. A hidden count can be worked out exactly when no ring
/// of hidden ones goes through it. For such a one the cheapest ring is found and hidden whole, until none is left.
///
/// The reader is taken to know that none is ever hidden: a ring counts only if each of its cells stays at one or more.
struct HideCells {
    private let table: GuardedTable
    private var edges: [Edge] = []
    private let nodes: Int

    private struct Edge {
        let row: Int
        let column: Int
        let count: Int
        let isTotal: Bool
        let cost: Int
        var isHidden: Bool
    }

    init(_ table: GuardedTable, below threshold: Int) {
        self.table = table
        let rowCount = table.rows.count, columnCount = table.columns.count
        nodes = rowCount + 1 + columnCount + 1
        let whole = table.total
        func isSmall(_ count: Int) -> Bool { count > 0 && count < threshold }
        func edge(_ row: Int, _ column: Int, _ count: Int, isTotal: Bool, isGrand: Bool = false) -> Edge {
            // Totals are what people come for: all the counts go before one of them does.
            let cost = isGrand ? 2_000 * (whole + 1) : isTotal ? 1_000 * (whole + 1) + count : count
            return Edge(
                row: row, column: column, count: count, isTotal: isTotal, cost: cost, isHidden: isSmall(count))
        }
        for row in 0..<rowCount {
            for column in 0..<columnCount {
                // In a list no column is added up: every count leads to the same place.
                let end = table.isTwoWay ? column : columnCount
                edges.append(edge(row, end, table.counts[row][column], isTotal: false))
            }
        }
        edges += table.rowTotals.enumerated().map { edge($0, columnCount, $1, isTotal: true) }
        if table.isTwoWay {
            edges += table.columnTotals.enumerated().map { edge(rowCount, $0, $1, isTotal: true) }
            edges.append(edge(rowCount, columnCount, whole, isTotal: false, isGrand: true))
        }
        complete()
    }

    var shown: ShownTable {
        let width = table.columns.count, height = table.rows.count
        let all = edges.map { $0.isHidden ? nil : $0.count }
        let totals = all.dropFirst(width * height)
        return ShownTable(
            rows: table.rows, columns: table.columns,
            cells: (0..<height).map { row in Array(all[(row * width)..<((row + 1) * width)]) },
            rowTotals: Array(totals.prefix(height)),
            columnTotals: table.isTwoWay ? Array(totals.dropFirst(height).prefix(width)) : [],
            total: totals.last ?? 0)
    }

    // MARK: The rings

    /// Hides until nothing hidden can be worked out. What a ring hides is safe by that ring, so once round is enough.
    private mutating func complete() {
        for given in edges.indices where edges[given].isHidden && ring(through: given, hiddenOnly: true) == nil {
            // One is always found: whatever a count is, it and its totals can all be greater together.
            for index in ring(through: given, hiddenOnly: false) ?? [] { edges[index].isHidden = true }
        }
    }

    /// The cheapest ring through an edge, as the other edges of it; nil when there is none.
    private func ring(through index: Int, hiddenOnly: Bool) -> [Int]? {
        let edge = edges[index]
        let column = columnNode(edge)
        let ways = [
            canPass(edge, towardsColumn: true)
                ? path(from: column, to: edge.row, without: index, hiddenOnly: hiddenOnly) : nil,
            canPass(edge, towardsColumn: false)
                ? path(from: edge.row, to: column, without: index, hiddenOnly: hiddenOnly) : nil,
        ]
        return ways.compactMap { $0 }.min { $0.cost < $1.cost }?.path
    }

    /// Whether a step over an edge leaves at least one in its cell. Towards the column a count grows and a total
    /// shrinks; none is never hidden, so an empty cell takes no part.
    private func canPass(_ edge: Edge, towardsColumn: Bool) -> Bool {
        edge.count > 0 && (towardsColumn != edge.isTotal || edge.count > 1)
    }

    private func columnNode(_ edge: Edge) -> Int { table.rows.count + 1 + edge.column }

    /// Dijkstra's shortest path, by a search of all nodes: there are few hundred.
    private func path(from start: Int, to end: Int, without left: Int, hiddenOnly: Bool) -> (cost: Int, path: [Int])? {
        var costs = [Int](repeating: .max, count: nodes), came = [Int](repeating: -1, count: nodes)
        var isDone = [Bool](repeating: false, count: nodes)
        let leaving = steps(without: left, hiddenOnly: hiddenOnly)
        costs[start] = 0
        while true {
            let open = (0..<nodes).filter { !isDone[$0] && costs[$0] < .max }
            guard let node = open.min(by: { costs[$0] < costs[$1] }) else { return nil }
            if node == end { break }
            isDone[node] = true
            for (next, index) in leaving[node] where !isDone[next] {
                let cost = costs[node] + (edges[index].isHidden ? 0 : edges[index].cost)
                if cost < costs[next] { costs[next] = cost; came[next] = index }
            }
        }
        var path: [Int] = [], node = end
        while node != start {
            let index = came[node], edge = edges[index]
            path.append(index)
            node = node == edge.row ? columnNode(edge) : edge.row
        }
        return (costs[end], path)
    }

    private func steps(without left: Int, hiddenOnly: Bool) -> [[(next: Int, edge: Int)]] {
        var steps = [[(next: Int, edge: Int)]](repeating: [], count: nodes)
        for (index, edge) in edges.enumerated() where index != left && (edge.isHidden || !hiddenOnly) {
            let column = columnNode(edge)
            if canPass(edge, towardsColumn: true) { steps[edge.row].append((column, index)) }
            if canPass(edge, towardsColumn: false) { steps[column].append((edge.row, index)) }
        }
        return steps
    }
}

extension GuardedTable {
    fileprivate var rowTotals: [Int] { counts.map { $0.reduce(0, +) } }
    fileprivate var columnTotals: [Int] {
        columns.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
    }
    fileprivate var total: Int { rowTotals.reduce(0, +) }
}

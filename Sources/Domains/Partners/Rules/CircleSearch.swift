import Kernel
import Records

/// Every circle of a relation, found in one pass over the shelf: what cannot come back is never walked, and a circle is
/// told once, at the first of the records asked about that is on it.
struct CircleSearch {
    /// One record's step, between things and sorts by their numbers.
    private struct Edge {
        let to: Int
        let days: CircleDays
    }

    /// Steps followed in all. Only lines that lead back over different times can come near it.
    static let stepsMax = 1_000_000

    private let relation: Relation
    private var numbers: [String: Int] = [:]
    private var names: [String] = []
    private var edges: [[Edge]] = []
    private var groups: [Int] = []
    /// For tests: steps followed so far.
    private(set) var steps = 0

    init(_ relation: Relation, on shelf: any Shelf) throws {
        self.relation = relation
        for record in try shelf.records(of: relation.kind) {
            guard let (from, to) = ends(of: record) else { continue }
            edges[from].append(Edge(to: to, days: CircleDays(record.period)))
        }
        groups = Groups.of(edges.map { $0.map(\.to) })
    }

    private mutating func ends(of record: Record) -> (from: Int, to: Int)? {
        guard let start = relation.start(of: record), let step = relation.step(record) else { return nil }
        return (number(start, step.sort), number(step.to, step.sort))
    }

    private mutating func number(_ id: String, _ sort: String) -> Int {
        let key = sort + "\n" + id
        if let number = numbers[key] { return number }
        numbers[key] = edges.count
        names.append(id)
        edges.append([])
        return edges.count - 1
    }

    /// The position of a record on each circle, and the way round from where its step starts; no way at all where so
    /// many lead back, on so many different days, that it cannot be told.
    mutating func circles(among records: [Record]) -> [(position: Int, path: [String])] {
        var found: [(position: Int, path: [String])] = [], told: Set<Int> = []
        for (position, record) in records.enumerated() {
            guard let (from, to) = ends(of: record), from < groups.count, to < groups.count,
                groups[from] == groups[to], !told.contains(from)
            else { continue }
            let path = path(from: from, to: to, CircleDays(record.period))
            guard steps < Self.stepsMax else { return found + [(position, [])] }
            guard let path else { continue }
            told.formUnion(path)
            found.append((position, path.map { names[$0] }))
        }
        return found
    }

    /// From link to link within one group, with the days narrowing; nil when it does not come back.
    private mutating func path(from start: Int, to first: Int, _ days: CircleDays) -> [Int]? {
        struct Key: Hashable { let at: Int, days: CircleDays }
        var walks: [(at: Int, days: CircleDays, before: Int)] = [(first, days, -1)]
        var waiting = [0], seen: Set<Key> = []
        while let position = waiting.popLast(), steps < Self.stepsMax {
            let walk = walks[position]
            if walk.at == start {
                var path: [Int] = [], at = position
                while at >= 0 {
                    path.append(walks[at].at)
                    at = walks[at].before
                }
                return [start] + path.reversed()
            }
            guard seen.insert(Key(at: walk.at, days: walk.days)).inserted else { continue }
            for edge in edges[walk.at] where groups[edge.to] == groups[start] {
                steps += 1
                guard let both = walk.days.both(edge.days) else { continue }
                waiting.append(walks.count)
                walks.append((edge.to, both, position))
            }
        }
        return nil
    }
}

/// Things that can all be reached from one another, by Tarjan's way (1972), without recursion: linear in the steps.
enum Groups {
    /// - Parameter next: where each thing leads, by number.
    /// - Returns: the number of each thing's group.
    static func of(_ next: [[Int]]) -> [Int] {
        var order = [Int](repeating: -1, count: next.count), low = order, group = order
        var stack: [Int] = [], count = 0, groups = 0
        for root in next.indices where order[root] < 0 {
            var path: [(at: Int, edge: Int)] = [(root, 0)]
            while let (at, edge) = path.last {
                if edge == 0 {
                    (order[at], low[at]) = (count, count)
                    count += 1
                    stack.append(at)
                }
                if edge < next[at].count {
                    path[path.count - 1].edge += 1
                    let to = next[at][edge]
                    if order[to] < 0 {
                        path.append((to, 0))
                    } else if group[to] < 0 {
                        low[at] = min(low[at], order[to])
                    }
                    continue
                }
                path.removeLast()
                if let (parent, _) = path.last { low[parent] = min(low[parent], low[at]) }
                guard low[at] == order[at] else { continue }
                while let member = stack.popLast() {
                    group[member] = groups
                    if member == at { break }
                }
                groups += 1
            }
        }
        return group
    }
}

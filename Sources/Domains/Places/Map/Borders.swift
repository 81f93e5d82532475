/// The lines between groups of areas: where two neighbours belong to different groups, or an area ends the map.
struct Borders {
    typealias Point = Outline.Point

    /// Each a run of points along a border, every stretch of it once.
    let lines: [[Point]]

    /// A stretch between two points, whichever way it is walked.
    private struct Edge: Hashable {
        let low: Point
        let high: Point

        init(_ one: Point, _ other: Point) {
            (low, high) = (one.x, one.y) < (other.x, other.y) ? (one, other) : (other, one)
        }
    }

    /// - Parameter areas: each outline with the name of its group.
    init(between areas: [(outline: Outline, group: String)]) {
        var sides: [Edge: [String]] = [:]
        for (outline, group) in areas {
            for ring in outline.rings {
                for (index, point) in ring.enumerated() {
                    sides[Edge(point, ring[(index + 1) % ring.count]), default: []].append(group)
                }
            }
        }
        var drawn: Set<Edge> = []
        var lines: [[Point]] = []
        for ring in areas.flatMap(\.outline.rings) {
            var run: [Point] = []
            for (index, point) in ring.enumerated() {
                let next = ring[(index + 1) % ring.count], edge = Edge(point, next)
                let isBorder = Set(sides[edge, default: []]).count > 1 || sides[edge, default: []].count == 1
                guard isBorder, drawn.insert(edge).inserted else {
                    if run.count > 1 { lines.append(run) }
                    run = []
                    continue
                }
                if run.isEmpty { run = [point] }
                run.append(next)
            }
            if run.count > 1 { lines.append(run) }
        }
        self.lines = lines
    }
}

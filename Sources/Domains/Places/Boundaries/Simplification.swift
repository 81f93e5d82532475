/// Fewer points for the same map, with no gaps: where two areas share a stretch of boundary it is thinned once, for
/// both.
///
/// The rings are cut where three or more areas meet, or where an area meets the outside; each stretch between two cuts
/// is an arc, thinned after Ramer (1972) and Douglas and Peucker (1973) with its ends held.
struct Simplification {
    typealias Point = Outline.Point

    /// The farthest that a point may move, in the outline's units.
    let tolerance: Double
    /// How much shorter a degree of longitude is than one of latitude, here.
    let squeeze: Double

    private let outlines: [Outline]
    private let nodes: Set<Point>

    /// - Parameters:
    ///   - tolerance: the farthest that a boundary may move, in hundred-thousandths of a degree of latitude.
    ///   - squeeze: the cosine of the latitude.
    init(of outlines: [Outline], tolerance: Double, squeeze: Double) {
        self.outlines = outlines
        self.tolerance = tolerance
        self.squeeze = squeeze
        nodes = Simplification.nodes(of: outlines)
    }

    var simplified: [Outline] {
        outlines.map { outline in Outline(rings: outline.rings.map(simplified)) }
    }

    private func simplified(_ ring: [Point]) -> [Point] {
        let arcs = arcs(of: ring)
        let thin = arcs.flatMap { thinned($0).dropLast() }
        // A ring thinned to a line would vanish from the map; it is small, so it may stay as it was.
        return thin.count >= 3 ? thin : ring
    }

    /// Where boundaries meet: the points with other than two neighbours.
    private static func nodes(of outlines: [Outline]) -> Set<Point> {
        var neighbours: [Point: Set<Point>] = [:]
        for ring in outlines.flatMap(\.rings) {
            for (index, point) in ring.enumerated() {
                let next = ring[(index + 1) % ring.count]
                neighbours[point, default: []].insert(next)
                neighbours[next, default: []].insert(point)
            }
        }
        return Set(neighbours.filter { $0.value.count != 2 }.keys)
    }

    /// The ring as stretches from cut to cut, each with both its ends. A ring that meets nothing is cut at its lowest
    /// point and the one farthest from it, which are the same whoever walks it.
    private func arcs(of ring: [Point]) -> [[Point]] {
        var cuts = ring.indices.filter { nodes.contains(ring[$0]) }
        if cuts.count < 2 {
            let first = cuts.first ?? ring.indices.min { lower(ring[$0], ring[$1]) } ?? 0
            let far =
                ring.indices.max {
                    (distance(ring[$0], ring[first]), ring[$0].x, ring[$0].y) < (
                        distance(ring[$1], ring[first]), ring[$1].x, ring[$1].y
                    )
                } ?? first
            cuts = [first, far].sorted()
        }
        return cuts.indices.map { index in
            let start = cuts[index], end = index + 1 < cuts.count ? cuts[index + 1] : cuts[0] + ring.count
            return (start...end).map { ring[$0 % ring.count] }
        }
    }

    /// The arc's points that matter. Walked from its lower end, so that both of its areas thin it alike.
    private func thinned(_ arc: [Point]) -> [Point] {
        guard arc.count > 2, let first = arc.first, let last = arc.last else { return arc }
        let isReversed = first == last ? lower(arc[arc.count - 2], arc[1]) : lower(last, first)
        let walk = isReversed ? Array(arc.reversed()) : arc
        var keep = Set([0, walk.count - 1])
        var spans = [(0, walk.count - 1)]
        while let (start, end) = spans.popLast() {
            guard let far = farthest(in: walk, between: start, and: end) else { continue }
            keep.insert(far)
            spans.append((start, far))
            spans.append((far, end))
        }
        let kept = keep.sorted().map { walk[$0] }
        return isReversed ? kept.reversed() : kept
    }

    /// The point farthest from the line between two others, if it is farther than the tolerance.
    private func farthest(in walk: [Point], between start: Int, and end: Int) -> Int? {
        guard end - start > 1 else { return nil }
        var far: Int?, most = tolerance
        for index in (start + 1)..<end {
            let away = distance(of: walk[index], from: walk[start], to: walk[end])
            if away > most { (far, most) = (index, away) }
        }
        return far
    }

    private func distance(_ one: Point, _ other: Point) -> Double {
        let x = Double(one.x - other.x) * squeeze, y = Double(one.y - other.y)
        return (x * x + y * y).squareRoot()
    }

    /// How far a point is from the stretch between two others.
    private func distance(of point: Point, from start: Point, to end: Point) -> Double {
        let dx = Double(end.x - start.x) * squeeze, dy = Double(end.y - start.y)
        let px = Double(point.x - start.x) * squeeze, py = Double(point.y - start.y)
        let length = dx * dx + dy * dy
        guard length > 0 else { return (px * px + py * py).squareRoot() }
        let along = min(1, max(0, (px * dx + py * dy) / length))
        let x = px - along * dx, y = py - along * dy
        return (x * x + y * y).squareRoot()
    }

    private func lower(_ one: Point, _ other: Point) -> Bool { (one.y, one.x) < (other.y, other.x) }
}

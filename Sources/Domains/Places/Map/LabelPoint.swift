extension Outline {
    /// Somewhere well inside, for a label: the middle of the widest stretch of land on one of several level lines.
    ///
    /// Lines near the middle are preferred, so that a label does not sit in a corner that happens to be broad.
    var labelPoint: Point? {
        guard let ring = rings.max(by: { abs(Outline.area(of: $0)) < abs(Outline.area(of: $1)) }) else { return nil }
        let south = ring.map(\.y).min() ?? 0, north = ring.map(\.y).max() ?? 0
        var best: (point: Point, worth: Double)?
        for step in 1..<Self.lines {
            let share = Double(step) / Double(Self.lines)
            let y = Double(south) + Double(north - south) * share + 0.5
            for span in spans(at: y) {
                let worth = (span.upperBound - span.lowerBound) * (1 - abs(share - 0.5))
                if worth > best?.worth ?? 0 {
                    best = (Point(x: Int((span.lowerBound + span.upperBound) / 2), y: Int(y)), worth)
                }
            }
        }
        return best?.point
    }

    private static let lines = 12

    /// Where a level line is inside the outline.
    private func spans(at y: Double) -> [ClosedRange<Double>] {
        var crossings: [Double] = []
        for ring in rings {
            for (index, point) in ring.enumerated() {
                let next = ring[(index + 1) % ring.count]
                guard (Double(point.y) < y) != (Double(next.y) < y) else { continue }
                let share = (y - Double(point.y)) / Double(next.y - point.y)
                crossings.append(Double(point.x) + share * Double(next.x - point.x))
            }
        }
        crossings.sort()
        return stride(from: 0, to: crossings.count - 1, by: 2).map { crossings[$0]...crossings[$0 + 1] }
    }

    /// Twice the signed area, in the outline's units squared.
    static func area(of ring: [Point]) -> Double {
        ring.indices.reduce(0) { sum, index in
            let next = ring[(index + 1) % ring.count]
            return sum + Double(ring[index].x) * Double(next.y) - Double(next.x) * Double(ring[index].y)
        }
    }
}

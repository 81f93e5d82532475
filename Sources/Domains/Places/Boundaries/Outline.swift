/// The boundary of one area: rings of points, in hundred-thousandths of a degree (about a metre north to south).
///
/// An outer ring runs anticlockwise and a hole clockwise, so that the two can be told apart when filled.
struct Outline: Equatable, Sendable {
    /// A point on the map.
    struct Point: Hashable, Sendable {
        /// Longitude and latitude, in hundred-thousandths of a degree.
        let x: Int
        let y: Int

        init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }
    }

    /// Each without its last point, which is its first.
    let rings: [[Point]]

    init(rings: [[Point]]) { self.rings = rings }

    init(_ feature: GeoJSON.Feature) {
        rings = feature.rings.map { ring in
            var points: [Point] = []
            for degrees in ring {
                let point = Point(
                    x: Int((degrees.longitude * 100_000).rounded()), y: Int((degrees.latitude * 100_000).rounded()))
                if points.last != point { points.append(point) }
            }
            if points.count > 1, points.first == points.last { points.removeLast() }
            return points
        }
        .filter { $0.count >= 3 }
    }
}

// MARK: - Text

extension Outline {
    /// `x,y x,y x,y;x,y …`: points by space, rings by semicolon. As the database keeps it.
    var text: String {
        rings.map { ring in ring.map { "\($0.x),\($0.y)" }.joined(separator: " ") }.joined(separator: ";")
    }

    /// Nil unless every ring has at least three points.
    init?(text: String) {
        var rings: [[Point]] = []
        for part in text.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
            var ring: [Point] = []
            for pair in part.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false) {
                let halves = pair.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
                guard halves.count == 2, let x = Outline.integer(halves[0]), let y = Outline.integer(halves[1]) else {
                    return nil
                }
                ring.append(Point(x: x, y: y))
            }
            guard ring.count >= 3 else { return nil }
            rings.append(ring)
        }
        guard !rings.isEmpty else { return nil }
        self.rings = rings
    }

    private static func integer(_ digits: Substring.UTF8View) -> Int? {
        digits.count <= 9 ? Int(Substring(digits)) : nil
    }
}

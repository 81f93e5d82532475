import Foundation

/// Where points of the earth fall on a drawing: equirectangular about the middle latitude, which for one city is as
/// good as any.
struct Projection {
    /// In the drawing's units.
    let width: Double
    let height: Double
    private let left: Double
    private let top: Double
    private let across: Double
    private let down: Double

    /// Nil when there is nothing to draw.
    init?(of outlines: [Outline], width: Double) {
        let points = outlines.flatMap(\.rings).joined()
        guard let first = points.first else { return nil }
        var (west, east, south, north) = (first.x, first.x, first.y, first.y)
        for point in points {
            (west, east) = (min(west, point.x), max(east, point.x))
            (south, north) = (min(south, point.y), max(north, point.y))
        }
        guard east > west, north > south else { return nil }
        let squeeze = cos(Double(south + north) / 2 / 100_000 * .pi / 180)
        down = width / (Double(east - west) * squeeze)
        across = down * squeeze
        (left, top) = (Double(west), Double(north))
        self.width = width
        height = Double(north - south) * down
    }

    func place(_ point: Outline.Point) -> (x: Double, y: Double) {
        ((Double(point.x) - left) * across, (top - Double(point.y)) * down)
    }
}

import Testing

@testable import Places

private typealias Point = Outline.Point

/// The edges of the outlines, each with the number of outlines it bounds.
private func edges(of outlines: [Outline]) -> [Set<Outline.Point>: Int] {
    var edges: [Set<Outline.Point>: Int] = [:]
    for ring in outlines.flatMap(\.rings) {
        for (index, point) in ring.enumerated() { edges[[point, ring[(index + 1) % ring.count]], default: 0] += 1 }
    }
    return edges
}

@Suite("Boundaries, thinned for drawing")
struct SimplificationTests {
    private func leeds() throws -> BoundarySet {
        try BoundarySet(
            reading: LeedsFiles.bytes("leeds_wards_2013_boundaries.geojson"), file: "b.json", codeProperty: "WD13CD",
            areas: LeedsFiles.wards())
    }

    @Test func everyWardIsDrawn() throws {
        let entries = try leeds().entries
        #expect(entries.count == 33)
        #expect(entries.allSatisfy { !$0.outline.rings.isEmpty })
    }

    @Test("neighbours still share their boundary: what is not shared is one ring round the city")
    func noGaps() throws {
        let outlines = try leeds().entries.map(\.outline)
        let edges = edges(of: outlines)
        #expect(Set(edges.values) == [1, 2])
        var outer: [Outline.Point: Int] = [:]
        for edge in edges.filter({ $0.value == 1 }).keys { for point in edge { outer[point, default: 0] += 1 } }
        #expect(outer.values.allSatisfy { $0 == 2 })
        let points = outlines.flatMap(\.rings).reduce(0) { $0 + $1.count }
        #expect(points > 500 && points < 2_500)
    }

    @Test("a shared crooked line is thinned alike from both sides")
    func shared() {
        let line = (1..<50).map { Outline.Point(x: $0 % 2, y: $0 * 10) }
        let left = Outline(rings: [
            [Outline.Point(x: -500, y: 0), Outline.Point(x: 0, y: 0)] + line + [
                Outline.Point(x: 0, y: 500), Outline.Point(x: -500, y: 500),
            ]
        ])
        let right = Outline(rings: [
            [Outline.Point(x: 0, y: 500)] + line.reversed() + [
                Outline.Point(x: 0, y: 0), Outline.Point(x: 500, y: 0), Outline.Point(x: 500, y: 500),
            ]
        ])
        let thin = Simplification(of: [left, right], tolerance: 5, squeeze: 1).simplified
        #expect(thin.map { $0.rings[0].count } == [4, 4])
        #expect(edges(of: thin).values.count { $0 == 2 } == 1)
    }

    @Test("an island keeps its shape, and one too small to thin stays as it was")
    func islands() {
        let ring = (0..<40).map { Outline.Point(x: $0 < 20 ? $0 * 10 : (39 - $0) * 10, y: $0 < 20 ? 0 : 300) }
        #expect(
            Simplification(of: [Outline(rings: [ring])], tolerance: 5, squeeze: 1).simplified[0].rings[0].count == 4)
        let speck = Outline(rings: [[Outline.Point(x: 0, y: 0), Outline.Point(x: 2, y: 0), Outline.Point(x: 1, y: 1)]])
        #expect(Simplification(of: [speck], tolerance: 50, squeeze: 1).simplified == [speck])
    }

    @Test func textThereAndBack() throws {
        for entry in try leeds().entries { #expect(Outline(text: entry.outline.text) == entry.outline) }
    }

    @Test(arguments: [
        "", "1,2", "1,2 3,4", "1,2 3,4 x,6", "1,2 3,4 5,6;", "1,2 3,4 5", "1,2  3,4 5,6", "1,2 3,4 9999999999,6",
    ])
    func textThatIsNoOutline(text: String) { #expect(Outline(text: text) == nil) }
}

import Kernel
import Testing
import Web

@testable import Places

@Suite("The map, drawn")
struct MapTests {
    private func map(marked: Set<ID<Area>>? = nil, on day: Day = Day(2009, 12, 31)!) throws -> WardMap {
        let areas = try LeedsFiles.areas()
        let tree = try AreaTree(areas, on: day)
        let figures = try DataFolder(LeedsFiles.folder.path).figures(placing: areas)
        var outlines: [ID<Area>: Outline] = [:]
        for case .boundaries(let set) in figures.loads.map(\.content) {
            for entry in set.entries { outlines[ID(entry.area)] = entry.outline }
        }
        return WardMap(tree, outlines: outlines, marked: marked)
    }

    private func picture(_ map: WardMap, linked: Bool) -> WardMapPicture {
        WardMapPicture(
            map: map, id: "map", title: "Map", description: "Wards", href: linked ? { "/places/\($0.id)" } : nil)
    }

    @Test func everyWardIsALinkWithItsNameInWords() throws {
        let svg = try #require(picture(map(), linked: true).svg).html.string
        #expect(svg.ranges(of: "<a href=\"/places/ward-").count == 33)
        #expect(svg.contains("aria-label=\"22 Kirkstall, Inner North West, North West wedge\""))
        #expect(
            svg.contains("role=\"group\"") && svg.contains("<title id=\"map-title\">Map</title>")
                && svg.contains("<desc id=\"map-desc\">"))
        #expect(svg.utf8.count < 60_000)
    }

    @Test("by itself it is an image, and keeps its colours without the style sheet")
    func alone() throws {
        let svg = String(decoding: try #require(picture(map(), linked: false).svg).file, as: UTF8.self)
        #expect(svg.contains("role=\"img\"") && !svg.contains("<a "))
        for fill in ["#d2e2f1", "#cce2d8", "#fcd6c3", "#dbd5e9", "#fff7bf"] {
            #expect(svg.contains("fill=\"\(fill)\""))
        }
        #expect(!svg.contains("style="))
    }

    @Test func whatThePageIsNotAboutIsGreyAndBare() throws {
        let svg = try #require(picture(map(marked: [ID("ward-armley")]), linked: true).svg).html.string
        #expect(svg.ranges(of: "tc-area--quiet").count == 32)
        #expect(svg.ranges(of: "aria-hidden=\"true\">").count == 1)
    }

    @Test func noWardsNoPicture() throws {
        #expect(try picture(map(on: Day(2018, 5, 3)!), linked: true).svg == nil)
    }

    @Test("a label stands within its ward")
    func labels() throws {
        for shape in try map().shapes {
            let point = try #require(shape.outline.labelPoint, "\(shape.ward.name)")
            #expect(contains(shape.outline, point), "\(shape.ward.name)")
        }
    }

    /// Whether a level line from the point to the west crosses the outline an odd number of times.
    private func contains(_ outline: Outline, _ point: Outline.Point) -> Bool {
        var crossings = 0
        for ring in outline.rings {
            for (index, one) in ring.enumerated() {
                let two = ring[(index + 1) % ring.count]
                guard (one.y < point.y) != (two.y < point.y) else { continue }
                let x = Double(one.x) + Double(point.y - one.y) / Double(two.y - one.y) * Double(two.x - one.x)
                if x < Double(point.x) { crossings += 1 }
            }
        }
        return crossings % 2 == 1
    }

    @Test("the heavy lines run between groups, and round the whole, each stretch once")
    func borders() {
        func square(_ x: Int) -> Outline {
            Outline(rings: [
                [
                    Outline.Point(x: x, y: 0), Outline.Point(x: x + 10, y: 0), Outline.Point(x: x + 10, y: 10),
                    Outline.Point(x: x, y: 10),
                ]
            ])
        }
        let together = Borders(between: [(square(0), "a"), (square(10), "a")])
        #expect(together.lines.reduce(0) { $0 + $1.count - 1 } == 6)
        let apart = Borders(between: [(square(0), "a"), (square(10), "b")])
        #expect(apart.lines.reduce(0) { $0 + $1.count - 1 } == 7)
    }
}

import Cast
import Testing

@testable import Places

private func collection(_ geometry: String, properties: String = "{\"C\": \"W1\"}") -> [UInt8] {
    Array(
        #"{"type": "FeatureCollection", "features": [{"properties": \#(properties), "geometry": \#(geometry)}]}"#
            .utf8)
}

private let square = "{\"type\": \"Polygon\", \"coordinates\": [[[0,0],[1,0],[1,1],[0,1],[0,0]]]}"

private func words(_ bytes: [UInt8]) -> [String] {
    do { _ = try GeoJSON(reading: bytes, file: "b.json", codeProperty: "C"); return [] } catch {
        return error.problems.map(\.description)
    }
}

@Suite("Boundaries written as GeoJSON")
struct GeoJSONTests {
    @Test func aSquareIsRead() throws {
        let features = try GeoJSON(reading: collection(square), file: "b.json", codeProperty: "C").features
        #expect(features.map(\.code) == ["W1"])
        #expect(features.first?.rings.map(\.count) == [4])
    }

    @Test("outer rings run anticlockwise and holes clockwise, however they came")
    func rings() throws {
        let clockwise = "[[0,0],[0,9],[9,9],[9,0],[0,0]]", anticlockwise = "[[1,1],[2,1],[2,2],[1,2],[1,1]]"
        let bytes = collection("{\"type\": \"MultiPolygon\", \"coordinates\": [[\(clockwise), \(anticlockwise)]]}")
        let rings = try #require(GeoJSON(reading: bytes, file: "b.json", codeProperty: "C").features.first).rings
        #expect(rings[0].map(\.longitude) == [9, 9, 0, 0])
        #expect(rings[1].map(\.longitude) == [1, 2, 2, 1])
    }

    @Test(
        "what will not do is told",
        arguments: [
            (Array("{".utf8), "b.json: It cannot be read as GeoJSON: it is not JSON"),
            (Array("[]".utf8), "b.json: It cannot be read as GeoJSON:  is not what is expected there"),
            (
                Array("{\"type\": \"FeatureCollection\"}".utf8),
                "b.json: It cannot be read as GeoJSON: features is missing"
            ),
            (Array("{\"type\": \"FeatureCollection\", \"features\": []}".utf8), "b.json: There are no features"),
            (collection(square, properties: "{}"), "b.json: feature 1: its property C is not a code"),
            (collection(square, properties: "{\"C\": 7}"), "b.json: feature 1: its property C is not a code"),
            (collection("null"), "b.json: feature 1: it has no geometry"),
            (
                collection("{\"type\": \"Point\", \"coordinates\": [0, 0]}"),
                "b.json: feature 1: it is a Point, not a Polygon or MultiPolygon"
            ),
            (collection("{\"type\": \"Polygon\", \"coordinates\": []}"), "b.json: feature 1: it has no rings"),
            (
                collection("{\"type\": \"Polygon\", \"coordinates\": [[[0,0],[1,0],[0,0]]]}"),
                "b.json: feature 1: a ring has 3 points; four is the fewest"
            ),
            (
                collection("{\"type\": \"Polygon\", \"coordinates\": [[[0,0],[1,0],[1,1],[0,1]]]}"),
                "b.json: feature 1: a ring does not end where it begins"
            ),
            (
                collection("{\"type\": \"Polygon\", \"coordinates\": [[[0,0],[1,0],[2,0],[0,0]]]}"),
                "b.json: feature 1: a ring encloses nothing"
            ),
            (
                collection("{\"type\": \"Polygon\", \"coordinates\": [[[430000,433000],[1,0],[1,1],[430000,433000]]]}"),
                "b.json: feature 1: a point is not a longitude and a latitude in degrees"
            ),
            (
                collection("{\"type\": \"Polygon\", \"coordinates\": [[[0],[1],[1],[0]]]}"),
                "b.json: feature 1: a point is not a longitude and a latitude in degrees"
            ),
        ])
    func refused(bytes: [UInt8], words expected: String) { #expect(words(bytes) == [expected]) }

    @Test func theSameCodeTwiceIsTold() {
        let one = "{\"properties\": {\"C\": \"W1\"}, \"geometry\": \(square)}"
        let bytes = Array("{\"type\": \"FeatureCollection\", \"features\": [\(one), \(one)]}".utf8)
        #expect(words(bytes) == ["b.json: feature 2: W1 is feature 1 already"])
    }

    @Test func nestingWithoutEndIsRefused() {
        let bytes = Array(String(repeating: "[", count: 1_000_000).utf8)
        #expect(words(bytes) == ["b.json: It cannot be read as GeoJSON: it is not JSON"])
    }

    @Test("bytes turned at random never break the reader, and every ring it gives is sound")
    func mutations() throws {
        let sound =
            Array(try LeedsFiles.bytes("leeds_wards_2013_boundaries.geojson").prefix(3_000)) + Array("]]}}]}".utf8)
        var dice = Dice(seed: 7946)
        var starts = [collection(square), sound]
        starts.append(
            collection(
                #"{"type":"MultiPolygon","coordinates":[[[[0,0],[9,0],[9,9],[0,0]],[[5,1],[6,1],[6,2],[5,1]]]]}"#
            ))
        for turn in 0..<3_000 {
            let bytes = dice.mutated(starts[turn % starts.count])
            guard let read = try? GeoJSON(reading: bytes, file: "b.json", codeProperty: "C") else { continue }
            for ring in read.features.flatMap(\.rings) { #expect(ring.count >= 3) }
        }
    }
}

import Tables

/// Checks features one by one, and keeps those that will do and what is wrong with the rest.
struct FeatureCheck {
    let file: String
    let codeProperty: String
    private(set) var features: [GeoJSON.Feature] = []
    private(set) var problems: [TableProblem] = []
    private var codes: [String: Int] = [:]
    private var taken = 0, points = 0

    init(file: String, codeProperty: String) {
        self.file = file
        self.codeProperty = codeProperty
    }

    mutating func refuse(_ reason: String) { problems.append(TableProblem(file: file, line: 0, reason)) }

    mutating func take(_ raw: GeoJSON.Raw) {
        taken += 1
        do throws(TableProblem) {
            guard taken <= GeoJSON.featuresMax else {
                throw problem("there are more than \(GeoJSON.featuresMax) features")
            }
            guard let code = raw.properties[codeProperty]?.text, !code.isEmpty, code.count <= 20 else {
                throw problem("its property \(codeProperty) is not a code")
            }
            if let earlier = codes.updateValue(taken, forKey: code) {
                throw problem("\(code) is feature \(earlier) already")
            }
            guard let geometry = raw.geometry else { throw problem("it has no geometry") }
            guard let polygons = geometry.polygons else {
                throw problem("it is a \(geometry.type.prefix(40)), not a Polygon or MultiPolygon")
            }
            var rings: [[GeoJSON.Degrees]] = []
            for polygon in polygons { rings += try self.rings(of: polygon) }
            guard !rings.isEmpty else { throw problem("it has no rings") }
            features.append(GeoJSON.Feature(code: code, rings: rings))
        } catch {
            if problems.count < TableLimits.standard.problemsMax { problems.append(error) }
        }
    }

    /// The rings of one polygon: the first runs anticlockwise, the holes in it clockwise, however they came.
    private mutating func rings(of polygon: [[[Double]]]) throws(TableProblem) -> [[GeoJSON.Degrees]] {
        var rings: [[GeoJSON.Degrees]] = []
        for (index, positions) in polygon.enumerated() {
            let ring = try ring(positions)
            rings.append((index == 0) == (Self.area(of: ring) > 0) ? ring : ring.reversed())
        }
        return rings
    }

    private mutating func ring(_ positions: [[Double]]) throws(TableProblem) -> [GeoJSON.Degrees] {
        points += positions.count
        guard points <= GeoJSON.pointsMax else { throw problem("there are more than \(GeoJSON.pointsMax) points") }
        guard positions.count >= 4 else { throw problem("a ring has \(positions.count) points; four is the fewest") }
        guard positions.first == positions.last else { throw problem("a ring does not end where it begins") }
        var ring: [GeoJSON.Degrees] = []
        ring.reserveCapacity(positions.count)
        for position in positions.dropLast() {
            guard position.count >= 2, abs(position[0]) <= 180, abs(position[1]) <= 90 else {
                throw problem("a point is not a longitude and a latitude in degrees")
            }
            ring.append(GeoJSON.Degrees(longitude: position[0], latitude: position[1]))
        }
        guard Self.area(of: ring) != 0 else { throw problem("a ring encloses nothing") }
        return ring
    }

    /// Twice the signed area, in square degrees: positive when the ring runs anticlockwise.
    private static func area(of ring: [GeoJSON.Degrees]) -> Double {
        var sum = 0.0
        for (index, point) in ring.enumerated() {
            let next = ring[(index + 1) % ring.count]
            sum += point.longitude * next.latitude - next.longitude * point.latitude
        }
        return sum
    }

    private func problem(_ reason: String) -> TableProblem {
        TableProblem(file: file, line: 0, column: "feature \(taken)", reason)
    }
}

import Foundation
import Tables

/// A GeoJSON feature collection (RFC 7946), as far as boundaries need it: polygons, each named by one property.
struct GeoJSON {
    /// One feature: its name, and its rings in degrees of longitude and latitude, the last point of each left out.
    struct Feature {
        let code: String
        let rings: [[Degrees]]
    }

    /// A point on the earth, WGS 84.
    struct Degrees: Hashable {
        let longitude: Double
        let latitude: Double
    }

    static let bytesMax = 32 << 20, featuresMax = 5_000, pointsMax = 1_000_000

    let features: [Feature]

    /// - Parameter codeProperty: the property that holds a feature's code, such as `WD13CD`.
    init(reading bytes: [UInt8], file: String, codeProperty: String) throws(TableProblems) {
        guard bytes.count <= Self.bytesMax else {
            throw TableProblems([
                .init(
                    file: file, line: 0, "The file is \(bytes.count) bytes; \(Self.bytesMax) is the most that is taken")
            ])
        }
        let collection: Collection
        do {
            collection = try JSONDecoder().decode(Collection.self, from: Data(bytes))
        } catch {
            throw TableProblems([.init(file: file, line: 0, "It cannot be read as GeoJSON: \(Self.words(error))")])
        }
        var check = FeatureCheck(file: file, codeProperty: codeProperty)
        for feature in collection.features.prefix(Self.featuresMax + 1) { check.take(feature) }
        if collection.type != "FeatureCollection" { check.refuse("The file is not a FeatureCollection") }
        if collection.features.isEmpty { check.refuse("There are no features") }
        guard check.problems.isEmpty else { throw TableProblems(check.problems) }
        features = check.features
    }

    private static func words(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "it is not JSON" }
        switch error {
        case .keyNotFound(let key, let context): return "\(path(context.codingPath + [key])) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            return "\(path(context.codingPath)) is not what is expected there"
        case .dataCorrupted(let context):
            return context.codingPath.isEmpty
                ? "it is not JSON" : "\(path(context.codingPath)): \(context.debugDescription)"
        @unknown default: return "it is not JSON"
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
    }
}

// MARK: - Shapes of the file

extension GeoJSON {
    struct Collection: Decodable {
        let type: String
        let features: [Raw]
    }

    /// A feature as it stands in the file.
    struct Raw: Decodable {
        let properties: [String: Property]
        let geometry: Geometry?
    }

    /// A property's text; nil for anything that is not text.
    struct Property: Decodable {
        let text: String?

        init(from decoder: any Decoder) throws {
            text = try? decoder.singleValueContainer().decode(String.self)
        }
    }

    /// Polygons, each a list of rings, each a list of positions; nil for a geometry of another type.
    struct Geometry: Decodable {
        let type: String
        let polygons: [[[[Double]]]]?

        private enum Key: String, CodingKey { case type, coordinates }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            type = try container.decode(String.self, forKey: .type)
            switch type {
            case "Polygon": polygons = [try container.decode([[[Double]]].self, forKey: .coordinates)]
            case "MultiPolygon": polygons = try container.decode([[[[Double]]]].self, forKey: .coordinates)
            default: polygons = nil
            }
        }
    }
}

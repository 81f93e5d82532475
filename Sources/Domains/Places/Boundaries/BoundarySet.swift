import Foundation
import Tables

/// The boundaries of a set of areas that fit together, thinned for drawing.
struct BoundarySet: Sendable {
    /// One area's boundary.
    struct Entry: Sendable, Equatable {
        let area: String
        let outline: Outline
    }

    let entries: [Entry]

    /// How far a boundary may move on the map, in hundred-thousandths of a degree of latitude: about 30 metres,
    /// less than a pixel of a city 700 pixels across.
    static let tolerance = 27.0

    /// Read whole, or not at all: a map with a ward missing would look as if there were none.
    /// - Parameters:
    ///   - codeProperty: the property that holds an area's code.
    ///   - areas: the identifier of each area, by its code.
    init(
        reading bytes: [UInt8], file: String, codeProperty: String, areas: [String: String]
    ) throws(TableProblems) {
        let features = try GeoJSON(reading: bytes, file: file, codeProperty: codeProperty).features
        let strangers = features.filter { areas[$0.code] == nil }
        guard strangers.isEmpty else {
            throw TableProblems(
                strangers.prefix(TableLimits.standard.problemsMax).map {
                    TableProblem(file: file, line: 0, column: $0.code, "No area that is held has this code")
                })
        }
        let outlines = features.map(Outline.init)
        if let small = zip(features, outlines).first(where: { $0.1.rings.isEmpty }) {
            throw TableProblems([
                TableProblem(file: file, line: 0, column: small.0.code, "The boundary is too small to draw")
            ])
        }
        let latitudes = features.flatMap(\.rings).joined().map(\.latitude)
        let middle = ((latitudes.min() ?? 0) + (latitudes.max() ?? 0)) / 2
        let thinned = Simplification(of: outlines, tolerance: Self.tolerance, squeeze: cos(middle * .pi / 180))
            .simplified
        entries = zip(features, thinned).map { feature, outline in
            Entry(area: areas[feature.code] ?? "", outline: outline)
        }
    }
}

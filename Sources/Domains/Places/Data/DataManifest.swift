import Kernel

/// What the files of a data folder are: the words of its `data.yaml`.
struct DataManifest: Equatable {
    static let fileName = "data.yaml"
    static let tablesMax = 200

    /// One file of figures.
    struct Table: Equatable {
        let file: String
        /// What a page calls it when it says where a figure is from.
        let title: String
        let shape: Shape
        /// The line of the manifest it begins on.
        let line: Int
    }

    /// What a file holds, and what must be known to read it. Column and property names are as the file has them.
    enum Shape: Equatable {
        case boundaries(code: String)
        case smallAreas(smallArea: String, ward: String, Period)
        case population(smallArea: String, total: String?, on: Day)
        case establishments(asAt: Day)
    }

    /// The identifier of the area that the figures are of.
    let place: String
    /// Files of statements, in the format of arrangements.
    let recordFiles: [String]
    let tables: [Table]
}

extension DataManifest.Shape {
    /// The word for it in a manifest.
    var word: String {
        switch self {
        case .boundaries: "boundaries"
        case .smallAreas: "small-areas"
        case .population: "population"
        case .establishments: "establishments"
        }
    }

    /// Look-ups first, since the rest is placed by them.
    var turn: Int {
        switch self {
        case .smallAreas: 0
        case .boundaries: 1
        case .population: 2
        case .establishments: 3
        }
    }

    static let keys: [String: [String]] = [
        "boundaries": ["code"], "small-areas": ["small-area", "ward", "from", "until"],
        "population": ["small-area", "total", "on"], "establishments": ["as-at"],
    ]
}

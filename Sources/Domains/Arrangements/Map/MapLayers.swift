/// Puts posts in rows so that lines go up, and in an order in which few of them cross.
struct MapLayers {
    /// Row by row from the top, positions in the graph.
    private(set) var rows: [[Int]]

    /// A row with more boxes than this is broken in two: more would not fit across a laptop's screen.
    static let acrossMax = 5
    /// Passes over the rows, each moving boxes towards what they are tied to.
    private static let sweeps = 6

    init(_ selection: MapSelection) {
        let levels = MapLayers.levels(selection)
        rows = (0...(levels.values.max() ?? 0)).map { level in selection.posts.filter { levels[$0] == level } }
        order(selection)
        rows = rows.flatMap(MapLayers.broken).filter { !$0.isEmpty }
    }

    /// How far each post is below the top: one more than the lowest of the posts above it. A circle is cut where it
    /// closes.
    private static func levels(_ selection: MapSelection) -> [Int: Int] {
        let above = Dictionary(grouping: selection.edges, by: \.from).mapValues { $0.map(\.to) }
        var levels: [Int: Int] = [:], open: Set<Int> = []
        func level(of post: Int) -> Int {
            if let known = levels[post] { return known }
            guard open.insert(post).inserted else { return 0 }
            let level = (above[post] ?? []).filter { !open.contains($0) }.map { level(of: $0) + 1 }.max() ?? 0
            open.remove(post)
            levels[post] = level
            return level
        }
        for post in selection.posts { _ = level(of: post) }
        return levels
    }

    /// The barycentre method (Sugiyama, 1981): each box moves to the mean place of what it is tied to, row by row, down
    /// then up.
    private mutating func order(_ selection: MapSelection) {
        var ties: [Int: [Int]] = [:]
        for edge in selection.edges {
            ties[edge.from, default: []].append(edge.to)
            ties[edge.to, default: []].append(edge.from)
        }
        var places: [Int: Double] = [:]
        func note(_ row: [Int]) {
            for (index, post) in row.enumerated() { places[post] = (Double(index) + 0.5) / Double(row.count) }
        }
        rows.forEach(note)
        for sweep in 0..<Self.sweeps {
            for index in sweep.isMultiple(of: 2) ? Array(rows.indices) : rows.indices.reversed() {
                let row = rows[index]
                let wanted = row.map { post -> Double in
                    let near = (ties[post] ?? []).compactMap { places[$0] }
                    return near.isEmpty ? places[post] ?? 0 : near.reduce(0, +) / Double(near.count)
                }
                rows[index] = row.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }.map { row[$0] }
                note(rows[index])
            }
        }
    }

    /// Rows of nearly equal length, none too long.
    private static func broken(_ row: [Int]) -> [[Int]] {
        guard row.count > acrossMax else { return [row] }
        let parts = (row.count + acrossMax - 1) / acrossMax, length = (row.count + parts - 1) / parts
        return stride(from: 0, to: row.count, by: length).map { Array(row[$0..<min($0 + length, row.count)]) }
    }
}

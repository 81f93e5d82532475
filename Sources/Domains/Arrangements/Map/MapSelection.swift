import Kernel

/// Which part of the map to draw, as an address asks for it.
struct MapAsk: Sendable, Equatable {
    /// The post in the middle; nil for the whole from the top.
    var post: String?
    var organisation: String?
    var function: String?
    /// How many levels below the post, or below the top, are shown.
    var levels = MapAsk.levelsUsual

    static let levelsUsual = 2, levelsMax = 5
    var isWhole: Bool { post == nil && organisation == nil && function == nil }
}

/// The posts to draw and the lines between them; what does not fit is counted, not lost.
struct MapSelection: Sendable {
    /// More boxes than this cannot be read on one page.
    static let boxesMax = 48

    /// Positions in the graph.
    let posts: [Int]
    let edges: [MapGraph.Edge]
    /// How many posts below each drawn post are not drawn.
    let hidden: [Int: Int]
    /// How many posts there are that the address asks for but are neither drawn nor below a drawn one.
    let leftOut: Int

    init(_ ask: MapAsk, in graph: MapGraph) {
        var chosen = Chosen()
        let starts = MapSelection.starts(ask, in: graph)
        for start in starts { chosen.add(start) }
        if ask.post != nil || ask.function != nil { chosen.addAbove(starts, in: graph) }
        if ask.organisation == nil || ask.post != nil { chosen.addBelow(starts, levels: ask.levels, in: graph) }
        if ask.organisation != nil, ask.post == nil { chosen.addNeighbours(starts, in: graph) }
        posts = chosen.posts
        let drawn = Set(posts)
        edges = posts.flatMap { graph.up[$0] }.filter { drawn.contains($0.to) }
        hidden = Dictionary(
            uniqueKeysWithValues: posts.compactMap { post in
                let below = Set(graph.down[post].map(\.from)).subtracting(drawn).count
                return below > 0 ? (post, below) : nil
            })
        leftOut = starts.count { !drawn.contains($0) }
    }

    /// Where the drawing begins: the post asked for; those of the organisation or function; else the statutory posts,
    /// and
    /// whatever stands at the top of a line.
    private static func starts(_ ask: MapAsk, in graph: MapGraph) -> [Int] {
        if let post = ask.post { return graph.position(of: post).map { [$0] } ?? [] }
        if let function = ask.function {
            let all = Array(Set(graph.byFunction[function] ?? [])).sorted()
            return ask.organisation.map { organisation in all.filter { graph.nodes[$0].organisation == organisation } }
                ?? all
        }
        if let organisation = ask.organisation { return graph.byOrganisation[organisation] ?? [] }
        let statutory = graph.nodes.indices.filter { graph.nodes[$0].isStatutory }
        let tops = graph.nodes.indices.filter {
            graph.up[$0].isEmpty && !graph.down[$0].isEmpty && !graph.nodes[$0].isStatutory
        }
        let claimants = graph.nodes.indices.filter { post in
            graph.up[post].isEmpty && graph.down[post].isEmpty
                && graph.nodes[post].claims.contains { $0.level != "leads" }
        }
        return statutory + tops.sorted { graph.down[$0].count > graph.down[$1].count } + claimants
    }
}

/// Posts chosen so far, in order, up to the most that can be read.
private struct Chosen {
    private(set) var posts: [Int] = []
    private var seen: Set<Int> = []

    var isFull: Bool { posts.count >= MapSelection.boxesMax }

    mutating func add(_ post: Int) {
        guard !isFull, seen.insert(post).inserted else { return }
        posts.append(post)
    }

    mutating func addAbove(_ starts: [Int], in graph: MapGraph) {
        var queue = starts, next = 0
        while next < queue.count, !isFull {
            for edge in graph.up[queue[next]] where !seen.contains(edge.to) {
                add(edge.to)
                queue.append(edge.to)
            }
            next += 1
        }
    }

    mutating func addBelow(_ starts: [Int], levels: Int, in graph: MapGraph) {
        var row = starts.filter { seen.contains($0) }
        for _ in 0..<levels {
            var below: [Int] = []
            for post in row {
                for edge in graph.down[post] where !seen.contains(edge.from) && !isFull {
                    add(edge.from)
                    below.append(edge.from)
                }
            }
            row = below
        }
    }

    mutating func addNeighbours(_ starts: [Int], in graph: MapGraph) {
        for post in starts where seen.contains(post) { for edge in graph.up[post] { add(edge.to) } }
    }
}
